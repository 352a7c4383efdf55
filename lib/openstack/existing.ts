import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedResource,
  type PlanValue,
  type ResourceKind,
} from '../plan/plan';
import type { Service } from './catalog';
import type { CloudClient, CloudObject } from './cloud-client';
import { fieldOf } from './fields';

/** Resource of a plan that is in the cloud already. */
export interface ExistingResource {
  /** Resource of the plan. */
  readonly resource: PlannedResource;
  /** Identifiers of everything in the cloud that it could be; more than one is ambiguous. */
  readonly ids: readonly string[];
}

interface Source {
  readonly service: Service;
  readonly path: string;
  readonly key: string;
}

/** Where resources that have names of their own are listed. */
const SOURCES: Readonly<Partial<Record<ResourceKind, Source>>> = {
  network: { service: 'network', path: '/networks', key: 'networks' },
  subnet: { service: 'network', path: '/subnets', key: 'subnets' },
  router: { service: 'network', path: '/routers', key: 'routers' },
  port: { service: 'network', path: '/ports', key: 'ports' },
  securityGroup: { service: 'network', path: '/security-groups', key: 'security_groups' },
  loadBalancer: { service: 'loadBalancer', path: '/lbaas/loadbalancers', key: 'loadbalancers' },
  listener: { service: 'loadBalancer', path: '/lbaas/listeners', key: 'listeners' },
  pool: { service: 'loadBalancer', path: '/lbaas/pools', key: 'pools' },
  monitor: { service: 'loadBalancer', path: '/lbaas/healthmonitors', key: 'healthmonitors' },
};

/**
 * Finds what is in the cloud already under the names of a plan.
 *
 * Security group rules are told by what they say, interfaces and floating addresses by what they belong to. Images and
 * credentials are not looked for: an image that exists needs no upload, and the secret of a credential is known once.
 */
export async function findExisting(
  client: CloudClient,
  items: readonly PlanItem[],
): Promise<readonly ExistingResource[]> {
  return new ExistingSearch(client, items.filter(isResource)).run();
}

class ExistingSearch {
  private readonly ids = new Map<string, readonly string[]>();
  private readonly lists = new Map<string, Promise<readonly CloudObject[]>>();

  constructor(
    private readonly client: CloudClient,
    private readonly resources: readonly PlannedResource[],
  ) {}

  async run(): Promise<readonly ExistingResource[]> {
    for (const resource of this.resources) this.ids.set(resource.name, await this.find(resource));
    return this.resources.flatMap((resource) => {
      const ids = this.ids.get(resource.name) ?? [];
      return ids.length === 0 ? [] : [{ resource, ids }];
    });
  }

  private async find(resource: PlannedResource): Promise<readonly string[]> {
    const { kind, args } = resource;
    const source = SOURCES[kind];
    if (source !== undefined) return this.findNamed(source, args);
    if (kind === 'securityGroupRule') return this.findRule(args);
    if (kind === 'routerInterface') return this.findInterface(args);
    if (kind === 'floatingIPAssociation') return this.findAddress(args);
    if (kind === 'floatingIP') return this.findAddressOf(resource);
    if (kind === 'serverGroup') return this.findServerGroup(args);
    if (kind === 'keyPair') return this.findKeyPair(args);
    return [];
  }

  private async findNamed(source: Source, args: PlannedResource['args']) {
    if (!this.client.has(source.service)) return [];
    const { name } = args;
    const list = await this.list(source, `?name=${encodeURIComponent(String(name))}`);
    return idsOf(list.filter((one) => one.name === name && this.isOwn(one)));
  }

  private isOwn(object: CloudObject): boolean {
    const owner = object.project_id ?? object.tenant_id ?? object.owner;
    return owner === undefined || owner === this.client.projectId;
  }

