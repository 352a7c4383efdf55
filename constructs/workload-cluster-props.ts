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

/** Props of a {@link WorkloadCluster}: the common ones, and those of its cloud. */
export type WorkloadClusterProps<C extends AnyCloud = UsualCloud> = {
  /** Cloud that the cluster runs on; it decides on the other props. */
  readonly cloud: C;
} & C['kindOf']['cluster'] &
  CommonClusterProps & {
    /** Control plane of the cluster. */
    readonly controlPlane: ControlPlaneProps<NoInfer<C>>;
  };

/** Props of clusters on every cloud. */
export interface CommonClusterProps {
  /**
   * Kubernetes version of control plane and pools.
   *
   * @see KubeadmControlPlane.spec.version (controlplane.cluster.x-k8s.io)
   */
  readonly kubernetesVersion: string;
  /**
   * Bootstrap settings of all machines: proxy, mirrors, CAs, time servers, users and format.
   *
   * A prop that the control plane or a pool sets replaces the one here.
   *
   * @default - machines are only set up by kubeadm
   * @see KubeadmConfigSpec (bootstrap.cluster.x-k8s.io)
   */
  readonly bootstrap?: SharedBootstrapProps;
  /**
   * Existing namespace of the cluster's objects in the management cluster.
   *
   * @default - its own namespace, which has the cluster's name and is written with it
   */
  readonly namespace?: string;
  /**
   * Pod Security Standards level that the cluster's own namespace enforces for its pods.
   *
   * @default 'restricted'
   * @see Namespace.metadata.labels (core)
   */
  readonly namespacePodSecurity?: PodSecurityLevel;
  /**
   * Labels of the Cluster object.
   *
   * @default - only the derived labels
   * @see Cluster.metadata.labels (cluster.x-k8s.io)
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Cluster object.
   *
   * @default - only the derived annotations
   * @see Cluster.metadata.annotations (cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Whether Cluster API pauses reconciliation of the cluster.
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
   * Network plugin, if no addon states which one it is; see `installedOtherwise` for one that no addon installs.
   *
   * @default - the network plugin of the addon
   */
  readonly cni?: Cni;
  /**
   * Parts of the cluster that its addons do not install but something else does, such as Argo CD, a HelmChartProxy
   * for many clusters, or an addon in which the part is not recognized.
   *
   * @default - addons install everything that nodes and pods of the cluster wait for
   */
  readonly installedOtherwise?: readonly ClusterPart[];
  /**
   * Conditions, set by your own controllers, that the cluster needs to be available besides Cluster API's own.
   *
   * @default - no additional conditions
   * @see Cluster.spec.availabilityGates (cluster.x-k8s.io)
   */
  readonly availabilityGates?: readonly ConditionGate[];
  /**
   * How templates are named.
   *
   * - `hashed`: names end in a hash of the machines' settings. The hash is the same in every version of Cluster API and
   *   of the provider, and for any order of lists whose order is irrelevant.
   * - `hashed-0.1`: names, and the order of lists, as in version 0.1 of this library. Use it to keep the machines of a
   *   cluster that would otherwise roll out, and drop it with the next change that rolls them out anyway.
   * - `plain`: names without a hash, for clusters that were created by hand. The API server rejects changes of a template.
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
