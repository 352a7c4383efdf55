import type { EbsVolume } from '../../../../../lib/aws/model/volume';
import type { RuleCase } from '../../../assembly/rule-case';
import { inVpc, withControlPlane, withPool } from './aws-case';

const HEALTH_CHECK = {
  nodeStartupTimeoutSeconds: 600,
  unhealthyConditions: [],
  maxUnhealthy: '100%',
};
const RESERVATION = { id: 'cr-0a1b2c3d4e5f60718' };
const SPOT = { tainted: true };
const SUBNETS = [
  { name: 'edge', cidr: '10.8.0.0/20', availabilityZone: 'eu-central-1a', public: true },
  { name: 'nodes', cidr: '10.8.64.0/18', availabilityZone: 'eu-central-1a', public: false },
];

/** Examples of rules on instances. */
export const MACHINE_CASES: readonly RuleCase[] = [
  {
    rule: 'aws-instance-type',
    broken: withPool({ size: 'm6i.larg' }),
    sound: withPool({ size: 'g5.xlarge' }),
    says: `mothership/demo/workers: instanceType is "m6i.larg"
  allowed: an instance type of production: "m6i.large", "g5.xlarge"
  fix: write "m6i.large", or add "m6i.larg" to the instanceTypes of production`,
  },
  {
    rule: 'aws-instance-type',
    broken: withControlPlane({ size: 'c7g.metal' }),
    says: `mothership/demo/control-plane: instanceType is "c7g.metal"
  allowed: an instance type of production: "m6i.large", "g5.xlarge"
  fix: add "c7g.metal" to the instanceTypes of production`,
  },
  {
    rule: 'aws-image-id',
    broken: withPool({ image: { kind: 'id', id: 'ubuntu-24.04' } }),
    sound: withPool({ image: { kind: 'id', id: 'ami-0a1b2c3d4e5f60718' } }),
    says: `mothership/demo/workers: image is "ubuntu-24.04"
  allowed: "ami-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "ami-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-image-format',
    broken: withPool({ image: { kind: 'lookup', format: 'kube-ubuntu-*' } }),
    sound: withPool({ image: { kind: 'lookup', format: 'kube-{{.BaseOS}}-{{.K8sVersion}}' } }),
    says: `mothership/demo/workers: image is "kube-ubuntu-*"
  allowed: a name that contains {{.K8sVersion}}
  fix: write {{.K8sVersion}} in place of the version, or use AwsImage.fromId('ami-…')`,
  },
  {
    rule: 'aws-ssh-key-name',
    broken: withPool({ sshKeyName: ' operators' }),
    sound: withPool({ sshKeyName: 'our operators' }),
    says: `mothership/demo/workers: sshKeyName is " operators"
  allowed: a key pair name in ASCII, without leading or trailing spaces
  fix: write "operators"`,
  },
  {
    rule: 'aws-ssh-key-name',
    broken: withPool({ sshKeyName: '' }),
    says: `mothership/demo/workers: sshKeyName is ""
  allowed: a key pair name in ASCII, without leading or trailing spaces
  fix: leave it out to use no key pair`,
  },
  {
    rule: 'aws-instance-profile',
    broken: withPool({ instanceProfile: 'arn:aws:iam::123456789012:instance-profile/nodes' }),
    sound: withPool({ instanceProfile: 'nodes_of-a' }),
    says: `mothership/demo/workers: instanceProfile is "arn:aws:iam::123456789012:instance-profile/nodes"
  allowed: an instance profile name, not an ARN: 1 to 128 letters, digits and _ + = , . @ -
  fix: leave it out to use the profile that clusterawsadm creates`,
  },
  {
    rule: 'aws-metadata-hops',
    broken: withPool({ instanceMetadata: { tokens: 'required', hopLimit: 65 } }),
    sound: withPool({ instanceMetadata: { tokens: 'optional', hopLimit: 64 } }),
    says: `mothership/demo/workers: instanceMetadata.hopLimit is 65
  allowed: an integer from 1 to 64
  fix: leave it out`,
  },
  {
    rule: 'aws-machine-groups',
    broken: withPool({ securityGroups: [{ id: 'data' }], subnet: { filters: [] } }),
    sound: withPool({
      securityGroups: [{ filters: [{ name: 'tag:role', values: ['data'] }] }],
      subnet: { id: 'subnet-0a1b2c3d' },
    }),
    says: `mothership/demo/workers: securityGroups is "data"
  allowed: "sg-" followed by 8 or 17 hexadecimal digits
  fix: write AwsLookup.fromId('sg-…')
mothership/demo/workers: subnet is []
  allowed: at least one filter, each with a name and values
  fix: write AwsLookup.fromId('subnet-…'), or AwsLookup.fromTags({ … })`,
  },
  {
    rule: 'aws-placement-partition',
    broken: withPool({ placementGroup: { name: 'spread', partition: 8 } }),
    sound: withPool({ placementGroup: { name: 'spread', partition: 7 } }),
    says: `mothership/demo/workers: placementGroup.partition is 8
  allowed: an integer from 1 to 7
  fix: leave it out`,
  },
  {
    rule: 'aws-placement-partition',
    broken: withPool({ placementGroup: { name: ' ' } }),
    says: `mothership/demo/workers: placementGroup is " "
  allowed: the name of a placement group
  fix: leave it out`,
  },
  {
    rule: 'aws-reservation-id',
    broken: withPool({ capacityReservation: { id: 'gpus' } }),
    sound: withPool({ capacityReservation: RESERVATION }),
    says: `mothership/demo/workers: capacityReservation.id is "gpus"
  allowed: "cr-" followed by 8 or 17 hexadecimal digits
  fix: write, for example, "cr-0a1b2c3d4e5f60718"`,
  },
  {
    rule: 'aws-instance-tags',
    broken: withPool({ tags: { team: 'a|b' } }),
    sound: withPool({ tags: { team: 'a+b' } }),
    says: `mothership/demo/workers: tags["team"] is "a|b"
  allowed: letters, digits, spaces and _ . : / = + - @
  fix: write "a-b"`,
  },
  {
    rule: 'aws-spot-reservation',
    broken: withPool({
      preemptible: SPOT,
      healthCheck: HEALTH_CHECK,
      capacityReservation: RESERVATION,
    }),
    sound: withPool({ preemptible: SPOT, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: capacityReservation is {"id":"cr-0a1b2c3d4e5f60718"}
  allowed: none; spot instances cannot use a reservation
  fix: leave it out, or leave preemptible out`,
  },
  {
    rule: 'aws-spot-price',
    broken: withPool({ preemptible: { ...SPOT, maxPrice: '$0.05' }, healthCheck: HEALTH_CHECK }),
    sound: withPool({ preemptible: { ...SPOT, maxPrice: '0.05' }, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: preemptible.maxPrice is "$0.05"
  allowed: US dollars per hour, such as "0.05"
  fix: write "0.05"`,
  },
  {
    rule: 'aws-spot-price',
    broken: withPool({ preemptible: { ...SPOT, maxPrice: '0' }, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: preemptible.maxPrice is "0"
  allowed: US dollars per hour, such as "0.05"
  fix: leave it out`,
  },
  {
    rule: 'aws-pool-zone',
    broken: {
      ...inVpc({ subnets: SUBNETS }),
      pools: withPool({ failureDomain: 'eu-central-1b' }).pools,
    },
    sound: {
      ...inVpc({ subnets: SUBNETS }),
      pools: withPool({ failureDomain: 'eu-central-1a' }).pools,
    },
    says: `mothership/demo/workers: failureDomain is "eu-central-1b"
  allowed: a zone with a private subnet: "eu-central-1a"
  fix: add a private subnet in eu-central-1b to the network, or use another zone`,
  },
  {
    rule: 'aws-pool-zone',
    broken: withPool({ failureDomains: ['eu-west-1a', 'eu-central-1b'] }),
    sound: withPool({ failureDomains: ['eu-central-1a', 'eu-central-1b'] }),
    says: `mothership/demo/workers: failureDomains is "eu-west-1a"
  allowed: a zone of region "eu-central-1"
  fix: write, for example, "eu-central-1a"`,
  },
  {
    rule: 'aws-volume-size',
    broken: volume({ sizeGiB: 7.5 }),
    sound: volume({ sizeGiB: 8 }),
    says: `mothership/demo/workers: rootVolume.sizeGiB is 7.5
  allowed: an integer from 8 to 65536 GiB
  fix: write 8`,
  },
  {
    rule: 'aws-volume-size',
    broken: withPool({ dataVolumes: [{ deviceName: '/dev/sdb', sizeGiB: 70_000 }] }),
    says: `mothership/demo/workers: dataVolumes[0].sizeGiB is 70000
  allowed: an integer from 8 to 65536 GiB
  fix: write 65536`,
  },
  {
    rule: 'aws-volume-iops',
    broken: volume({ sizeGiB: 80, type: 'io2' }),
    sound: volume({ sizeGiB: 80, type: 'io2', iops: 4_000 }),
    says: `mothership/demo/workers: rootVolume.iops is missing
  allowed: an integer of 100 or more for io2
  fix: write iops, such as 3000`,
  },
  {
    rule: 'aws-volume-iops',
    broken: volume({ sizeGiB: 80, type: 'gp2', iops: 3_000 }),
    sound: volume({ sizeGiB: 80, type: 'gp3', iops: 3_000 }),
    says: `mothership/demo/workers: rootVolume.iops is 3000
  allowed: an integer of 100 or more, only with type gp3, io1 or io2
  fix: leave it out`,
  },
  {
    rule: 'aws-volume-throughput',
    broken: volume({ sizeGiB: 80, type: 'gp3', throughput: 100 }),
    sound: volume({ sizeGiB: 80, type: 'gp3', throughput: 125 }),
    says: `mothership/demo/workers: rootVolume.throughput is 100
  allowed: an integer from 125 to 2000, only with type gp3
  fix: leave it out`,
  },
  {
    rule: 'aws-volume-throughput',
    broken: volume({ sizeGiB: 80, throughput: 250 }),
    says: `mothership/demo/workers: rootVolume.throughput is 250
  allowed: an integer from 125 to 2000, only with type gp3
  fix: leave it out`,
  },
  {
    rule: 'aws-volume-key',
    broken: volume({ sizeGiB: 80, encryptionKey: 'alias/disks' }),
    sound: volume({ sizeGiB: 80, encrypted: true, encryptionKey: 'alias/disks' }),
    says: `mothership/demo/workers: rootVolume.encrypted is missing
  allowed: true when encryptionKey is set
  fix: write encrypted: true`,
  },
  {
    rule: 'aws-device-name',
    broken: withPool({
      dataVolumes: [
        { deviceName: '/dev/sdb', sizeGiB: 20 },
        { deviceName: '/dev/sdb', sizeGiB: 20 },
      ],
    }),
    sound: withPool({ dataVolumes: [{ deviceName: '/dev/sdb', sizeGiB: 20 }] }),
    says: `mothership/demo/workers: dataVolumes[1].deviceName is "/dev/sdb"
  allowed: a name such as "/dev/sdb" that no other volume has
  fix: name it "/dev/sdc"`,
  },
  {
    rule: 'aws-device-name',
    broken: withPool({ dataVolumes: [{ deviceName: '/dev/sda1', sizeGiB: 20 }] }),
    says: `mothership/demo/workers: dataVolumes[0].deviceName is "/dev/sda1"
  allowed: a name such as "/dev/sdb" that no other volume has
  fix: name it "/dev/sdb"`,
  },
];

function volume(rootVolume: EbsVolume) {
  return withPool({ rootVolume });
}
