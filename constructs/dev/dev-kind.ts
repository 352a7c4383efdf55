import type { Duration } from 'cdk8s';
import type { Composed } from '../../lib/assembly/model';
import type { ClusterRanges } from '../../lib/cluster/model/cluster-ranges';
import type { DevCluster, DevMount, DevPart } from '../../lib/dev/model/cluster';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { CloudKind } from '../cloud';

/** What the development provider adds to constructs, with the names of a cloud's sizes. */
export interface DevKind<S extends string = string> extends CloudKind {
  readonly cluster: DevClusterProps;
  readonly controlPlane: DevMachineProps<S>;
  readonly pool: DevMachineProps<S>;
  readonly model: Composed<DevCluster, KubeadmCluster>;
}

/** Props of clusters of containers or of machines in memory, besides those that clusters have everywhere. */
export interface DevClusterProps extends ClusterRanges {
  /**
   * Image of the containers of machines that name none themselves.
   *
   * @default - `kindest/node` of the Kubernetes version
   * @see DevMachineTemplate.spec.template.spec.backend.docker.customImage (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: string;
}

/** Props that control planes and node pools have in common there, besides those that they have everywhere. */
export interface DevMachineProps<S extends string = string> {
  /**
   * Size of the machines, one of the cloud's table.
   *
   * @default - the first of the table
   */
  readonly size?: S;
  /**
   * Image of the containers; it has to hold the machines' Kubernetes version.
   *
   * @default - the cluster's image
   * @see DevMachineTemplate.spec.template.spec.backend.docker.customImage (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: string;
  /**
   * Images that the Docker host has, and that are loaded into each container.
   *
   * @default - containers pull what they need
   * @see DevMachineTemplate.spec.template.spec.backend.docker.preLoadImages (infrastructure.cluster.x-k8s.io)
   */
  readonly preLoadImages?: readonly string[];
  /**
   * Folders and files of the Docker host that containers see.
   *
   * @default - containers see nothing of the host
   * @see DevMachineTemplate.spec.template.spec.backend.docker.extraMounts (infrastructure.cluster.x-k8s.io)
   */
  readonly extraMounts?: readonly DevMount[];
  /**
   * Time that a container may take to become a node.
   *
   * @default - 5 minutes
   * @see DevMachineTemplate.spec.template.spec.backend.docker.bootstrapTimeout (infrastructure.cluster.x-k8s.io)
   */
  readonly bootstrapTimeout?: Duration;
  /**
   * Times that the parts of a machine in memory take to start.
   *
   * @default - they are there at once
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory (infrastructure.cluster.x-k8s.io)
   */
  readonly startup?: Readonly<Partial<Record<DevPart, DevStartup>>>;
}

/** Time that a part of a machine in memory takes to start. */
export interface DevStartup {
  /**
   * Time itself.
   *
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory.vm.provisioning.startupDuration (infrastructure.cluster.x-k8s.io)
   */
  readonly duration: Duration;
  /**
   * Share of it by which it differs from machine to machine, such as 0.2.
   *
   * @default - none
   * @see DevMachineTemplate.spec.template.spec.backend.inMemory.vm.provisioning.startupJitter (infrastructure.cluster.x-k8s.io)
   */
  readonly jitter?: number;
}
