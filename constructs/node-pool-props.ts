import type { Duration } from 'cdk8s';
import type { Gpu } from '../lib/cluster/model/gpu';
import type { Taint } from '../lib/cluster/model/machine';
import type { NodeCapacity, PoolRemediation, PoolRollout } from '../lib/cluster/model/node-pool';
import type { NodeOs } from '../lib/cluster/model/windows';
import type { KubeadmPatch } from '../lib/kubeadm/model/kubeadm-patch';
import type { AutoscaleProps } from './autoscale-props';
import type { AnyCloud } from './cloud';
import type { MachineProps } from './machine-props';
import type { UsualCloud } from './usual-cloud';

/** Props of a {@link NodePool}: the common ones, and those of its cloud. */
export type NodePoolProps<C extends AnyCloud = UsualCloud> = C['kindOf']['pool'] &
  CommonNodePoolProps;

/** Props of node pools on every cloud. */
export interface CommonNodePoolProps extends MachineProps {
  /**
   * Number of machines in the pool; omit it with `autoscale`.
   *
   * @default - 1, or the number that the autoscaler sets if `autoscale` is set
   * @see MachineDeployment.spec.replicas (cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Bounds of the cluster autoscaler for the pool, and settings that differ from other pools.
   *
   * @default - the size is fixed
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly autoscale?: AutoscaleProps;
  /**
   * Kubernetes version of the pool, at most three minors behind the control plane.
   *
   * A pool with an older minor keeps its machines and gets no new ones, so it cannot have `autoscale` or
   * `preemptible` unless an annotation skips that check of Cluster API.
   *
   * @default - the cluster's version
   * @see MachineDeployment.spec.template.spec.version (cluster.x-k8s.io)
   */
  readonly kubernetesVersion?: string;
  /**
   * Failure domain of the machines, such as an availability zone.
   *
   * @default - the cloud decides
   * @see MachineDeployment.spec.template.spec.failureDomain (cluster.x-k8s.io)
   */
  readonly failureDomain?: string;
  /**
   * Failure domains, such as availability zones, over which the machines are spread; each gets its own, otherwise
   * equal, MachineDeployment.
   *
   * `replicas` and the bounds of `autoscale` apply to all zones together; the first zones get the remainder. The
   * autoscaler addon then balances the zones.
   *
   * @default - one MachineDeployment for all machines
   * @see MachineDeployment.spec.template.spec.failureDomain (cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Labels of the nodes.
   *
   * Cluster API sets labels of the domains that it owns, and the kubelet the others; the autoscaler gets all of them.
   *
   * @default - no additional labels
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes.
   *
   * @default - no taints
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.taints (bootstrap.cluster.x-k8s.io)
   */
  readonly taints?: readonly Taint[];
  /**
   * Whether Cluster API manages the taints on nodes, so that a change does not roll out machines.
   *
   * Needs the feature gate `machineTaintPropagation`.
   *
   * @default false
   * @see MachineDeployment.spec.template.spec.taints (cluster.x-k8s.io)
   */
  readonly propagateTaints?: boolean;
  /**
   * Operating system of the machines.
   *
   * Windows needs an image with containerd and cloudbase-init, and Calico with VXLAN; see the page about Windows.
   *
   * @default 'linux'
   */
  readonly os?: NodeOs;
  /**
   * GPUs of the machines, for node labels, a node taint and the autoscaler.
   *
   * @default - the GPUs of the machine size
   */
  readonly gpu?: Gpu;
  /**
   * Capacity of one node, if it differs from the cloud's table of sizes.
   *
   * @default - derived from the size
   */
  readonly capacity?: NodeCapacity;
  /**
   * Patches of the kubelet configuration that kubeadm writes, in order, for settings without a prop.
   *
   * The target of each patch is `kubeletconfiguration`. Set pods per node and reservations with `kubelet`, which also
   * informs the autoscaler.
   *
   * @default - no patches
   * @see KubeadmConfigSpec.joinConfiguration.patches (bootstrap.cluster.x-k8s.io)
   */
  readonly patches?: readonly KubeadmPatch[];
  /**
   * Annotations of the MachineDeployment.
   *
   * @default - only the derived annotations
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Machines, such as those that keep Cluster API from draining them.
   *
   * @default - no annotations
   * @see MachineDeployment.spec.template.metadata.annotations (cluster.x-k8s.io)
   */
  readonly machineAnnotations?: Readonly<Record<string, string>>;
  /**
   * How many unhealthy machines are replaced at the same time.
   *
   * @default - all that `healthCheck` finds
   * @see MachineDeployment.spec.remediation (cluster.x-k8s.io)
   */
  readonly remediation?: PoolRemediation;
  /**
   * Whether changes of the pool are paused, including its size.
   *
   * @default false
   * @see MachineDeployment.spec.paused (cluster.x-k8s.io)
   */
  readonly paused?: boolean;
  /**
   * Rollout strategy of the machines.
   *
   * @default - one at a time, the new machine first
   * @see MachineDeployment.spec.rollout (cluster.x-k8s.io)
   */
  readonly rollout?: PoolRollout;
  /**
   * Which machine is deleted first when the pool is scaled down.
   *
   * @default - a random one
   * @see MachineDeployment.spec.deletion.order (cluster.x-k8s.io)
   */
  readonly deletionOrder?: 'Random' | 'Newest' | 'Oldest';
  /**
   * Time for which a node must be ready to count as available.
   *
   * @default - it counts at once
   * @see MachineDeployment.spec.template.spec.minReadySeconds (cluster.x-k8s.io)
   */
  readonly minReady?: Duration;
}
