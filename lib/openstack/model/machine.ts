import type { MachineModel } from '../../cluster/model/machine';
import type { BlockDeviceModel } from './block-device';
import type { ImageLookup, Lookup } from './lookup';
import type { MachineIdentityModel } from './machine-identity';
import type { PortModel } from './port';

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

/** Servers of Nova as machines of a cluster. */
export interface OpenStackMachine extends MachineModel {
  /** Name of the Nova flavor. */
  readonly size: string;
  /** Volume to boot from, in place of the local disk. */
  readonly rootVolume?: RootVolume | undefined;
  /** Image that the machine boots from. */
  readonly image: ImageLookup;
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
}
