import { mapsIn, valueAt } from '../../base/value-at';
import type { Service } from './catalog';
import type { CloudClient, CloudObject } from './cloud-client';
import { CloudError } from './cloud-error';

/** Kind of objects that are listed once for a whole project. */
export type OwnKind =
  | 'network'
  | 'subnet'
  | 'router'
  | 'securityGroup'
  | 'floatingIP'
  | 'loadBalancer'
  | 'listener'
  | 'pool'
  | 'monitor'
  | 'serverGroup';

type Objects = readonly CloudObject[];
type Source = readonly [service: Service, path: string, key: string];

const SOURCES: Readonly<Record<OwnKind, Source>> = {
  network: ['network', '/networks', 'networks'],
  subnet: ['network', '/subnets', 'subnets'],
  router: ['network', '/routers', 'routers'],
  securityGroup: ['network', '/security-groups', 'security_groups'],
  floatingIP: ['network', '/floatingips', 'floatingips'],
  loadBalancer: ['loadBalancer', '/lbaas/loadbalancers', 'loadbalancers'],
  listener: ['loadBalancer', '/lbaas/listeners', 'listeners'],
  pool: ['loadBalancer', '/lbaas/pools', 'pools'],
  monitor: ['loadBalancer', '/lbaas/healthmonitors', 'healthmonitors'],
  serverGroup: ['compute', '/os-server-groups', 'server_groups'],
};

/** Tells whether objects of a kind are listed once for a whole project. */
export function isOwnKind(kind: string): kind is OwnKind {
  return Object.hasOwn(SOURCES, kind);
}

/** Content of a project; each list is read once, when it is first needed. */
export class Inventory {
  private readonly lists = new Map<string, Promise<Objects>>();

  constructor(private readonly client: CloudClient) {}

  /** Lists the objects of a kind in the project; empty if the cloud does not have the service. */
  own(kind: OwnKind): Promise<Objects> {
    const [service, path, key] = SOURCES[kind];
    const query = service === 'compute' ? '' : `?project_id=${this.client.projectId}`;
    return this.list(service, `${path}${query}`, key);
  }

  /** Lists the objects that a lookup finds, in any project. */
  anybodys(
    kind: 'network' | 'subnet' | 'router',
    query: Readonly<Record<string, string>>,
  ): Promise<Objects> {
    const [service, path, key] = SOURCES[kind];
    return this.list(service, `${path}?${new URLSearchParams(query)}`, key);
  }

  /** Lists the ports that the user may see, in any project. */
  anybodysPorts(query: Readonly<Record<string, string>>): Promise<Objects> {
    return this.list('network', `/ports?${new URLSearchParams(query)}`, 'ports');
  }

  /** Lists the user's application credentials; empty if the user may not list them, as with a restricted one. */
  async credentials(): Promise<Objects> {
    const path = `/users/${this.client.userId}/application_credentials`;
    try {
      return await this.list('identity', path, 'application_credentials');
    } catch (error) {
      if (error instanceof CloudError && error.isRefusal) return [];
      throw error;
    }
  }

  /** Lists the ports of the project. */
  ports(query: Readonly<Record<string, string>>): Promise<Objects> {
    const all = { ...query, project_id: this.client.projectId };
    return this.list('network', `/ports?${new URLSearchParams(all)}`, 'ports');
  }

  /** Lists the key pairs of the user. */
  async keyPairs(): Promise<Objects> {
    const pairs = await this.list('compute', '/os-keypairs', 'keypairs');
    return mapsIn(pairs.map((pair) => valueAt(pair, 'keypair')));
  }

  /** Lists the zones of Designate with a name. */
  zones(name: string): Promise<Objects> {
    return this.list('dns', `/zones?${new URLSearchParams({ name })}`, 'zones');
  }

  /** Lists the records of a Designate zone with a name. */
  records(zone: string, name: string): Promise<Objects> {
    const path = `/zones/${zone}/recordsets?${new URLSearchParams({ name })}`;
    return this.list('dns', path, 'recordsets');
  }

  /** Reads a list by its path; empty if the cloud does not have the service. */
  list(service: Service, path: string, key: string): Promise<Objects> {
    if (!this.client.has(service)) return Promise.resolve([]);
    const name = `${service}${path}`;
    const known = this.lists.get(name) ?? this.client.list(service, path, key);
    this.lists.set(name, known);
    return known;
  }
}
