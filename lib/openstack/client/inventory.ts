import { mapsIn, valueAt } from '../../base/value-at';
import type { Service } from './catalog';
import type { CloudClient, CloudObject } from './cloud-client';
import { CloudError } from './cloud-error';

/** Things that are listed once for a whole project. */
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

/** Tells whether things of a kind are listed once for a whole project. */
export function isOwnKind(kind: string): kind is OwnKind {
  return Object.hasOwn(SOURCES, kind);
}

/** What is in a project, each list of it read once and when it is first asked for. */
export class Inventory {
  private readonly lists = new Map<string, Promise<Objects>>();

  constructor(private readonly client: CloudClient) {}

  /** Everything of a kind in the project; nothing where the cloud has no such service. */
  own(kind: OwnKind): Promise<Objects> {
    const [service, path, key] = SOURCES[kind];
    const query = service === 'compute' ? '' : `?project_id=${this.client.projectId}`;
    return this.list(service, `${path}${query}`, key);
  }

  /** Things that a look-up finds, of whichever project. */
  anybodys(
    kind: 'network' | 'subnet' | 'router',
    query: Readonly<Record<string, string>>,
  ): Promise<Objects> {
    const [service, path, key] = SOURCES[kind];
    return this.list(service, `${path}?${new URLSearchParams(query)}`, key);
  }

  /** Ports that the user may see, of whichever project. */
  anybodysPorts(query: Readonly<Record<string, string>>): Promise<Objects> {
    return this.list('network', `/ports?${new URLSearchParams(query)}`, 'ports');
  }

  /** Application credentials of the user; none where these may not be listed, as by one that is restricted. */
  async credentials(): Promise<Objects> {
    const path = `/users/${this.client.userId}/application_credentials`;
    try {
      return await this.list('identity', path, 'application_credentials');
    } catch (error) {
      if (error instanceof CloudError && error.isRefusal) return [];
      throw error;
    }
  }

  /** Ports of the project. */
  ports(query: Readonly<Record<string, string>>): Promise<Objects> {
    const all = { ...query, project_id: this.client.projectId };
    return this.list('network', `/ports?${new URLSearchParams(all)}`, 'ports');
  }

  /** Key pairs of the user. */
  async keyPairs(): Promise<Objects> {
    const pairs = await this.list('compute', '/os-keypairs', 'keypairs');
    return mapsIn(pairs.map((pair) => valueAt(pair, 'keypair')));
  }

  /** Zones of Designate. */
  zones(name: string): Promise<Objects> {
    return this.list('dns', `/zones?${new URLSearchParams({ name })}`, 'zones');
  }

  /** Records of a zone of Designate. */
  records(zone: string, name: string): Promise<Objects> {
    const path = `/zones/${zone}/recordsets?${new URLSearchParams({ name })}`;
    return this.list('dns', path, 'recordsets');
  }

  /** A list of the cloud by its path; nothing where there is no such service. */
  list(service: Service, path: string, key: string): Promise<Objects> {
    if (!this.client.has(service)) return Promise.resolve([]);
    const name = `${service}${path}`;
    const known = this.lists.get(name) ?? this.client.list(service, path, key);
    this.lists.set(name, known);
    return known;
  }
}
