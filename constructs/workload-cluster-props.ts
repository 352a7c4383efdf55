import type { Cni } from '../lib/addons/model/cni';
import type { TemplateNames } from '../lib/cluster/model/cluster';
import type { ClusterPart } from '../lib/cluster/model/cluster-part';
import type { ConditionGate } from '../lib/cluster/model/condition-gate';
import type { PodSecurityLevel } from '../lib/cluster/model/pod-security';
import { NAMESPACE_POD_SECURITY } from '../lib/cluster/model/pod-security';
import type { SharedBootstrapProps } from './bootstrap-props';
import type { AnyCloud } from './cloud';
import type { ControlPlaneProps } from './control-plane-props';
import type { UsualCloud } from './usual-cloud';

/** Props of a {@link WorkloadCluster}: those that clusters have everywhere, and those of its cloud. */
export type WorkloadClusterProps<C extends AnyCloud = UsualCloud> = {
  /** Cloud that the cluster runs on, which decides on the props that follow it. */
  readonly cloud: C;
} & C['kindOf']['cluster'] &
  CommonClusterProps & {
    /** Control plane of the cluster. */
    readonly controlPlane: ControlPlaneProps<NoInfer<C>>;
  };

/** Props that clusters have on every cloud. */
export interface CommonClusterProps {
  /**
   * Kubernetes version of control plane and pools.
   *
   * @see KubeadmControlPlane.spec.version (controlplane.cluster.x-k8s.io)
   */
  readonly kubernetesVersion: string;
  /**
   * Surroundings of all machines: proxy, mirrors, authorities, time, users and format.
   *
   * Control plane and pools that state one of these themselves have their own instead.
   *
   * @default - machines get nothing besides kubeadm's own work
   * @see KubeadmConfigSpec (bootstrap.cluster.x-k8s.io)
   */
  readonly bootstrap?: SharedBootstrapProps;
  /**
   * Namespace, which exists, of the cluster's objects in the management cluster.
   *
   * @default - a namespace of its own, named as the cluster and written with it
   */
  readonly namespace?: string;
  /**
   * Level of the Pod Security Standards that the cluster's own namespace enforces for the pods in it.
   *
   * @default 'restricted'
   * @see Namespace.metadata.labels (core)
   */
  readonly namespacePodSecurity?: PodSecurityLevel;
  /**
   * Labels of the Cluster object.
   *
   * @default - the derived labels alone
   * @see Cluster.metadata.labels (cluster.x-k8s.io)
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Cluster object.
   *
   * @default - the derived annotations alone
   * @see Cluster.metadata.annotations (cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Whether Cluster API leaves the cluster alone.
   *
   * @default false
   * @see Cluster.spec.paused (cluster.x-k8s.io)
   */
  readonly paused?: boolean;
  /**
   * Port of the API server.
   *
   * @default 6443
   * @see Cluster.spec.clusterNetwork.apiServerPort (cluster.x-k8s.io)
   */
  readonly apiServerPort?: number;
  /**
   * Network plugin, where no addon says itself which one it is; see `installedOtherwise` for one that no addon installs.
   *
   * @default - the addon's
   */
  readonly cni?: Cni;
  /**
   * Parts of the cluster that something else than its addons installs, such as Argo CD, a HelmChartProxy for many clusters, or
   * an addon in which the part is not recognized.
   *
   * @default - addons install everything that nodes and pods of the cluster wait for
   */
  readonly installedOtherwise?: readonly ClusterPart[];
  /**
   * Conditions besides Cluster API's own without which the cluster is not available, set by controllers of yours.
   *
   * @default - no other conditions
   * @see Cluster.spec.availabilityGates (cluster.x-k8s.io)
   */
  readonly availabilityGates?: readonly ConditionGate[];
  /**
   * How templates are named.
   *
   * - `hashed`: they end in a hash of what machines are made from. It is the same in every version of Cluster API and of
   *   the provider, and for any order of lists whose order means nothing.
   * - `hashed-0.1`: names, and the order of lists, as version 0.1 of this library wrote them. Set it to keep the machines
   *   of a cluster that would roll otherwise, and drop it with the next change that rolls them anyway.
   * - `plain`: names without a hash, for clusters that were made by hand. The API server refuses a change of a template.
   *
   * @default 'hashed'
   */
  readonly templateNames?: TemplateNames;
}

/** Defaults of {@link WorkloadClusterProps}. */
export const WORKLOAD_CLUSTER_DEFAULTS = Object.freeze({
  paused: false,
  apiServerPort: 6443,
  templateNames: 'hashed',
  namespacePodSecurity: NAMESPACE_POD_SECURITY,
} as const);
