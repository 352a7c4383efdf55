import type { SecurityRuleModel } from '../../addons/model/firewall-rule';
import { tryParseCidr } from '../../base/cidr';
import { nodeRanges } from '../../cluster/model/address-families';
import { CLOUD_CONTROLLER_NAME } from '../model/addon-facts';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackEndpoint } from '../model/endpoint';
import { endpointRanges, usedFamilies } from '../model/machine-families';

/** Role of the machines in a provisioned group. */
export type GroupRole = 'control-plane' | 'workers';

/** Rule of a provisioned security group. */
export interface FirewallRule {
  /** Group of the rule. */
  readonly group: GroupRole;
  /** Name, unique in its group. */
  readonly name: string;
  /** Purpose of the rule. */
  readonly reason: string;
  readonly direction: 'ingress' | 'egress';
  readonly etherType: 'IPv4' | 'IPv6';
  /** Protocol; absent for all protocols. */
  readonly protocol?: string;
  readonly portRangeMin?: number;
  readonly portRangeMax?: number;
  /** Remote side; absent for any address. */
  readonly remote?: RemoteSide;
}

/** Remote side of a firewall rule. */
export type RemoteSide =
  | { readonly role: GroupRole }
  | { readonly cidr: string }
  | { readonly groupId: string };

type Family = FirewallRule['etherType'];
type Ports = readonly [first: number, last: number];

const GROUPS: readonly GroupRole[] = ['control-plane', 'workers'];
const ETCD: Ports = [2379, 2380];
const KUBELET: Ports = [10250, 10250];
const NODE_PORTS: Ports = [30_000, 32_767];
const ANYWHERE = { IPv4: '0.0.0.0/0', IPv6: '::/0' } as const;

/** Computes the rules of a cluster's groups: those that control plane, endpoint, CNI and addons need, and the user's. */
export function firewallRules(cluster: OpenStackCluster): readonly FirewallRule[] {
  const { securityGroups } = cluster;
  if (securityGroups.kind !== 'provisioned') return [];
  const families = familiesOf(cluster);
  const rules = [
    ...egress(),
    ...apiServer(cluster, families),
    ...between(families, 'etcd', 'members of etcd', ['control-plane'], ['control-plane'], ETCD),
    ...between(families, 'kubelet', 'API server and metrics', GROUPS, GROUPS, KUBELET),
    ...nodePorts(cluster),
    ...(securityGroups.allowAllInClusterTraffic
      ? between(families, 'in-cluster', 'machines of the cluster', GROUPS, GROUPS)
      : []),
    ...securityGroups.rules.flatMap(ownRules),
  ];
  return withoutEquals(rules);
}

function familiesOf({ network, podCidrs }: OpenStackCluster): readonly Family[] {
  return [...usedFamilies(network, podCidrs)].map(nameOf).sort();
}

function etherTypeOf(cidr: string): Family {
  return nameOf(tryParseCidr(cidr)?.family ?? 4);
}

function nameOf(family: 4 | 6): Family {
  return `IPv${family}`;
}

/** Neutron's default egress rules are deleted, so that the plan contains every rule. */
function egress(): FirewallRule[] {
  const families: readonly Family[] = ['IPv4', 'IPv6'];
  return GROUPS.flatMap((group) =>
    families.map((etherType) => ({
      group,
      name: named('egress', etherType),
      reason: 'images, clouds and clocks',
      direction: 'egress' as const,
      etherType,
    })),
  );
}

function apiServer(cluster: OpenStackCluster, families: readonly Family[]): FirewallRule[] {
  const { endpoint, apiServerPort } = cluster;
  const port: Ports = [apiServerPort, apiServerPort];
  const inside = between(families, 'api-server', 'nodes', ['control-plane'], GROUPS, port);
  const additional = 'additionalPorts' in endpoint ? endpoint.additionalPorts : [];
  const outside = [apiServerPort, ...additional].flatMap((one) =>
    endpointSources(cluster, families).map(({ cidr, etherType }, index) => ({
      ...ingress('control-plane', etherType, [one, one]),
      name: `${one === apiServerPort ? 'endpoint' : `endpoint-${one}`}${index === 0 ? '' : `-${index + 1}`}`,
      reason: 'the endpoint of the API server',
      remote: { cidr },
    })),
  );
  return [...inside, ...outside];
}

