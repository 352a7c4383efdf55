import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { GROUPS } from '../../lib/cluster/render/context';
import {
  type FloatingIPPoolModel,
  floatingIPPoolName,
  type ReclaimPolicy,
} from '../../lib/openstack/model/floating-ip-pool';
import type { ICloud } from '../cloud';
import type { IClusterHost } from '../cluster-host';
import { clusterObject } from '../cluster-objects';
import { constructInput, isUnplaced } from '../construct-input';
import { setLazyDefaultChild } from '../default-child';
import type { OpenStackKind } from './open-stack-kind';

/** Props of a {@link FloatingIPPool}. */
export interface FloatingIPPoolProps {
  /**
   * Maximum number of floating IPs that machines have at a time; machines without one wait.
   *
   * @default - no limit
   * @see OpenStackFloatingIPPool.spec.maxIPs (infrastructure.cluster.x-k8s.io)
   */
  readonly maxIPs?: number;
  /**
   * Floating IPs that the project already has, which are assigned first and never deleted.
   *
   * @default - every floating IP is allocated when a machine needs it
   * @see OpenStackFloatingIPPool.spec.preAllocatedFloatingIPs (infrastructure.cluster.x-k8s.io)
   */
  readonly preAllocatedFloatingIPs?: readonly string[];
  /**
   * Policy for allocated floating IPs whose machines were deleted.
   *
   * They are released to the cloud, or kept for the next machines and released with the pool.
   *
   * @default 'Delete'
   * @see OpenStackFloatingIPPool.spec.reclaimPolicy (infrastructure.cluster.x-k8s.io)
   */
  readonly reclaimPolicy?: ReclaimPolicy;
}

/** Defaults of {@link FloatingIPPoolProps}. */
export const FLOATING_IP_POOL_DEFAULTS = Object.freeze({ reclaimPolicy: 'Delete' } as const);

/**
 * Pool from which machines of a cluster get floating IPs, in the external network of its cloud.
 *
 * ```ts
 * new FloatingIPPool(cluster, 'edge', { maxIPs: 4 });
 * cluster.addNodePool('ingress', { flavor: 'm1.k8s-worker', replicas: 3, floatingIPPool: 'edge' });
 * ```
 */
export class FloatingIPPool extends Construct {
  private readonly cluster: IClusterHost<ICloud<OpenStackKind>>;
  private readonly props: FloatingIPPoolProps;

  constructor(
    cluster: IClusterHost<ICloud<OpenStackKind>>,
    id: string,
    props: FloatingIPPoolProps = {},
  ) {
    const input = constructInput('FloatingIPPool', { scope: cluster, id, props });
    super(input.parent, input.id);
    this.cluster = input.scope;
    this.props = input.props;
    setLazyDefaultChild(this, () => this.floatingIPPool);
  }

  /** OpenStackFloatingIPPool object. */
  get floatingIPPool(): ApiObject {
    const manifest = {
      key: `floatingIPPool/${this.node.id}`,
      kind: 'OpenStackFloatingIPPool',
      apiVersion: `${GROUPS.infrastructure}/v1alpha1`,
      name: floatingIPPoolName({ name: this.cluster.clusterName }, this.node.id),
    };
    return clusterObject(this.cluster, manifest, this);
  }

  /** Pool as plain data. */
  model(): FloatingIPPoolModel {
    const { maxIPs, preAllocatedFloatingIPs = [], reclaimPolicy } = this.props;
    return {
      path: `${this.cluster.clusterPath}/${this.node.id}`,
      name: this.node.id,
      ...(maxIPs === undefined ? {} : { maxIPs }),
      preAllocatedFloatingIPs,
      reclaimPolicy: reclaimPolicy ?? FLOATING_IP_POOL_DEFAULTS.reclaimPolicy,
    };
  }
}

/** Returns the floating IP pools of a cluster, sorted by name; absent if it has none. */
export function floatingIPPoolsOf(cluster: Construct): {
  readonly floatingIPPools?: readonly FloatingIPPoolModel[];
} {
  const pools = cluster.node.children
    .filter((child) => child instanceof FloatingIPPool)
    .filter((pool) => !isUnplaced(pool));
  const models = pools.map((pool) => pool.model());
  return models.length === 0
    ? {}
    : { floatingIPPools: models.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
