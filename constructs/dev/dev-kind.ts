import type { Duration } from 'cdk8s';
import type { Composed } from '../../lib/assembly/model';
import type { ClusterRanges } from '../../lib/cluster/model/cluster-ranges';
import type { DevCluster, DevMount, DevPart } from '../../lib/dev/model/cluster';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { CloudKind } from '../cloud';

/** Types that the development provider adds to constructs, with the names of a cloud's sizes. */
export interface DevKind<S extends string = string> extends CloudKind {
  readonly cluster: DevClusterProps;
  readonly controlPlane: DevMachineProps<S>;
  readonly pool: DevMachineProps<S>;
  readonly model: Composed<DevCluster, KubeadmCluster>;
}

/** Props of clusters of containers or in-memory machines, in addition to those of all clusters. */
export interface DevClusterProps extends ClusterRanges {
  /**
   * Container image of machines that do not set their own.
   *
   * @default - `kindest/node` for the Kubernetes version
   * @see DevMachineTemplate.spec.template.spec.backend.docker.customImage (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: string;
}

/** Props common to control planes and node pools on this cloud, in addition to those of all clouds. */
export interface DevMachineProps<S extends string = string> {
  /**
   * Size of the machines, one of the `sizes` of the cloud.
   *
   * @default - the first of the `sizes`
   */
  readonly size?: S;
  /**
   * Container image. It must contain the machines' Kubernetes version.
   *
   * @default - the cluster's image
   * @see DevMachineTemplate.spec.template.spec.backend.docker.customImage (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: string;
  /**
   * Images of the Docker host to load into each container.
   *
   * @default - containers pull what they need
   * @see DevMachineTemplate.spec.template.spec.backend.docker.preLoadImages (infrastructure.cluster.x-k8s.io)
   */
  readonly preLoadImages?: readonly string[];
  /**
   * Folders and files of the Docker host to mount into containers.
   *
   * @default - no mounts from the host
   * @see DevMachineTemplate.spec.template.spec.backend.docker.extraMounts (infrastructure.cluster.x-k8s.io)
   */
  readonly extraMounts?: readonly DevMount[];
  /**
   * Time limit for a container to become a node.
   *
   * @default - 5 minutes
   * @see DevMachineTemplate.spec.template.spec.backend.docker.bootstrapTimeout (infrastructure.cluster.x-k8s.io)
   */
  readonly bootstrapTimeout?: Duration;
  /**
   * Startup times of the parts of an in-memory machine.
   *
   * @default - the parts start immediately
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory (infrastructure.cluster.x-k8s.io)
   */
  readonly startup?: Readonly<Partial<Record<DevPart, DevStartup>>>;
}

/** Startup time of a part of an in-memory machine. */
export interface DevStartup {
  /**
   * Startup time.
   *
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory.vm.provisioning.startupDuration (infrastructure.cluster.x-k8s.io)
   */
  readonly duration: Duration;
  /**
   * Fraction of the duration by which it varies between machines, such as 0.2.
   *
   * @default - no variation
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory.vm.provisioning.startupJitter (infrastructure.cluster.x-k8s.io)
   */
  readonly jitter?: number;
}
