import { gzipSync } from 'node:zlib';
import { emitYaml } from '../../../../lib/output/emit-yaml';
import {
  base64,
  carrier,
  chart,
  commands,
  configMap,
  FAKE,
  kubeadm,
  machineFile,
  object,
  privateKey,
  type Row,
  texts,
} from './rows';

const { password, secret, hex } = FAKE;
const CLOUDS = `clouds:\n  a:\n    auth:\n      password: ${password}\n`;
const INNER = object('Secret', { stringData: { anything: 'fake' } });
const SCRIPT = 'printf "%s" "$1"\n'.repeat(200);

/** Secrets that take a closer look. */
export const PLANTED_ODDITIES: readonly Row[] = [
  ...texts({
    'a Secret in a text that is no YAML': `{{ if a }}\nkind: Secret\nmetadata: {{ b | toYaml | nindent 2 }\ndata:\n  a: ${base64('fake')}\n`,
    'a list of Secrets': `apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: a}\n  data: {a: ${base64('fake')}}\n`,
    'binary YAML': `write_files:\n- content: !!binary ${base64(`password: ${password}`)}\n`,
    'accounts of cloud-init': `#cloud-config\nchpasswd:\n  list: |\n    root:${password}\n`,
    'a private JSON Web Key': `{"kty":"EC","crv":"P-256","x":"fake","y":"fake","d":"${hex.slice(0, 43)}"}`,
    'a login in base64': `printf '%s' '${base64(`fake:${password}`)}' | base64 -d > /etc/fake`,
    'a tagged value': `password: !!str ${password}\n`,
    'a short name': `db:\n  user: fake\n  pw: ${password}\n`,
    'a connection string': `Server=db.example;User Id=fake;Password=${password};`,
  }),
  row(
    'a Java keystore',
    object('ConfigMap', {
      binaryData: {
        k: bytes([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, 9]),
      },
    }),
    'binaryData.k',
  ),
  row(
    'a private key in DER',
    object('ConfigMap', {
      binaryData: {
        k: bytes([0x30, 0x82, 4, 0xbd, 2, 1, 0, 0x30, 0x0d, 6, 9, 9, 9]),
      },
    }),
    'binaryData.k',
  ),
  row(
    'a PKCS #12 keystore',
    object('ConfigMap', {
      binaryData: {
        k: bytes([0x30, 0x82, 9, 0xbd, 2, 1, 3, 0x30, 0x82, 9, 0x83, 6, 9]),
      },
    }),
    'binaryData.k',
  ),
];

