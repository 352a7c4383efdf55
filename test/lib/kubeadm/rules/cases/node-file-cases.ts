import type { NodeFile } from '../../../../../lib/kubeadm/model/bootstrap';
import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { clusterModel, controlPlaneModel } from '../../../../support/models';
import { provisionedCluster } from '../../../../support/provisioned';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';
import { booted, ignited } from './bootstrap-case';

const MANY = Array.from({ length: 201 }, (_, index) => ({ path: `/etc/f${index}`, content: 'a' }));
const OWNED = { path: '/home/ops/a', content: 'a', owner: 'ops:ops' };
const OPS = [{ name: 'ops' }];
const PEM = '-----BEGIN CERTIFICATE-----\nZXhhbXBsZQ==\n-----END CERTIFICATE-----\n';
const SECRET = { name: 'files', key: 'a.txt' };

/** Examples of rules on files of machines. */
export const NODE_FILE_CASES: readonly RuleCase[] = [
  {
    rule: 'node-file-shape',
    broken: files(
      ...JSON.parse(
        '[{ "path": "/a" }, "/a", null, { "path": 7, "content": "a" }, { "path": "/a", "content": { "name": "a" } }]',
      ),
    ),
    sound: files({ path: '/a', content: 'a' }, { path: '/b', content: SECRET }),
    says: [['path'], 'string', 'object', ['path', 'content'], ['path', 'content']]
      .map(
        (
          given,
          index,
        ) => `mothership/demo/workers: bootstrap.files[${index}] is ${JSON.stringify(given)}
  allowed: a path, and a string or the name and key of a Secret as content
  fix: write { path: '/…', content: '…' }, or content: { name: '…', key: '…' }`,
      )
      .join('\n'),
  },
  {
    rule: 'node-file-path',
    broken: files({ path: 'etc//motd/', content: 'hi' }),
    sound: files({ path: '/etc/NetworkManager/Wired connection 1.nmconnection', content: 'hi' }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "etc//motd/"
  allowed: an absolute path of at most 512 characters, without "." or ".." as a directory, and without spaces or a slash at an end
  fix: write "/etc/motd"`,
  },
  {
    rule: 'node-file-path',
    broken: files({ path: '/etc/../root/my file', content: 'hi' }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/etc/../root/my file"
  allowed: an absolute path of at most 512 characters, without "." or ".." as a directory, and without spaces or a slash at an end
  fix: write the full path from the root`,
  },
  {
    rule: 'node-file-unique',
    broken: files({ path: '/etc/a', content: 'a' }, { path: '/etc/a', content: SECRET }),
    sound: files({ path: '/etc/a', content: 'a' }, { path: '/etc/b', content: SECRET }),
    says: `mothership/demo/workers: bootstrap.files[1].path is "/etc/a"
  allowed: a path that no other file has; files[0] has the same
  fix: merge the contents, or leave one of them out`,
  },
  {
    rule: 'node-file-path',
    broken: files(
      { path: '/etc/a #b', content: 'a' },
      { path: '/etc/a: b', content: 'a' },
      { path: '/etc/a ', content: 'a' },
    ),
    says: [['a #b'], ['a: b'], ['a ', 'write "/etc/a"']]
      .map(
        (
          [name, fix = 'write the full path from the root'],
          index,
        ) => `mothership/demo/workers: bootstrap.files[${index}].path is "/etc/${name}"
  allowed: an absolute path of at most 512 characters, without "." or ".." as a directory, and without spaces or a slash at an end
  fix: ${fix}`,
      )
      .join('\n'),
  },
  {
    rule: 'node-file-taken',
    broken: files(
      { path: '/etc/kubernetes/kubelet.conf', content: 'a' },
      { path: '/run/kubeadm/kubeadm.yaml', content: 'a' },
    ),
    sound: files(
      { path: '/run/kubeadm/gpu.sh', content: 'a' },
      { path: '/run/kubeadm/kubeadm.yaml.d/a', content: 'a' },
      { path: '/run/cluster-api/mine', content: 'a' },
      { path: '/etc/kubernetes/manifests/haproxy.yaml', content: 'a' },
      { path: '/etc/kubernetes/manifests/kube-vip.yaml', content: 'a' },
      { path: '/etc/kubernetes/pki/etcd/ca.crt', content: 'a' },
      { path: '/etc/kubernetes/admin.conf', content: 'a' },
      { path: '/etc/kubernetes/azure.json', content: 'a' },
      { path: '/var/lib/kubelet/credential-provider.yaml', content: 'a' },
      { path: '/etc/kubeadm.yml', content: 'a' },
    ),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/etc/kubernetes/kubelet.conf"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command
mothership/demo/workers: bootstrap.files[1].path is "/run/kubeadm/kubeadm.yaml"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command`,
  },
  {
    rule: 'node-file-taken',
    broken: ignited({
      files: [
        { path: '/etc/kubeadm.sh', content: 'a' },
        { path: '/etc/kubernetes/pki/ca.crt', content: 'a' },
      ],
    }),
    sound: ignited({ files: [{ path: '/etc/kubernetes/pki/ca-bundle.crt', content: 'a' }] }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/etc/kubeadm.sh"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command
mothership/demo/workers: bootstrap.files[1].path is "/etc/kubernetes/pki/ca.crt"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command`,
  },
  {
    rule: 'node-file-taken',
    broken: controlPlaneFiles('/etc/kubernetes/pki/etcd/ca.crt', '/etc/kubernetes/admin.conf'),
    sound: controlPlaneFiles(
      '/etc/kubernetes/manifests/kube-vip.yaml',
      '/etc/kubernetes/pki/oidc-ca.crt',
      '/etc/kubernetes/audit-policy.yaml',
    ),
    says: `mothership/demo/control-plane: bootstrap.files[0].path is "/etc/kubernetes/pki/etcd/ca.crt"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command
mothership/demo/control-plane: bootstrap.files[1].path is "/etc/kubernetes/admin.conf"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command`,
  },
  {
    rule: 'node-file-taken',
    broken: {
      ...provisionedCluster({
        endpoint: { kind: 'virtualIp', address: '10.8.0.5', image: 'kube-vip:v1' },
      }),
      ...controlPlanePart('/etc/kubernetes/manifests/kube-vip.yaml'),
    },
    says: `mothership/demo/control-plane: bootstrap.files[0].path is "/etc/kubernetes/manifests/kube-vip.yaml"
  allowed: a path that neither kubeadm nor Cluster API writes
  fix: leave it out, or write another file and change this one by a command`,
  },
  {
    rule: 'node-file-permissions',
    broken: ignited({ files: [{ path: '/etc/a', content: 'a', permissions: '644' }] }),
    sound: files({ path: '/etc/a', content: 'a', permissions: '644' }),
    says: `mothership/demo/workers: bootstrap.files[0].permissions is "644"
  allowed: a zero and three or four octal digits, such as "0644"
  fix: write "0644"`,
  },
  {
    rule: 'node-file-permissions',
    broken: files({ path: '/etc/a', content: 'a', permissions: 'u=rw' }),
    sound: ignited({ files: [{ path: '/etc/a', content: 'a', permissions: '04755' }] }),
    says: `mothership/demo/workers: bootstrap.files[0].permissions is "u=rw"
  allowed: three or four octal digits, with or without a leading zero, such as "0644"
  fix: leave it out to use "0644"`,
  },
  {
    rule: 'node-file-owner',
    broken: booted({ files: [OWNED], users: OPS }),
    sound: ignited({ files: [OWNED], users: OPS }),
    says: `mothership/demo/workers: bootstrap.files[0].owner is "ops:ops"
  allowed: a user that exists in the image
  fix: leave it out, and add "chown ops:ops /home/ops/a" to bootstrap.preKubeadmCommands`,
  },
  {
    rule: 'node-file-owner',
    broken: files({ path: '/etc/a', content: 'a', owner: 'root root' }),
    says: `mothership/demo/workers: bootstrap.files[0].owner is "root root"
  allowed: names of a user and a group, such as "root:root"
  fix: leave it out to use "root:root"`,
  },
  {
    rule: 'node-file-count',
    broken: files(...MANY),
    sound: files(...MANY.slice(1)),
    says: `mothership/demo/workers: bootstrap.files.length is 201
  allowed: at most 200 files
  fix: build them into the image`,
  },
  {
    rule: 'node-file-content',
    broken: files({ path: '/etc/a', content: '' }, { path: '/etc/b', content: 'x'.repeat(10_241) }),
    sound: files({ path: '/etc/b', content: 'x'.repeat(10_240) }),
    says: `mothership/demo/workers: bootstrap.files[0].content.length is 0
  allowed: 1 to 10240 characters
  fix: leave the file out, or write a line break
mothership/demo/workers: bootstrap.files[1].content.length is 10241
  allowed: 1 to 10240 characters
  fix: put the text into a Secret and write its name and key as content`,
  },
  {
    rule: 'node-file-characters',
    broken: files({ path: '/etc/a', content: 'a\u0000b' }),
    sound: files({ path: '/etc/a', content: 'ä\t€ 😀\r\n' }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "(text with U+0000)"
  allowed: text without control characters other than tabs and line breaks
  fix: encode the content in base64, and write encoding: 'base64'`,
  },
  {
    rule: 'node-file-characters',
    broken: files({ path: '/etc/a', content: 'a\u0090b' }),
    sound: files({ path: '/etc/a', content: 'AA==', encoding: 'base64' }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "(text with U+0090)"
  allowed: text without control characters other than tabs and line breaks
  fix: encode the content in base64, and write encoding: 'base64'`,
  },
  {
    rule: 'node-file-secret',
    broken: files(
      { path: '/etc/a', content: { name: 'My_Files', key: 'a' } },
      { path: '/etc/b', content: { name: 'files', key: 'a/b' } },
    ),
    sound: files({ path: '/etc/a', content: SECRET, encoding: 'gzip' }),
    says: `mothership/demo/workers: bootstrap.files[0].content is {"name":"My_Files","key":"a"}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the name in lower case
mothership/demo/workers: bootstrap.files[1].content is {"name":"files","key":"a/b"}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the key that the Secret has`,
  },
  {
    rule: 'node-file-encoding',
    broken: files(
      { path: '/etc/a', content: 'hello', encoding: 'base64' },
      { path: '/etc/b', content: 'H4sI', encoding: 'gzip' },
    ),
    sound: files({ path: '/etc/a', content: 'aGVs\nbG8=\n', encoding: 'base64' }),
    says: `mothership/demo/workers: bootstrap.files[0].encoding is "base64"
  allowed: base64 only for content in base64
  fix: leave it out, or encode the content
mothership/demo/workers: bootstrap.files[1].encoding is "gzip"
  allowed: base64 or gzip+base64 for inline content
  fix: write "gzip+base64", and encode the content in base64`,
  },
  {
    rule: 'node-file-indent',
    broken: booted({ files: [{ path: '/etc/a', content: '\n  - a\n- b\n' }] }),
    sound: booted({
      files: [
        { path: '/etc/a', content: '- a\n  - b\n' },
        { path: '/etc/b', content: 'ICBhCg==', encoding: 'base64' },
        { path: '/etc/c', content: '\n\n\ta\n' },
      ],
    }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "\\n  - a"
  allowed: text whose first line does not begin with a space
  fix: encode the content in base64, and write encoding: 'base64'`,
  },
  {
    rule: 'node-text-template',
    broken: booted({
      files: [{ path: '/etc/a.tmpl', content: 'name: {{ .Name }}\n' }],
      preKubeadmCommands: ['test 2 = "$(expr "{#" : "..")"'],
    }),
    sound: booted({
      files: [
        { path: '/etc/a', content: 'name={{ ds.meta_data.name | lower }}\n' },
        { path: '/etc/b.tmpl', content: 'e3sgLk5hbWUgfX0K', encoding: 'base64' },
      ],
      preKubeadmCommands: ['echo {{ local_hostname }} {{ v1["region"] }}'],
    }),
    says: `mothership/demo/workers: bootstrap.files[0].content is "{{ .Name }}\\n"
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: encode the content in base64, and write encoding: 'base64'
mothership/demo/workers: bootstrap.preKubeadmCommands[0] is "{#\\" : \\"..\\")\\""
  allowed: text without {#, {% and {{, except for cloud-init variables
  fix: put it into a file with encoding: 'base64', and run the file`,
  },
  {
    rule: 'node-command-text',
    broken: booted({ bootCommands: [' '], postKubeadmCommands: ['x'.repeat(10_241)] }),
    sound: booted({ bootCommands: ['true'], postKubeadmCommands: ['x'.repeat(10_240)] }),
    says: `mothership/demo/workers: bootstrap.bootCommands[0].length is 1
  allowed: 1 to 10240 characters, not only spaces
  fix: leave it out
mothership/demo/workers: bootstrap.postKubeadmCommands[0].length is 10241
  allowed: 1 to 10240 characters, not only spaces
  fix: put it into a file, and run the file`,
  },
  {
    rule: 'node-command-count',
    broken: booted({ preKubeadmCommands: Array.from({ length: 1_001 }, () => 'true') }),
    sound: booted({ preKubeadmCommands: Array.from({ length: 1_000 }, () => 'true') }),
    says: `mothership/demo/workers: bootstrap.preKubeadmCommands.length is 1001
  allowed: at most 1000 commands
  fix: put them into a file, and run the file`,
  },
  {
    rule: 'pool-user-data',
    broken: files(...large(5)),
    sound: files(...large(4)),
    says: `mothership/demo/workers: bootstrap.files is "50535 bytes"
  allowed: at most 49000 bytes of user data; the total is about 55535
  fix: build the largest into the image, or compress it with encoding: 'gzip+base64'; contents of Secrets need space too`,
  },
  {
    rule: 'control-plane-user-data',
    broken: withControlPlane({
      bootstrap: { ...PLAIN_BOOTSTRAP, preKubeadmCommands: large(3).map(({ content }) => content) },
    }),
    sound: withControlPlane({
      bootstrap: { ...PLAIN_BOOTSTRAP, preKubeadmCommands: large(2).map(({ content }) => content) },
    }),
    says: `mothership/demo/control-plane: bootstrap.preKubeadmCommands is "30036 bytes"
  allowed: at most 49000 bytes of user data; the total is about 50036
  fix: build the longest into the image`,
  },
  {
    rule: 'pool-user-data',
    broken: ignited({ files: [{ path: '/etc/a', content: '"{}"\n'.repeat(1_000) }, ...large(4)] }),
    sound: booted({ files: [{ path: '/etc/a', content: '"{}"\n'.repeat(500) }, ...large(3)] }),
    says: `mothership/demo/workers: bootstrap.files is "55500 bytes"
  allowed: at most 49000 bytes of user data; the total is about 60559
  fix: build the largest into the image; contents of Secrets need space too`,
  },
  {
    rule: 'pool-user-data',
    broken: booted({
      registryMirrors: [
        {
          registry: 'quay.io',
          endpoints: Array.from({ length: 10 }, (_, index) => ({
            url: `https://mirror${index}.example`,
            ca: PEM.replace('ZX', `Z${index}`).repeat(70),
          })),
        },
      ],
    }),
    says: `mothership/demo/workers: bootstrap.registryMirrors is "62441 bytes"
  allowed: at most 49000 bytes of user data; the total is about 67441
  fix: let one CA sign the servers, which is written only once`,
  },
  {
    rule: 'node-file-path',
    broken: files({ path: `/${'f'.repeat(512)}`, content: 'hi' }),
    sound: files({ path: `/${'f'.repeat(511)}`, content: 'hi' }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/${'f'.repeat(298)}… (513 characters)
  allowed: an absolute path of at most 512 characters, without "." or ".." as a directory, and without spaces or a slash at an end
  fix: choose a shorter path`,
  },
];

function large(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: `/etc/large${index}`,
    content: 'x'.repeat(10_000),
  }));
}

function controlPlaneFiles(...paths: readonly string[]) {
  return clusterModel(controlPlanePart(...paths));
}

function controlPlanePart(...paths: readonly string[]) {
  const written = paths.map((path) => ({ path, content: 'a' }));
  return { controlPlane: controlPlaneModel({ bootstrap: { ...PLAIN_BOOTSTRAP, files: written } }) };
}

function files(...list: readonly NodeFile[]) {
  return booted({ files: list });
}
