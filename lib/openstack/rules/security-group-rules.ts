import { isIcmp, type RuleScope, type SecurityRuleModel } from '../../addons/model/firewall-rule';
import { tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, isWholeNumber } from '../../base/words';
import { unreadableRange } from '../../cluster/rules/ranges';
import type { OpenStackCluster } from '../model/cluster';
import { isUnfiltered } from '../model/network';

const RULES_SOURCE = 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go';
const NEUTRON = 'openstack/neutron@master:neutron/extensions/securitygroup.py';
const WITH_PORTS = ['tcp', 'udp', 'sctp', 'dccp', 'udplite', '6', '17', '33', '132', '136'];
const MOST_PORT = 65_535;
const MOST_TYPE = 255;
const PROTOCOLS = [
  ...['tcp', 'udp', 'icmp', 'icmpv6', 'ipv6-icmp', 'sctp', 'dccp', 'udplite', 'ah', 'egp', 'esp'],
  ...['gre', 'igmp', 'ipip', 'ospf', 'pgm', 'rsvp', 'vrrp', 'hopopt', 'ip', 'any', 'ipv6-encap'],
  ...['ipv6-frag', 'ipv6-nonxt', 'ipv6-opts', 'ipv6-route'],
];

/** Checks one firewall rule; returns its wrong field and the finding, or undefined. */
type RuleCheck = (
  rule: SecurityRuleModel,
  cluster: OpenStackCluster,
  place: () => string,
) => (Finding & { readonly field: string }) | undefined;

/** Rules on the firewall rules of a cluster. */
export const SECURITY_GROUP_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'security-rule-name',
    reason:
      'The API server identifies the rules of a scope by their names, and rejects duplicate names.',
    source: 'CAPO@v0.14.7:api/v1beta1/types.go',
    check({ path, securityGroups }, refuse) {
      if (securityGroups.kind === 'adopted' || securityGroups.rules.length === 0) return;
      const { kind, rules } = securityGroups;
      const scopes = new Map<string, readonly RuleScope[]>();
      for (const { name, scope } of rules) {
        const before = scopes.get(name) ?? [];
        const isTaken = before.some((other) => haveOneList(kind, scope, other));
        scopes.set(name, [...before, scope]);
        if (name !== '' && !isTaken) continue;
        refuse(
          { path, prop: 'securityGroups.rules' },
          {
            given: name,
            allowed:
              'a name that no other rule of the scope has, including those of the CNI and the addons',
            fix:
              name === '' ? 'write name: "my-rule"' : `write name: ${JSON.stringify(`${name}-2`)}`,
          },
        );
      }
    },
  },
  firewallRule(
    'security-rule-protocol',
    'Neutron accepts protocols only by known names, or by their numbers.',
    NEUTRON,
    ({ protocol }) => {
      if (protocol === undefined || PROTOCOLS.includes(protocol)) return undefined;
      if (/^\d+$/.test(protocol) && isWholeNumber(Number(protocol), 0, 255)) return undefined;
      const better = closestWord(protocol, PROTOCOLS);
      return {
        field: 'protocol',
        given: protocol,
        allowed: 'a name such as "tcp", "udp" or "icmp", or a number from 0 to 255 as a string',
        fix: better === undefined ? leaveOut({ ends: ' for all protocols' }) : write(better),
      };
    },
  ),
  firewallRule(
    'security-rule-ports',
    'Neutron accepts ports only for protocols that have them, with the lower port first.',
    NEUTRON,
    ({ protocol, portRangeMin: first, portRangeMax: last }) => {
      if (first === undefined && last === undefined) return undefined;
      const given = last === undefined || first === last ? first : [first, last];
      if (protocol === undefined || !takesPorts(protocol)) {
        const fix =
          protocol === undefined ? 'add protocol: "tcp"' : leaveOut({ begins: 'leave ports out' });
        const allowed = 'ports with a protocol such as "tcp" or "udp"';
        return { field: 'ports', given, allowed, fix };
      }
      if (isIcmp(protocol)) return typeFinding(first, last, given);
      const areNumbers = isWholeNumber(first, 1, MOST_PORT) && isWholeNumber(last, 1, MOST_PORT);
      if (areNumbers && first <= last) return undefined;
      return {
        field: 'ports',
        given,
        allowed: `a port, or the first and the last port, from 1 to ${MOST_PORT}`,
        fix: areNumbers
          ? write([last, first])
          : leaveOut({ begins: 'leave ports out', ends: ' for all ports' }),
      };
    },
  ),
  firewallRule(
    'security-rule-peer',
    'A rule for members of a group needs the group, and that of a bastion exists only while the bastion is enabled.',
    RULES_SOURCE,
    ({ peer }, { bastion, securityGroups }) => {
      if (peer.kind === 'group' && peer.id.trim() === '') {
        return {
          field: 'from',
          given: peer.id,
          allowed: 'the ID of a security group',
          fix: "write RulePeer.groups('controlplane', 'worker') for the machines of the cluster",
        };
      }
      if (peer.kind !== 'groups') return undefined;
      const isThere = bastion?.enabled === true && securityGroups.kind === 'managed';
      if (peer.groups.length > 0 && (isThere || !peer.groups.includes('bastion'))) return undefined;
      const kept = peer.groups.filter((group) => group !== 'bastion');
      const list = (kept.length === 0 ? ['controlplane', 'worker'] : kept).map((g) => `'${g}'`);
      return {
        field: 'from',
        given: peer.groups,
        allowed:
          'one or both of "controlplane" and "worker"; "bastion" with managed groups and an enabled bastion',
        fix: `write RulePeer.groups(${list.join(', ')})`,
      };
    },
  ),
  firewallRule(
    'security-rule-range',
    'Neutron rejects a range that is invalid, or of another address family than the rule.',
    NEUTRON,
    ({ peer, etherType }, _cluster, place) => {
      if (peer.kind !== 'cidr') return undefined;
      const cidr = tryParseCidr(peer.cidr);
      if (cidr === undefined)
        return {
          field: 'from',
          ...unreadableRange(peer.cidr, 'peers', etherType === 'IPv6' ? 6 : 4),
        };
      const family = `IPv${cidr.family}`;
      if (etherType === family) return undefined;
      return {
        field: 'from',
        given: peer.cidr,
        allowed: `an ${etherType} range, because the rule is for ${etherType}`,
        fix: write(family, {
          prop: `${place()}.etherType`,
          begins: 'write etherType:',
        }),
      };
    },
  ),
  {
    id: 'adopted-security-groups',
    reason:
      'Machines without security groups get the default group of the project, which allows no traffic from outside.',
    source: RULES_SOURCE,
    check({ path, network, securityGroups }, refuse) {
      if (securityGroups.kind !== 'adopted' || isUnfiltered(network)) return;
      for (const prop of ['controlPlane', 'workers'] as const) {
        if (securityGroups[prop].length > 0) continue;
        refuse(
          { path, prop: `securityGroups.${prop}` },
          {
            given: [],
            allowed: 'at least one security group',
            fix: "write NetworkLookup.fromName('…') with the name of a group, or use SecurityGroups.managed()",
          },
        );
      }
    },
  },
];

