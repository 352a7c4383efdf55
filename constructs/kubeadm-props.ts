import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type {
  KubeadmInitSettings,
  KubeadmModel,
  KubeadmSettings,
  KubeadmTimeout,
} from '../lib/kubeadm/model/kubeadm';

/** Kubeadm settings of machines. */
export interface KubeadmProps extends KubeadmSettings {
  /**
   * Timeouts of kubeadm; with Cluster API 1.10 or Kubernetes 1.30, only those of the control plane and
   * `tlsBootstrap`.
   *
   * @default - kubeadm's defaults
   * @see KubeadmConfigSpec.joinConfiguration.timeouts (bootstrap.cluster.x-k8s.io)
   */
  readonly timeouts?: KubeadmTimeouts;
}

/** Kubeadm settings of control plane machines, the first of which initializes the cluster. */
export interface ControlPlaneKubeadmProps extends KubeadmProps, KubeadmInitSettings {}

/** Timeouts of kubeadm. */
export interface KubeadmTimeouts {
  /**
   * Time for a control plane component to become healthy.
   *
   * @default - 4 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly controlPlaneComponentHealthCheck?: Duration;
  /**
   * Time for a joining machine to find the API server.
   *
   * @default - 5 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.discoverySeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly discovery?: Duration;
  /**
   * Time for a request to etcd.
   *
   * @default - 2 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.etcdAPICallSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly etcdAPICall?: Duration;
  /**
   * Time for the kubelet to become healthy.
   *
   * @default - 4 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.kubeletHealthCheckSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly kubeletHealthCheck?: Duration;
  /**
   * Time for a request to the API server.
   *
   * @default - 1 minute
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.kubernetesAPICallSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly kubernetesAPICall?: Duration;
  /**
   * Time for the kubelet of a joining machine to get its certificate.
   *
   * @default - 5 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.tlsBootstrapSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly tlsBootstrap?: Duration;
}

/** Converts kubeadm props to model data. */
export function kubeadmModel({ timeouts, ...rest }: ControlPlaneKubeadmProps): KubeadmModel {
  return { ...rest, ...(timeouts && { timeouts: seconds(timeouts) }) };
}

function seconds(timeouts: KubeadmTimeouts): NonNullable<KubeadmModel['timeouts']> {
  const entries = Object.entries(timeouts) as [KubeadmTimeout, Duration | undefined][];
  return Object.fromEntries(entries.map(([name, time]) => [name, secondsOf(time)]));
}
