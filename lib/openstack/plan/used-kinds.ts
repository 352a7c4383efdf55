import type { PlannedResource, ResourceKind } from './plan';

/** Kinds of which the cloud tells whether something uses them, by the types that stacks have for them. */
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

/** Kind of which the cloud tells whether something uses it. */
export type UsedKind = (typeof USED_TYPES)[keyof typeof USED_TYPES];

const KINDS: Readonly<Record<string, UsedKind>> = USED_TYPES;
const USED: ReadonlySet<string> = new Set(Object.values(USED_TYPES));

const ADDITIONAL_PORT = /\/(listener|pool|monitor)-\d+$/;

/** Tells whether a cluster stops working without a resource, and the cloud tells whether it is in use. */
export function isUsed({ kind, name }: Pick<PlannedResource, 'kind' | 'name'>): boolean {
  return USED.has(kind) && !ADDITIONAL_PORT.test(name);
}

/** Kind of a resource of a stack, where the cloud tells whether it is in use. */
export function usedKindOf(type: string, name: string): UsedKind | undefined {
  return ADDITIONAL_PORT.test(name) ? undefined : KINDS[type];
}

const LOSSES: Readonly<Record<UsedKind, string>> = {
  network: 'machines are on it',
  subnet: 'machines are on it',
  routerInterface: 'machines reach the cloud through it',
  securityGroup: 'machines are in it',
  port: 'it holds the address of the API server',
  floatingIP: 'it is the address of the API server',
  floatingIPAssociation: 'it leads to the API server',
  loadBalancer: 'it leads to the API server',
  listener: 'it leads to the API server',
  pool: 'it leads to the API server',
  monitor: 'it watches the API server',
};

const OTHER_LOSSES: Readonly<Record<string, string>> = {
  'openstack:networking/router:Router': 'machines reach the cloud through it',
  'openstack:dns/recordSet:RecordSet': 'it is the name of the API server',
  'openstack:identity/applicationCredential:ApplicationCredential': 'Cluster API signs in with it',
  'kubernetes:core/v1:Secret': 'Cluster API signs in with it',
};

/** What a running cluster has of a resource of a stack; undefined where it goes on without. */
export function useOf(type: string, name: string): string | undefined {
  const kind = usedKindOf(type, name);
  return kind === undefined ? OTHER_LOSSES[type] : LOSSES[kind];
}
