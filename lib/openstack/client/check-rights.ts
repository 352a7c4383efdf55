import type { Issue } from '../../base/errors';
import type { Lookup } from '../model/lookup';
import { argsLookup } from '../plan/lookup-args';
import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedResource,
  type PlanValue,
  type ResourceKind,
} from '../plan/plan';
import type { CloudClient } from './cloud-client';
import { type CloudPart, Lacks, partItems } from './cloud-part';
import { lookupQuery } from './lookup-query';

/** Roles that can only read, in every cloud. */
const READERS: ReadonlySet<string> = new Set([
  'reader',
  'load-balancer_observer',
  'load-balancer_global_observer',
]);
/** Roles of an Octavia with its own roles: those that can only read, and those that can write. */
const OBSERVERS = ['load-balancer_observer', 'load-balancer_global_observer'];
const BALANCERS = ['load-balancer_member', 'load-balancer_admin'];

/** Checks that the user may create what is planned. */
export async function checkRights(client: CloudClient, part: CloudPart): Promise<Issue[]> {
  const planned = partItems(part).filter(isResource);
  if (planned.length === 0 || client.roles.includes('admin')) return [];
  const roles = checkRoles(client, part, planned);
  if (roles.length > 0) return roles;
  return [...checkCredentials(client, planned), ...(await checkOwners(client, part, planned))];
}

function checkRoles(
  { roles, projectId, userId }: CloudClient,
  { cloud }: CloudPart,
  planned: readonly PlannedResource[],
): Issue[] {
  const lacks = new Lacks('cloud-role');
  const add = (role: string, what: string) =>
    lacks.add(cloud.path, 'roles of the user', {
      given: roles,
      allowed: `also the role ${role}, because these can only read ${what}`,
      fix: `ask an administrator to run openstack role add --user ${userId} --project ${projectId} ${role}`,
    });
  const isAny = (names: readonly string[]) => names.some((name) => roles.includes(name));
  if (roles.length > 0 && roles.every((role) => READERS.has(role))) add('member', 'resources');
  const hasBalancer = planned.some(({ kind }) => kind === 'loadBalancer');
  if (hasBalancer && isAny(OBSERVERS) && !isAny(BALANCERS)) {
    add('load-balancer_member', 'load balancers');
  }
  return lacks.issues;
}

/** Keystone lets a credential create another only if it is unrestricted, and only with roles that the user has. */
function checkCredentials(
  { isRestricted, roles, access }: CloudClient,
  planned: readonly PlannedResource[],
): Issue[] {
  const lacks = new Lacks('cloud-credential');
  for (const { kind, component, args } of planned) {
    if (kind !== 'applicationCredential') continue;
    if (isRestricted) {
      lacks.add(component, 'credentials', {
        given: 'an application credential to create',
        allowed: `an existing one, because ${access.origin} is a restricted application credential, which cannot create others`,
        fix: 'sign in with a password, or with a credential from openstack application credential create --unrestricted, or write CloudCredentials.fromSecret(…)',
      });
    }
    const wanted = Array.isArray(args.roles) ? args.roles.map(String) : [];
    const missing = wanted.filter((role) => !roles.includes(role));
    if (missing.length === 0 || roles.length === 0) continue;
    lacks.add(component, 'credentials.roles', {
      given: missing,
      allowed: `roles that the user has in the project: ${roles.join(', ')}`,
      fix: 'leave them out, or sign in as a user who has them',
    });
  }
  return lacks.issues;
}

/** Neutron lets only the owner of a network choose addresses on it, and only the owner of a router attach subnets to it. */
async function checkOwners(
  client: CloudClient,
  part: CloudPart,
  planned: readonly PlannedResource[],
): Promise<Issue[]> {
  const lacks = new Lacks('cloud-owner');
  const lookups = new Map(partItems(part).map((item) => [item.name, item]));
  for (const { kind, component, args } of planned) {
    const owned = OWNED[kind];
    const lookup = owned && lookupOf(args[owned.by], lookups);
    if (owned === undefined || lookup === undefined) continue;
    const [found, ...others] = await client.list(
      'network',
      `/${owned.list}${lookupQuery(lookup)}`,
      owned.list,
    );
    const owner = found?.project_id ?? client.projectId;
    if (others.length > 0 || owner === client.projectId) continue;
    const { prop, allowed, fix } = owned;
    lacks.add(pathOf(component, part), prop, { given: found?.name, allowed, fix });
  }
  return lacks.issues;
}

/** Resource that only the owner of a looked-up object may create. */
interface Owned {
  /** Argument that refers to the object. */
  readonly by: string;
  /** Neutron's list of such objects. */
  readonly list: string;
  /** Prop that the user typed. */
  readonly prop: string;
  readonly allowed: string;
  readonly fix: string;
}

const OWNED: Readonly<Partial<Record<ResourceKind, Owned>>> = {
  port: {
    by: 'networkId',
    list: 'networks',
    prop: 'network',
    allowed: 'a network of the project, because only its owner may choose a virtual IP on it',
    fix: 'choose such a network, or write ApiEndpoint.loadBalancer() or ApiEndpoint.external({ host })',
  },
  routerInterface: {
    by: 'routerId',
    list: 'routers',
    prop: 'router',
    allowed: 'a router of the project, because only its owner may attach subnets',
    fix: 'leave it out to get a new router',
  },
};

/** Returns the lookup of the object that a value refers to, unless the plan creates it. */
function lookupOf(
  value: PlanValue | undefined,
  items: ReadonlyMap<string, PlanItem>,
): Lookup | undefined {
  if (typeof value === 'string') return { id: value };
  if (value === undefined || !isRef(value) || !('from' in value)) return undefined;
  const item = items.get(value.from);
  return item === undefined || isResource(item) ? undefined : argsLookup(item.args);
}

function pathOf(component: string, { clusters }: CloudPart): string {
  const cluster = clusters.find(({ components }) =>
    components.some(({ name }) => name === component),
  );
  return cluster?.cluster.path ?? component;
}
