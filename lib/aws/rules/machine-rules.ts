import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber, quotedList } from '../../base/words';
import { sizeFinding } from '../../cluster/rules/size-finding';
import type { AwsCluster } from '../model/cluster';
import type { AwsLookupModel } from '../model/lookup';
import type { AwsNetworkModel } from '../model/network';
import { type AwsIdPrefix, idFinding, zoneFinding } from './identifiers';
import type { MachineSubject, PoolSubject } from './subjects';
import { tagRule } from './tags';

const INSTANCES = 'CAPA@v2.11.1:pkg/cloud/services/ec2/instances.go';
const AMI = 'CAPA@v2.11.1:pkg/cloud/services/ec2/ami.go';
const TEMPLATE_CRD =
  'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsmachinetemplates.yaml';
const VERSION = '{{.K8sVersion}}';
const KEY_NAME = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const MOST_HOPS = 64;
const MOST_PARTITIONS = 7;
const PRICE = /^\d+(?:\.\d+)?$/;

/** Rules for all instances. */
export const AWS_MACHINE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'aws-instance-type',
    reason:
      'Node capacity, reservations and disk sizes cannot be computed for an instance type without a declared size.',
    source: INSTANCES,
    check({ cluster: { cloud }, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cloud, size, { one: 'an instance type', prop: 'instanceTypes' });
      if (finding !== undefined) refuse({ path, prop: 'instanceType' }, finding);
    },
  },
  {
    id: 'aws-image-id',
    reason: 'EC2 finds an AMI only by its ID.',
    source: AMI,
    check({ machine: { path, image } }, refuse) {
      const finding = image.kind === 'id' ? idFinding('ami', image.id) : undefined;
      if (finding !== undefined) refuse({ path, prop: 'image' }, finding);
    },
  },
  {
    id: 'aws-image-format',
    reason:
      'A name without the version matches the newest image, whatever Kubernetes version it contains.',
    source: AMI,
    check({ machine: { path, image } }, refuse) {
      if (image.kind !== 'lookup' || image.format === undefined) return;
      if (image.format.includes(VERSION)) return;
      refuse(
        { path, prop: 'image' },
        {
          given: image.format,
          allowed: `a name that contains ${VERSION}`,
          fix: `write ${VERSION} in place of the version, or use AwsImage.fromId('ami-…')`,
        },
      );
    },
  },
  {
    id: 'aws-ssh-key-name',
    reason: 'EC2 key pairs cannot have such a name.',
    source: 'CAPA@v2.11.1:webhooks/sshkeyname.go',
    check({ machine: { path, sshKeyName } }, refuse) {
      if (sshKeyName === undefined || KEY_NAME.test(sshKeyName)) return;
      const better = sshKeyName.trim();
      refuse(
        { path, prop: 'sshKeyName' },
        {
          given: sshKeyName,
          allowed: 'a key pair name in ASCII, without leading or trailing spaces',
          fix: KEY_NAME.test(better) ? write(better) : leaveOut({ ends: ' to use no key pair' }),
        },
      );
    },
  },
  {
    id: 'aws-instance-profile',
    reason:
      'Without an instance profile the kubelet and the cloud controller have no permissions in AWS.',
    source: 'CAPA@v2.11.1:docs/book/src/topics/iam-permissions.md',
    check({ machine: { path, instanceProfile } }, refuse) {
      if (/^[\w+=,.@-]{1,128}$/.test(instanceProfile)) return;
      refuse(
        { path, prop: 'instanceProfile' },
        {
          given: instanceProfile,
          allowed:
            'an instance profile name, not an ARN: 1 to 128 letters, digits and _ + = , . @ -',
          fix: leaveOut({ ends: ' to use the profile that clusterawsadm creates' }),
        },
      );
    },
  },
  {
    id: 'aws-metadata-hops',
    reason: 'EC2 accepts only hop limits from 1 to 64.',
    source: TEMPLATE_CRD,
    check({ machine: { path, instanceMetadata } }, refuse) {
      if (isWholeNumber(instanceMetadata.hopLimit, 1, MOST_HOPS)) return;
      refuse(
        { path, prop: 'instanceMetadata.hopLimit' },
        {
          given: instanceMetadata.hopLimit,
          allowed: `an integer from 1 to ${MOST_HOPS}`,
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'aws-machine-groups',
    reason: 'The provider finds a security group or subnet only by ID or by filters with values.',
    source: 'CAPA@v2.11.1:webhooks/awsmachinetemplate_webhook.go',
    check({ machine: { path, securityGroups, subnet } }, refuse) {
      for (const group of securityGroups) {
        const finding = lookupFinding('sg', group);
        if (finding !== undefined) refuse({ path, prop: 'securityGroups' }, finding);
      }
      const finding = subnet && lookupFinding('subnet', subnet);
      if (finding !== undefined) refuse({ path, prop: 'subnet' }, finding);
    },
  },
  {
    id: 'aws-placement-partition',
    reason: 'A placement group has at most seven partitions.',
    source: TEMPLATE_CRD,
    check({ machine: { path, placementGroup } }, refuse) {
      if (placementGroup === undefined) return;
      const { name, partition } = placementGroup;
      if (name.trim() === '') {
        refuse(
          { path, prop: 'placementGroup' },
          { given: name, allowed: 'the name of a placement group', fix: leaveOut() },
        );
      }
      if (partition === undefined || isWholeNumber(partition, 1, MOST_PARTITIONS)) return;
      refuse(
        { path, prop: 'placementGroup.partition' },
        { given: partition, allowed: `an integer from 1 to ${MOST_PARTITIONS}`, fix: leaveOut() },
      );
    },
  },
  {
    id: 'aws-reservation-id',
    reason: 'EC2 finds a capacity reservation only by its ID.',
    source: TEMPLATE_CRD,
    check({ machine: { path, capacityReservation } }, refuse) {
      const finding = capacityReservation && idFinding('cr', capacityReservation.id);
      if (finding !== undefined) refuse({ path, prop: 'capacityReservation.id' }, finding);
    },
  },
  tagRule('aws-instance-tags', ({ machine }) => machine),
];

/** Rules for the tags of a cluster. */
export const AWS_CLUSTER_TAG_RULES: readonly Rule<AwsCluster>[] = [
  tagRule('aws-cluster-tags', (cluster) => cluster),
];

/** Rules for pools of spot instances. */
export const AWS_SPOT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'aws-spot-reservation',
    reason: 'The CRD rejects a capacity reservation for spot instances.',
    source: TEMPLATE_CRD,
    check({ pool: { path, capacityReservation } }, refuse) {
      if (capacityReservation === undefined) return;
      refuse(
        { path, prop: 'capacityReservation' },
        {
          given: capacityReservation,
          allowed: 'none; spot instances cannot use a reservation',
          fix: leaveOut({ or: 'leave preemptible out' }),
        },
      );
    },
  },
  {
    id: 'aws-spot-price',
    reason: 'EC2 accepts a price only as a number of dollars.',
    source: INSTANCES,
    check({ pool: { path, preemptible } }, refuse) {
      const { maxPrice } = preemptible ?? {};
      if (maxPrice === undefined || (PRICE.test(maxPrice) && Number(maxPrice) > 0)) return;
      const better = maxPrice.replace(/[^\d.]/g, '');
      const isPrice = PRICE.test(better) && Number(better) > 0;
      refuse(
        { path, prop: 'preemptible.maxPrice' },
        {
          given: maxPrice,
          allowed: 'US dollars per hour, such as "0.05"',
          fix: isPrice ? write(better) : leaveOut(),
        },
      );
    },
  },
];

