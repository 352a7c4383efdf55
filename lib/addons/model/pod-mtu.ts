import { tryParseCidr } from '../../base/cidr';
import type { EquippedCluster } from './cluster';
import type { CniModel } from './cni';

/** Part of a cluster that the MTU of its pods depends on. */
export type PodPackets = Pick<EquippedCluster, 'network' | 'podCidrs'> & {
  readonly cni?: CniModel;
};

/** Overhead of IP-in-IP, which carries only IPv4; IPv6 packets are not encapsulated. */
const IP_IN_IP = 20;
/** Overhead of VXLAN and Geneve; IPv6 headers are 20 bytes longer. */
const TUNNEL = { 4: 50, 6: 70 } as const;
const WIREGUARD = 80;

/** Returns the bytes that a network plugin adds to each packet between nodes. */
export function wrappingBytes(cni: CniModel, podCidrs: readonly string[]): number {
  const family = hasIPv6(podCidrs) ? 6 : 4;
  if (cni.kind === 'calico') {
    if (cni.encapsulation === 'none') return 0;
    return cni.encapsulation === 'ipip' ? IP_IN_IP : TUNNEL[family];
  }
  const tunnel = cni.routing === 'native' ? 0 : TUNNEL[family];
  return tunnel + (cni.wireguard ? WIREGUARD : 0);
}

/** Computes the MTU of pods in bytes; undefined if the MTU of the network or the plugin is unknown. */
export function podMtu({ network, podCidrs, cni }: PodPackets): number | undefined {
  if (network.mtu === undefined || cni === undefined) return undefined;
  return network.mtu - wrappingBytes(cni, podCidrs);
}

/** Tells whether pods have IPv6 addresses. */
export function hasIPv6(podCidrs: readonly string[]): boolean {
  return podCidrs.some((text) => tryParseCidr(text)?.family === 6);
}
