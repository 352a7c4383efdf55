import { tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { AzureCluster } from '../model/cluster';
import type { AzureManagedSubnet } from '../model/network';
import {
  API_SERVER_RULE,
  AZURE_SECURITY_RULE_DEFAULTS,
  type AzureSecurityRule,
} from '../model/security-rule';
import { nameFinding } from './names';
import { managedSubnets } from './network-rules';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go';
const GROUPS =
  'MicrosoftDocs/azure-docs@main:articles/virtual-network/network-security-groups-overview.md';
const LEAST_PRIORITY = 100;
const MOST_PRIORITY = 4_096;
const MOST_PORT = 65_535;
const TAG = /^[A-Za-z][A-Za-z0-9.]*$/;

/** Rules for the security rules of subnets. */
export const AZURE_SECURITY_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-rule-name',
    reason: 'Azure identifies a security rule by its name, which must be unique in the subnet.',
    source: GROUPS,
    check: eachRule((rule, rules, index) => {
      const finding = nameFinding(rule.name, `rule-${index + 1}`);
      if (finding !== undefined) return { part: 'name', finding };
      if (rules.findIndex(({ name }) => name === rule.name) === index) return undefined;
      return {
        part: 'name',
        finding: {
          given: rule.name,
          allowed: 'a name that no other rule of the subnet has',
          fix: nameIt(`${rule.name}-${index + 1}`),
        },
      };
    }),
  },
  {
    id: 'azure-rule-api-server',
    reason:
      "A rule with this name replaces the one that opens the API server's port, without which the API server is unreachable.",
    source: GROUPS,
    check: eachRule((rule, _rules, _index, { role }, { apiServerPort }) => {
      if (role === 'node' || rule.name !== API_SERVER_RULE.name) return undefined;
      return notOpening(rule, apiServerPort);
    }),
  },
  {
    id: 'azure-rule-priority',
    reason:
      'The rule with the lower number decides, so two rules of a direction cannot have the same priority.',
    source: WEBHOOK,
    check: eachRule((rule, rules, index, { role }) => {
      const taken = rules.filter((_, other) => other < index).filter(isAlong(rule));
      const isApi = role !== 'node' && rule.name !== API_SERVER_RULE.name;
      const numbers = [
        ...taken.map(({ priority }) => priority),
        ...(isApi && isAlong(rule)({}) ? [API_SERVER_RULE.priority] : []),
      ];
      const { priority } = rule;
      const isRight = isWholeNumber(priority, LEAST_PRIORITY, MOST_PRIORITY);
      if (isRight && !numbers.includes(priority)) return undefined;
      return {
        part: 'priority',
        finding: {
          given: priority,
          allowed: `an integer from ${LEAST_PRIORITY} to ${MOST_PRIORITY} that no other rule of the direction has`,
          fix: write(
            freeNumber(isRight ? priority : LEAST_PRIORITY, [...numbers, ...others(rules, index)]),
          ),
        },
      };
    }),
  },
  {
    id: 'azure-rule-sources',
    reason: 'A rule accepts a single service tag, "*" or IPv4 ranges.',
    source: GROUPS,
    check: eachRule(({ sources }) => {
      const isOne = sources.length === 1 && sources.every((one) => one === '*' || TAG.test(one));
      if (isOne || (sources.length > 0 && sources.every(isRange))) return undefined;
      return {
        part: 'sources',
        finding: {
          given: sources,
          allowed: 'IPv4 ranges, one service tag such as "Internet", or ["*"]',
          fix: 'write one rule per tag, and ranges such as "198.51.100.0/24"',
        },
      };
    }),
  },
  {
    id: 'azure-rule-destination',
    reason: 'A rule accepts a single service tag, "*" or an IPv4 range.',
    source: GROUPS,
    check: eachRule(({ destination }) => {
      if (destination === undefined || destination === '*') return undefined;
      if (TAG.test(destination) || isRange(destination)) return undefined;
      return {
        part: 'destination',
        finding: {
          given: destination,
          allowed: 'an IPv4 range, a service tag, or "*"',
          fix: write('*'),
        },
      };
    }),
  },
  {
    id: 'azure-rule-ports',
    reason: 'A rule accepts one port, a port range or "*".',
    source: GROUPS,
    check: eachRule(({ ports, sourcePorts = '*' }) => {
      const [part, given] = isPorts(ports)
        ? (['sourcePorts', sourcePorts] as const)
        : (['ports', ports] as const);
      if (isPorts(given)) return undefined;
      const allowed = `a port from 1 to ${MOST_PORT}, a range such as "30000-32767", or "*"`;
      return { part, finding: { given, allowed, fix: suchAs('443') } };
    }),
  },
];

