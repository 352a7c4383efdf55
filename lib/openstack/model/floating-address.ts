import type { OpenStackCluster } from './cluster';
import type { FloatingIPModel } from './endpoint';

/** Returns the floating IP of an endpoint, if it has one and it is known. */
export function knownFloatingIP(
  { cloud, handOver }: Pick<OpenStackCluster, 'cloud' | 'handOver'>,
  floatingIP: FloatingIPModel | undefined,
): string | undefined {
  if (floatingIP?.kind === 'address') return floatingIP.address;
  if (floatingIP?.kind === 'none' || floatingIP?.kind === 'ephemeral') return undefined;
  if (cloud.externalNetwork?.kind === 'none') return undefined;
  return handOver?.floatingIP;
}
