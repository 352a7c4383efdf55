import type { NetworkModel } from '../../cluster/model/network';

/** Address pool of a Cluster API IPAM provider. */
export interface AddressPool {
  /**
   * Name of the pool, in the cluster's namespace unless its kind is cluster-scoped.
   *
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.addressesFromPools.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Kind of the pool.
   *
   * @default 'InClusterIPPool'
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.addressesFromPools.kind (infrastructure.cluster.x-k8s.io)
   */
  readonly kind?: string;
  /**
   * API group of the pool.
   *
   * @default 'ipam.cluster.x-k8s.io'
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.addressesFromPools.apiGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly apiGroup?: string;
}

/** Defaults of {@link AddressPool}. */
export const ADDRESS_POOL_DEFAULTS = Object.freeze({
  kind: 'InClusterIPPool',
  apiGroup: 'ipam.cluster.x-k8s.io',
});

/** Options common to all network devices. */
export interface NetworkDeviceOptions {
  /**
   * IP addresses of name servers.
   *
   * @default - those from DHCP
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.nameservers (infrastructure.cluster.x-k8s.io)
   */
  readonly nameservers?: readonly string[];
  /**
   * DNS search domains.
   *
   * @default - those from DHCP
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.searchDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly searchDomains?: readonly string[];
  /**
   * MTU of the device, in bytes.
   *
   * @default - the image's setting
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.mtu (infrastructure.cluster.x-k8s.io)
   */
  readonly mtu?: number;
  /**
   * Name of the device in the machine.
   *
   * @default - `eth0`, `eth1` … in the order of the devices
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.deviceName (infrastructure.cluster.x-k8s.io)
   */
  readonly deviceName?: string;
}

/** Options of {@link NetworkDevice.dhcp}. */
export interface DhcpOptions extends NetworkDeviceOptions {
  /**
   * Address families to request.
   *
   * @default 'IPv4'
   */
  readonly families?: 'IPv4' | 'IPv6' | 'both';
}

/** Defaults of {@link DhcpOptions}. */
export const DHCP_DEFAULTS = Object.freeze({ families: 'IPv4' });

/** Network device of machines, as plain data. */
export interface NetworkDeviceModel extends NetworkDeviceOptions {
  /** Name or inventory path of the network. */
  readonly networkName: string;
  /** How the device gets its addresses. */
  readonly addresses:
    | { readonly kind: 'dhcp'; readonly families: readonly (4 | 6)[] }
    | { readonly kind: 'pools'; readonly pools: readonly Required<AddressPool>[] }
    | { readonly kind: 'unconfigured' };
}

/** Network device of machines on a vCenter network, which is a port group or a segment. */
export class NetworkDevice {
  /** Creates a device that gets its addresses by DHCP. */
  static dhcp(networkName: string, options: DhcpOptions = {}): NetworkDevice {
    const { families = DHCP_DEFAULTS.families, ...rest } = options;
    return new NetworkDevice({
      ...rest,
      networkName,
      addresses: { kind: 'dhcp', families: FAMILIES[families as keyof typeof FAMILIES] },
    });
  }

  /**
   * Creates a device that gets an address from each pool, with the pool's gateway.
   *
   * An IPAM provider that is installed in the management cluster allocates them.
   */
  static fromPools(
    networkName: string,
    pools: readonly AddressPool[],
    options: NetworkDeviceOptions = {},
  ): NetworkDevice {
    const whole = pools.map((pool) => ({ ...ADDRESS_POOL_DEFAULTS, ...pool }));
    return new NetworkDevice({
      ...options,
      networkName,
      addresses: { kind: 'pools', pools: whole },
    });
  }

  /** Creates a device without an address. */
  static unconfigured(
    networkName: string,
    options: Pick<NetworkDeviceOptions, 'mtu' | 'deviceName'> = {},
  ): NetworkDevice {
    return new NetworkDevice({ ...options, networkName, addresses: { kind: 'unconfigured' } });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: NetworkDeviceModel,
  ) {}
}

const FAMILIES = { IPv4: [4], IPv6: [6], both: [4, 6] } as const;

/** Networks of machines, which exist before the cluster is created. */
export interface VSphereNetwork extends NetworkModel {
  readonly kind: 'adopted';
  /** Devices of machines that do not set their own; the first one has the node's address. */
  readonly devices: readonly NetworkDeviceModel[];
}
