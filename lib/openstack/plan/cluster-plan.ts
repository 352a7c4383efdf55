import { cloudName } from '../../cluster/model/cloud-name';
import {
  listenerName,
  loadBalancerName,
  securityGroupName,
  subnetName,
} from '../model/cloud-names';
import type { OpenStackCluster } from '../model/cluster';
import { madeCredential } from '../model/credentials';
import { type FloatingIPModel, hasBalancer } from '../model/endpoint';
import type { Lookup } from '../model/lookup';
import type { OpenStackMachine } from '../model/machine';
import { isIPv6Only } from '../model/machine-families';
import type { ProvisionedNetworkModel } from '../model/provisioned-network';
import { firewallRules } from './firewall';
import {
  type FloatingIPSpec,
  planAddress,
  planFloatingIP,
  planLoadBalancer,
} from './load-balancer-plan';
import { lookupArgs } from './lookup-args';
import { interfaceOf, planNetwork } from './network-plan';
import {
  given,
  isResource,
  type PlanItem,
  type PlannedComponent,
  type PlannedResource,
  type PlanValue,
  type ResourceKind,
  refTo,
} from './plan';
import { planSecurityGroups } from './security-groups-plan';

/** Plan of one cluster. */
export interface ClusterPlan<C extends OpenStackCluster = OpenStackCluster> {
  /** Cluster of the plan. */
  readonly cluster: C;
  /** Groups of resources, the cluster's own first. */
  readonly components: readonly PlannedComponent[];
  /** Resources and lookups, each after those that it refers to. */
  readonly items: readonly PlanItem[];
  /** Values for the manifests that are known only after provisioning. */
  readonly handOver: Readonly<Record<string, PlanValue>>;
}

/** Context that the plans of a cloud's clusters share. */
export interface CloudSurroundings {
  /** Finds the external network; the lookup becomes part of the plan. */
  externalNetwork(): { readonly id: PlanValue; readonly name: PlanValue } | undefined;
  /** Finds the DNS zone of endpoints; the lookup becomes part of the plan. */
  dnsZone(zone: string): PlanValue;
  /** Finds the role names of the user who provisions; the lookup becomes part of the plan. */
  roles(): PlanValue;
  /** Tells whether the same plan creates a shared network. */
  makes(network: ProvisionedNetworkModel): boolean;
  /** Suffix of a credential's name; another value creates another credential. */
  readonly rotation: string;
}

/** Last kinds of a component; a credential is created after them, once there is something to use it for. */
const ENDS: ReadonlySet<ResourceKind> = new Set([
  'routerInterface',
  'monitor',
  'floatingIPAssociation',
]);

/** Network and subnet of a cluster's machines. */
interface Place {
  readonly networkId: PlanValue;
  readonly subnetId: PlanValue;
  readonly handOver: Readonly<Record<string, PlanValue>>;
  /** Resources without which the network cannot be reached. */
  readonly after: readonly string[];
}

/** Plans everything that `pulumi up` creates for a cluster. */
export function planCluster<C extends OpenStackCluster>(
  cluster: C,
  cloud: CloudSurroundings,
): ClusterPlan<C> {
  return { ...new ClusterPlanner(cluster, cloud).plan(), cluster };
}

class ClusterPlanner {
  private readonly components: PlannedComponent[] = [];
  private readonly items: PlanItem[] = [];
  private readonly handOver: Record<string, PlanValue> = {};

  constructor(
    private readonly cluster: OpenStackCluster,
    private readonly cloud: CloudSurroundings,
  ) {}

  plan(): Omit<ClusterPlan, 'cluster'> {
    const { cluster } = this;
    this.components.push({ name: cluster.path, kind: 'WorkloadCluster' });
    const place = this.planPlace();
    Object.assign(this.handOver, place?.handOver);
    this.planGroups();
    if (place !== undefined) this.planEndpoint(place);
    this.planMachineAddress();
    this.planServerGroup('control-plane', cluster.controlPlane);
    for (const pool of cluster.pools) this.planServerGroup(pool.name, pool);
    this.planCredential();
    const { components, items, handOver } = this;
    return { components, items, handOver };
  }

  private planPlace(): Place | undefined {
    const { network } = this.cluster;
    if (network.kind === 'managed') return undefined;
    if (network.kind === 'adopted') return this.adoptedPlace(network.network, network.subnets[0]);
    if (network.shared) return this.sharedPlace(network);
    const component = this.component('network', 'OpenStackNetwork');
    const external = this.cloud.externalNetwork();
    this.items.push(
      ...planNetwork(component, network, {
        ...(external === undefined ? {} : { externalNetworkId: external.id }),
        ...(network.router === undefined
          ? {}
          : { routerId: this.find('router', 'adopted-router', network.router) }),
      }),
    );
    return placeIn(component, network);
  }

