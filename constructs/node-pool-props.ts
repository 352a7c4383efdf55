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

/** Props of a {@link NodePool}: those that pools have everywhere, and those of its cloud. */
export type NodePoolProps<C extends AnyCloud = UsualCloud> = C['kindOf']['pool'] &
  CommonNodePoolProps;

/** Props that pools have on every cloud. */
export interface CommonNodePoolProps extends MachineProps {
  /**
   * Number of machines the pool keeps running; leave it out with `autoscale`.
   *
   * @default - 1, or what the autoscaler sets when `autoscale` is given
   * @see MachineDeployment.spec.replicas (cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Bounds between which the cluster autoscaler sizes the pool, and what it does otherwise there.
   *
   * @default - the size is fixed
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly autoscale?: AutoscaleProps;
  /**
   * Kubernetes version of the pool, at most three minors behind the control plane.
   *
   * A pool of an older minor keeps the machines that it has and gets no new ones, so that `autoscale` and `preemptible` are
   * refused beside it, unless an annotation skips that check of Cluster API.
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
   * Failure domains, such as availability zones, that share the machines, with a MachineDeployment of equal shape in each.
   *
   * `replicas` and the bounds of `autoscale` are those of all zones together; the first zones get what is left over.
   * The addon of the autoscaler then balances the zones.
   *
   * @default - one MachineDeployment for all machines
   * @see MachineDeployment.spec.template.spec.failureDomain (cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Labels of the nodes.
   *
   * Cluster API sets those whose domain it owns, the kubelet the others; the autoscaler is told of all.
   *
   * @default - no labels of your own
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
   * Whether Cluster API keeps the taints on nodes, so that a change rolls no machine.
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
   * Windows needs an image with containerd and cloudbase-init, and Calico by VXLAN; see the page about Windows.
   *
   * @default 'linux'
   */
  readonly os?: NodeOs;
  /**
   * GPUs of the machines: labels and a taint of the nodes, and what the autoscaler is told.
   *
   * @default - none but what the size says
   */
  readonly gpu?: Gpu;
  /**
   * What one node offers, where the cloud's table of sizes says too much or too little.
   *
   * @default - derived from the size
   */
  readonly capacity?: NodeCapacity;
  /**
   * Changes of the kubelet's configuration as kubeadm writes it, in order, for what no prop says.
   *
   * The target of each is `kubeletconfiguration`. Pods per node and reservations are said with `kubelet`, of which the
   * autoscaler learns.
   *
   * @default - no changes
   * @see KubeadmConfigSpec.joinConfiguration.patches (bootstrap.cluster.x-k8s.io)
   */
  readonly patches?: readonly KubeadmPatch[];
  /**
   * Annotations of the MachineDeployment.
   *
   * @default - the derived annotations alone
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
   * How many broken machines are replaced at the same time.
   *
   * @default - all that `healthCheck` finds
   * @see MachineDeployment.spec.remediation (cluster.x-k8s.io)
   */
  readonly remediation?: PoolRemediation;
  /**
   * Whether changes of the pool wait, its size included.
   *
   * @default false
   * @see MachineDeployment.spec.paused (cluster.x-k8s.io)
   */
  readonly paused?: boolean;
  /**
   * How machines are replaced.
   *
   * @default - one at a time, a new one first
   * @see MachineDeployment.spec.rollout (cluster.x-k8s.io)
   */
  readonly rollout?: PoolRollout;
  /**
   * Which machine goes first when the pool shrinks.
   *
   * @default - a random one
   * @see MachineDeployment.spec.deletion.order (cluster.x-k8s.io)
   */
  readonly deletionOrder?: 'Random' | 'Newest' | 'Oldest';
  /**
   * Time for which a node must be ready to count.
   *
   * @default - it counts at once
   * @see MachineDeployment.spec.template.spec.minReadySeconds (cluster.x-k8s.io)
   */
  readonly minReady?: Duration;
}