/** Checks ICMP types and codes; a 0 is dropped on the way to Neutron, so the rule would allow more traffic. */
function typeFinding(
  type: number | undefined,
  code: number | undefined,
  given: number | readonly (number | undefined)[] | undefined,
): ReturnType<RuleCheck> {
  const isType = isWholeNumber(type, 1, MOST_TYPE);
  if (isType && (code === undefined || isWholeNumber(code, 1, MOST_TYPE))) return undefined;
  return {
    field: 'ports',
    given,
    allowed: `a type for all codes, or a type and a code, from 1 to ${MOST_TYPE}`,
    fix: isType
      ? write(type, { ends: ' for all codes of the type' })
      : leaveOut({ begins: 'leave ports out', ends: ' for all types' }),
  };
}

function firewallRule(
  id: string,
  reason: string,
  source: string,
  check: RuleCheck,
): Rule<OpenStackCluster> {
  return {
    id,
    reason,
    source,
    check(cluster, refuse) {
      const { path, securityGroups } = cluster;
      if (securityGroups.kind === 'adopted') return;
      for (const rule of securityGroups.rules) {
        const place = () => rulePlace(securityGroups.rules, rule);
        const mistake = check(rule, cluster, place);
        if (mistake === undefined) continue;
        const { field, ...finding } = mistake;
        refuse({ path, prop: `${place()}.${field}` }, finding);
      }
    },
  };
}

/** Returns the place of a rule by its name, or by its index if another rule has the same name. */
function rulePlace(rules: readonly SecurityRuleModel[], rule: SecurityRuleModel): string {
  const isShared = rules.some((other) => other !== rule && other.name === rule.name);
  return `securityGroups.rules[${isShared ? rules.indexOf(rule) : JSON.stringify(rule.name)}]`;
}

function takesPorts(protocol: string): boolean {
  return WITH_PORTS.includes(protocol) || isIcmp(protocol);
}

/**
 * Tells whether rules of two scopes must have different names.
 *
 * Provisioned rules for all nodes are in the group of each scope.
 */
function haveOneList(kind: 'managed' | 'provisioned', one: RuleScope, other: RuleScope): boolean {
  return one === other || (kind === 'provisioned' && (one === 'allNodes' || other === 'allNodes'));
}
