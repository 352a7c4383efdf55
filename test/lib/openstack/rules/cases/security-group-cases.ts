import type { SecurityRuleModel } from '../../../../../lib/addons/model/firewall-rule';
import { bastionModel } from '../../../../support/bastion';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const RULE: SecurityRuleModel = {
  name: 'ssh',
  scope: 'allNodes',
  direction: 'ingress',
  etherType: 'IPv4',
  protocol: 'tcp',
  portRangeMin: 22,
  portRangeMax: 22,
  description: 'ssh',
  peer: { kind: 'cidr', cidr: '192.0.2.0/24' },
};
const { portRangeMin: _first, portRangeMax: _last, ...PORTLESS } = RULE;
const { protocol: _protocol, ...EVERY_PROTOCOL } = PORTLESS;

/** Examples of rules on security groups. */
export const SECURITY_GROUP_CASES: readonly RuleCase[] = [
  {
    rule: 'security-rule-name',
    broken: rules(RULE, RULE),
    sound: rules(RULE, { ...RULE, scope: 'controlPlane' }, { ...RULE, scope: 'workers' }),
    says: `mothership/demo: securityGroups.rules is "ssh"
  allowed: a name that no other rule of the scope has, including those of the CNI and the addons
  fix: write name: "ssh-2"`,
  },
  {
    rule: 'security-rule-name',
    broken: rules({ ...RULE, name: '' }),
    says: `mothership/demo: securityGroups.rules is ""
  allowed: a name that no other rule of the scope has, including those of the CNI and the addons
  fix: write name: "my-rule"`,
  },
  {
    rule: 'security-rule-protocol',
    broken: rules({ ...PORTLESS, protocol: 'TCP' }),
    sound: rules({ ...PORTLESS, protocol: '4' }),
    says: `mothership/demo: securityGroups.rules["ssh"].protocol is "TCP"
  allowed: a name such as "tcp", "udp" or "icmp", or a number from 0 to 255 as a string
  fix: write "tcp"`,
  },
  {
    rule: 'security-rule-protocol',
    broken: rules({ ...PORTLESS, protocol: '300' }),
    sound: rules(EVERY_PROTOCOL),
    says: `mothership/demo: securityGroups.rules["ssh"].protocol is "300"
  allowed: a name such as "tcp", "udp" or "icmp", or a number from 0 to 255 as a string
  fix: leave it out for all protocols`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, portRangeMin: 443, portRangeMax: 80 }),
    sound: rules({ ...RULE, portRangeMin: 80, portRangeMax: 443 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is [443,80]
  allowed: a port, or the first and the last port, from 1 to 65535
  fix: write [80, 443]`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, portRangeMax: 70_000 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is [22,70000]
  allowed: a port, or the first and the last port, from 1 to 65535
  fix: leave ports out for all ports`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...EVERY_PROTOCOL, portRangeMin: 22, portRangeMax: 22 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is 22
  allowed: ports with a protocol such as "tcp" or "udp"
  fix: add protocol: "tcp"`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, protocol: 'vrrp' }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is 22
  allowed: ports with a protocol such as "tcp" or "udp"
  fix: leave ports out`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, protocol: 'icmp', portRangeMin: 300, portRangeMax: 0 }),
    sound: rules({ ...RULE, protocol: 'icmp', portRangeMin: 8 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is [300,0]
  allowed: a type for all codes, or a type and a code, from 1 to 255
  fix: leave ports out for all types`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, protocol: 'icmp', portRangeMin: 8, portRangeMax: 0 }),
    sound: rules({ ...RULE, protocol: 'ipv6-icmp', portRangeMin: 1, portRangeMax: 4 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is [8,0]
  allowed: a type for all codes, or a type and a code, from 1 to 255
  fix: write 8 for all codes of the type`,
  },
  {
    rule: 'security-rule-ports',
    broken: rules({ ...RULE, protocol: '1', portRangeMin: 0, portRangeMax: 0 }),
    says: `mothership/demo: securityGroups.rules["ssh"].ports is 0
  allowed: a type for all codes, or a type and a code, from 1 to 255
  fix: leave ports out for all types`,
  },
  {
    rule: 'security-rule-peer',
    broken: rules({ ...RULE, peer: { kind: 'groups', groups: ['worker', 'bastion'] } }),
    sound: rules({ ...RULE, peer: { kind: 'groups', groups: ['worker'] } }),
    says: `mothership/demo: securityGroups.rules["ssh"].from is ["worker","bastion"]
  allowed: one or both of "controlplane" and "worker"; "bastion" with managed groups and an enabled bastion
  fix: write RulePeer.groups('worker')`,
  },
  {
    rule: 'security-rule-peer',
    broken: fromBastion({ enabled: false }),
    sound: fromBastion({}),
    says: `mothership/demo: securityGroups.rules["ssh"].from is ["bastion"]
  allowed: one or both of "controlplane" and "worker"; "bastion" with managed groups and an enabled bastion
  fix: write RulePeer.groups('controlplane', 'worker')`,
  },
  {
    rule: 'security-rule-peer',
    broken: rules({ ...RULE, peer: { kind: 'group', id: '' } }),
    says: `mothership/demo: securityGroups.rules["ssh"].from is ""
  allowed: the ID of a security group
  fix: write RulePeer.groups('controlplane', 'worker') for the machines of the cluster`,
  },
  {
    rule: 'security-rule-range',
    broken: rules({ ...RULE, peer: { kind: 'cidr', cidr: '2001:db8::/32' } }),
    sound: rules({ ...RULE, etherType: 'IPv6', peer: { kind: 'cidr', cidr: '2001:db8::/32' } }),
    says: `mothership/demo: securityGroups.rules["ssh"].from is "2001:db8::/32"
  allowed: an IPv4 range, because the rule is for IPv4
  fix: write etherType: "IPv6"`,
  },
  {
    rule: 'security-rule-range',
    broken: rules({ ...RULE, peer: { kind: 'cidr', cidr: '192.0.2.0' } }),
    says: `mothership/demo: securityGroups.rules["ssh"].from is "192.0.2.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "192.0.2.0/24", or "192.0.2.0/32" for the single address`,
  },
  {
    rule: 'adopted-security-groups',
    broken: cluster({
      securityGroups: {
        kind: 'adopted',
        controlPlane: [],
        workers: [{ filter: { name: 'workers' } }],
      },
    }),
    sound: cluster({
      securityGroups: {
        kind: 'adopted',
        controlPlane: [{ filter: { name: 'masters' } }],
        workers: [{ filter: { name: 'workers' } }],
      },
    }),
    says: `mothership/demo: securityGroups.controlPlane is []
  allowed: at least one security group
  fix: write NetworkLookup.fromName('…') with the name of a group, or use SecurityGroups.managed()`,
  },
  {
    rule: 'security-rule-peer',
    broken: rules({ ...RULE, peer: { kind: 'groups', groups: [] } }),
    says: `mothership/demo: securityGroups.rules["ssh"].from is []
  allowed: one or both of "controlplane" and "worker"; "bastion" with managed groups and an enabled bastion
  fix: write RulePeer.groups('controlplane', 'worker')`,
  },
  {
    rule: 'security-rule-protocol',
    broken: rules(
      { ...PORTLESS, scope: 'controlPlane' },
      { ...PORTLESS, scope: 'workers', protocol: 'TCP' },
    ),
    says: `mothership/demo: securityGroups.rules[1].protocol is "TCP"
  allowed: a name such as "tcp", "udp" or "icmp", or a number from 0 to 255 as a string
  fix: write "tcp"`,
  },
];

function rules(...list: SecurityRuleModel[]) {
  return cluster({
    securityGroups: { kind: 'managed', allowAllInClusterTraffic: false, rules: list },
  });
}

function fromBastion(bastion: Parameters<typeof bastionModel>[0]) {
  const peer = { kind: 'groups', groups: ['bastion'] } as const;
  return { ...rules({ ...RULE, peer }), bastion: bastionModel(bastion) };
}
