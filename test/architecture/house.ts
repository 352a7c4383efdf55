/** One folder of the house. */
export interface Room {
  /** What is in the folder. */
  readonly what: string;
  /** Folders and packages that it may import, besides `lib/base`. */
  readonly may: readonly string[];
}

const PULUMI = ['@pulumi/pulumi', '@pulumi/kubernetes'];
const CDK8S = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

/** Folders of the repository, from the ground up. */
export const HOUSE: Readonly<Record<string, Room>> = {
  'lib/base': {
    what: 'words, ranges, quantities, versions, hashes, YAML texts, errors, the shape of a rule, what messages show of secrets: nothing of clusters',
    may: [],
  },
  'lib/files': { what: 'reading and writing files without following links', may: [] },
  'lib/schema': { what: 'shapes and checks derived from CRD files', may: [] },
  'lib/input': { what: 'what users hand in, held against the typings', may: [] },
  'lib/package': { what: 'one file of all modules, as npm gets the library', may: ['esbuild'] },
  'lib/management': { what: 'asking management clusters what they have', may: [] },
  'lib/cluster': {
    what: "what Cluster API's own kinds say: cluster, control plane as such, pools, health, drain, autoscaling, versions, names, ranges; the interfaces of providers",
    may: ['lib/schema'],
  },
  'lib/registry': { what: 'asking registries for the digests of images', may: ['lib/cluster'] },
  'lib/secrets': {
    what: 'where Secrets come from, and credentials in finished objects',
    may: ['lib/cluster', 'lib/schema'],
  },
  'lib/addons': {
    what: 'what runs in clusters: the catalogue, its rules, how it is delivered',
    may: ['lib/cluster', 'lib/secrets', 'lib/schema', ...CDK8S],
  },
  'lib/kubeadm': {
    what: "bootstrap and kubeadm's control plane, with the jobs on its etcd",
    may: ['lib/addons', 'lib/cluster', 'lib/secrets', 'lib/schema', 'cdk8s'],
  },
  'lib/provision': {
    what: 'stacks, plans and tables of what is made before a cluster, whoever makes it',
    may: ['lib/cluster', ...PULUMI],
  },
  'lib/provider': {
    what: 'what the assembly asks of an infrastructure provider',
    may: ['lib/addons', 'lib/cluster', 'lib/secrets', 'lib/schema'],
  },
  'lib/openstack': {
    what: 'OpenStack: cloud, network, endpoint, ports, groups, machines; their plan, live client, Pulumi components and addons',
    may: [
      'lib/addons',
      'lib/cluster',
      'lib/secrets',
      'lib/schema',
      'lib/files',
      'lib/management',
      'lib/provider',
      'lib/provision',
      '@pulumi/openstack',
      ...PULUMI,
      ...CDK8S,
    ],
  },
  'lib/dev': {
    what: 'the development provider: containers of a laptop, machines in memory',
    may: ['lib/addons', 'lib/cluster', 'lib/provider', 'lib/schema', 'lib/secrets'],
  },
  'lib/vsphere': {
    what: 'vSphere: vCenter, sizes, networks, zones, endpoint, machines; their addons',
    may: ['lib/addons', 'lib/cluster', 'lib/provider', 'lib/secrets', 'lib/schema', ...CDK8S],
  },
  'lib/aws': {
    what: 'AWS: account, network, endpoint, security groups, machines; its addons',
    may: ['lib/addons', 'lib/cluster', 'lib/provider', 'lib/secrets', 'lib/schema'],
  },
  'lib/hetzner': {
    what: 'Hetzner Cloud: project, network, endpoint, servers; their addons',
    may: ['lib/addons', 'lib/cluster', 'lib/provider', 'lib/secrets', 'lib/schema'],
  },
  'lib/azure': {
    what: 'Azure: subscription, network, endpoint, disks, identities, machines; its addons',
    may: ['lib/addons', 'lib/cluster', 'lib/provider', 'lib/secrets', 'lib/schema', ...CDK8S],
  },
  'lib/fleet': { what: 'what holds between clusters', may: ['lib/cluster'] },
  'lib/assembly': {
    what: "the only folder that knows them all: composes a cluster's model, runs all rules, renders all parts, registers the providers",
    may: [
      'lib/addons',
      'lib/cluster',
      'lib/fleet',
      'lib/kubeadm',
      'lib/openstack',
      'lib/dev',
      'lib/vsphere',
      'lib/aws',
      'lib/hetzner',
      'lib/azure',
      'lib/provider',
      'lib/provision',
      'lib/schema',
      'lib/secrets',
    ],
  },
  'lib/output': {
    what: "checking, emitting and writing a fleet; the user's own charts",
    may: [
      'lib/assembly',
      'lib/addons',
      'lib/cluster',
      'lib/files',
      'lib/fleet',
      'lib/schema',
      'lib/secrets',
      'cdk8s',
      'constructs',
    ],
  },
  'lib/validation': {
    what: 'the checks as a plugin of cdk8s',
    may: ['lib/assembly', 'lib/cluster', 'lib/schema'],
  },
  'lib/cli': {
    what: 'the command `capi-fleet`',
    may: [
      'lib/assembly',
      'lib/cluster',
      'lib/management',
      'lib/output',
      'lib/provision',
      'lib/registry',
      '@pulumi/pulumi',
    ],
  },
  constructs: {
    what: 'what a user imports',
    may: [
      'lib/addons',
      'lib/assembly',
      'lib/aws',
      'lib/azure',
      'lib/cluster',
      'lib/dev',
      'lib/files',
      'lib/fleet',
      'lib/hetzner',
      'lib/input',
      'lib/kubeadm',
      'lib/openstack',
      'lib/output',
      'lib/provision',
      'lib/schema',
      'lib/secrets',
      'lib/validation',
      'lib/vsphere',
      ...CDK8S,
    ],
  },
  stacks: {
    what: 'the Pulumi program that loads a fleet by name',
    may: ['constructs', '@pulumi/pulumi'],
  },
  examples: { what: 'programs of fleets', may: ['constructs', 'cdk8s', 'cdk8s-plus-28'] },
};

/** Folder of the house that a file is in; the file itself where it is in none. */
export function roomOf(file: string): string {
  return Object.keys(HOUSE).find((folder) => file.startsWith(`${folder}/`)) ?? file;
}
