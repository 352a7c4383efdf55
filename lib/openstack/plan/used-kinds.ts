import type { PlannedResource, ResourceKind } from './plan';

/** Kinds whose use the cloud can report, by resource type in stacks. */
const USED_TYPES = {
  'openstack:networking/network:Network': 'network',
  'openstack:networking/subnet:Subnet': 'subnet',
  'openstack:networking/routerInterface:RouterInterface': 'routerInterface',
  'openstack:networking/secGroup:SecGroup': 'securityGroup',
  'openstack:networking/port:Port': 'port',
  'openstack:networking/floatingIp:FloatingIp': 'floatingIP',
  'openstack:networking/floatingIpAssociate:FloatingIpAssociate': 'floatingIPAssociation',
  'openstack:loadbalancer/loadBalancer:LoadBalancer': 'loadBalancer',
  'openstack:loadbalancer/listener:Listener': 'listener',
  'openstack:loadbalancer/pool:Pool': 'pool',
  'openstack:loadbalancer/monitor:Monitor': 'monitor',
} as const satisfies Readonly<Record<string, ResourceKind>>;

/** Kind whose use the cloud can report. */
export type UsedKind = (typeof USED_TYPES)[keyof typeof USED_TYPES];

const KINDS: Readonly<Record<string, UsedKind>> = USED_TYPES;
const USED: ReadonlySet<string> = new Set(Object.values(USED_TYPES));

const ADDITIONAL_PORT = /\/(listener|pool|monitor)-\d+$/;

/** Tells whether a cluster stops working without a resource and the cloud can report its use. */
export function isUsed({ kind, name }: Pick<PlannedResource, 'kind' | 'name'>): boolean {
  return USED.has(kind) && !ADDITIONAL_PORT.test(name);
}

/** Returns the kind of a stack's resource if the cloud can report its use. */
export function usedKindOf(type: string, name: string): UsedKind | undefined {
  return ADDITIONAL_PORT.test(name) ? undefined : KINDS[type];
}

const LOSSES: Readonly<Record<UsedKind, string>> = {
  network: 'machines are attached to it',
  subnet: 'machines are attached to it',
  routerInterface: 'machines reach the cloud through it',
  securityGroup: 'machines use it',
  port: 'it holds the address of the API server',
  floatingIP: 'it is the address of the API server',
  floatingIPAssociation: 'the API server is reached through it',
  loadBalancer: 'the API server is reached through it',
  listener: 'the API server is reached through it',
  pool: 'the API server is reached through it',
  monitor: 'it checks the health of the API server',
};

const OTHER_LOSSES: Readonly<Record<string, string>> = {
  'openstack:networking/router:Router': 'machines reach the cloud through it',
  'openstack:dns/recordSet:RecordSet': 'it is the name of the API server',
  'openstack:identity/applicationCredential:ApplicationCredential': 'Cluster API signs in with it',
  'kubernetes:core/v1:Secret': 'Cluster API signs in with it',
};

/** Describes what a running cluster uses a stack's resource for; undefined if it works without it. */
export function useOf(type: string, name: string): string | undefined {
  const kind = usedKindOf(type, name);
  return kind === undefined ? OTHER_LOSSES[type] : LOSSES[kind];
}
