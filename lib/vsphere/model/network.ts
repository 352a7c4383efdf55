import type { NetworkModel } from '../../cluster/model/network';

/** Pool of addresses of an IPAM provider of Cluster API. */
export interface AddressPool {
  /**
   * Name of the pool, in the cluster's namespace unless its kind has none.
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

/** Options of every network device. */
export interface NetworkDeviceOptions {
  /**
   * Addresses of name servers.
   *
   * @default - those that DHCP tells
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.nameservers (infrastructure.cluster.x-k8s.io)
   */
  readonly nameservers?: readonly string[];
  /**
   * Domains in which names are looked up.
   *
   * @default - those that DHCP tells
   * @see VSphereMachineTemplate.spec.template.spec.network.devices.searchDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly searchDomains?: readonly string[];
  /**
   * Largest packet of the device, in bytes.
   *
   * @default - the image's
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
   * Families of addresses that are asked for.
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
  /** How the device gets addresses. */
  readonly addresses:
    | { readonly kind: 'dhcp'; readonly families: readonly (4 | 6)[] }
    | { readonly kind: 'pools'; readonly pools: readonly Required<AddressPool>[] }
    | { readonly kind: 'unconfigured' };
}

/** Network device of machines, on a network of the vCenter: a port group, or a segment. */
export class NetworkDevice {
  /** Device that asks for its addresses by DHCP. */
  static dhcp(networkName: string, options: DhcpOptions = {}): NetworkDevice {
    const { families = DHCP_DEFAULTS.families, ...rest } = options;
    return new NetworkDevice({
      ...rest,
      networkName,
      addresses: { kind: 'dhcp', families: FAMILIES[families as keyof typeof FAMILIES] },
    });
  }

  /**
   * Device that gets an address of each pool, with the pool's gateway.
   *
   * An IPAM provider hands them out, which is installed in the management cluster.
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

  /** Device that nobody gives an address. */
  static unconfigured(
    networkName: string,
    options: Pick<NetworkDeviceOptions, 'mtu' | 'deviceName'> = {},
  ): NetworkDevice {
    return new NetworkDevice({ ...options, networkName, addresses: { kind: 'unconfigured' } });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: NetworkDeviceModel,
  ) {}
}

const FAMILIES = { IPv4: [4], IPv6: [6], both: [4, 6] } as const;

/** Networks of machines, which exist before the cluster. */
export interface VSphereNetwork extends NetworkModel {
  readonly kind: 'adopted';
  /** Devices of machines that name none themselves; the first has the node's address. */
  readonly devices: readonly NetworkDeviceModel[];
}
