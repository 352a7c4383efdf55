import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type {
  KubeadmInitSettings,
  KubeadmModel,
  KubeadmSettings,
  KubeadmTimeout,
} from '../lib/kubeadm/model/kubeadm';

/** Settings of kubeadm on machines. */
export interface KubeadmProps extends KubeadmSettings {
  /**
   * Time limits of kubeadm; with Cluster API 1.10 or Kubernetes 1.30, those of the control plane and of `tlsBootstrap` only.
   *
   * @default - kubeadm's own
   * @see KubeadmConfigSpec.joinConfiguration.timeouts (bootstrap.cluster.x-k8s.io)
   */
  readonly timeouts?: KubeadmTimeouts;
}

/** Settings of kubeadm on the machines of a control plane, of which the first begins the cluster. */
export interface ControlPlaneKubeadmProps extends KubeadmProps, KubeadmInitSettings {}

/** Time limits of kubeadm. */
export interface KubeadmTimeouts {
  /**
   * Time for a component of the control plane to become healthy.
   *
   * @default - 4 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly controlPlaneComponentHealthCheck?: Duration;
  /**
   * Time for a machine that joins to find the API server.
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
   * Time for the kubelet of a machine that joins to get its certificate.
   *
   * @default - 5 minutes
   * @see KubeadmConfigSpec.joinConfiguration.timeouts.tlsBootstrapSeconds (bootstrap.cluster.x-k8s.io)
   */
  readonly tlsBootstrap?: Duration;
}

/** Model data of settings of kubeadm. */
export function kubeadmModel({ timeouts, ...rest }: ControlPlaneKubeadmProps): KubeadmModel {
  return { ...rest, ...(timeouts && { timeouts: seconds(timeouts) }) };
}

function seconds(timeouts: KubeadmTimeouts): NonNullable<KubeadmModel['timeouts']> {
  const entries = Object.entries(timeouts) as [KubeadmTimeout, Duration | undefined][];
  return Object.fromEntries(entries.map(([name, time]) => [name, secondsOf(time)]));
}