interface Mistake {
  readonly part: keyof AzureSecurityRule;
  readonly finding: Finding;
}

/** Checks each security rule of each managed subnet. */
function eachRule(
  mistakeIn: (
    rule: AzureSecurityRule,
    rules: readonly AzureSecurityRule[],
    index: number,
    subnet: AzureManagedSubnet,
    cluster: AzureCluster,
  ) => Mistake | undefined,
): Rule<AzureCluster>['check'] {
  return (cluster, refuse) => {
    const { path, network } = cluster;
    managedSubnets(network).forEach((subnet, place) => {
      const { securityRules = [] } = subnet;
      securityRules.forEach((rule, index) => {
        const mistake = mistakeIn(rule, securityRules, index, subnet, cluster);
        if (mistake === undefined) return;
        const prop = `network.subnets[${place}].securityRules[${index}].${mistake.part}`;
        refuse({ path, prop }, mistake.finding);
      });
    });
  };
}

/** Returns the mistake that keeps a rule from opening a port, if any. */
function notOpening(rule: AzureSecurityRule, port: number): Mistake | undefined {
  const { protocol, direction, action, sourcePorts, ports } = {
    ...AZURE_SECURITY_RULE_DEFAULTS,
    ...rule,
  };
  const wants = (part: keyof AzureSecurityRule, given: string, allowed: string): Mistake => ({
    part,
    finding: {
      given,
      allowed: `"${allowed}"`,
      fix: write(allowed, { or: 'give the rule another name' }),
    },
  });
  if (direction !== 'Inbound') return wants('direction', direction, 'Inbound');
  if (action !== 'Allow') return wants('action', action, 'Allow');
  if (protocol !== 'Tcp' && protocol !== '*') return wants('protocol', protocol, 'Tcp');
  if (sourcePorts !== '*') return wants('sourcePorts', sourcePorts, '*');
  return opens(ports, port) ? undefined : wants('ports', ports, String(port));
}

function isAlong({ direction }: Pick<AzureSecurityRule, 'direction'>) {
  const usual = AZURE_SECURITY_RULE_DEFAULTS.direction;
  return (other: Pick<AzureSecurityRule, 'direction'>) =>
    (other.direction ?? usual) === (direction ?? usual);
}

function others(rules: readonly AzureSecurityRule[], index: number): readonly number[] {
  return rules.filter((_, other) => other !== index).map(({ priority }) => priority);
}

function freeNumber(first: number, taken: readonly number[]): number {
  let free = first;
  while (taken.includes(free)) free = free === MOST_PRIORITY ? LEAST_PRIORITY : free + 1;
  return free;
}

function isRange(text: string): boolean {
  return tryParseCidr(text.includes('/') ? text : `${text}/32`)?.family === 4;
}

function isPorts(text: string): boolean {
  if (text === '*') return true;
  const [first, last] = portsOf(text);
  return isWholeNumber(first, 1, MOST_PORT) && isWholeNumber(last, first, MOST_PORT);
}

/** Returns whether a rule opens a port. Invalid ports count as open, because another rule reports them. */
function opens(text: string, port: number): boolean {
  const [first, last] = portsOf(text);
  return !isPorts(text) || text === '*' || (port >= first && port <= last);
}

/** Returns the first and last port of a text; NaN if it has none. */
function portsOf(text: string): readonly [number, number] {
  const ends = /^(\d+)(?:-(\d+))?$/.exec(text);
  return [Number(ends?.[1]), Number(ends?.[2] ?? ends?.[1])];
}
