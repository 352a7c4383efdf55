import { gzipSync } from 'node:zlib';
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
  pem,
  type Row,
  texts,
} from './rows';

const BEGIN = `-----BEGIN PRIVATE ${'KEY'}-----`;

/** References, prose and public things, in texts. */
const TEXTS = texts({
  'a clouds.yaml that takes its password from a variable': `clouds:\n  a:\n    auth:\n      password: \${OS_PASSWORD}\n`,
  'a clouds.yaml without a secret':
    'clouds:\n  a:\n    auth:\n      auth_url: https://cloud.example\n      application_credential_id: 0123456789abcdef0123456789abcdef\n',
  'a clouds.yaml to be filled in':
    'clouds:\n  a:\n    auth:\n      password: <password>\n      token: "***"\n',
  'a cloud.conf that names a file':
    '[Global]\nuse-clouds=true\nclouds-file=/etc/openstack/clouds.yaml\n',
  'a cloud.conf with an empty password': '[Global]\nusername=\npassword=\ntenant-name=a\n',
  'a setting of Grafana': '[security]\nadmin_password = $__file{/etc/secrets/admin}\n',
  'a setting of Grafana from a variable': '[database]\npassword = $__env{DB_PASSWORD}\n',
  'a template of Helm': 'auth:\n  password: {{ .Values.auth.password | quote }}\n',
  'a template of Helm with a condition':
    '{{- if .Values.a }}\npassword: "{{ .Values.a }}"\n{{- end }}\n',
  'a template of an ExternalSecret':
    'target:\n  template:\n    data:\n      config: "password={{ .password }}"\n',
  'a template of Jinja': 'password: {{ ds.meta_data.password }}\n',
  'prose about a private key': `Paste the key from "${BEGIN}" to "-----END PRIVATE KEY-----" here.`,
  'a comment about a private key': `# ${BEGIN}\n# the body of the key stands here\n# -----END PRIVATE ${'KEY'}-----\nkey: /etc/tls.key\n`,
  'a private key without a body': `key: |\n  ${BEGIN}\n  MIIE...\n  -----END PRIVATE ${'KEY'}-----\n`,
  'a search for private keys': `grep -l "${BEGIN}" /etc/*`,
  'a certificate': pem('CERTIFICATE'),
  'a public key': pem('PUBLIC KEY'),
  'a request for a certificate': pem('CERTIFICATE REQUEST'),
  'a public key of SSH': `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'FakeFake'.repeat(5)} fake@host.example`,
  'a public key of age': `age1${'fakefake'.repeat(7)}`,
  'a message that PGP has encrypted': `-----BEGIN PGP MESSAGE-----\n\n${'FakeFake'.repeat(8)}\n-----END PGP MESSAGE-----`,
  'prose about passwords':
    'The password of the user is kept in a Secret; never write the token here.',
  'prose with a colon': 'Password: the password of the user, see the manual.',
  'a manual page of options': 'Use --password to give the password, and --token in its place.',
  'a comment with an example':
    '# password: secret\n# token: your-token\nurl: https://api.example\n',
  'a schema':
    'type: object\nproperties:\n  password: {type: string, description: The password.}\n  token:\n    type: string\nrequired: [password, token]\n',
  'a schema as JSON':
    '{"properties":{"password":{"type":"string"},"secret":{"type":"string"}},"required":["password"]}',
  'a definition of types': 'interface Login {\n  password: string;\n  token?: string;\n}\n',
  'a rule of roles':
    'kind: Role\nrules:\n- apiGroups: [""]\n  resources: [secrets, serviceaccounts/token]\n  verbs: [get]\n',
  'names of Secrets':
    'existingSecret: demo-login\nimagePullSecret: pull\nsecretName: tls\ntokenSecret: my-token\n',
  'keys of a Secret':
    'existingSecret: demo\nadminPasswordKey: admin-password\nsecretKeys:\n  userPasswordKey: user\nuserKey: password\n',
  'a reference to a key of a Secret':
    'env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef: {name: demo, key: password}\n',
  'the names of the keys of a Secret':
    'spec:\n  accessSecretRef:\n    name: demo\n    key: {apiToken: token, privateKey: ssh-privatekey}\n',
  'a variable that names a file':
    'env:\n- name: DB_PASSWORD_FILE\n  value: /etc/secrets/password\n',
  'a variable of a container from another': 'env:\n- name: DB_PASSWORD\n  value: $(OTHER)\n',
  'a path of a token': 'token: /var/run/secrets/kubernetes.io/serviceaccount/token\n',
  'a token that is mounted':
    'automountServiceAccountToken: false\nserviceAccountToken: {path: token, expirationSeconds: 3600}\n',
  switches:
    'usePassword: true\nrequireToken: false\ndisableSecret: true\npassword: null\nauthToken: ""\n',
  'numbers about tokens': 'maxTokens: 4096\ntokenTtl: 3600\npasswordLength: 24\n',
  'a kubeconfig with paths':
    'kind: Config\nusers:\n- name: a\n  user:\n    client-certificate: /etc/a.crt\n    client-key: /etc/a.key\n    tokenFile: /etc/token\n',
  'a kubeconfig with a plugin':
    'kind: Config\nusers:\n- name: a\n  user:\n    exec:\n      command: get-token\n      args: [--cluster, a]\n      env: [{name: REGION, value: eu}]\n',
  'a kubeconfig with a public certificate': `kind: Config\nclusters:\n- cluster: {certificate-authority-data: ${base64(pem('CERTIFICATE'))}}\n`,
  'keys of etcd in a KMS':
    'kind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - kms: {apiVersion: v2, name: a, endpoint: "unix:///run/kms.sock"}\n  - identity: {}\n',
  'settings of sudo': 'demo ALL=(ALL) NOPASSWD:ALL\n',
  'settings of sshd':
    'PasswordAuthentication no\nPermitEmptyPasswords no\nAuthorizedKeysFile .ssh/authorized_keys\n',
  'settings of cloud-init': 'ssh_pwauth: false\nchpasswd: {expire: false}\nlock_passwd: true\n',
  'a locked account': 'root:*:19000:0:99999:7:::\ndemo:!:19000::::::\n',
  'a URL without a login': 'https://git.example/fleet.git?ref=main',
  'a URL with a user only': 'ssh://git@git.example/fleet.git',
  'a URL with variables': `https://$USER:$TOKEN@git.example/a.git and https://\${USER}:\${TOKEN}@git.example`,
  'an image with a digest': `quay.example/a/token-server:v1@sha256:${FAKE.hex}`,
  hashes: `sha256: ${FAKE.hex}\nsha1: ${FAKE.hex.slice(0, 40)}\nintegrity: sha512-${base64(Uint8Array.from({ length: 64 }, (_, index) => (index * 89 + 131) % 256))}\n`,
  identifiers:
    'id: 0f0f0f0f-1111-2222-3333-444444444444\nproject: 0123456789abcdef0123456789abcdef\n',
  'a document that SOPS has encrypted':
    'password: ENC[AES256_GCM,data:ZmFrZQ==,iv:ZmFrZQ==,tag:ZmFrZQ==,type:str]\nsops:\n  age:\n  - recipient: age1fake\n    enc: |\n      -----BEGIN AGE ENCRYPTED FILE-----\n      ZmFrZWZha2VmYWtl\n      -----END AGE ENCRYPTED FILE-----\n  mac: ENC[AES256_GCM,data:ZmFrZQ==,type:str]\n',
  'references of other tools':
    'password: ref+vault://secret/a#b\ntoken: vault:secret/data/a#b\napiKey: op://vault/item/field\nclientSecret: $dex.github.clientSecret\n',
  'a program that reads a password':
    'password = getpass.getpass()\ntoken = config.token\nsecret = os.environ["SECRET"]\nif password == "":\n  pass\n',
  'a script that asks for a password': `#!/bin/sh\nread -rsp "Password: " PASSWORD\nTOKEN=$(cat /run/token)\nSECRET="\${1:-}"\nif [ -z "$PASSWORD" ]; then exit 1; fi\n`,
  'a dashboard':
    '{"title":"Tokens","panels":[{"title":"token reviews","targets":[{"expr":"sum(rate(token_requests_total[5m]))"}]}]}',
  'words that end alike': 'bypass: yes\ncompass: north\nmonkey: banana\nhockey: ice\n',
  'a text in base64 without a secret': base64('The quick brown fox jumps over the lazy dog.'),
  'bytes in base64': base64(
    Uint8Array.from({ length: 200 }, (_, index) => (index * 151 + 7) % 256),
  ),
  'a placeholder':
    'password: CHANGEME\ntoken: REDACTED\napiKey: xxxxxxxx\nclientSecret: your-client-secret\n',
  'a variable of Windows': 'password=%PASSWORD%\r\ntoken=%(token)s\r\n',
  'what a command fills in':
    '[host."https://r.example".header]\n  authorization = "Basic @credentials-0@"\n',
  'feature gates and arguments':
    '--use-service-account-credentials=false --token-auth-file=/etc/tokens.csv --service-account-signing-key-file=/etc/sa.key --authorization-mode=Node,RBAC',
  'services of names':
    'passwd: files systemd\ngroup: files [SUCCESS=merge] systemd\nshadow: files sss\nhosts: files dns\n',
  'a value that Ansible has encrypted':
    'user: demo\npassword: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162636465666768696a6b6c6d6e6f70\n',
  'a value that Ansible has encrypted by itself':
    'password: |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162636465666768696a6b6c6d6e6f70\n',
  'references of CloudFormation':
    'Resources:\n  Db:\n    Password: !Ref Db\n    Token: !GetAtt Db.Token\n',
  'a field of a form from a file': 'password=@/etc/demo/password\ntoken=@./token\n',
  'a program that hands over what it has':
    'login({ password: password, token: this.token, apiKey: api_key });\nlogin(user=user, password=password)\n',
  'a map of a program': '{ password: password, token: this.token }',
  'elements of XML without a secret': `<login><password>\${env.PASSWORD}</password><token></token><tokens>12</tokens></login>`,
  'a folder of a shell': 'PWD=/etc/demo; OLDPWD=/root; server=a; cd "$PWD"\n',
  'a folder of a program': 'const pwd = argv["pwd"];\n// a --pwd directive\npwd: folder\n',
  'labels of metrics': 'credentials of the Passwords, --use-service-account-credentials=false',
});

