import { compact, type Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { GROUPS, type RenderContext } from '../../cluster/render/context';
import { CLUSTER_NAME_LABEL, metadata } from '../../cluster/render/metadata';
import type { OpenStackFloatingIPPoolSpec } from '../../schema/generated/openstack-v1alpha1.shapes.generated';
import { MOVE_LABEL } from '../../secrets/render/secret-data';
import type { OpenStackCluster } from '../model/cluster';
import { type FloatingIPPoolModel, floatingIPPoolName } from '../model/floating-ip-pool';
import type { OpenStackMachine } from '../model/machine';
import { clusterIdentityRef } from './identity-ref';

/** Renders an OpenStackFloatingIPPool, from which machines of a cluster get floating IPs. */
export function renderFloatingIPPool(
  { cluster }: RenderContext<OpenStackCluster>,
  pool: FloatingIPPoolModel,
): Manifest {
  const { externalNetwork } = cluster.cloud;
  const labels = { [CLUSTER_NAME_LABEL]: cluster.name, [MOVE_LABEL]: 'true' };
  return {
    apiVersion: `${GROUPS.infrastructure}/v1alpha1`,
    kind: 'OpenStackFloatingIPPool',
    metadata: metadata(cluster, floatingIPPoolName(cluster, pool.name), labels),
    spec: compact({
      identityRef: clusterIdentityRef(cluster),
      floatingIPNetwork: externalNetwork?.kind === 'lookup' ? externalNetwork.network : undefined,
      maxIPs: pool.maxIPs,
      preAllocatedFloatingIPs: pool.preAllocatedFloatingIPs,
      reclaimPolicy: pool.reclaimPolicy,
    }) satisfies Partial<Record<keyof OpenStackFloatingIPPoolSpec, unknown>>,
  };
}

/** Returns a machine with the object name of its floating IP pool. */
export function withPoolName<M extends Pick<OpenStackMachine, 'floatingIPPool'>>(
  cluster: OpenStackCluster,
  machine: M,
): M {
  const { floatingIPPool } = machine;
  if (floatingIPPool === undefined) return machine;
  return { ...machine, floatingIPPool: floatingIPPoolName(cluster, floatingIPPool) };
}

/** Renders a reference to a pool by its object name. */
export function floatingIPPoolRef(name: string | undefined): Fields | undefined {
  if (name === undefined) return undefined;
  return { apiGroup: GROUPS.infrastructure, kind: 'OpenStackFloatingIPPool', name };
}
