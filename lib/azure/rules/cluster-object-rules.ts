import { cidrContains, isAddress, tryParseCidr } from '../../base/cidr';
import type { Fields } from '../../base/fields';
import { leaveOut, write } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isWholeNumber } from '../../base/words';
import { isTemplate, objectRule } from '../../cluster/rules/object-rule';
import { CLUSTER_NAME, MOST_ADDRESSES } from '../model/limits';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go';
const BALANCERS = ['apiServerLB', 'nodeOutboundLB', 'controlPlaneOutboundLB'] as const;
const SPEC = 'spec.networkSpec';

/** Rules for AzureClusters and their templates. */
export const AZURE_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-azure-name',
    reason: 'The webhook accepts only names of up to 44 lowercase letters, digits and dashes.',
    source: WEBHOOK,
    check(_spec, refuse, subject) {
      const { name } = subject.object.metadata;
      if (isTemplate(subject) || CLUSTER_NAME.test(name)) return;
      refuse('metadata.name', {
        given: name,
        allowed:
          '2 to 44 lowercase letters, digits and dashes, starting and ending with a letter or digit',
        fix: 'give the cluster a shorter name',
      });
    },
  }),
  objectRule({
    id: 'object-azure-identity-ref',
    reason: 'The webhook requires an AzureClusterIdentity for each cluster.',
    source: WEBHOOK,
    check(spec, refuse, subject) {
      const kind = valueAt(spec, 'identityRef', 'kind');
      if (kind === 'AzureClusterIdentity' || (kind === undefined && isTemplate(subject))) return;
      refuse('spec.identityRef.kind', {
        given: kind,
        allowed: '"AzureClusterIdentity"',
        fix: write('AzureClusterIdentity'),
      });
    },
  }),
  objectRule({
    id: 'object-azure-balancer',
    reason:
      'The webhook accepts only Standard load balancers, public or internal, with one address.',
    source: WEBHOOK,
    check(spec, refuse) {
      const balancer = apiBalancer(spec);
      const { sku = 'Standard', type = 'Public', frontendIPsCount = 1 } = balancer;
      if (sku !== 'Standard') {
        const finding = { given: sku, allowed: '"Standard"', fix: leaveOut() };
        refuse(`${SPEC}.apiServerLB.sku`, finding);
      }
      if (type !== 'Public' && type !== 'Internal') {
        const finding = { given: type, allowed: '"Public" or "Internal"', fix: leaveOut() };
        refuse(`${SPEC}.apiServerLB.type`, finding);
      }
      if (type === 'Public' && frontendIPsCount !== 1) {
        const finding = { given: frontendIPsCount, allowed: '1', fix: leaveOut() };
        refuse(`${SPEC}.apiServerLB.frontendIPsCount`, finding);
      }
    },
  }),
  objectRule({
    id: 'object-azure-addresses',
    reason:
      'The webhook requires one public IP on a public load balancer, and one private IP on an internal one.',
    source: WEBHOOK,
    check(spec, refuse) {
      const addresses = mapsAt(spec, 'networkSpec', 'apiServerLB', 'frontendIPs');
      if (addresses.length === 0) return;
      const place = `${SPEC}.apiServerLB.frontendIPs`;
      const isInternal = apiBalancer(spec).type === 'Internal';
      const [wanted, other] = isInternal ? ['privateIP', 'publicIP'] : ['publicIP', 'privateIP'];
      const given = addresses.filter(([one]) => one[wanted as string] !== undefined);
      if (given.length !== 1) {
        refuse(place, {
          given: given.length,
          allowed: `exactly one with ${wanted}`,
          fix: 'leave the others out',
        });
      }
      for (const [one, index] of addresses) {
        if (one[other as string] === undefined) continue;
        refuse(`${place}[${index}].${other}`, {
          given: one[other as string],
          allowed: `none; the load balancer is ${isInternal ? 'internal' : 'public'}`,
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-private-ip',
    reason:
      'The webhook rejects an internal load balancer address outside the control plane subnet.',
    source: WEBHOOK,
    check(spec, refuse) {
      const ranges = controlPlaneRanges(spec);
      if (apiBalancer(spec).type !== 'Internal' || ranges.length === 0) return;
      for (const [one, index] of mapsAt(spec, 'networkSpec', 'apiServerLB', 'frontendIPs')) {
        const { privateIP: given } = one;
        if (typeof given !== 'string') continue;
        const isIn = ranges.some((text) => {
          const range = tryParseCidr(text);
          return range !== undefined && isAddress(given) && cidrContains(range, given);
        });
        if (isIn) continue;
        refuse(`${SPEC}.apiServerLB.frontendIPs[${index}].privateIP`, {
          given,
          allowed: `an address in ${ranges.join(', ')}`,
          fix: 'write an address in the control plane subnet',
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-balancer-numbers',
    reason: 'The webhook accepts only idle timeouts from 4 to 30 minutes and at most 16 addresses.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const name of BALANCERS) {
        const { idleTimeoutInMinutes: time, frontendIPsCount: count } = mapAt(
          spec,
          'networkSpec',
          name,
        );
        if (time !== undefined && !isWholeNumber(time, 4, 30)) {
          const finding = { given: time, allowed: 'an integer from 4 to 30', fix: leaveOut() };
          refuse(`${SPEC}.${name}.idleTimeoutInMinutes`, finding);
        }
        if (name === 'apiServerLB' || count === undefined) continue;
        if (isWholeNumber(count, 0, MOST_ADDRESSES)) continue;
        const allowed = `an integer from 0 to ${MOST_ADDRESSES}`;
        refuse(`${SPEC}.${name}.frontendIPsCount`, { given: count, allowed, fix: leaveOut() });
      }
    },
  }),
  objectRule({
    id: 'object-azure-outbound',
    reason:
      'Control plane machines behind a public load balancer reach the internet through it, so the webhook rejects a second one.',
    source: WEBHOOK,
    check(spec, refuse) {
      const given = valueAt(spec, 'networkSpec', 'controlPlaneOutboundLB');
      if (given === undefined || apiBalancer(spec).type === 'Internal') return;
      refuse(`${SPEC}.controlPlaneOutboundLB`, {
        given,
        allowed: 'none; apiServerLB is public',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-private-dns',
    reason:
      'The webhook accepts a private DNS zone only with an internal endpoint, and its resource group only with a zone name.',
    source: WEBHOOK,
    check(spec, refuse) {
      const { privateDNSZoneName: name, privateDNSZoneResourceGroup: group } = mapAt(
        spec,
        'networkSpec',
      );
      if (name !== undefined && apiBalancer(spec).type !== 'Internal') {
        refuse(`${SPEC}.privateDNSZoneName`, {
          given: name,
          allowed: 'none; apiServerLB is public',
          fix: leaveOut(),
        });
      }
      if (group === undefined || name !== undefined) return;
      refuse(`${SPEC}.privateDNSZoneResourceGroup`, {
        given: group,
        allowed: 'none; privateDNSZoneName is not set',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-security-rule',
    reason: 'The webhook accepts only priorities from 100 to 4096, and either source or sources.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [subnet, index] of mapsAt(spec, 'networkSpec', 'subnets')) {
        for (const [rule, nth] of mapsAt(subnet, 'securityGroup', 'securityRules')) {
          const place = `${SPEC}.subnets[${index}].securityGroup.securityRules[${nth}]`;
          const { priority, source, sources } = rule;
          if (!isWholeNumber(priority, 100, 4_096)) {
            const allowed = 'an integer from 100 to 4096';
            refuse(`${place}.priority`, { given: priority, allowed, fix: write(100) });
          }
          if (source === undefined || sources === undefined) continue;
          const allowed = 'none; sources is set';
          refuse(`${place}.source`, { given: source, allowed, fix: leaveOut() });
        }
      }
    },
  }),
  objectRule({
    id: 'object-azure-bastion',
    reason: 'The webhook accepts tunneling only with the Standard SKU.',
    source: WEBHOOK,
    check(spec, refuse) {
      const { enableTunneling, sku } = mapAt(spec, 'bastionSpec', 'azureBastion');
      if (enableTunneling !== true || sku === 'Standard') return;
      refuse('spec.bastionSpec.azureBastion.sku', {
        given: sku,
        allowed: '"Standard" when enableTunneling is true',
        fix: write('Standard'),
      });
    },
  }),
];

function apiBalancer(spec: Fields): Fields {
  return mapAt(spec, 'networkSpec', 'apiServerLB');
}

/** Returns the ranges of the control plane subnet. */
function controlPlaneRanges(spec: Fields): readonly string[] {
  const subnets = mapsAt(spec, 'networkSpec', 'subnets').map(([subnet]) => subnet);
  const own =
    subnets.find(({ role }) => role === 'control-plane') ??
    subnets.find(({ role }) => role === 'cluster');
  const ranges = own?.cidrBlocks;
  return Array.isArray(ranges) ? ranges.filter((one) => typeof one === 'string') : [];
}