const COMMANDS = commands({
  'a password that must be given': `PASS="\${PASS:?}" && echo "\${DB_PASSWORD:?no password given}"`,
  'a password that may be empty': `PASSWORD="\${PASSWORD:-}"; TOKEN=\${TOKEN:=$OTHER}; A=\${TOKEN:+--token}`,
  'literals of a ConfigMap': 'kubectl create configmap demo --from-literal=mode=strict',
  'a Secret of variables':
    'kubectl create secret generic demo --from-literal=a="$A" --from-literal=b=$(cat /run/b)',
  'a login of a share from variables': 'smbclient -U "$USER%$PASSWORD" //files.example/a',
  'a share without a password': 'smbclient -N -U demo //files.example/a',
  'a key of tailscale from a file': 'tailscale up --authkey=file:/run/key',
  'a netrc from variables': `printf 'machine files.example\\nlogin demo\\npassword %s\\n' "$PASSWORD" > /root/.netrc`,
  'a password from a file': 'export PASSWORD="$(cat /etc/password)"',
  'a login from variables': 'curl -u "$USER:$PASSWORD" https://files.example/a',
  'a login from files': 'curl -u "demo:$(cat /run/password)" https://files.example/a',
  'a header from a file':
    'curl -H "Authorization: Bearer $(cat /run/token)" https://files.example/a',
  'a header from a variable': 'curl -H \'X-Auth-Token: \'"$TOKEN" https://cloud.example',
  'a password from standard input':
    'cat /run/password | docker login -u demo --password-stdin r.example',
  'a user and group':
    'docker run --user 1000:1000 -u 0:0 r.example/a:1 && chown -R etcd:etcd /var/lib/etcd',
  'a token that kubeadm makes': 'kubeadm token create --ttl 2h --print-join-command',
  'a token that is asked for': 'openstack token issue -f value -c id > /run/token',
  'a password that is asked for': 'mysql -u root -p demo',
  'a port': 'ssh -p 2222 demo@host.example && mkdir -p /etc/demo',
  'a password from a variable to chpasswd': 'echo "root:$PASSWORD" | chpasswd',
  'a search': "grep -q 'password' /etc/demo.conf && sed -i '/token/d' /etc/demo.conf",
  'a Secret made from a file':
    'kubectl create secret generic demo --from-file=password=/run/password',
});

