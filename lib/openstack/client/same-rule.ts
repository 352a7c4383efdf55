import type { PlannedResource } from '../plan/plan';
import type { CloudObject } from './cloud-client';

/** Rule to find in a security group. */
export interface WantedRule {
  /** Arguments of the plan. */
  readonly args: PlannedResource['args'];
  /** ID of the remote group; absent for a CIDR or any address. */
  readonly remoteGroup?: string;
}

/** Neutron's names for protocol numbers. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '4': 'ipip',
  '6': 'tcp',
  '17': 'udp',
  '58': 'ipv6-icmp',
  '112': 'vrrp',
};

/** CIDRs that Neutron may leave out, because they contain every address. */
const EVERYBODY: ReadonlySet<unknown> = new Set(['0.0.0.0/0', '::/0']);

/** Tells whether a rule in the cloud is equal to one of a plan. */
export function isRule(rule: CloudObject, { args, remoteGroup }: WantedRule): boolean {
  return (
    rule.direction === args.direction &&
    rule.ethertype === args.ethertype &&
    protocol(rule.protocol) === protocol(args.protocol) &&
    port(rule.port_range_min) === port(args.portRangeMin) &&
    port(rule.port_range_max) === port(args.portRangeMax) &&
    range(rule.remote_ip_prefix) === range(args.remoteIpPrefix) &&
    (rule.remote_group_id ?? undefined) === remoteGroup
  );
}

function protocol(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = String(value);
  return PROTOCOLS[text] ?? text;
}

function port(value: unknown): number | undefined {
  return value === undefined || value === null || value === 0 ? undefined : Number(value);
}

function range(value: unknown): unknown {
  return value === null || EVERYBODY.has(value) ? undefined : value;
}
