import type { MachineModel } from '../../cluster/model/machine';
import type { BlockDeviceModel } from './block-device';
import type { ImageLookup, Lookup } from './lookup';
import type { MachineIdentityModel } from './machine-identity';
import type { PortModel } from './port';

/** Image that machines boot from. */
export class MachineImage {
  /** Image by its exact name in Glance. */
  static fromName(name: string): MachineImage {
    return new MachineImage({ filter: { name } });
  }

  /** Image by its Glance ID. */
  static fromId(id: string): MachineImage {
    return new MachineImage({ id });
  }

  /**
   * Image that an object of the OpenStack Resource Controller (ORC) represents, in the cluster's namespace.
   *
   * The provider waits until that `Image` is available. Apply it before the cluster; it is not written with the manifests.
   * Name it after its contents, because the provider uses the image that it has when a machine is created.
   */
  static orc(name: string): MachineImage {
    return new MachineImage({ imageRef: { name } });
  }

  /** The only image that has all of these tags. */
  static fromTags(...tags: string[]): MachineImage {
    return new MachineImage({ filter: { tags } });
  }

  /** @deprecated Use {@link MachineImage.fromName}. */
  static named(name: string): MachineImage {
    return MachineImage.fromName(name);
  }

  /** @deprecated Use {@link MachineImage.fromId}. */
  static id(id: string): MachineImage {
    return MachineImage.fromId(id);
  }

  /** @deprecated Use {@link MachineImage.fromTags}. */
  static tagged(...tags: string[]): MachineImage {
    return MachineImage.fromTags(...tags);
  }

  private constructor(
    /** Lookup that goes into the manifests. */
    readonly lookup: ImageLookup,
  ) {}
}

/** Cinder volume that a machine boots from. */
export interface RootVolume {
  /** Size of the volume in GiB. */
  readonly sizeGiB: number;
  /**
   * Cinder volume type.
   *
   * @default - the cloud's default type
   */
  readonly type?: string;
  /**
   * Cinder availability zone, or `machine` for the machine's own zone.
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

/** Server group that `pulumi up` creates for a control plane or a node pool. */
export class ServerGroup {
  /** Servers on different hosts; a server is not created if there is no other host for it. */
  static antiAffinity(): ServerGroup {
    return new ServerGroup('anti-affinity');
  }

  /** Servers on different hosts as far as possible. */
  static softAntiAffinity(): ServerGroup {
    return new ServerGroup('soft-anti-affinity');
  }

  /** Servers on the same host. */
  static affinity(): ServerGroup {
    return new ServerGroup('affinity');
  }

  private constructor(
    /** Policy of the group. */
    readonly policy: ServerGroupPolicy,
  ) {}
}

/** Nova servers as machines of a cluster. */
export interface OpenStackMachine extends MachineModel {
  /** Name of the Nova flavor. */
  readonly size: string;
  /** Volume to boot from, instead of the local disk. */
  readonly rootVolume?: RootVolume | undefined;
  /** Image that the machine boots from. */
  readonly image: ImageLookup;
  /** Additional disks besides the root disk; absent if there are none. */
  readonly additionalBlockDevices?: readonly BlockDeviceModel[] | undefined;
  /** Credentials instead of those of the cluster; absent if the machine uses those. */
  readonly identity?: MachineIdentityModel | undefined;
  /** Whether the ports of the machine are trunk parent ports; if absent, they are not. */
  readonly trunk?: boolean | undefined;
  /** Floating IP pool of the cluster for the machines; absent if there is none. */
  readonly floatingIPPool?: string | undefined;
  /** Ports of the machine; if absent, one port on the cluster's network. */
  readonly ports?: readonly PortModel[] | undefined;
  /** Nova scheduler hints by name; absent if there are none. */
  readonly schedulerHints?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Security groups in addition to the managed ones. */
  readonly securityGroups: readonly Lookup[];
  /** Server group that the machines join. */
  readonly serverGroup?: Lookup | undefined;
  /** Policy of the server group that `pulumi up` creates; absent if the group exists or there is none. */
  readonly serverGroupPolicy?: ServerGroupPolicy | undefined;
  /** Tags of the servers. */
  readonly tags: readonly string[];
  /** Nova metadata of the servers. */
  readonly serverMetadata: Readonly<Record<string, string>>;
  /** Whether the server gets a config drive. */
  readonly configDrive?: boolean | undefined;
}
