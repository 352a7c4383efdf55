import { type FleetPlan, itemsOf } from '../plan/fleet-plan';
import { isResource, type ResourceKind } from '../plan/plan';
import type { ExistingResource } from './existing';

/** Types of Pulumi's OpenStack package. */
const TYPES: Readonly<Record<ResourceKind, string>> = {
  network: 'openstack:networking/network:Network',
  subnet: 'openstack:networking/subnet:Subnet',
  router: 'openstack:networking/router:Router',
  routerInterface: 'openstack:networking/routerInterface:RouterInterface',
  securityGroup: 'openstack:networking/secGroup:SecGroup',
  securityGroupRule: 'openstack:networking/secGroupRule:SecGroupRule',
  loadBalancer: 'openstack:loadbalancer/loadBalancer:LoadBalancer',
  listener: 'openstack:loadbalancer/listener:Listener',
  pool: 'openstack:loadbalancer/pool:Pool',
  monitor: 'openstack:loadbalancer/monitor:Monitor',
  port: 'openstack:networking/port:Port',
  floatingIP: 'openstack:networking/floatingIp:FloatingIp',
  floatingIPAssociation: 'openstack:networking/floatingIpAssociate:FloatingIpAssociate',
  serverGroup: 'openstack:compute/serverGroup:ServerGroup',
  keyPair: 'openstack:compute/keypair:Keypair',
  image: 'openstack:images/image:Image',
  applicationCredential: 'openstack:identity/applicationCredential:ApplicationCredential',
  recordSet: 'openstack:dns/recordSet:RecordSet',
};

/** Type of a group of resources in a stack. */
function componentType(kind: string): string {
  return `capi-fleet:index:${kind}`;
}

/** Entry of a file that `pulumi import --file` reads. */
export interface ImportEntry {
  readonly type: string;
  readonly name: string;
  readonly id?: string;
  readonly component?: true;
  readonly parent?: string;
}

/** File that `pulumi import --file` reads: what exists, with the components around it. */
export interface ImportFile {
  readonly resources: readonly ImportEntry[];
}

/** Import file of what exists once in the cloud; what could be several things is left out. */
export function importFile(plan: FleetPlan, existing: readonly ExistingResource[]): ImportFile {
  const found = new Map(existing.map((one) => [one.resource.name, one]));
  const components = [...plan.clouds, ...plan.clusters].flatMap((part) => part.components);
  const wanted = itemsOf(plan)
    .filter(isResource)
    .flatMap((resource) => {
      const [id, ...others] = found.get(resource.name)?.ids ?? [];
      return id === undefined || others.length > 0 ? [] : [{ resource, id }];
    });
  const used = new Set(wanted.map(({ resource }) => resource.component));
  const isAround = (name: string) =>
    [...used].some((one) => one === name || one.startsWith(`${name}/`));
  return {
    resources: [
      ...components
        .filter(({ name }) => isAround(name))
        .map(({ name, kind, parent }) => ({
          type: componentType(kind),
          name,
          component: true as const,
          ...(parent === undefined ? {} : { parent }),
        })),
      ...wanted.map(({ resource: { kind, name, component }, id }) => ({
        type: TYPES[kind],
        name,
        id,
        parent: component,
      })),
    ],
  };
}

/** What exists, one line of `pulumi import` for each resource, and what is ambiguous, as a text for people. */
export function importText(existing: readonly ExistingResource[]): string {
  if (existing.length === 0) return 'nothing in the cloud has a planned name\n';
  const lines = existing.map(({ resource: { kind, name }, ids }) =>
    ids.length === 1
      ? `pulumi import ${TYPES[kind]} '${name}' ${ids[0]}`
      : `# ${name} could be any of ${ids.join(', ')}: delete or rename all but one`,
  );
  return `${lines.join('\n')}\n\n# all at once, in their components:\ncapi-fleet import --json PROGRAM > import.json\npulumi import --file import.json --generate-code=false --protect=false\n`;
}
