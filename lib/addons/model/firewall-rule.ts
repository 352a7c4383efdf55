import { peerRange } from '../../base/cidr';

/** Group of machines that a rule can name as its peer. */
export type ManagedGroup = 'controlplane' | 'worker' | 'bastion';

/** Machines that a rule applies to. */
export type RuleScope = 'allNodes' | 'controlPlane' | 'workers';

/** Firewall rule of machines, with exactly one peer. */
export interface SecurityGroupRule {
  /** Name of the rule, unique in the cluster. */
  readonly name: string;
  /**
   * Machines that the rule applies to.
   *
   * @default 'allNodes'
   */
  readonly scope?: RuleScope;
  /**
   * Direction of the traffic.
   *
   * @default 'ingress'
   */
  readonly direction?: 'ingress' | 'egress';
  /**
   * Address family.
   *
   * @default 'IPv4'
   */
  readonly etherType?: 'IPv4' | 'IPv6';
  /**
   * Protocol by name, or its number as a string.
   *
   * @default - every protocol
   */
  readonly protocol?: string;
  /**
   * Port, or first and last port.
   *
   * For ICMP it is a type with every code, or a type and a code. Neither can be 0, because the client library of the
   * providers treats 0 as unset.
   *
   * @default - every port
   */
  readonly ports?: number | readonly [number, number];
  /**
   * Description of the rule that is stored in the cloud.
   *
   * @default - the name of the rule
   */
  readonly description?: string;
  /** Peer of the traffic. */
  readonly from: RulePeer;
}

/** Peer of a firewall rule. */
export class RulePeer {
  /** Machines of the cluster itself. */
  static groups(...groups: ManagedGroup[]): RulePeer {
    return new RulePeer({ kind: 'groups', groups });
  }

  /** Address range, or a single address. */
  static cidr(cidr: string): RulePeer {
    return new RulePeer({ kind: 'cidr', cidr: peerRange(cidr) });
  }

  /** Members of an existing security group, by its ID. */
  static group(id: string): RulePeer {
    return new RulePeer({ kind: 'group', id });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: RulePeerModel,
  ) {}
}

/** Peer of a firewall rule, as plain data. */
export type RulePeerModel =
  | { readonly kind: 'groups'; readonly groups: readonly ManagedGroup[] }
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'group'; readonly id: string };

/** Firewall rule with every default filled in. */
export interface SecurityRuleModel {
  readonly name: string;
  readonly scope: RuleScope;
  readonly direction: 'ingress' | 'egress';
  readonly etherType: 'IPv4' | 'IPv6';
  readonly protocol?: string;
  readonly portRangeMin?: number;
  readonly portRangeMax?: number;
  readonly description: string;
  readonly peer: RulePeerModel;
}

/** Tells whether a protocol has types and codes instead of ports. */
export function isIcmp(protocol: string): boolean {
  return ICMP.includes(protocol);
}

const ICMP: readonly string[] = ['icmp', 'icmpv6', 'ipv6-icmp', '1', '58'];

function portsOf({ ports, protocol = '' }: SecurityGroupRule): readonly number[] {
  if (typeof ports !== 'number') return ports ?? [];
  return isIcmp(protocol) ? [ports] : [ports, ports];
}

/** Fills in the defaults of a rule. */
export function ruleModel(rule: SecurityGroupRule): SecurityRuleModel {
  const [first, last] = portsOf(rule);
  return {
    name: rule.name,
    scope: rule.scope ?? 'allNodes',
    direction: rule.direction ?? 'ingress',
    etherType: rule.etherType ?? 'IPv4',
    ...(rule.protocol === undefined ? {} : { protocol: rule.protocol }),
    ...(first === undefined ? {} : { portRangeMin: first }),
    ...(last === undefined ? {} : { portRangeMax: last }),
    description: rule.description ?? rule.name,
    peer: rule.from.model,
  };
}
