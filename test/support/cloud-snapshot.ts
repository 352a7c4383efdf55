import { type CloudObject, OpenStackApi } from './openstack-api';

/** Objects of a project at one time, by kind and identifier. */
export type CloudSnapshot = ReadonlyMap<string, ReadonlyMap<string, CloudObject>>;

/** Kinds of objects, with the service and path that list them. */
const LISTS: Readonly<Record<string, readonly [service: string, path: string]>> = {
  network: ['network', '/networks'],
  subnet: ['network', '/subnets'],
  router: ['network', '/routers'],
  port: ['network', '/ports'],
  'security group': ['network', '/security-groups'],
  'security group rule': ['network', '/security-group-rules'],
  'floating IP': ['network', '/floatingips'],
  'load balancer': ['load-balancer', '/lbaas/loadbalancers'],
  listener: ['load-balancer', '/lbaas/listeners'],
  pool: ['load-balancer', '/lbaas/pools'],
  monitor: ['load-balancer', '/lbaas/healthmonitors'],
  server: ['compute', '/servers/detail'],
  'server group': ['compute', '/os-server-groups'],
  'key pair': ['compute', '/os-keypairs'],
  volume: ['volumev3', '/volumes/detail'],
  image: ['image', '/images'],
  'application credential': ['identity', '/users/{user}/application_credentials'],
};

/** Fields that differ between two looks at something nobody has changed. */
const VOLATILE: ReadonlySet<string> = new Set([
  'updated_at',
  'revision_number',
  'updated',
  'security_group_rules',
]);

/** Looks at everything that the user of a cloud sees of the project. */
export async function snapshot(cloudsFile: string, cloud = 'demo'): Promise<CloudSnapshot> {
  const api = await OpenStackApi.login(cloudsFile, cloud);
  const lists = Object.entries(LISTS).map(async ([kind, [service, path]]) => {
    const own = path.replace('{user}', api.userId);
    const objects = await api.list(service, own);
    return [kind, new Map(objects.map((object) => [idOf(object), lasting(object)]))] as const;
  });
  return new Map(await Promise.all(lists));
}

/** What is there now and was not, or was and is not any more, or has other fields; sorted for each kind. */
export function differences(before: CloudSnapshot, after: CloudSnapshot): readonly string[] {
  return [...after].flatMap(([kind, objects]) => {
    const earlier = before.get(kind) ?? new Map<string, CloudObject>();
    const gone = [...earlier].filter(([id]) => !objects.has(id));
    return [
      ...gone.map(([, object]) => `- ${kind} ${nameOf(object)}`),
      ...[...objects].flatMap(([id, object]) => changes(kind, earlier.get(id), object)),
    ].sort();
  });
}

/** Objects of a kind in a snapshot. */
export function objectsIn(shot: CloudSnapshot, kind: string): readonly CloudObject[] {
  return [...(shot.get(kind)?.values() ?? [])];
}

/** Name of an object, or what tells it from others of its kind where it has none. */
export function nameOf({ name, floating_ip_address: address, id }: CloudObject): string {
  return String(name || address || id);
}

function changes(kind: string, before: CloudObject | undefined, after: CloudObject): string[] {
  if (before === undefined) return [`+ ${kind} ${nameOf(after)}`];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(
      (field) =>
        `~ ${kind} ${nameOf(after)} ${field}: ${show(before, field)} -> ${show(after, field)}`,
    );
}

function show(object: CloudObject, field: string): string {
  return JSON.stringify(object[field]) ?? 'nothing';
}

/** Key pairs come wrapped, and without an identifier. */
function idOf(object: CloudObject): string {
  const { id = Object.values(object)[0] } = object;
  return typeof id === 'string' ? id : JSON.stringify(id);
}

function lasting(object: CloudObject): CloudObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !VOLATILE.has(field)));
}
