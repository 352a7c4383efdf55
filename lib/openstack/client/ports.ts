import { mapsIn, valueAt } from '../../base/value-at';

/** Beginning of the names that Octavia gives to its ports. */
export const BALANCER_PORT = 'octavia-lb-';

/** Tells whether a port of Neutron is a server's; those of load balancers' own machines are not. */
export function isServerPort(port: unknown): boolean {
  const owner = String(valueAt(port, 'device_owner'));
  return owner.startsWith('compute:') && !String(valueAt(port, 'name')).startsWith(BALANCER_PORT);
}

/** Tells whether a port has an address of a subnet. */
export function isOnSubnet(port: unknown, subnet: unknown): boolean {
  return mapsIn(valueAt(port, 'fixed_ips')).some((one) => one.subnet_id === subnet);
}

/** Tells whether a port may take over an address of another one, as kube-vip does. */
export function mayTakeOver(port: unknown, other: unknown): boolean {
  const addresses = mapsIn(valueAt(other, 'fixed_ips')).map((one) => one.ip_address);
  return mapsIn(valueAt(port, 'allowed_address_pairs')).some((pair) =>
    addresses.includes(String(pair.ip_address).replace(/\/\d+$/, '')),
  );
}
