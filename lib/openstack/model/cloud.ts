import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { CredentialsModel } from './credentials';
import type { Lookup, LookupFilter } from './lookup';

/** Size of a server, as defined by a flavor of the cloud. */
export interface Flavor extends MachineSize {
  /**
   * Number of disks that the flavor adds to the root disk: an ephemeral disk and a swap disk.
   *
   * @default - no additional disks
   */
  readonly extraDisks?: number;
}

/** OpenStack cloud, or one of its projects, that clusters run on. */
export interface OpenStackCloudModel extends CloudModel {
  readonly kind: 'openstack';
  /** Credentials of clusters that have none of their own. */
  readonly credentials: CredentialsModel;
  /** External network for routers and floating IPs; if absent, the only one is used. */
  readonly externalNetwork?: ExternalNetworkModel;
  /** Known flavors by name. */
  readonly sizes: Readonly<Record<string, Flavor>>;
  /** Names of known images; absent if the user listed none. */
  readonly images?: readonly string[];
  /** Public keys by the names of the Nova key pairs that `pulumi up` creates. */
  readonly keyPairs?: Readonly<Record<string, string>>;
  /** Images that `pulumi up` uploads to Glance, by name. */
  readonly imageUploads?: Readonly<Record<string, ImageUpload>>;
  /** Designate zone for the DNS names of endpoints. */
  readonly dnsZone?: string;
  /** Keystone URL for created credentials; if absent, the one in the service catalog is used. */
  readonly authUrl?: string;
  /** Region for created credentials. */
  readonly region?: string;
  /** Octavia driver of load balancers that do not name one. */
  readonly loadBalancerProvider?: string;
  /** IPv4 ranges from which the management cluster reaches addresses in the cloud. */
  readonly managementEgressCidrs?: readonly string[];
}

/** Image that `pulumi up` uploads to Glance. */
export interface ImageUpload {
  /** Source of the image: a URL, or a file path relative to the program. */
  readonly source: { readonly url: string } | { readonly file: string };
  /**
   * Disk format of the image.
   *
   * @default 'qcow2'
   */
  readonly diskFormat?: 'qcow2' | 'raw' | 'vmdk' | 'vhd' | 'iso';
  /**
   * Glance properties of the image.
   *
   * @default - no properties
   */
  readonly properties?: Readonly<Record<string, string>>;
}

/** External network to look up, or none. */
export type ExternalNetworkModel =
  | {
      readonly kind: 'lookup';
      readonly network: Lookup;
      /** Whether the cloud has no other external network. */
      readonly only?: true;
    }
  | { readonly kind: 'none' };

/** External network for the routers and floating IPs of a cloud. */
export class ExternalNetwork {
  /**
   * External network by its exact name, in a cloud with several external networks.
   *
   * The cloud controller finds the network for LoadBalancer Services only by ID, and otherwise uses any external
   * network. Set `floating-network-id` in its `cloudConf`, or use {@link ExternalNetwork.fromId} or
   * {@link ExternalNetwork.only}.
   */
  static fromName(name: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter: { name } } });
  }

  /** The only external network of the cloud, by its exact name. `capi-fleet up` checks that there is no other. */
  static only(name: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter: { name } }, only: true });
  }

  /** External network by its ID. Whether the network is external is not checked. */
  static fromId(id: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { id } });
  }

  /**
   * The only external network that matches a filter.
   *
   * The cloud controller needs the same setting as with {@link ExternalNetwork.fromName}.
   */
  static matching(filter: LookupFilter): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter } });
  }

  /** No external network: clusters get neither a gateway nor floating IPs. */
  static none(): ExternalNetwork {
    return new ExternalNetwork({ kind: 'none' });
  }

  /** @deprecated Use {@link ExternalNetwork.fromName}. */
  static named(name: string): ExternalNetwork {
    return ExternalNetwork.fromName(name);
  }

  /** @deprecated Use {@link ExternalNetwork.fromId}. */
  static id(id: string): ExternalNetwork {
    return ExternalNetwork.fromId(id);
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: ExternalNetworkModel,
  ) {}
}