/** Secrets in commands of machines. */
export const PLANTED_COMMANDS: readonly Row[] = commands({
  'curl with -u': `curl -fsSu fake:${password} https://files.example/a`,
  'curl with --user': `curl --user "fake:${password}" https://files.example/a`,
  'curl with a header': `curl -H "Authorization: Bearer ${secret}" https://files.example/a`,
  'curl with a basic header': `curl -H 'Authorization: Basic ${base64(`fake:${password}`)}' https://files.example`,
  'curl with a token of OpenStack': `curl -H "X-Auth-Token: ${secret}" https://cloud.example`,
  'wget with a password': `wget --user=fake --password=${password} https://files.example/a`,
  'a variable of a shell': `export PASSWORD=${password}; run`,
  'a variable before a command': `MYSQL_PWD=${password} mysql -u root fake`,
  'mysql with -p': `mysql -uroot -p${password} fake`,
  'a login at a registry': `docker login -u fake -p ${password} r.example`,
  'a login at a registry by helm': `helm registry login r.example --username fake --password ${password}`,
  'a pull by ctr': `ctr -n k8s.io images pull --user fake:${password} r.example/a:1`,
  'a pull by crictl': `crictl pull --creds fake:${password} r.example/a:1`,
  'a text in base64': `echo ${base64(`password=${password}`)} | base64 -d > /etc/fake`,
  'a password from echo': `echo "${password}" | docker login --username fake --password-stdin r.example`,
  chpasswd: `echo root:${password} | chpasswd`,
  sshpass: `sshpass -p ${password} ssh fake@host.example true`,
  'openssl with a pass phrase': `openssl rsa -in /a -passin pass:${password} -out /b`,
  'kubectl that makes a Secret': `kubectl create secret generic fake --from-literal=password=${password}`,
  'kubectl with a token': `kubectl config set-credentials fake --token=${secret}`,
  'kubeadm with a token': `kubeadm join 192.0.2.1:6443 --token ${['abcdef', '0123456789abcdef'].join('.')}`,
  'openstack with a password': `openstack --os-username fake --os-password ${password} server list`,
  'aws with a key': `aws configure set aws_secret_access_key ${secret}`,
  'redis with a password': `redis-cli -h r.example -a ${password} ping`,
  'ldapsearch with a password': `ldapsearch -x -D cn=fake -w ${password} -b dc=example`,
  'usermod with a hash': `usermod -p '$6$fakesalt$${'Fake0123'.repeat(10)}' root`,
  'an account of Windows': `net user fake ${password} /add`,
  'PowerShell with a plain text': `$p = ConvertTo-SecureString "${password}" -AsPlainText -Force`,
  'curl with -u and no blank': `curl -fsSufake:${password} https://files.example/a && curl -ufake:${password} https://files.example/b`,
  'a Secret made of literals': `kubectl create secret generic fake --from-literal=a=one --from-literal=b=${password}`,
  'tailscale with a key': `tailscale up --authkey ts${'key'}-auth-${secret}`,
  'tailscale with a key of a server of one’s own': `tailscale up --authkey=${hex.slice(0, 48)}`,
  'a registration with an activation key': `subscription-manager register --org=fake --activationkey=${secret}`,
  'smbclient with a login': `smbclient -U fake%${password} //files.example/a`,
  'smbclient with a login and no blank': `smbclient //files.example/a -UFAKE\\fake%${password}`,
  'a netrc from printf': `printf 'machine files.example\nlogin fake\npassword ${password}\n' > /root/.netrc`,
  'settings from printf': `printf 'user=fake\npass=${password}\n' > /etc/fake`,
  'a variable that is not set': `PASSWORD="\${PASSWORD:-${password}}"`,
  'a clone with a login': `git clone https://fake:${password}@git.example/a.git`,
});