  private sharedPlace(network: ProvisionedNetworkModel): Place {
    if (this.cloud.makes(network)) return placeIn(network.owner, network);
    const byName = (name: string): Lookup => ({ filter: { name } });
    const networkId = this.find('network', 'shared-network', byName(network.name));
    const name = subnetName(network.name, 4);
    const subnetId = this.find('subnet', 'shared-subnet', byName(name), networkId);
    const handOver = { network: networkId, subnets: [subnetId] };
    return { networkId, subnetId, after: [], handOver };
  }

  private adoptedPlace(network: Lookup, subnet: Lookup | undefined): Place | undefined {
    const { endpoint } = this.cluster;
    if (endpoint.kind !== 'loadBalancer' && endpoint.kind !== 'virtualIp') return undefined;
    if (subnet === undefined) return undefined;
    const networkId = this.find('network', 'adopted-network', network);
    const subnetId = this.find('subnet', 'adopted-subnet', subnet, networkId);
    return { networkId, subnetId, after: [], handOver: {} };
  }

  private planGroups(): void {
    const { cluster } = this;
    if (cluster.securityGroups.kind !== 'provisioned') return;
    const component = this.component('security-groups', 'OpenStackSecurityGroups');
    const names = {
      'control-plane': securityGroupName(cluster, 'control-plane'),
      workers: securityGroupName(cluster, 'workers'),
    };
    const spec = { names, rules: firewallRules(cluster), tags: cluster.tags };
    this.items.push(...planSecurityGroups(component, spec));
    this.handOver.controlPlaneGroup = refTo(`${component}/control-plane`, 'id');
    this.handOver.workersGroup = refTo(`${component}/workers`, 'id');
  }

  private planEndpoint(place: Place): void {
    const { endpoint } = this.cluster;
    if (endpoint.kind === 'loadBalancer') this.planLoadBalancer(place);
    if (endpoint.kind === 'virtualIp') this.planVirtualIp(place);
  }

  private planLoadBalancer({ subnetId, after }: Place): void {
    const { cluster } = this;
    const { endpoint, apiServerPort, tags } = cluster;
    if (endpoint.kind !== 'loadBalancer') return;
    const component = this.component('load-balancer', 'OpenStackLoadBalancer');
    const { provider, flavorId, monitor, vipAddress, allowedCidrs, additionalPorts } = endpoint;
    const floatingIP = this.floatingIP(endpoint.floatingIP);
    this.items.push(
      ...planLoadBalancer(
        component,
        {
          name: loadBalancerName(cluster),
          ports: [apiServerPort, ...[...additionalPorts].sort((a, b) => a - b)],
          allowedCidrs: [...allowedCidrs].sort(),
          floatingIP,
          tags,
          ...(provider === undefined ? {} : { provider }),
          ...(flavorId === undefined ? {} : { flavorId }),
          ...(monitor === undefined ? {} : { monitor }),
          ...(vipAddress === undefined ? {} : { vipAddress }),
        },
        { subnetId, after },
      ),
    );
    const vip = refTo(`${component}/load-balancer`, 'vipAddress');
    this.nameEndpoint(component, endpoint.dnsName, floatingIP, vip);
  }

  private planVirtualIp({ networkId, subnetId, after }: Place): void {
    const { cluster } = this;
    const { endpoint } = cluster;
    if (endpoint.kind !== 'virtualIp') return;
    const component = this.component('virtual-ip', 'OpenStackVirtualIp');
    const port: PlannedResource = {
      name: `${component}/port`,
      component,
      kind: 'port',
      args: given({
        name: `${cloudName(cluster)}-api`,
        description: 'Kubernetes API server',
        networkId,
        adminStateUp: true,
        fixedIps: [{ subnetId, ipAddress: endpoint.address }],
        tags: cluster.tags.length === 0 ? undefined : cluster.tags,
      }),
    };
    const floatingIP = this.floatingIP(endpoint.floatingIP);
    const portId = refTo(port.name, 'id');
    this.items.push(port, ...planFloatingIP(component, floatingIP, portId, cluster.tags, after));
    this.nameEndpoint(component, endpoint.dnsName, floatingIP, endpoint.address);
  }

  /** The provider associates the floating IP with its machine. */
  private planMachineAddress(): void {
    const { path, endpoint, tags } = this.cluster;
    if (endpoint.kind !== 'machine') return;
    const floatingIP = this.floatingIP(endpoint.floatingIP);
    if (floatingIP.kind === 'none') return;
    if (floatingIP.kind === 'allocated') this.items.push(planAddress(path, floatingIP.pool, tags));
    const inside = floatingIP.kind === 'address' ? floatingIP.address : '';
    this.nameEndpoint(path, endpoint.dnsName, floatingIP, inside);
  }

