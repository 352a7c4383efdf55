import type { NamedCluster } from '../../cluster/model/cloud-name';
import { loadBalancerName, managedNetworkName } from '../model/cloud-names';
import type { OpenStackCluster } from '../model/cluster';
import { planAddress, planFloatingIP } from './load-balancer-plan';
import type { ManagedRole } from './managed-rules';
import { given, type PlannedResource, refTo } from './plan';

/** Resource that Cluster API creates, as far as it is known. */
type ManagedResource = Omit<PlannedResource, 'component'>;

/**
 * Lists the resources that Cluster API creates in the cloud for a cluster, besides machines, under their names there.
 *
 * They are never part of `pulumi up`: they are only counted and looked up.
 */
export function managedResources(cluster: OpenStackCluster): readonly PlannedResource[] {
  const component = componentOf(cluster);
  return [
    ...network(component, cluster),
    ...managedGroups(cluster).map(({ resource }) => resource),
    ...loadBalancer(component, cluster),
    ...bastionAddress(`${component}/bastion`, cluster),
  ];
}

function network(component: string, cluster: OpenStackCluster): PlannedResource[] {
  const { network: model, cloud } = cluster;
  if (model.kind !== 'managed') return [];
  const name = managedNetworkName(cluster);
  const networkId = refTo(`${component}/network`, 'id');
  const items: ManagedResource[] = [
    { name: `${component}/network`, kind: 'network', args: { name } },
    { name: `${component}/subnet`, kind: 'subnet', args: { name, networkId } },
  ];
  if (model.router === undefined && cloud.externalNetwork?.kind !== 'none') {
    const routerId = refTo(`${component}/router`, 'id');
    const subnetId = refTo(`${component}/subnet`, 'id');
    items.push(
      { name: `${component}/router`, kind: 'router', args: { name } },
      {
        name: `${component}/router-interface`,
        kind: 'routerInterface',
        args: { routerId, subnetId },
      },
    );
  }
  return items.map((item) => ({ ...item, component }));
}

/** Security group that Cluster API creates, and its role. */
interface ManagedGroup {
  readonly role: ManagedRole;
  readonly resource: PlannedResource;
}

/** Lists the security groups that Cluster API creates for a cluster. */
export function managedGroups(cluster: OpenStackCluster): readonly ManagedGroup[] {
  if (cluster.securityGroups.kind !== 'managed') return [];
  const component = componentOf(cluster);
  return managedRoles(cluster).map((role) => ({
    role,
    resource: {
      name: `${component}/${role}`,
      component,
      kind: 'securityGroup',
      args: { name: `k8s-cluster-${ownName(cluster)}-secgroup-${role}` },
    },
  }));
}

function managedRoles({ bastion }: OpenStackCluster): readonly ManagedRole[] {
  return bastion?.enabled ? ['controlplane', 'worker', 'bastion'] : ['controlplane', 'worker'];
}

function loadBalancer(component: string, cluster: OpenStackCluster): PlannedResource[] {
  const { endpoint, cloud } = cluster;
  if (endpoint.kind === 'machine' && endpoint.floatingIP?.kind === 'ephemeral') {
    return [planAddress(component, undefined, [])];
  }
  if (endpoint.kind !== 'managed') return [];
  const name = `${component}/load-balancer`;
  const isReachable = cloud.externalNetwork?.kind !== 'none';
  const { floatingIP = { kind: 'allocated' } } = endpoint;
  const isAllocated = isReachable && floatingIP.kind === 'allocated';
  return [
    { name, component, kind: 'loadBalancer', args: given({ name: loadBalancerName(cluster) }) },
    ...planFloatingIP(
      component,
      isAllocated ? { kind: 'allocated', pool: '' } : { kind: 'none' },
      refTo(name, 'vipPortId'),
      [],
      [],
    ),
  ];
}

/** Port of the bastion, which is named like its server, and its floating IP. */
function bastionAddress(component: string, cluster: OpenStackCluster): PlannedResource[] {
  const { name, bastion, cloud } = cluster;
  if (!bastion?.enabled) return [];
  const port = `${component}/port`;
  const isAllocated = bastion.floatingIP === undefined && cloud.externalNetwork?.kind !== 'none';
  return [
    { name: port, component, kind: 'port', args: { name: `${name}-bastion-0` } },
    ...planFloatingIP(
      component,
      isAllocated ? { kind: 'allocated', pool: '' } : { kind: 'none' },
      refTo(port, 'id'),
      [],
      [],
    ),
  ];
}

function ownName({ namespace, name }: NamedCluster): string {
  return `${namespace}-${name}`;
}

function componentOf({ path }: OpenStackCluster): string {
  return `${path}/cluster-api`;
}
