/** End-to-end suite: a file `<name>.e2e.ts` in this folder. */
export interface Suite {
  /** Name of the file without `.e2e.ts`. */
  readonly name: string;
  /** Minutes on two cores, the start of its peers included. */
  readonly minutes: number;
  /**
   * When it runs: `core` always, `touched` after a change of what it covers, `long` only when it is asked for.
   *
   * @default touched
   */
  readonly ring?: 'core' | 'touched' | 'long';
  /** Files and folders of the repository whose change calls for it; its own test files always do. */
  readonly covers: readonly string[];
}

const ENGINE = ['lib/openstack', 'lib/provision', 'lib/management', 'constructs/openstack'];
const RENDERED = ['lib/assembly', 'lib/base', 'lib/cluster', 'lib/schema', 'constructs'];
const PROVIDERS = ['aws', 'azure', 'dev', 'hetzner', 'provider', 'vsphere'].map(
  (name) => `lib/${name}`,
);
const MACHINES = ['lib/kubeadm', 'lib/assembly', 'lib/secrets'];
const WRITER = ['lib/output', 'lib/files'];

/** Every suite. */
export const SUITES: readonly Suite[] = [
  {
    name: 'accepted',
    minutes: 7,
    ring: 'core',
    covers: [
      ...RENDERED,
      ...WRITER,
      ...PROVIDERS,
      'lib/addons',
      'lib/openstack/render',
      'examples',
    ],
  },
  { name: 'api-server-features', minutes: 1, covers: MACHINES },
  {
    name: 'applied',
    minutes: 5,
    covers: ['lib/addons', 'lib/cluster', 'lib/assembly', 'examples/homelab'],
  },
  { name: 'calico-rights', minutes: 1, covers: ['lib/addons', 'constructs/addons'] },
  { name: 'cloud-init', minutes: 1, covers: [...MACHINES, 'lib/schema'] },
  {
    name: 'clusters-20',
    minutes: 8,
    covers: ['lib/assembly', 'lib/cluster', 'lib/kubeadm', 'test/lab'],
  },
  { name: 'clusters-200', minutes: 90, ring: 'long', covers: ['lib/cluster', 'lib/kubeadm'] },
  {
    name: 'getting-started',
    minutes: 4,
    ring: 'core',
    covers: ['docs/getting-started.md', 'lib/init', 'lib/dev', 'lib/management'],
  },
  { name: 'ignition', minutes: 1, covers: MACHINES },
  {
    name: 'init',
    minutes: 3,
    ring: 'core',
    covers: [
      'package.json',
      'create-capi-fleet',
      'constructs',
      'lib/base',
      'lib/cli',
      'lib/init',
      'lib/package',
    ],
  },
  { name: 'killed-fleet', minutes: 2, covers: WRITER },
  { name: 'killed-writer', minutes: 5, covers: WRITER },
  { name: 'lab', minutes: 3, covers: ['.ci', 'test/lab'] },
  {
    name: 'life',
    minutes: 9,
    ring: 'core',
    covers: [
      'lib/assembly',
      'lib/cluster',
      'lib/dev',
      'lib/kubeadm',
      'examples/laptop',
      'test/lab',
    ],
  },
  { name: 'names', minutes: 2, covers: ['lib/base', 'lib/cluster', 'lib/openstack/render'] },
  {
    name: 'package',
    minutes: 2,
    ring: 'core',
    covers: [
      'package.json',
      'package-lock.json',
      'tsconfig.build.json',
      'constructs',
      'lib/cli',
      'lib/package',
      'lib/testing',
      'recipes',
    ],
  },
  {
    name: 'newcomer',
    minutes: 3,
    ring: 'core',
    covers: ['package.json', 'constructs', 'lib/cli', 'lib/init', 'lib/package', 'lib/input'],
  },
  {
    name: 'pod-security',
    minutes: 1,
    covers: ['lib/addons', 'lib/cluster/model', 'constructs/addons'],
  },
  { name: 'pools', minutes: 3, covers: ['lib/cluster', 'lib/kubeadm', 'lib/openstack/render'] },
  { name: 'provision', minutes: 4, ring: 'core', covers: ENGINE },
  { name: 'provision-balancer', minutes: 3, covers: ENGINE },
  { name: 'provision-endpoints', minutes: 3, covers: [...ENGINE, 'lib/secrets'] },
  { name: 'provision-examples', minutes: 7, covers: [...ENGINE, 'lib/fleet', 'examples'] },
  { name: 'provision-interrupted', minutes: 7, covers: [...ENGINE, 'lib/cli'] },
  { name: 'provision-preflight', minutes: 7, covers: [...ENGINE, 'lib/cli'] },
  { name: 'provision-story', minutes: 4, covers: [...ENGINE, 'lib/cluster'] },
  {
    name: 'random',
    minutes: 5,
    covers: [...RENDERED, ...MACHINES, ...PROVIDERS, 'lib/input', 'lib/openstack'],
  },
  {
    name: 'refused',
    minutes: 3,
    ring: 'core',
    covers: [...RENDERED, ...MACHINES, 'lib/openstack/rules', 'lib/validation'],
  },
  { name: 'scheduler', minutes: 1, covers: ['lib/addons', 'constructs/addons'] },
  { name: 'secret-sources', minutes: 1, covers: ['lib/secrets', 'lib/registry'] },
  {
    name: 'site',
    minutes: 4,
    ring: 'core',
    covers: ['constructs', 'docs', 'examples', 'recipes', 'site'],
  },
  {
    name: 'stacks',
    minutes: 3,
    covers: ['lib/cli', 'lib/provision', 'lib/openstack/plan', 'lib/fleet', 'stacks'],
  },
  {
    name: 'webhooks',
    minutes: 2,
    covers: ['lib/aws', 'lib/vsphere', 'test/lib/aws', 'test/lib/vsphere', 'test/lab'],
  },
  { name: 'writer-disks', minutes: 1, ring: 'core', covers: WRITER },
];
