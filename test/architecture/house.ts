/** One folder of the repository. */
export interface Room {
  /** Contents of the folder. */
  readonly what: string;
  /** Folders and packages that it is allowed to import, besides `lib/base`. */
  readonly may: readonly string[];
}

const PULUMI = ['@pulumi/pulumi', '@pulumi/kubernetes'];
const CDK8S = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

/** Folders of the repository, bottom up. */
export const HOUSE: Readonly<Record<string, Room>> = {
  'lib/base': {
    what: 'general helpers that know nothing about clusters: strings, address ranges, quantities, versions, hashes, YAML, errors, the rule type, masking of secrets in messages',
    may: [],
  },
  'lib/files': { what: 'file access that does not follow symbolic links', may: [] },
  'lib/schema': { what: 'types and validation derived from CRD files', may: [] },
  'lib/input': { what: 'validation of user input against the typings', may: [] },
  'lib/package': {
    what: 'bundling of all modules into the single file of the npm package',
    may: ['esbuild'],
  },
  'lib/management': { what: 'queries to management clusters', may: [] },
  'lib/cluster': {
    what: 'Cluster API core kinds: cluster, control plane, pools, health checks, drain, autoscaling, versions, names, address ranges; the interfaces that providers implement',
    may: ['lib/schema'],
  },
  'lib/registry': { what: 'queries to registries for image digests', may: ['lib/cluster'] },
  'lib/secrets': {
    what: 'sources of Secrets, and detection of credentials in finished objects',
    may: ['lib/cluster', 'lib/schema'],
  },
  'lib/addons': {
    what: 'software in workload clusters: the addon catalog, its rules and its delivery',
    may: ['lib/cluster', 'lib/secrets', 'lib/schema', ...CDK8S],
  },
  'lib/kubeadm': {
    what: 'kubeadm bootstrap and control plane, and the maintenance jobs for its etcd',
    may: ['lib/addons', 'lib/cluster', 'lib/secrets', 'lib/schema', 'cdk8s'],
  },
  'lib/provision': {
    what: 'stacks, plans and tables of the resources that are provisioned before a cluster, for any provider',
    may: ['lib/cluster', ...PULUMI],
  },
  'lib/provider': {
    what: 'the interface between the assembly and an infrastructure provider',
    may: ['lib/addons', 'lib/cluster', 'lib/secrets', 'lib/schema'],
  },
  'lib/openstack': {
    what: 'OpenStack: cloud, network, endpoint, ports, groups, machines; their plan, API client, Pulumi components and addons',
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
    what: 'the development provider: containers on a laptop, in-memory machines',
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
  'lib/fleet': { what: 'rules between clusters', may: ['lib/cluster'] },
  'lib/assembly': {
    what: "the only folder that knows all of the above: composes a cluster's model, runs all rules, renders all parts, registers the providers",
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
    what: "checks, YAML output and files of a fleet; the user's own charts",
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
    what: 'the checks as a cdk8s validation plugin',
    may: ['lib/assembly', 'lib/cluster', 'lib/schema'],
  },
  'lib/init': {
    what: 'new projects: the choices, questions and files of `capi-fleet init`',
    may: ['lib/cluster'],
  },
  'lib/testing': {
    what: "helpers for users' tests: look-up of rendered objects, assertions, snapshots, mocks for Pulumi",
    may: ['lib/assembly', 'lib/output', 'lib/provision', '@pulumi/pulumi'],
  },
  'lib/cli': {
    what: 'the `capi-fleet` command',
    may: [
      'lib/assembly',
      'lib/cluster',
      'lib/init',
      'lib/management',
      'lib/output',
      'lib/provision',
      'lib/registry',
      '@pulumi/pulumi',
    ],
  },
  constructs: {
    what: 'the public API',
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
  examples: { what: 'example programs', may: ['constructs', 'cdk8s', 'cdk8s-plus-28'] },
  recipes: {
    what: 'programs for common tasks, which are in the npm package',
    may: ['constructs', 'cdk8s'],
  },
};

/** Returns the folder of a file; the file itself if it is in none. */
export function roomOf(file: string): string {
  return Object.keys(HOUSE).find((folder) => file.startsWith(`${folder}/`)) ?? file;
}
