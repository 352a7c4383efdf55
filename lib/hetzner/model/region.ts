/** Hetzner Cloud location, which the provider calls a region. */
export type HetznerRegion = 'fsn1' | 'nbg1' | 'hel1' | 'ash' | 'hil' | 'sin';

/** Group of locations that one private network or one load balancer can reach. */
export type HetznerNetworkZone = 'eu-central' | 'us-east' | 'us-west' | 'ap-southeast';

/** Network zones of the regions. */
export const NETWORK_ZONES: Readonly<Record<HetznerRegion, HetznerNetworkZone>> = Object.freeze({
  fsn1: 'eu-central',
  nbg1: 'eu-central',
  hel1: 'eu-central',
  ash: 'us-east',
  hil: 'us-west',
  sin: 'ap-southeast',
});

/** Regions that the provider knows. */
export const REGIONS = Object.freeze(Object.keys(NETWORK_ZONES)) as readonly HetznerRegion[];

/** Tells whether a text is a region that the provider knows. */
export function isRegion(text: string): text is HetznerRegion {
  return Object.hasOwn(NETWORK_ZONES, text);
}

/** Returns the network zone of a region; undefined for a region that the provider does not know. */
export function zoneOf(region: string): HetznerNetworkZone | undefined {
  return isRegion(region) ? NETWORK_ZONES[region] : undefined;
}

/** Returns the regions in the network zone of a region. */
export function regionsBeside(region: string): readonly HetznerRegion[] {
  const zone = zoneOf(region);
  return REGIONS.filter((one) => NETWORK_ZONES[one] === zone);
}