  private async findRule(args: PlannedResource['args']): Promise<readonly string[]> {
    const group = this.known(args.securityGroupId);
    if (group === undefined) return [];
    const source = {
      service: 'network',
      path: '/security-group-rules',
      key: 'security_group_rules',
    } as const;
    const rules = await this.list(source, `?security_group_id=${group}`);
    const wanted = {
      direction: args.direction,
      ethertype: args.ethertype,
      protocol: args.protocol ?? null,
      port_range_min: args.portRangeMin ?? null,
      port_range_max: args.portRangeMax ?? null,
      remote_ip_prefix: args.remoteIpPrefix ?? null,
      remote_group_id:
        args.remoteGroupId === undefined ? null : (this.known(args.remoteGroupId) ?? ''),
    };
    return idsOf(
      rules.filter((rule) => Object.entries(wanted).every(([name, value]) => rule[name] === value)),
    );
  }

  private async findInterface(args: PlannedResource['args']): Promise<readonly string[]> {
    const router = this.known(args.routerId);
    const subnet = this.known(args.subnetId);
    if (router === undefined || subnet === undefined) return [];
    const source = { service: 'network', path: '/ports', key: 'ports' } as const;
    const ports = await this.list(source, `?device_id=${router}`);
    return idsOf(ports.filter(({ fixed_ips: ips }) => holdsSubnet(ips, subnet)));
  }

  /** Floating address of the port that one of the plan is associated with. */
  private async findAddressOf({ name }: PlannedResource): Promise<readonly string[]> {
    const association = this.resources.find(
      ({ kind, args: { floatingIp } }) =>
        kind === 'floatingIPAssociation' &&
        floatingIp !== undefined &&
        isRef(floatingIp) &&
        'from' in floatingIp &&
        floatingIp.from === name,
    );
    return association === undefined ? [] : this.findAddress(association.args);
  }

  private async findAddress({ portId }: PlannedResource['args']): Promise<readonly string[]> {
    const port = await this.portOf(portId);
    if (port === undefined) return [];
    const source = { service: 'network', path: '/floatingips', key: 'floatingips' } as const;
    return idsOf(await this.list(source, `?port_id=${port}`));
  }

  private async portOf(value: PlanValue | undefined): Promise<string | undefined> {
    if (value === undefined || !isRef(value) || !('from' in value)) return undefined;
    if (value.attribute === 'id') return this.known(value);
    const balancer = this.ids.get(value.from)?.[0];
    if (balancer === undefined) return undefined;
    const answer = await this.client.get('loadBalancer', `/lbaas/loadbalancers/${balancer}`);
    const port = fieldOf(fieldOf(answer, 'loadbalancer'), 'vip_port_id');
    return typeof port === 'string' ? port : undefined;
  }

  private async findServerGroup({ name }: PlannedResource['args']): Promise<readonly string[]> {
    const source = { service: 'compute', path: '/os-server-groups', key: 'server_groups' } as const;
    return idsOf((await this.list(source, '')).filter((one) => one.name === name));
  }

  private async findKeyPair({ name }: PlannedResource['args']): Promise<readonly string[]> {
    const source = { service: 'compute', path: '/os-keypairs', key: 'keypairs' } as const;
    const pairs = (await this.list(source, '')).map((one) => fieldOf(one.keypair, 'name'));
    return pairs.filter((one): one is string => one === name);
  }

  private known(value: PlanValue | undefined): string | undefined {
    if (typeof value === 'string') return value;
    if (value === undefined || !isRef(value) || !('from' in value)) return undefined;
    return this.ids.get(value.from)?.[0];
  }

  private list({ service, path, key }: Source, query: string): Promise<readonly CloudObject[]> {
    const known = this.lists.get(path + query) ?? this.client.list(service, path + query, key);
    this.lists.set(path + query, known);
    return known;
  }
}

function idsOf(objects: readonly CloudObject[]): readonly string[] {
  return objects.map(({ id }) => String(id));
}

function holdsSubnet(fixedIps: unknown, subnet: string): boolean {
  return Array.isArray(fixedIps) && fixedIps.some((one) => fieldOf(one, 'subnet_id') === subnet);
}