/** Rules for the zones of pools. */
export const AWS_POOL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'aws-pool-zone',
    reason:
      'The provider creates a machine in a private subnet of its zone, and fails if there is none.',
    source: INSTANCES,
    check({ cluster: { network, cloud }, pool }, refuse) {
      const zones = privateZones(network);
      const { path, failureDomain, failureDomains = [] } = pool;
      const given = [
        ...(failureDomain === undefined ? [] : [['failureDomain', failureDomain] as const]),
        ...failureDomains.map((zone) => ['failureDomains', zone] as const),
      ];
      for (const [prop, zone] of given) {
        const finding = zoneFinding(cloud.region, zone);
        if (finding !== undefined) refuse({ path, prop }, finding);
        if (finding !== undefined || zones === undefined || zones.includes(zone)) continue;
        refuse(
          { path, prop },
          {
            given: zone,
            allowed: `a zone with a private subnet: ${quotedList([...new Set(zones)])}`,
            fix: `add a private subnet in ${zone} to the network, or use another zone`,
          },
        );
      }
    },
  },
];

/** Returns the zones of a network's private subnets; undefined if they are not known. */
function privateZones(network: AwsNetworkModel): readonly string[] | undefined {
  if (network.kind !== 'managed' || network.subnets.length === 0) return undefined;
  return network.subnets
    .filter((subnet) => !subnet.public)
    .map(({ availabilityZone }) => availabilityZone);
}

function lookupFinding(prefix: AwsIdPrefix, lookup: AwsLookupModel) {
  const byId = `write AwsLookup.fromId('${prefix}-…')`;
  if ('id' in lookup) {
    const finding = idFinding(prefix, lookup.id);
    return finding && { ...finding, fix: byId };
  }
  const { filters } = lookup;
  const isComplete =
    filters.length > 0 && filters.every(({ name, values }) => name !== '' && values.length > 0);
  if (isComplete) return undefined;
  return {
    given: filters,
    allowed: 'at least one filter, each with a name and values',
    fix: `${byId}, or AwsLookup.fromTags({ … })`,
  };
}
