import { tryParseCidr } from '../../base/cidr';
import type { EquippedCluster } from './cluster';
import type { CniModel } from './cni';

/** What is known of a cluster when the packets of its pods are measured. */
export type PodPackets = Pick<EquippedCluster, 'network' | 'podCidrs'> & {
  readonly cni?: CniModel;
};

/** IP-in-IP carries IPv4 alone; packets of IPv6 go unwrapped beside it. */
const IP_IN_IP = 20;
/** Outer headers of VXLAN and Geneve; those of IPv6 are 20 bytes longer. */
const TUNNEL = { 4: 50, 6: 70 } as const;
const WIREGUARD = 80;

/** Bytes that a network plugin adds to each packet between nodes. */
export function wrappingBytes(cni: CniModel, podCidrs: readonly string[]): number {
  const family = hasIPv6(podCidrs) ? 6 : 4;
  if (cni.kind === 'calico') {
    if (cni.encapsulation === 'none') return 0;
    return cni.encapsulation === 'ipip' ? IP_IN_IP : TUNNEL[family];
  }
  const tunnel = cni.routing === 'native' ? 0 : TUNNEL[family];
  return tunnel + (cni.wireguard ? WIREGUARD : 0);
}

/** Largest packet of pods, in bytes; undefined where that of the network or the plugin is not known. */
export function podMtu({ network, podCidrs, cni }: PodPackets): number | undefined {
  if (network.mtu === undefined || cni === undefined) return undefined;
  return network.mtu - wrappingBytes(cni, podCidrs);
}

/** Tells whether pods have addresses of IPv6. */
export function hasIPv6(podCidrs: readonly string[]): boolean {
  return podCidrs.some((text) => tryParseCidr(text)?.family === 6);
}
