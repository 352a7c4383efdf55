import type { CloudModel } from '../../cluster/model/cloud';
import type { MachineSize } from '../../cluster/model/machine-size';
import type { CredentialsModel } from './credentials';
import type { Lookup, LookupFilter } from './lookup';

/** Size of a server, as the cloud's flavor has it. */
export interface Flavor extends MachineSize {
  /**
   * Number of disks that servers get from the flavor besides the root disk: an ephemeral one, and one for swap.
   *
   * @default - no such disks
   */
  readonly extraDisks?: number;
}

/** An OpenStack cloud, or one project in it, as clusters use it. */
export interface OpenStackCloudModel extends CloudModel {
  readonly kind: 'openstack';
  /** Credentials of clusters that bring none of their own. */
  readonly credentials: CredentialsModel;
  /** External network of routers and floating addresses; absent where the only one is taken. */
  readonly externalNetwork?: ExternalNetworkModel;
  /** Known flavors by name. */
  readonly sizes: Readonly<Record<string, Flavor>>;
  /** Names of known images; absent where the user listed none. */
  readonly images?: readonly string[];
  /** Public keys by the names of the Nova key pairs that `pulumi up` makes. */
  readonly keyPairs?: Readonly<Record<string, string>>;
  /** Images by name that `pulumi up` brings into Glance. */
  readonly imageUploads?: Readonly<Record<string, ImageUpload>>;
  /** Zone of Designate in which endpoints get their names. */
  readonly dnsZone?: string;
  /** URL of Keystone for credentials that are made; absent takes the one of the service catalog. */
  readonly authUrl?: string;
  /** Region for credentials that are made. */
  readonly region?: string;
  /** Octavia driver of load balancers that name none. */
  readonly loadBalancerProvider?: string;
  /** IPv4 ranges from which the management cluster reaches the cloud's addresses. */
  readonly managementEgressCidrs?: readonly string[];
}

/** Image that `pulumi up` brings into Glance. */
export interface ImageUpload {
  /** Where the image comes from: a URL, or a file relative to the program. */
  readonly source: { readonly url: string } | { readonly file: string };
  /**
   * Format of the image on disk.
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

/** External network as a lookup, or none at all. */
export type ExternalNetworkModel =
  | {
      readonly kind: 'lookup';
      readonly network: Lookup;
      /** Whether the cloud has no other external network. */
      readonly only?: true;
    }
  | { readonly kind: 'none' };

/** External network that routers and floating addresses of a cloud use. */
export class ExternalNetwork {
  /**
   * Network by its exact name, in a cloud with several external networks.
   *
   * The cloud controller finds the network of LoadBalancer Services by its identifier only, and takes any external one
   * otherwise: state `floating-network-id` in its `cloudConf`, or use {@link ExternalNetwork.id} or
   * {@link ExternalNetwork.only}.
   */
  static named(name: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter: { name } } });
  }

  /** The only external network of the cloud, by its exact name. `capi-fleet up` checks that there is no other. */
  static only(name: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter: { name } }, only: true });
  }

  /** Network by its identifier. It is not checked to be an external one. */
  static id(id: string): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { id } });
  }

  /** The only network that a filter finds. Of the cloud controller it needs what {@link ExternalNetwork.named} does. */
  static matching(filter: LookupFilter): ExternalNetwork {
    return new ExternalNetwork({ kind: 'lookup', network: { filter } });
  }

  /** No external network: clusters get neither a gateway nor floating addresses. */
  static none(): ExternalNetwork {
    return new ExternalNetwork({ kind: 'none' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: ExternalNetworkModel,
  ) {}
}