/** Secrets in places of objects. */
export const PLANTED_OBJECTS: readonly Row[] = [
  row('a value of a Secret', object('Secret', { data: { a: base64('fake') } }), 'data.a'),
  row(
    'a value of a Secret in clear',
    object('Secret', { stringData: { a: 'fake' } }),
    'stringData.a',
  ),
  row(
    'a value of a Secret that is no text',
    object('Secret', { data: { a: '/wD+Af8A/gE=' } }),
    'data.a',
  ),
  row(
    'a clouds.yaml in a Secret',
    object('Secret', { data: { 'clouds.yaml': base64(CLOUDS) } }),
    'data["clouds.yaml"]',
  ),
  row(
    'a login in a Secret',
    object('Secret', {
      type: 'kubernetes.io/basic-auth',
      stringData: { username: 'fake', password },
    }),
    'stringData.password',
  ),
  row(
    'a bootstrap token in a Secret',
    object('Secret', {
      type: 'bootstrap.kubernetes.io/token',
      stringData: { 'token-secret': '0123456789abcdef' },
    }),
    'stringData["token-secret"]',
  ),
  row('a Secret of a list', object('List', { items: [INNER] }), 'items[0].stringData.anything'),
  row('a Secret in a payload', configMap(emitYaml(INNER)), 'data.text'),
  row(
    'a Secret in a payload in flow style',
    configMap('{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {a: fake}}'),
    'data.text',
  ),
  row(
    'a Secret in a payload with CRLF and a comment',
    configMap(emitYaml(INNER).replaceAll('\n', ' # a\r\n')),
    'data.text',
  ),
  row('a Secret in a payload as JSON', configMap(JSON.stringify(INNER)), 'data.text'),
  row(
    'a Secret in a payload that is JSON with blanks',
    configMap(JSON.stringify(INNER, undefined, 4).replaceAll(':', ' :')),
    'data.text',
  ),
  row(
    'a Secret in a payload with quoted keys',
    configMap(
      '"apiVersion": "v1"\n"kind": "Secret"\n"metadata": {"name": "a"}\n"data": {"a": "ZmFrZQ=="}\n',
    ),
    'data.text',
  ),
  row(
    'a Secret in a ConfigMap of a payload',
    configMap(emitYaml(configMap(emitYaml(INNER)))),
    'data.text',
  ),
  row(
    'a Secret in a Secret that is delivered',
    carrier(emitYaml(INNER)),
    'data["00-payload.yaml"]',
  ),
  row('a text in a Secret that is delivered', carrier('fake'), 'data["00-payload.yaml"]'),
  row(
    'a template with a Secret',
    configMap(`{{- if .Values.a }}\n${emitYaml(INNER)}{{- end }}\n`),
    'data.text',
  ),
  row(
    'a key in binary data',
    object('ConfigMap', { binaryData: { k: base64(privateKey()) } }),
    'binaryData.k',
  ),
  row(
    'a compressed text in binary data',
    object('ConfigMap', { binaryData: { k: base64(gzipSync(`password: ${password}\n`)) } }),
    'binaryData.k',
  ),
  row(
    'a release of Helm in a ConfigMap',
    object('ConfigMap', {
      data: { release: base64(base64(gzipSync(JSON.stringify({ config: { password } })))) },
    }),
    'data.release',
  ),
  row('a key of a ConfigMap that says it', configMap(password, 'password'), 'data.password'),
  row('a file of machines', machineFile(CLOUDS), 'spec.template.spec.files[0].content'),
  row(
    'a file of machines in base64',
    machineFile(base64(CLOUDS), 'base64'),
    'spec.template.spec.files[0].content',
  ),
  row(
    'a compressed file of machines',
    machineFile(base64(gzipSync(CLOUDS)), 'gzip+base64'),
    'spec.template.spec.files[0].content',
  ),
  row(
    'a script of machines',
    machineFile(`#!/bin/sh\n${SCRIPT}TOKEN='${secret}'\n`),
    'spec.template.spec.files[0].content',
  ),
  row(
    'the hash of the password of a user',
    kubeadm({ users: [{ name: 'a', passwd: `$6$fakesalt$${'Fake0123'.repeat(10)}` }] }),
    'spec.template.spec.users[0].passwd',
  ),
  row(
    'an old hash of the password of a user',
    kubeadm({ users: [{ name: 'a', passwd: 'FakeFake01234' }] }),
    'spec.template.spec.users[0].passwd',
  ),
  row(
    'a bootstrap token of a join',
    kubeadm({
      joinConfiguration: {
        discovery: { bootstrapToken: { token: ['abcdef', '0123456789abcdef'].join('.') } },
      },
    }),
    'spec.template.spec.joinConfiguration.discovery.bootstrapToken.token',
  ),
  row(
    'an argument of the API server',
    kubeadm({
      clusterConfiguration: {
        apiServer: { extraArgs: [{ name: 'oidc-client-secret', value: secret }] },
      },
    }),
    'spec.template.spec.clusterConfiguration.apiServer.extraArgs[0].value',
  ),
  row(
    'an argument in the older contract',
    kubeadm({ clusterConfiguration: { apiServer: { extraArgs: { 'fake-token': secret } } } }),
    'spec.template.spec.clusterConfiguration.apiServer.extraArgs["fake-token"]',
  ),
  row(
    'a configuration of Ignition',
    kubeadm({
      ignition: {
        containerLinuxConfig: {
          additionalConfig: `passwd:\n  users:\n  - name: a\n    password_hash: "$6$fakesalt$${'Fake0123'.repeat(10)}"\n`,
        },
      },
    }),
    'spec.template.spec.ignition.containerLinuxConfig.additionalConfig',
  ),
  row('values of a chart', chart(`auth:\n  rootPassword: ${password}\n`), 'spec.valuesTemplate'),
  row(
    'values of a chart beside a template',
    chart(`name: {{ .Cluster.metadata.name }}\nauth:\n  clientSecret: ${secret}\n`),
    'spec.valuesTemplate',
  ),
  row(
    'a repository of charts with a login',
    object('HelmChartProxy', { spec: { repoURL: `https://fake:${password}@charts.example` } }),
    'spec.repoURL',
  ),
  row(
    'a variable of a container',
    object('Deployment', {
      spec: {
        template: { spec: { containers: [{ env: [{ name: 'DB_PASSWORD', value: password }] }] } },
      },
    }),
    'spec.template.spec.containers[0].env[0].value',
  ),
  row(
    'arguments of a container',
    object('Deployment', {
      spec: {
        template: { spec: { containers: [{ args: ['--user=fake', '--password', password] }] } },
      },
    }),
    'spec.template.spec.containers[0].args',
  ),
  row(
    'an argument of a container',
    object('Pod', { spec: { containers: [{ args: [`--web.token=${secret}`] }] } }),
    'spec.containers[0].args[0]',
  ),
  row(
    'a header of a probe',
    object('Pod', {
      spec: {
        containers: [
          {
            livenessProbe: { httpGet: { httpHeaders: [{ name: 'X-Auth-Token', value: secret }] } },
          },
        ],
      },
    }),
    'spec.containers[0].livenessProbe.httpGet.httpHeaders[0].value',
  ),
  row(
    'an annotation',
    {
      ...object('Cluster', {}),
      metadata: { name: 'demo', annotations: { 'example.com/password': password } },
    },
    'metadata.annotations["example.com/password"]',
  ),
  row(
    'an applied configuration in an annotation',
    {
      ...object('ConfigMap', {}),
      metadata: {
        name: 'demo',
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(INNER) },
      },
    },
    'metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]',
  ),
  row(
    'a label',
    { ...object('Cluster', {}), metadata: { name: 'demo', labels: { token: hex.slice(0, 40) } } },
    'metadata.labels.token',
  ),
  row(
    'a tag',
    object('OpenStackCluster', { spec: { tags: [`password=${password}`] } }),
    'spec.tags[0]',
  ),
  row(
    'metadata of servers',
    object('OpenStackMachineTemplate', {
      spec: {
        template: { spec: { serverMetadata: [{ key: 'admin_password', value: password }] } },
      },
    }),
    'spec.template.spec.serverMetadata[0].value',
  ),
  row(
    'metadata of servers in the older form',
    object('OpenStackMachineTemplate', {
      spec: { template: { spec: { serverMetadata: { api_key: secret } } } },
    }),
    'spec.template.spec.serverMetadata.api_key',
  ),
  row(
    'a hint for the scheduler',
    object('OpenStackMachineTemplate', {
      spec: {
        template: {
          spec: {
            schedulerHintAdditionalProperties: [
              {
                name: 'x',
                value: { type: 'String', string: `https://fake:${password}@a.example` },
              },
            ],
          },
        },
      },
    }),
    'spec.template.spec.schedulerHintAdditionalProperties[0].value.string',
  ),
  row(
    'a patch',
    object('ClusterClass', {
      spec: {
        patches: [
          {
            definitions: [
              {
                jsonPatches: [{ op: 'add', path: '/spec/template/spec/password', value: password }],
              },
            ],
          },
        ],
      },
    }),
    'spec.patches[0].definitions[0].jsonPatches[0].value',
  ),
  row(
    'an object of the user',
    object('Any', { spec: { nested: [{ apiToken: secret }] } }),
    'spec.nested[0].apiToken',
  ),
];

function row(what: string, manifest: Row['object'], field: string): Row {
  return { what, object: manifest, field };
}

/** Bytes in base64, and more of them behind that mean nothing. */
function bytes(first: readonly number[]): string {
  return base64(
    Uint8Array.from([...first, ...Array.from({ length: 60 }, (_, i) => (i * 73) % 251)]),
  );
}
