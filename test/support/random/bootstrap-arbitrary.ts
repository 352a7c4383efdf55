import fc from 'fast-check';
import {
  type BootstrapProps,
  MachineFormat,
  type MirrorEndpoint,
  type NodeFile,
  type NodeUser,
  type SharedBootstrapProps,
  TrustedCA,
} from '../../../constructs/index';
import {
  absolutePath,
  certificate,
  type Every,
  flag,
  halfOf,
  oddText,
  type PartsOf,
  secretKey,
  someOf,
  word,
} from './parts';

const command = oddText.filter((text) => text.trim() !== '' && !text.includes('{{'));
const commands = fc.array(command, { minLength: 1, maxLength: 3 });
const publicKey = word.map((name) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ${name}`);
const url = word.map((host) => `http://${host}.example:3128`);
/** Ranges that hold every address that a program may need. */
const ALL_RANGES = ['10.0.0.0/8', '203.0.113.0/24', 'fd00::/8'];

const file: fc.Arbitrary<NodeFile> = fc
  .tuple(
    fc.oneof(
      absolutePath,
      absolutePath.map((path) => `${path} 1.conf`),
      word.map((name) => `/run/kubeadm/${name}.sh`),
    ),
    fc.oneof(
      oddText.filter((text) => text !== ''),
      secretKey,
    ),
    halfOf({
      owner: fc.constantFrom('root:root', 'core:core'),
      permissions: fc.constantFrom('0600', '0644', '0755'),
    }),
  )
  .map(([path, content, rest]) => ({ path, content, ...rest }));

const user: fc.Arbitrary<NodeUser> = fc
  .tuple(
    word,
    halfOf<Omit<Every<NodeUser>, 'name' | 'lockPassword' | 'passwdFrom'>>({
      gecos: fc.constantFrom('Ops Team', 'Zoë d’Arc (on call)', 'x'.repeat(256)),
      primaryGroup: word,
      homeDir: absolutePath,
      sshAuthorizedKeys: fc.uniqueArray(publicKey, { minLength: 1, maxLength: 2 }),
      sudo: fc.constantFrom('ALL=(ALL) NOPASSWD:ALL', 'ALL=(ALL) ALL'),
      groups: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
      shell: fc.constant('/bin/bash'),
    }),
    fc.oneof(
      fc.constantFrom({}, { lockPassword: true }),
      secretKey.map((passwdFrom) => ({ passwdFrom, lockPassword: false })),
    ),
  )
  .map(([name, rest, password]) => ({ name, ...rest, ...password }));

const mirror: fc.Arbitrary<MirrorEndpoint> = fc
  .tuple(
    word,
    fc.constantFrom({}, { overridePath: true }),
    halfOf({ ca: fc.oneof(certificate, secretKey), credentials: secretKey }),
  )
  .map(([host, path, rest]) => ({
    url: `https://${host}.example${'overridePath' in path ? '/v2/mirror' : ''}`,
    ...path,
    ...rest,
  }));

const sharedParts: PartsOf<Omit<Every<SharedBootstrapProps>, 'format'>> = {
  users: fc.uniqueArray(user, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
  ntp: fc.oneof(
    fc.constant({ enabled: false }),
    fc
      .uniqueArray(word, { minLength: 1, maxLength: 2 })
      .map((servers) => ({ enabled: true, servers })),
  ),
  proxy: fc
    .tuple(url, halfOf({ httpsProxy: url }), fc.uniqueArray(word, { maxLength: 2 }))
    .map(([httpProxy, rest, names]) => ({
      httpProxy,
      ...rest,
      noProxy: [...ALL_RANGES, ...names],
    })),
  registryMirrors: fc.uniqueArray(
    fc.record(
      {
        registry: fc.constantFrom('docker.io', 'registry.k8s.io', 'quay.io'),
        endpoints: fc.uniqueArray(mirror, {
          minLength: 1,
          maxLength: 2,
          selector: ({ url: address }) => address,
        }),
        fallback: flag,
      },
      { requiredKeys: ['registry', 'endpoints'], noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 2, selector: ({ registry }) => registry },
  ),
  trustedCAs: fc.oneof(
    fc.tuple(word, certificate).map(([name, text]) => [TrustedCA.pem(name, text)]),
    fc.tuple(word, secretKey).map(([name, secret]) => [TrustedCA.fromSecret(name, secret)]),
    fc
      .tuple(certificate, secretKey)
      .map(([text, secret]) => [TrustedCA.pem('z', text), TrustedCA.fromSecret('a', secret)]),
  ),
};

/** What all machines of a cluster get. */
export const sharedBootstrap: fc.Arbitrary<SharedBootstrapProps> = someOf(sharedParts);

type Formatted = 'format' | 'mounts' | 'diskSetup' | 'bootCommands';

const anyFormat = someOf<Omit<Every<BootstrapProps>, Formatted>>({
  ...sharedParts,
  files: fc.uniqueArray(file, { minLength: 1, maxLength: 3, selector: ({ path }) => path }),
  preKubeadmCommands: commands,
  postKubeadmCommands: commands,
  verbosity: fc.integer({ min: 0, max: 10 }),
});
const cloudInit = someOf<Pick<Every<BootstrapProps>, Formatted>>({
  format: fc.constant(MachineFormat.cloudInit()),
  bootCommands: commands,
  mounts: fc.uniqueArray(
    fc.tuple(word, absolutePath).map(([id, path]) => [`UUID=${id}`, path]),
    { minLength: 1, maxLength: 2, selector: ([, path]) => path },
  ),
  diskSetup: halfOf({
    partitions: fc.constant([
      { device: '/dev/vdb', layout: true, overwrite: false, tableType: 'gpt' as const },
    ]),
    filesystems: fc.constant([{ device: '/dev/vdc', filesystem: 'ext4', label: 'data' }]),
  }),
});
const ignition: fc.Arbitrary<BootstrapProps> = fc.constantFrom(
  { format: MachineFormat.ignition() },
  {
    format: MachineFormat.ignition({
      strict: false,
      containerLinuxConfig: { update: { group: 'lts' } },
    }),
    diskSetup: { filesystems: [{ device: '/dev/vdc', filesystem: 'ext4', label: 'data' }] },
    mounts: [['LABEL=data', '/srv/data']],
  },
);

/** What machines of one kind get and do besides kubeadm's own work. */
export const bootstrap: fc.Arbitrary<BootstrapProps> = fc
  .tuple(anyFormat, fc.oneof({ weight: 3, arbitrary: cloudInit }, ignition))
  .map(([common, formatted]) => ({ ...common, ...formatted }));

/** What machines with Windows get, which do without what their cluster has for Linux. */
export const windowsBootstrap: fc.Arbitrary<BootstrapProps> = halfOf<
  Pick<Every<BootstrapProps>, 'files' | 'preKubeadmCommands' | 'postKubeadmCommands' | 'verbosity'>
>({
  files: fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('C:/Program Files/', 'c:\\k\\', '/k/'), word, oddText)
      .map(([folder, name, content]) => ({ path: `${folder}${name}`, content: `${content}.` })),
    { minLength: 1, maxLength: 2, selector: ({ path }) => path },
  ),
  preKubeadmCommands: commands,
  postKubeadmCommands: commands,
  verbosity: fc.integer({ min: 0, max: 10 }),
}).map((own) => ({ ...own, proxy: undefined, registryMirrors: [], trustedCAs: [], users: [] }));
