import type { BootstrapModel } from '../../kubeadm/model/bootstrap';
import type { KubeadmModel } from '../../kubeadm/model/kubeadm';
import type { BlockDeviceModel } from '../../openstack/model/block-device';
import type { ImageLookup, Lookup } from '../../openstack/model/lookup';
import type { MachineIdentityModel } from '../../openstack/model/machine-identity';
import type { PortModel } from '../../openstack/model/port';
import type { ConditionGate, MachineNaming } from './condition-gate';
import type { KubeletModel } from './kubelet';

/** Image that machines boot from. */
export class MachineImage {
  /** Image by its exact name in Glance. */
  static named(name: string): MachineImage {
    return new MachineImage({ filter: { name } });
  }

  /** Image by its Glance identifier. */
  static id(id: string): MachineImage {
    return new MachineImage({ id });
  }

  /**
   * Image that an object of the OpenStack resource controller stands for, in the cluster's namespace.
   *
   * The provider waits until that `Image` is available. It is made before the cluster, by whoever applies it; name it for
   * what is in it, as the provider takes the image that it has when a machine is made.
   */
  static orc(name: string): MachineImage {
    return new MachineImage({ imageRef: { name } });
  }

  /** Image by tags, of which it is the only one that has all of them. */
  static tagged(...tags: string[]): MachineImage {
    return new MachineImage({ filter: { tags } });
  }

  private constructor(
    /** Lookup that goes into the manifests. */
    readonly lookup: ImageLookup,
  ) {}
}

/** Cinder volume that a machine boots from. */
export interface RootVolume {
  /** Size of the volume in gibibytes. */
  readonly sizeGiB: number;
  /**
   * Cinder volume type.
   *
   * @default - the cloud's default type
   */
  readonly type?: string;
  /**
   * Cinder availability zone, or `machine` for the zone of the machine itself.
   *
   * @default - the cloud's default zone
   */
  readonly availabilityZone?: string;
}

/** Mark on a node that keeps pods without a matching toleration away. */
export interface Taint {
  /** Name of the taint, with an optional prefix. */
  readonly key: string;
  /**
   * Value of the taint.
   *
   * @default - no value
   */
  readonly value?: string;
  /** What becomes of pods that do not tolerate the taint. */
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** How Nova places the servers of a group on hosts. */
export type ServerGroupPolicy =
  | 'affinity'
  | 'anti-affinity'
  | 'soft-affinity'
  | 'soft-anti-affinity';

/** Server group of a control plane or a pool that `pulumi up` makes. */
export class ServerGroup {
  /** Servers on different hosts: a server for which there is no other host is not made. */
  static antiAffinity(): ServerGroup {
    return new ServerGroup('anti-affinity');
  }

  /** Servers on different hosts as far as there are any. */
  static softAntiAffinity(): ServerGroup {
    return new ServerGroup('soft-anti-affinity');
  }

  /** Servers on one host. */
  static affinity(): ServerGroup {
    return new ServerGroup('affinity');
  }

  private constructor(
    /** Policy of the group. */
    readonly policy: ServerGroupPolicy,
  ) {}
}

/** Taint by which kubeadm keeps ordinary pods off nodes of a control plane. */
export const CONTROL_PLANE_TAINT: Taint = Object.freeze({
  key: 'node-role.kubernetes.io/control-plane',
  effect: 'NoSchedule',
});

/** Server fields that control planes and pools have in common. */
export interface MachineModel {
  /** Name of the Nova flavor. */
  readonly flavor: string;
  /** Image that the machine boots from. */
  readonly image: ImageLookup;
  /** Name of the Nova key pair. */
  readonly sshKeyName?: string | undefined;
  /** Volume to boot from, in place of the local disk. */
  readonly rootVolume?: RootVolume | undefined;
  /** Disks besides the one that the machine boots from; absent for none. */
  readonly additionalBlockDevices?: readonly BlockDeviceModel[] | undefined;
  /** Credentials in place of those of the cluster; absent for those. */
  readonly identity?: MachineIdentityModel | undefined;
  /** Whether the ports of the machine are parents of trunks; absent for not. */
  readonly trunk?: boolean | undefined;
  /** Pool of the cluster from which machines get floating addresses; absent for none. */
  readonly floatingIPPool?: string | undefined;
  /** Ports of the machine; absent for one on the cluster's network. */
  readonly ports?: readonly PortModel[] | undefined;
  /** Hints to Nova's scheduler by their names; absent for none. */
  readonly schedulerHints?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Security groups besides the managed ones. */
  readonly securityGroups: readonly Lookup[];
  /** Server group that the machines join. */
  readonly serverGroup?: Lookup | undefined;
  /** Policy of the server group that `pulumi up` makes; absent where it exists or there is none. */
  readonly serverGroupPolicy?: ServerGroupPolicy | undefined;
  /** Tags of the servers. */
  readonly tags: readonly string[];
  /** Nova metadata of the servers. */
  readonly serverMetadata: Readonly<Record<string, string>>;
  /** Whether the server gets a config drive. */
  readonly configDrive?: boolean | undefined;
  /** Labels of the Machines, which Cluster API copies to Nodes where it may. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Machines. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Arguments of the kubelet besides the derived ones. */
  readonly kubeletExtraArgs: Readonly<Record<string, string>>;
  /** What kubelets are told in typed form; absent for nothing. */
  readonly kubelet?: KubeletModel | undefined;
  /** Settings of kubeadm; absent for its own. */
  readonly kubeadm?: KubeadmModel | undefined;
  /** What machines get and do besides kubeadm's own work. */
  readonly bootstrap: BootstrapModel;
  /** Conditions besides Cluster API's own without which a Machine is not ready; absent for none. */
  readonly readinessGates?: readonly ConditionGate[] | undefined;
  /** How machines are named; absent for Cluster API's own way. */
  readonly machineNaming?: MachineNaming | undefined;
  /** How machines are emptied before they go. */
  readonly drain: DrainModel;
  /** When a machine counts as broken and is replaced. */
  readonly healthCheck?: HealthCheckModel | undefined;
}

/** Time limits of a machine's removal, in seconds. */
export interface DrainModel {
  /** Time for pods to leave; 0 waits for ever. */
  readonly nodeDrainTimeoutSeconds?: number | undefined;
  /** Time for volumes to detach; 0 waits for ever. */
  readonly nodeVolumeDetachTimeoutSeconds?: number | undefined;
  /** Time for the Node object to go. */
  readonly nodeDeletionTimeoutSeconds?: number | undefined;
}

/** Terms on which a MachineHealthCheck replaces machines. */
export interface HealthCheckModel {
  /** Time for a machine to become a node; 0 waits for ever. */
  readonly nodeStartupTimeoutSeconds: number;
  /** Node conditions that make a machine unhealthy, with how long they must last. */
  readonly unhealthyConditions: readonly {
    readonly type: string;
    readonly status: 'True' | 'False' | 'Unknown';
    readonly timeoutSeconds: number;
  }[];
  /** Conditions of Machines that make them unhealthy, with how long they must last; absent for none. */
  readonly unhealthyMachineConditions?: HealthCheckModel['unhealthyConditions'];
  /** Fewest and most unhealthy machines with which they are replaced; absent for those below `maxUnhealthy`. */
  readonly unhealthyRange?: readonly [least: number, most: number];
  /** Number or percentage of unhealthy machines above which none is replaced; absent for the usual of their number. */
  readonly maxUnhealthy?: string | undefined;
}