  private nameEndpoint(
    component: string,
    dnsName: string | undefined,
    floatingIP: FloatingIPSpec,
    inside: PlanValue,
  ): void {
    const isMade = floatingIP.kind === 'allocated';
    const address = isMade ? refTo(`${component}/floating-ip`, 'address') : inside;
    if (isMade) this.handOver.floatingIP = address;
    const { dnsZone } = this.cluster.cloud;
    if (dnsName === undefined || dnsZone === undefined) return;
    const record = floatingIP.kind === 'address' ? floatingIP.address : address;
    const zoneId = this.cloud.dnsZone(dnsZone);
    const type = isMade || !this.isIPv6(record) ? 'A' : 'AAAA';
    const args = { zoneId, name: `${dnsName}.`, type, ttl: 300, records: [record] };
    this.items.push({ name: `${component}/dns-record`, component, kind: 'recordSet', args });
  }

  /** Tells whether an address is IPv6; an address that is not known yet has the family of the machines. */
  private isIPv6(address: PlanValue): boolean {
    const { endpoint, network } = this.cluster;
    const given = hasBalancer(endpoint) ? endpoint.vipAddress : undefined;
    const known = typeof address === 'string' ? address : given;
    return known?.includes(':') ?? isIPv6Only(network);
  }

  private floatingIP(model: FloatingIPModel | undefined): FloatingIPSpec {
    if (model?.kind === 'address') return model;
    if (model?.kind === 'none' || model?.kind === 'ephemeral') return { kind: 'none' };
    const external = this.cloud.externalNetwork();
    return external === undefined ? { kind: 'none' } : { kind: 'allocated', pool: external.name };
  }

  private planServerGroup(group: string, machine: OpenStackMachine): void {
    const { serverGroup, serverGroupPolicy } = machine;
    if (serverGroup === undefined || 'id' in serverGroup || serverGroupPolicy === undefined) return;
    this.items.push({
      name: `${this.cluster.path}/server-group-${group}`,
      component: this.cluster.path,
      kind: 'serverGroup',
      args: given({ name: serverGroup.filter.name, policies: [serverGroupPolicy] }),
    });
  }

  private planCredential(): void {
    const { cluster, cloud } = this;
    const credential = madeCredential(cluster.credentials);
    if (credential === undefined) return;
    const { roles = cloud.roles(), expiresAt } = credential;
    const end = expiresAt === undefined ? '' : `-${expiresAt.replace(/[^0-9TZ]/g, '')}`;
    this.items.push({
      name: `${cluster.path}/credential`,
      component: cluster.path,
      kind: 'applicationCredential',
      args: given({
        name: `${cloudName(cluster)}-${cloud.rotation}${end}`,
        description: `Cluster ${cluster.path}`,
        unrestricted: false,
        roles,
        expiresAt,
      }),
      after: this.items.flatMap((item) =>
        isResource(item) && ENDS.has(item.kind) ? item.name : [],
      ),
    });
  }

  private component(name: string, kind: PlannedComponent['kind']): string {
    const component = `${this.cluster.path}/${name}`;
    this.components.push({ name: component, kind, parent: this.cluster.path });
    return component;
  }

  private find(
    lookup: 'network' | 'subnet' | 'router',
    as: string,
    by: Lookup,
    networkId?: PlanValue,
  ): PlanValue {
    if ('id' in by) return by.id;
    const { path } = this.cluster;
    const args = { ...lookupArgs(by), ...given({ networkId }) };
    const name = `${path}/${as}`;
    this.items.push({ name, component: path, lookup, args });
    return refTo(name, 'id');
  }
}

function placeIn(component: string, network: ProvisionedNetworkModel): Place {
  const subnets = [`${component}/subnet`];
  if (network.nodeCidrIPv6 !== undefined) subnets.push(`${component}/subnet-ipv6`);
  const networkId = refTo(`${component}/network`, 'id');
  return {
    networkId,
    subnetId: refTo(`${component}/subnet`, 'id'),
    after: [interfaceOf(`${component}/subnet`)],
    handOver: {
      network: networkId,
      subnets: subnets.map((subnet) => refTo(subnet, 'id')),
      ...(network.router === undefined ? { router: refTo(`${component}/router`, 'id') } : {}),
    },
  };
}

/** Lists the names that the OpenStack provider looks up for a cluster whose load balancer is provisioned. */
export function adoptedNames(cluster: OpenStackCluster): readonly string[] {
  const { endpoint, apiServerPort } = cluster;
  if (!hasBalancer(endpoint)) return [];
  const ports = [apiServerPort, ...endpoint.additionalPorts];
  return [loadBalancerName(cluster), ...ports.map((port) => listenerName(cluster, port))];
}
