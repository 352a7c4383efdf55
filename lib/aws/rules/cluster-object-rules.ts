import type { Fields } from '../../base/fields';
import { leaveOut, write } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isTemplate, objectRule, type RefuseField } from '../../cluster/rules/object-rule';
import { tagMistakes } from './tags';

const WEBHOOK = 'CAPA@v2.11.1:webhooks/awscluster_webhook.go';
const DEFAULTS = 'CAPA@v2.11.1:api/v1beta2/defaults.go';
const BALANCER = 'controlPlaneLoadBalancer';
const SECOND = 'secondaryControlPlaneLoadBalancer';
/** What the webhook takes from no load balancer that is not made. */
const OF_A_BALANCER = [
  'additionalListeners',
  'additionalSecurityGroups',
  'crossZoneLoadBalancing',
  'disableHostsRewrite',
  'healthCheckProtocol',
  'ingressRules',
  'name',
  'preserveClientIP',
  'subnets',
  'targetGroupIPType',
] as const;
const PEERS = [
  'cidrBlocks',
  'ipv6CidrBlocks',
  'sourceSecurityGroupIds',
  'sourceSecurityGroupRoles',
  'natGatewaysIPsSource',
] as const;

/** Rules on AWSClusters and their templates. */
export const AWS_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-aws-region',
    reason: 'Nobody misses the region before the provider looks for it.',
    source: 'CAPA@v2.11.1:controllers/awscluster_controller.go',
    check(spec, refuse, subject) {
      if (typeof spec.region === 'string' || isTemplate(subject)) return;
      refuse('spec.region', {
        given: spec.region,
        allowed: 'the region of the account',
        fix: 'take the patch that removes it out',
      });
    },
  }),
  objectRule({
    id: 'object-aws-balancer-type',
    reason:
      'Without a type the provider makes a classic load balancer, and what it has made keeps its type.',
    source: DEFAULTS,
    check(spec, refuse) {
      if (valueAt(spec, BALANCER, 'loadBalancerType') !== undefined) return;
      refuse(`spec.${BALANCER}.loadBalancerType`, {
        given: undefined,
        allowed: '"nlb", or "disabled" beside controlPlaneEndpoint',
        fix: write('nlb'),
      });
    },
  }),
  objectRule({
    id: 'object-aws-balancer-off',
    reason: 'A load balancer that is not made has no settings.',
    source: WEBHOOK,
    check(spec, refuse) {
      const balancer = mapAt(spec, BALANCER);
      if (balancer.loadBalancerType !== 'disabled') return;
      for (const field of OF_A_BALANCER) {
        if (!isSet(balancer[field])) continue;
        refuse(`spec.${BALANCER}.${field}`, {
          given: balancer[field],
          allowed: 'nothing beside loadBalancerType: "disabled"',
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-endpoint',
    reason: 'Without a load balancer the endpoint is what somebody says it is.',
    source: 'CAPA@v2.11.1:controllers/awscluster_controller.go',
    check(spec, refuse, subject) {
      if (valueAt(spec, BALANCER, 'loadBalancerType') !== 'disabled' || isTemplate(subject)) return;
      if (valueAt(spec, 'controlPlaneEndpoint', 'host') !== undefined) return;
      refuse('spec.controlPlaneEndpoint.host', {
        given: undefined,
        allowed: 'a host, where the provider makes no load balancer',
        fix: 'write endpoint: AwsEndpoint.external({ host })',
      });
    },
  }),
  objectRule({
    id: 'object-aws-second-balancer',
    reason:
      'A second load balancer has another name and scheme than the first, and is of the same network type.',
    source: WEBHOOK,
    check(spec, refuse) {
      const second = spec[SECOND];
      if (second === undefined) return;
      const first = mapAt(spec, BALANCER);
      const { name, scheme, loadBalancerType } = mapAt(second);
      if (typeof name !== 'string' || name === '' || name === first.name) {
        refuse(`spec.${SECOND}.name`, {
          given: name,
          allowed: 'a name that the first load balancer has not',
          fix: 'give it a name of its own',
        });
      }
      // The schema's defaults come before the webhook's, and are the same for both load balancers.
      const schemes = [scheme, first.scheme].map((one) => one ?? 'internet-facing');
      if (schemes[0] === schemes[1]) {
        refuse(`spec.${SECOND}.scheme`, {
          given: scheme,
          allowed: 'another scheme than that of the first load balancer',
          fix: write(schemes[1] === 'internal' ? 'internet-facing' : 'internal'),
        });
      }
      if (loadBalancerType === 'nlb') return;
      refuse(`spec.${SECOND}.loadBalancerType`, {
        given: loadBalancerType,
        allowed: '"nlb"',
        fix: write('nlb'),
      });
    },
  }),
  objectRule({
    id: 'object-aws-rule-peer',
    reason: 'A firewall rule is for ranges, for groups or for the gateways.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, rule] of ingressRules(spec)) {
        const given = PEERS.filter((peer) => isSet(rule[peer]));
        if (peerKinds(given) < 2) continue;
        refuse(field, {
          given,
          allowed: 'ranges, or groups, or natGatewaysIPsSource',
          fix: 'write a rule for each',
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-bastion',
    reason: 'A bastion without rules has no ranges from which it is reached.',
    source: 'CAPA@v2.11.1:api/v1beta2/bastion.go',
    check(spec, refuse) {
      const { disableIngressRules, allowedCIDRBlocks } = mapAt(spec, 'bastion');
      if (disableIngressRules !== true || !isSet(allowedCIDRBlocks)) return;
      refuse('spec.bastion.allowedCIDRBlocks', {
        given: allowedCIDRBlocks,
        allowed: 'none beside disableIngressRules',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-aws-cluster-tags',
    reason: 'AWS takes 50 tags, with keys of 128 and values of 256 characters.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    check: checkTags,
  }),
];

/** Reports tags of an object that AWS does not take. */
export function checkTags(spec: Fields, refuse: RefuseField): void {
  const tags = Object.entries(mapAt(spec, 'additionalTags')).filter(
    (tag): tag is [string, string] => typeof tag[1] === 'string',
  );
  for (const { part, finding } of tagMistakes(Object.fromEntries(tags))) {
    refuse(`spec.additionalTags${part}`, finding);
  }
}

function ingressRules(spec: Fields): readonly [string, Fields][] {
  const ways = [
    ['network', 'additionalControlPlaneIngressRules'],
    ['network', 'additionalNodeIngressRules'],
    [BALANCER, 'ingressRules'],
    [SECOND, 'ingressRules'],
  ] as const;
  return ways.flatMap(([parent, list]) =>
    mapsAt(spec, parent, list).map(([rule, index]): [string, Fields] => [
      `spec.${parent}.${list}[${index}]`,
      rule,
    ]),
  );
}

/** Kinds of peers among those that a rule has: ranges, groups and gateways. */
function peerKinds(given: readonly (typeof PEERS)[number][]): number {
  const kinds = given.map((peer) =>
    peer.endsWith('CidrBlocks') || peer === 'cidrBlocks'
      ? 'ranges'
      : peer.startsWith('source')
        ? 'groups'
        : peer,
  );
  return new Set(kinds).size;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}
