import type { ImportFile } from '../../provision/import-file';
import { type FleetPlan, itemsOf } from '../plan/fleet-plan';
import { isResource, type ResourceKind } from '../plan/plan';
import type { ExistingResource } from './cloud-search';

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

/** Returns the type of a component in a stack. */
function componentType(kind: string): string {
  return `capi-fleet:index:${kind}`;
}

/** Creates the import file of resources that exist once in the cloud; ambiguous ones are left out. */
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

/**
 * Describes for people what exists, what is ambiguous, and how to import all of it.
 *
 * It has no command for a single resource: `pulumi import` would put it beside its component, which does not exist yet,
 * and the next `pulumi up` would create a second one and delete the imported one.
 */
export function importText(existing: readonly ExistingResource[]): string {
  if (existing.length === 0) return 'nothing in the cloud has a planned name\n';
  const single = existing.filter(({ ids }) => ids.length === 1);
  const lines = single.map(({ resource: { kind, name }, ids }) => [TYPES[kind], name, ...ids]);
  const widths = [0, 1].map((column) => Math.max(0, ...lines.map((line) => widthOf(line, column))));
  const table = lines.map((line) =>
    line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '),
  );
  return [
    ...table,
    ...(table.length === 0 ? [] : ['', ...IMPORT_COMMANDS]),
    ...ambiguousLines(existing),
    '',
  ].join('\n');
}

/** Returns a line for each planned resource that could be several objects in the cloud. */
export function ambiguousLines(existing: readonly ExistingResource[]): readonly string[] {
  return existing
    .filter(({ ids }) => ids.length > 1)
    .map(
      ({ resource: { kind, name, args }, ids }) =>
        `${name} is ambiguous: ${kind} ${JSON.stringify(args.name ?? name)} could be any of ${ids.join(', ')}\n` +
        '  allowed: one object of that name\n  fix: rename or delete all but one',
    );
}

function widthOf(line: readonly string[], column: number): number {
  return line[column]?.length ?? 0;
}

const IMPORT_COMMANDS = [
  'to import all of it, with its components, into the selected stack:',
  '  capi-fleet import --json PROGRAM > import.json',
  '  pulumi import --file import.json --generate-code=false --protect=false',
];
