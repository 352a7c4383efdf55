import type { MachineModel } from '../../cluster/model/machine';
import type { HCloudImageModel } from './image';

/** Public addresses of machines. */
export interface PublicNetwork {
  /**
   * Whether machines have a public IPv4 address. Without a private network they always have one.
   *
   * @default true
   * @see HCloudMachineTemplate.spec.template.spec.publicNetwork.enableIPv4 (infrastructure.cluster.x-k8s.io)
   */
  readonly enableIPv4?: boolean;
  /**
   * Whether machines have a public IPv6 range.
   *
   * @default true
   * @see HCloudMachineTemplate.spec.template.spec.publicNetwork.enableIPv6 (infrastructure.cluster.x-k8s.io)
   */
  readonly enableIPv6?: boolean;
}

/** Defaults of {@link PublicNetwork}. */
export const PUBLIC_NETWORK_DEFAULTS = Object.freeze({ enableIPv4: true, enableIPv6: true });

/** Hetzner Cloud servers as machines of a cluster. */
export interface HCloudMachine extends MachineModel {
  /** Image that machines boot from. */
  readonly image: HCloudImageModel;
  /** Names of the SSH keys that can log in; empty for those of the cluster. */
  readonly sshKeys: readonly string[];
  /** Placement group of the servers; absent for none. */
  readonly placementGroup?: string | undefined;
  /** Public addresses of the machines. */
  readonly publicNetwork: Required<PublicNetwork>;
}
