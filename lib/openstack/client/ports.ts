import { mapsIn, valueAt } from '../../base/value-at';

/** Prefix of the names of Octavia's ports. */
export const BALANCER_PORT = 'octavia-lb-';

/** Tells whether a Neutron port belongs to a server; those of Octavia's amphorae do not count. */
export function isServerPort(port: unknown): boolean {
  const owner = String(valueAt(port, 'device_owner'));
  return owner.startsWith('compute:') && !String(valueAt(port, 'name')).startsWith(BALANCER_PORT);
}

/** Tells whether a port has an address in a subnet. */
export function isOnSubnet(port: unknown, subnet: unknown): boolean {
  return mapsIn(valueAt(port, 'fixed_ips')).some((one) => one.subnet_id === subnet);
}

/** Tells whether a port may take over an address of another port, as with kube-vip. */
export function mayTakeOver(port: unknown, other: unknown): boolean {
  const addresses = mapsIn(valueAt(other, 'fixed_ips')).map((one) => one.ip_address);
  return mapsIn(valueAt(port, 'allowed_address_pairs')).some((pair) =>
    addresses.includes(String(pair.ip_address).replace(/\/\d+$/, '')),
  );
}
