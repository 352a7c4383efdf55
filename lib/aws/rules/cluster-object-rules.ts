import type { Fields } from '../../base/fields';
import { leaveOut, write } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isTemplate, objectRule, type RefuseField } from '../../cluster/rules/object-rule';
import { tagMistakes } from './tags';

const WEBHOOK = 'CAPA@v2.11.1:webhooks/awscluster_webhook.go';
const DEFAULTS = 'CAPA@v2.11.1:api/v1beta2/defaults.go';
const BALANCER = 'controlPlaneLoadBalancer';
const SECOND = 'secondaryControlPlaneLoadBalancer';
/** Fields that the webhook rejects when the load balancer is disabled. */
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

/** Rules for AWSClusters and their templates. */
export const AWS_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-aws-region',
    reason: 'A missing region is noticed only when the provider reconciles the cluster.',
    source: 'CAPA@v2.11.1:controllers/awscluster_controller.go',
    check(spec, refuse, subject) {
      if (typeof spec.region === 'string' || isTemplate(subject)) return;
      refuse('spec.region', {
        given: spec.region,
        allowed: 'the region of the account',
        fix: 'remove the patch that deletes it',
      });
    },
  }),
  objectRule({
    id: 'object-aws-balancer-type',
    reason:
      'Without a type the provider creates a Classic Load Balancer, whose type cannot change later.',
    source: DEFAULTS,
    check(spec, refuse) {
      if (valueAt(spec, BALANCER, 'loadBalancerType') !== undefined) return;
      refuse(`spec.${BALANCER}.loadBalancerType`, {
        given: undefined,
        allowed: '"nlb", or "disabled" with a controlPlaneEndpoint',
        fix: write('nlb'),
      });
    },
  }),
  objectRule({
    id: 'object-aws-balancer-off',
    reason: 'The webhook rejects load balancer settings when the load balancer is disabled.',
    source: WEBHOOK,
    check(spec, refuse) {
      const balancer = mapAt(spec, BALANCER);
      if (balancer.loadBalancerType !== 'disabled') return;
      for (const field of OF_A_BALANCER) {
        if (!isSet(balancer[field])) continue;
        refuse(`spec.${BALANCER}.${field}`, {
          given: balancer[field],
          allowed: 'none; loadBalancerType is "disabled"',
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-endpoint',
    reason: 'Without a load balancer the provider does not set the control plane endpoint.',
    source: 'CAPA@v2.11.1:controllers/awscluster_controller.go',
    check(spec, refuse, subject) {
      if (valueAt(spec, BALANCER, 'loadBalancerType') !== 'disabled' || isTemplate(subject)) return;
      if (valueAt(spec, 'controlPlaneEndpoint', 'host') !== undefined) return;
      refuse('spec.controlPlaneEndpoint.host', {
        given: undefined,
        allowed: 'a host; the provider creates no load balancer',
        fix: 'write endpoint: AwsEndpoint.external({ host })',
      });
    },
  }),
  objectRule({
    id: 'object-aws-second-balancer',
    reason:
      'The webhook rejects a second load balancer that has the name or scheme of the first or is not an NLB.',
    source: WEBHOOK,
    check(spec, refuse) {
      const second = spec[SECOND];
      if (second === undefined) return;
      const first = mapAt(spec, BALANCER);
      const { name, scheme, loadBalancerType } = mapAt(second);
      if (typeof name !== 'string' || name === '' || name === first.name) {
        refuse(`spec.${SECOND}.name`, {
          given: name,
          allowed: 'a name that differs from that of the first load balancer',
          fix: 'give it a unique name',
        });
      }
      // The defaults of the schema apply before those of the webhook and are the same for both.
      const schemes = [scheme, first.scheme].map((one) => one ?? 'internet-facing');
      if (schemes[0] === schemes[1]) {
        refuse(`spec.${SECOND}.scheme`, {
          given: scheme,
          allowed: 'a scheme that differs from that of the first load balancer',
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
    reason: 'The webhook rejects an ingress rule with more than one kind of source.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, rule] of ingressRules(spec)) {
        const given = PEERS.filter((peer) => isSet(rule[peer]));
        if (peerKinds(given) < 2) continue;
        refuse(field, {
          given,
          allowed: 'one of CIDR ranges, security groups or natGatewaysIPsSource',
          fix: 'write one rule for each kind of source',
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-bastion',
    reason: 'The webhook rejects allowed CIDR blocks on a bastion with disabled ingress rules.',
    source: 'CAPA@v2.11.1:api/v1beta2/bastion.go',
    check(spec, refuse) {
      const { disableIngressRules, allowedCIDRBlocks } = mapAt(spec, 'bastion');
      if (disableIngressRules !== true || !isSet(allowedCIDRBlocks)) return;
      refuse('spec.bastion.allowedCIDRBlocks', {
        given: allowedCIDRBlocks,
        allowed: 'none; disableIngressRules is true',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-aws-cluster-tags',
    reason:
      'AWS accepts at most 50 tags, with keys of up to 128 and values of up to 256 characters.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    check: checkTags,
  }),
];

/** Reports tags of an object that AWS rejects. */
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

/** Counts the kinds of peers in a rule: ranges, groups and gateways. */
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
