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

/** Rules on AzureClusters and their templates. */
export const AZURE_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-azure-name',
    reason: 'The webhook takes names of up to 44 lower-case letters, digits and dashes.',
    source: WEBHOOK,
    check(_spec, refuse, subject) {
      const { name } = subject.object.metadata;
      if (isTemplate(subject) || CLUSTER_NAME.test(name)) return;
      refuse('metadata.name', {
        given: name,
        allowed: '2 to 44 lower-case letters, digits and dashes, a letter or digit at both ends',
        fix: 'give the cluster a shorter name',
      });
    },
  }),
  objectRule({
    id: 'object-azure-identity-ref',
    reason: 'The webhook wants an AzureClusterIdentity of each cluster.',
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
      'The webhook takes load balancers of the kind Standard, public or internal, with one address.',
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
      'A public load balancer has one public address, and an internal one an address of the control plane.',
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
          allowed: `one with ${wanted}`,
          fix: 'leave the others out',
        });
      }
      for (const [one, index] of addresses) {
        if (one[other as string] === undefined) continue;
        refuse(`${place}[${index}].${other}`, {
          given: one[other as string],
          allowed: `none on ${isInternal ? 'an internal' : 'a public'} load balancer`,
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-private-ip',
    reason: 'The address of an internal load balancer is in the subnet of the control plane.',
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
          allowed: `an address of ${ranges.join(', ')}`,
          fix: 'write one of the subnet of the control plane',
        });
      }
    },
  }),
  objectRule({
    id: 'object-azure-balancer-numbers',
    reason: 'The webhook takes times from 4 to 30 minutes, and 16 addresses.',
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
    reason: 'Machines of a control plane behind a public load balancer reach the internet by that.',
    source: WEBHOOK,
    check(spec, refuse) {
      const given = valueAt(spec, 'networkSpec', 'controlPlaneOutboundLB');
      if (given === undefined || apiBalancer(spec).type === 'Internal') return;
      refuse(`${SPEC}.controlPlaneOutboundLB`, {
        given,
        allowed: 'none beside a public apiServerLB',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-private-dns',
    reason:
      'A private zone of names is for an internal endpoint, and in a resource group where it has a name.',
    source: WEBHOOK,
    check(spec, refuse) {
      const { privateDNSZoneName: name, privateDNSZoneResourceGroup: group } = mapAt(
        spec,
        'networkSpec',
      );
      if (name !== undefined && apiBalancer(spec).type !== 'Internal') {
        refuse(`${SPEC}.privateDNSZoneName`, {
          given: name,
          allowed: 'none beside a public apiServerLB',
          fix: leaveOut(),
        });
      }
      if (group === undefined || name !== undefined) return;
      refuse(`${SPEC}.privateDNSZoneResourceGroup`, {
        given: group,
        allowed: 'a resource group beside privateDNSZoneName',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-azure-security-rule',
    reason: 'The webhook takes priorities from 100 to 4096, and one kind of source.',
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
          const allowed = 'none beside sources';
          refuse(`${place}.source`, { given: source, allowed, fix: leaveOut() });
        }
      }
    },
  }),
  objectRule({
    id: 'object-azure-bastion',
    reason: 'The webhook takes tunnels with the kind Standard alone.',
    source: WEBHOOK,
    check(spec, refuse) {
      const { enableTunneling, sku } = mapAt(spec, 'bastionSpec', 'azureBastion');
      if (enableTunneling !== true || sku === 'Standard') return;
      refuse('spec.bastionSpec.azureBastion.sku', {
        given: sku,
        allowed: '"Standard" beside enableTunneling',
        fix: write('Standard'),
      });
    },
  }),
];

function apiBalancer(spec: Fields): Fields {
  return mapAt(spec, 'networkSpec', 'apiServerLB');
}

/** Ranges of the subnet of the control plane. */
function controlPlaneRanges(spec: Fields): readonly string[] {
  const subnets = mapsAt(spec, 'networkSpec', 'subnets').map(([subnet]) => subnet);
  const own =
    subnets.find(({ role }) => role === 'control-plane') ??
    subnets.find(({ role }) => role === 'cluster');
  const ranges = own?.cidrBlocks;
  return Array.isArray(ranges) ? ranges.filter((one) => typeof one === 'string') : [];
}