/** Sources of connections through the endpoint, as machines see them. */
function endpointSources(
  { endpoint, network }: OpenStackCluster,
  families: readonly Family[],
): readonly { readonly cidr: string; readonly etherType: Family }[] {
  if (endpoint.kind === 'external') return [];
  const nodes = endpointRanges(network).map(source);
  const everybody = families.map((etherType) => ({ cidr: ANYWHERE[etherType], etherType }));
  if (endpoint.kind === 'virtualIp' || endpoint.kind === 'machine') return everybody;
  if (hidesSources(endpoint) && nodes.length > 0) return nodes;
  return endpoint.allowedCidrs.length === 0
    ? everybody
    : [...nodes, ...endpoint.allowedCidrs.map(source)];
}

function source(cidr: string) {
  return { cidr, etherType: etherTypeOf(cidr) };
}

/** Octavia's amphorae connect from their own addresses; other and unknown drivers may keep the client's address. */
function hidesSources(endpoint: Extract<OpenStackEndpoint, { provider?: string }>): boolean {
  return endpoint.provider?.toLowerCase() === 'amphora';
}

/** Load balancers of the cloud controller manager connect to node ports from the machines' subnets. */
function nodePorts({ addons, network }: OpenStackCluster): FirewallRule[] {
  if (!addons.some((addon) => CLOUD_CONTROLLER_NAME.of(addon) !== undefined)) return [];
  return nodeRanges(network)
    .map(source)
    .flatMap(({ cidr, etherType }) =>
      (['tcp', 'udp'] as const).map((protocol) => ({
        ...ingress('workers', etherType, NODE_PORTS),
        protocol,
        name: named(`node-ports-${protocol}`, etherType),
        reason: 'load balancers of services',
        remote: { cidr },
      })),
    );
}

function ingress(group: GroupRole, etherType: Family, [portRangeMin, portRangeMax]: Ports) {
  return {
    group,
    direction: 'ingress' as const,
    etherType,
    protocol: 'tcp',
    portRangeMin,
    portRangeMax,
  };
}

function between(
  families: readonly Family[],
  name: string,
  reason: string,
  to: readonly GroupRole[],
  from: readonly GroupRole[],
  ports?: Ports,
): FirewallRule[] {
  return to.flatMap((group) =>
    from.flatMap((role) =>
      families.map((etherType) => ({
        ...(ports === undefined
          ? { group, direction: 'ingress' as const, etherType }
          : ingress(group, etherType, ports)),
        name: named(`${name}-from-${role}`, etherType),
        reason,
        remote: { role },
      })),
    ),
  );
}

/** Rules of the user, the CNI and addons: one for each group and each remote side. */
function ownRules(rule: SecurityRuleModel): FirewallRule[] {
  const { scope, peer, direction, etherType, protocol, portRangeMin, portRangeMax } = rule;
  const groups = GROUPS.filter(
    (group) => scope === 'allNodes' || (scope === 'workers') === (group === 'workers'),
  );
  return groups.flatMap((group) =>
    remotesOf(peer).map(({ suffix, remote }) => ({
      group,
      name: `${rule.name}${suffix}`,
      reason: rule.description,
      direction,
      etherType,
      ...(protocol === undefined ? {} : { protocol }),
      ...(portRangeMin === undefined ? {} : { portRangeMin }),
      ...(portRangeMax === undefined ? {} : { portRangeMax }),
      remote,
    })),
  );
}

function remotesOf(
  peer: SecurityRuleModel['peer'],
): readonly { readonly suffix: string; readonly remote: RemoteSide }[] {
  if (peer.kind === 'cidr') return [{ suffix: '', remote: { cidr: peer.cidr } }];
  if (peer.kind === 'group') return [{ suffix: '', remote: { groupId: peer.id } }];
  return peer.groups.map((group) => {
    const role = group === 'worker' ? 'workers' : 'control-plane';
    return { suffix: `-from-${role}`, remote: { role } };
  });
}

function named(name: string, etherType: Family): string {
  return etherType === 'IPv4' ? name : `${name}-ipv6`;
}

/** Neutron refuses a rule that a group already has under another name. */
function withoutEquals(rules: readonly FirewallRule[]): readonly FirewallRule[] {
  const seen = new Map<string, FirewallRule>();
  for (const rule of rules) {
    const { name: _name, reason: _reason, protocol = '', ...rest } = rule;
    const key = JSON.stringify([protocol, Object.entries(rest).sort()]);
    if (!seen.has(key)) seen.set(key, rule);
  }
  return [...seen.values()];
}