const OBJECTS: readonly Row[] = [
  row('an annotation that refers to a page', {
    ...object('ConfigMap', {}),
    metadata: { name: 'demo', annotations: { 'docs/api-key': 'see wiki' } },
  }),
  row('a Secret without data', object('Secret', { type: 'kubernetes.io/service-account-token' })),
  row(
    'a Secret with references',
    object('Secret', { stringData: { password: `\${PASSWORD}`, a: '<password>', b: '' } }),
  ),
  row(
    'a Secret with a certificate',
    object('Secret', { data: { cacert: base64(pem('CERTIFICATE')) } }),
  ),
  row(
    'a Secret that SOPS has encrypted',
    object('Secret', {
      stringData: { a: 'ENC[AES256_GCM,data:ZmFrZQ==,type:str]' },
      sops: { mac: 'ENC[AES256_GCM,data:ZmFrZQ==,type:str]' },
    }),
  ),
  row(
    'a SealedSecret',
    object(
      'SealedSecret',
      {
        spec: {
          encryptedData: { password: `AgB${base64(FAKE.hex)}` },
          template: { type: 'Opaque', data: { a: '{{ .password }}' } },
        },
      },
      'bitnami.com/v1alpha1',
    ),
  ),
  row(
    'an ExternalSecret',
    object(
      'ExternalSecret',
      {
        spec: {
          secretStoreRef: { name: 'a' },
          data: [
            {
              secretKey: 'AWS_SECRET_ACCESS_KEY',
              remoteRef: { key: 'demo/login-1', property: 'Password1' },
            },
          ],
          target: {
            template: {
              data: { 'clouds.yaml': 'clouds: {a: {auth: {password: "{{ .password }}"}}}' },
            },
          },
        },
      },
      'external-secrets.io/v1',
    ),
  ),
  row(
    'manifests that are delivered',
    carrier('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n'),
  ),
  row(
    'a SealedSecret that is delivered',
    configMap(
      `kind: SealedSecret\nmetadata: {name: a}\nspec:\n  encryptedData: {token: AgB${base64(FAKE.hex)}}\n`,
    ),
  ),
  row(
    'a kind of another group that is named Secret',
    object('Secret', { spec: { path: 'a/b' } }, 'example.com/v1'),
  ),
  row(
    'a CustomResourceDefinition',
    object('CustomResourceDefinition', {
      spec: {
        versions: [
          {
            schema: {
              openAPIV3Schema: {
                properties: {
                  password: { type: 'string', default: '' },
                  secretKey: { type: 'string' },
                },
                required: ['password'],
              },
            },
          },
        ],
      },
    }),
  ),
  row(
    'a role that reads Secrets',
    object('ClusterRole', {
      rules: [{ resources: ['secrets', 'tokenreviews'], verbs: ['create'] }],
    }),
  ),
  row(
    'a volume of a Secret',
    object('Pod', {
      spec: {
        volumes: [
          { name: 'a', secret: { secretName: 'demo-password' } },
          {
            projected: {
              sources: [{ secret: { name: 'a' } }, { serviceAccountToken: { path: 'token' } }],
            },
          },
        ],
      },
    }),
  ),
  row(
    'a ServiceAccount',
    object('ServiceAccount', {
      secrets: [{ name: 'demo-token' }],
      imagePullSecrets: [{ name: 'pull' }],
    }),
  ),
  row(
    'a toleration',
    object('Pod', {
      spec: { tolerations: [{ key: 'node.example/token', operator: 'Equal', value: 'true' }] },
    }),
  ),
  row(
    'a user of machines',
    kubeadm({
      users: [
        {
          name: 'demo',
          sudo: 'ALL=(ALL) NOPASSWD:ALL',
          lockPassword: true,
          passwd: '*',
          passwdFrom: { secret: { name: 'a', key: 'hash' } },
        },
      ],
    }),
  ),
  row(
    'a file of machines from a Secret',
    kubeadm({
      files: [{ path: '/etc/password', contentFrom: { secret: { name: 'a', key: 'password' } } }],
    }),
  ),
  row(
    'a compressed file of machines',
    machineFile(base64(gzipSync('#!/bin/sh\nTOKEN=$(cat /run/token)\n')), 'gzip+base64'),
  ),
  row(
    'arguments of the API server',
    kubeadm({
      clusterConfiguration: {
        apiServer: {
          extraArgs: [
            { name: 'token-auth-file', value: '/etc/tokens.csv' },
            { name: 'service-account-key-file', value: '/etc/sa.pub' },
            { name: 'enable-bootstrap-token-auth', value: 'true' },
          ],
        },
      },
    }),
  ),
  row(
    'values of a chart',
    chart('auth:\n  existingSecret: demo\n  existingSecretPasswordKey: password\n  password: ""\n'),
  ),
  row(
    'values of a chart with a template',
    chart(
      'host: {{ .Cluster.spec.controlPlaneEndpoint.host }}\npassword: {{ .Secret.password }}\n',
    ),
  ),
  row(
    'an identity',
    object('OpenStackCluster', {
      spec: { identityRef: { type: 'Secret', name: 'prod-cloud-config', cloudName: 'openstack' } },
    }),
  ),
  row(
    'metadata of servers',
    object('OpenStackMachineTemplate', {
      spec: {
        template: {
          spec: { serverMetadata: [{ key: 'token-policy', value: 'strict' }], sshKeyName: 'admin' },
        },
      },
    }),
  ),
  row(
    'a webhook with its authority',
    object('ValidatingWebhookConfiguration', {
      webhooks: [{ clientConfig: { caBundle: base64(pem('CERTIFICATE')) } }],
    }),
  ),
];

/** Objects in which nothing is secret, though they have the words for it. */
export const INNOCENT: readonly Row[] = [...TEXTS, ...COMMANDS, ...OBJECTS];

function row(what: string, manifest: Row['object']): Row {
  return { what, object: manifest, field: '' };
}
