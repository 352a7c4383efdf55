import { compute, loadbalancer, networking } from '@pulumi/openstack';
import { ComponentResource, type CustomResourceOptions, type Output } from '@pulumi/pulumi';
import { clusterName } from './names';

const ROLES = ['control-plane', 'workers'] as const;
type Role = (typeof ROLES)[number];

/** Handwritten rule: name, reason, group, ports and the other side. */
type Rule = readonly [name: string, reason: string, role: Role, ports: Ports, from: Role | string];
type Ports = readonly [first: number, last: number];

const API: Ports = [6443, 6443];
const KUBELET: Ports = [10250, 10250];

const INGRESS: readonly Rule[] = [
  ['api-server-from-control-plane', 'nodes', 'control-plane', API, 'control-plane'],
  ['api-server-from-workers', 'nodes', 'control-plane', API, 'workers'],
  ['endpoint', 'the endpoint of the API server', 'control-plane', API, '0.0.0.0/0'],
  ['etcd-from-control-plane', 'members of etcd', 'control-plane', [2379, 2380], 'control-plane'],
  ...ROLES.flatMap((role) =>
    ROLES.map(
      (from): Rule => [`kubelet-from-${from}`, 'API server and metrics', role, KUBELET, from],
    ),
  ),
];

/** Resources of the benchmark fleet, as a user of `@pulumi/openstack` would write them. */
export function byHand(clusters: number): void {
  const external = networking.getNetworkOutput({ name: 'external', external: true });
  for (let index = 0; index < clusters; index++) cluster(clusterName(index), external.id);
}

function cluster(name: string, externalNetworkId: Output<string>): void {
  const path = `bench/${name}`;
  const parent = new ComponentResource('capi-fleet:index:WorkloadCluster', path);
  const cloudName = `bench-${name}`;
  const { subnet, attached } = network(`${path}/network`, cloudName, externalNetworkId, parent);
  groups(`${path}/security-groups`, cloudName, parent);
  balancer(`${path}/load-balancer`, `k8s-clusterapi-cluster-${name}-${name}-kubeapi`, parent, {
    subnetId: subnet.id,
    dependsOn: [attached],
  });
  new compute.ServerGroup(
    `${path}/server-group-control-plane`,
    { name: `${cloudName}-control-plane`, policies: ['soft-anti-affinity'] },
    { parent },
  );
}

function network(
  path: string,
  name: string,
  externalNetworkId: Output<string>,
  around: ComponentResource,
) {
  const parent = new ComponentResource(
    'capi-fleet:index:OpenStackNetwork',
    path,
    {},
    { parent: around },
  );
  const net = new networking.Network(
    `${path}/network`,
    { name, portSecurityEnabled: true, adminStateUp: true },
    { parent },
  );
  const subnet = new networking.Subnet(
    `${path}/subnet`,
    { name, networkId: net.id, cidr: '10.8.0.0/24', ipVersion: 4 },
    { parent },
  );
  const router = new networking.Router(
    `${path}/router`,
    { name, externalNetworkId, adminStateUp: true },
    { parent },
  );
  const attached = new networking.RouterInterface(
    `${path}/router-interface`,
    { routerId: router.id, subnetId: subnet.id },
    { parent, deleteBeforeReplace: true },
  );
  return { subnet, attached };
}

function groups(path: string, name: string, around: ComponentResource): void {
  const type = 'capi-fleet:index:OpenStackSecurityGroups';
  const parent = new ComponentResource(type, path, {}, { parent: around });
  const group = (role: Role, description: string) =>
    new networking.SecGroup(
      `${path}/${role}`,
      { name: `${name}-${role}`, description, deleteDefaultRules: true },
      { parent, ignoreChanges: ['deleteDefaultRules'] },
    );
  const made = {
    'control-plane': group('control-plane', 'Control plane'),
    workers: group('workers', 'Workers'),
  };
  const rule = (role: Role, ruleName: string, args: Partial<networking.SecGroupRuleArgs>) =>
    new networking.SecGroupRule(
      `${path}/${role}/${ruleName}`,
      { securityGroupId: made[role].id, direction: 'ingress', ethertype: 'IPv4', ...args },
      { parent, deleteBeforeReplace: true },
    );
  for (const role of ROLES) {
    const open = { direction: 'egress', description: 'images, clouds and clocks' };
    rule(role, 'egress', open);
    rule(role, 'egress-ipv6', { ...open, ethertype: 'IPv6' });
  }
  for (const [ruleName, description, role, [first, last], from] of INGRESS) {
    const remote = isRole(from) ? { remoteGroupId: made[from].id } : { remoteIpPrefix: from };
    const ports = { protocol: 'tcp', portRangeMin: first, portRangeMax: last };
    rule(role, ruleName, { description, ...ports, ...remote });
  }
}

function balancer(
  path: string,
  name: string,
  around: ComponentResource,
  {
    subnetId,
    dependsOn,
  }: Required<Pick<CustomResourceOptions, 'dependsOn'>> & { readonly subnetId: Output<string> },
): void {
  const type = 'capi-fleet:index:OpenStackLoadBalancer';
  const parent = new ComponentResource(type, path, {}, { parent: around });
  const made = new loadbalancer.LoadBalancer(
    `${path}/load-balancer`,
    { name, description: 'Kubernetes API server', vipSubnetId: subnetId },
    { parent, dependsOn },
  );
  const part = `${name}-6443`;
  const listener = new loadbalancer.Listener(
    `${path}/listener`,
    { name: part, loadbalancerId: made.id, protocol: 'TCP', protocolPort: 6443 },
    { parent, deleteBeforeReplace: true, ignoreChanges: ['allowedCidrs'] },
  );
  const pool = new loadbalancer.Pool(
    `${path}/pool`,
    { name: part, listenerId: listener.id, protocol: 'TCP', lbMethod: 'ROUND_ROBIN' },
    { parent },
  );
  const timing = { delay: 10, timeout: 5, maxRetries: 5, maxRetriesDown: 3 };
  new loadbalancer.Monitor(
    `${path}/monitor`,
    { name: part, poolId: pool.id, type: 'TCP', ...timing },
    { parent, deleteBeforeReplace: true },
  );
}

function isRole(from: string): from is Role {
  return from === 'control-plane' || from === 'workers';
}
