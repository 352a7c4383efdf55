import type { Fields } from '../../base/fields';
import { leaveOut, write } from '../../base/fix';
import { mapAt, mapsAt } from '../../base/value-at';
import { noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';
import { checkTags } from './cluster-object-rules';

const TEMPLATE = 'CAPA@v2.11.1:webhooks/awsmachinetemplate_webhook.go';
const MACHINE = 'CAPA@v2.11.1:webhooks/awsmachine_webhook.go';
const CRD =
  'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsmachinetemplates.yaml';
const OF_ONE_MACHINE = [
  ['providerID'],
  ['cloudInit', 'secretPrefix'],
  ['cloudInit', 'secretCount'],
];
const STORES = [
  'insecureSkipSecretsManager',
  'secureSecretsBackend',
  'secretPrefix',
  'secretCount',
];
const PROVISIONED: readonly unknown[] = ['io1', 'io2'];
const LEAST_THROUGHPUT = 125;
const MOST_THROUGHPUT = 2_000;

/** Rules for AWSMachines and their templates. */
export const AWS_MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-aws-one-machine',
    reason: 'The webhook rejects a template with fields that belong to a single machine.',
    source: TEMPLATE,
    check: noFieldOfMachines(...OF_ONE_MACHINE),
  }),
  objectRule({
    id: 'object-aws-volume',
    reason:
      'The machine and template webhooks require iops for io1 and io2 and names for data volumes, and allow throughput only for gp3.',
    source: MACHINE,
    check(spec, refuse) {
      for (const [field, volume] of volumesOf(spec)) {
        const { type, iops, throughput } = volume;
        if (PROVISIONED.includes(type) && (iops === undefined || iops === 0)) {
          refuse(`${field}.iops`, {
            given: iops,
            allowed: `a number above 0 for ${JSON.stringify(type)}`,
            fix: write(3_000),
          });
        }
        if (throughput !== undefined && !(type === 'gp3' && isThroughput(throughput))) {
          refuse(`${field}.throughput`, {
            given: throughput,
            allowed: `a number from ${LEAST_THROUGHPUT} to ${MOST_THROUGHPUT}, only with type "gp3"`,
            fix: leaveOut(),
          });
        }
        if (field.endsWith('rootVolume') || typeof volume.deviceName === 'string') continue;
        refuse(`${field}.deviceName`, {
          given: volume.deviceName,
          allowed: 'a name such as "/dev/sdb"',
          fix: write('/dev/sdb'),
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-group',
    reason: 'The webhook rejects a security group reference with both an ID and filters.',
    source: TEMPLATE,
    check(spec, refuse) {
      for (const [group, index] of mapsAt(spec, 'additionalSecurityGroups')) {
        if (group.id === undefined || !Array.isArray(group.filters) || group.filters.length === 0) {
          continue;
        }
        refuse(`spec.additionalSecurityGroups[${index}]`, {
          given: group,
          allowed: 'either id or filters',
          fix: 'leave one of the two out',
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-market',
    reason:
      'Spot instances cannot use a capacity reservation or another market type, and a Capacity Block needs its reservation.',
    source: CRD,
    check(spec, refuse) {
      const { marketType, spotMarketOptions, capacityReservationId } = spec;
      const isSpot = marketType === 'Spot' || spotMarketOptions !== undefined;
      if (isSpot && capacityReservationId !== undefined) {
        refuse('spec.capacityReservationId', {
          given: capacityReservationId,
          allowed: 'none; spot instances cannot use a reservation',
          fix: leaveOut(),
        });
      }
      if (spotMarketOptions !== undefined && marketType !== undefined && marketType !== 'Spot') {
        refuse('spec.marketType', {
          given: marketType,
          allowed: '"Spot" when spotMarketOptions is set',
          fix: write('Spot'),
        });
      }
      if (marketType !== 'CapacityBlock' || capacityReservationId !== undefined) return;
      refuse('spec.capacityReservationId', {
        given: undefined,
        allowed: 'the reservation of the Capacity Block',
        fix: 'add it, or leave marketType out',
      });
    },
  }),
  objectRule({
    id: 'object-aws-host',
    reason:
      'The webhook accepts a dedicated host only with tenancy "host" and a matching host affinity.',
    source: TEMPLATE,
    check(spec, refuse) {
      const { tenancy, hostID, hostAffinity, dynamicHostAllocation } = spec;
      const isPlaced = hostID !== undefined || dynamicHostAllocation !== undefined;
      if ((isPlaced || hostAffinity === 'host') && tenancy !== 'host') {
        refuse('spec.tenancy', {
          given: tenancy,
          allowed: '"host" with hostID, dynamicHostAllocation or hostAffinity: "host"',
          fix: write('host'),
        });
      }
      if (hostID !== undefined && dynamicHostAllocation !== undefined) {
        refuse('spec.dynamicHostAllocation', {
          given: dynamicHostAllocation,
          allowed: 'none; hostID is set',
          fix: leaveOut(),
        });
      }
      const isWrong = dynamicHostAllocation !== undefined && hostAffinity !== 'host';
      if (!isWrong && (hostAffinity !== 'host' || isPlaced)) return;
      refuse('spec.hostAffinity', {
        given: hostAffinity,
        allowed: '"host" with dynamicHostAllocation or hostID, otherwise "default"',
        fix: write(isWrong ? 'host' : 'default'),
      });
    },
  }),
  objectRule({
    id: 'object-aws-ignition',
    reason:
      'The webhook rejects the secrets store of cloud-init with Ignition, which reads from a bucket.',
    source: TEMPLATE,
    check(spec, refuse) {
      if (spec.ignition === undefined) return;
      const cloudInit = mapAt(spec, 'cloudInit');
      for (const field of STORES.filter((one) => cloudInit[one] !== undefined)) {
        refuse(`spec.cloudInit.${field}`, {
          given: cloudInit[field],
          allowed: 'none; Ignition reads from the bucket',
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-aws-instance-tags',
    reason:
      'AWS accepts at most 50 tags, with keys of up to 128 and values of up to 256 characters.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    check: checkTags,
  }),
];

function volumesOf(spec: Fields): readonly [string, Fields][] {
  const root = spec.rootVolume;
  return [
    ...(root === undefined ? [] : [['spec.rootVolume', mapAt(root)] as [string, Fields]]),
    ...mapsAt(spec, 'nonRootVolumes').map(([volume, index]): [string, Fields] => [
      `spec.nonRootVolumes[${index}]`,
      volume,
    ]),
  ];
}

function isThroughput(value: unknown): boolean {
  return typeof value === 'number' && value >= LEAST_THROUGHPUT && value <= MOST_THROUGHPUT;
}
