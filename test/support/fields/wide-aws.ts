import { type Construct, Node } from 'constructs';
import {
  AwsAccount,
  AwsEndpoint,
  AwsIdentity,
  AwsImage,
  AwsLookup,
  type AwsMachineProps,
  AwsNetwork,
  AwsSecurityGroups,
  Cni,
  MachineFormat,
  RulePeer,
  Spot,
  WorkloadCluster,
} from '../../../constructs/index';
import type { TestType } from '../aws-fleets';
import { OTHERWISE } from '../fleets';
import type { WideOnCloud } from './wide-on-clouds';

const COMMON = { kubernetesVersion: '1.32.4', installedOtherwise: OTHERWISE } as const;
const NODES = { nodeCidr: '10.8.0.0/16' };
const VOLUME = {
  sizeGiB: 40,
  type: 'gp3',
  iops: 4_000,
  throughput: 250,
  encrypted: true,
  encryptionKey: 'alias/nodes',
} as const;
const GROUPS = {
  controlPlane: 'sg-0a1b2c3d4e5f60711',
  nodes: 'sg-0a1b2c3d4e5f60712',
  apiServerLoadBalancer: 'sg-0a1b2c3d4e5f60713',
  loadBalancers: 'sg-0a1b2c3d4e5f60714',
};
const MACHINE: Omit<AwsMachineProps<TestType>, 'instanceType'> = {
  image: AwsImage.lookup({
    org: '123456789012',
    baseOs: 'ubuntu-24.04',
    format: 'own-{{.BaseOS}}-{{.K8sVersion}}-*',
  }),
  rootVolume: VOLUME,
  dataVolumes: [{ ...VOLUME, deviceName: '/dev/sdb' }],
  instanceMetadata: { tokens: 'optional', hopLimit: 2 },
  securityGroups: [AwsLookup.fromId('sg-0a1b2c3d4e5f60718'), AwsLookup.fromTags({ role: 'data' })],
  subnet: AwsLookup.fromId('subnet-0a1b2c3d4e5f60718'),
  publicIp: true,
  tags: { tier: 'gold' },
  placementGroup: { name: 'spread', partition: 2 },
  dedicated: true,
  efa: true,
  userDataStore: 'ssm-parameter-store',
};
const ROLE = AwsIdentity.role('clusters', {
  roleArn: 'arn:aws:iam::123456789012:role/clusters',
  source: AwsIdentity.fromStatic('keys'),
  externalId: 'ours',
  sessionName: 'fleet',
  durationSeconds: 3_600,
  namespaceSelector: { team: 'platform' },
});
const KEYS = AwsIdentity.static('keys', {
  secretName: 'aws-keys',
  namespaceSelector: { team: 'platform' },
});

/** Clusters on AWS, with everything that they may say. */
export const WIDE_AWS: WideOnCloud = {
  kind: 'aws',
  versions: [
    ['1.13', '2.11'],
    ['1.14', '2.11'],
  ],
  clusters: (management) => {
    const account = new AwsAccount<TestType>(Node.of(management).scope as Construct, 'account', {
      region: 'eu-central-1',
      instanceTypes: {
        large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
        small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
      },
    });
    const made = new WorkloadCluster(management, 'made', {
      cloud: account,
      ...COMMON,
      sshKeyName: 'operators',
      cni: Cni.calico({ encapsulation: 'vxlan' }),
      identity: ROLE,
      network: AwsNetwork.managed({
        ...NODES,
        subnets: [
          {
            name: 'edge',
            cidr: '10.8.0.0/20',
            availabilityZone: 'eu-central-1a',
            public: true,
          },
          { name: 'nodes', cidr: '10.8.64.0/18', availabilityZone: 'eu-central-1a' },
        ],
      }),
      endpoint: AwsEndpoint.managed({
        name: 'made-api',
        allowedCidrs: ['198.51.100.0/24'],
        additionalPorts: [8_443],
        subnetIds: ['subnet-0a1b2c3d4e5f60719'],
        securityGroupIds: ['sg-0a1b2c3d4e5f60719'],
        crossZone: true,
        preserveClientIp: true,
        healthCheck: {
          intervalSeconds: 20,
          timeoutSeconds: 10,
          thresholdCount: 3,
          unhealthyThresholdCount: 4,
        },
      }),
      securityGroups: AwsSecurityGroups.managed({
        rules: [
          {
            name: 'agents',
            scope: 'controlPlane',
            protocol: 'tcp',
            ports: 9_100,
            from: RulePeer.cidr('198.51.100.0/24'),
          },
          { name: 'peers', protocol: 'udp', ports: 4_000, from: RulePeer.group(GROUPS.nodes) },
          { name: 'own', protocol: 'tcp', ports: 4_001, from: RulePeer.groups('worker') },
          { name: 'our', protocol: 'tcp', ports: 4_002, from: RulePeer.cidr('198.51.100.0/24') },
          {
            name: 'plane',
            scope: 'controlPlane',
            protocol: 'tcp',
            ports: 4_003,
            from: RulePeer.groups('worker'),
          },
          {
            name: 'others',
            scope: 'controlPlane',
            protocol: 'tcp',
            ports: 4_004,
            from: RulePeer.group(GROUPS.nodes),
          },
        ],
        nodePortCidrs: ['198.51.100.0/24'],
      }),
      bastion: {
        allowedCidrs: ['198.51.100.0/24'],
        instanceType: 't3.small',
        ami: 'ami-0a1b2c3d4e5f60718',
      },
      tags: { team: 'platform' },
      controlPlane: { instanceType: 'large', ...MACHINE },
    });
    made.addNodePool('spot', {
      instanceType: 'small',
      instanceProfile: 'nodes',
      image: AwsImage.fromId('ami-0a1b2c3d4e5f60718'),
      userDataStore: 'user-data',
      healthCheck: {},
      preemptible: Spot.instances({ maxPrice: '0.05' }),
    });
    made.addNodePool('reserved', {
      instanceType: 'small',
      subnet: AwsLookup.fromTags({ role: 'accelerated' }),
      capacityReservation: { id: 'cr-0a1b2c3d4e5f60718', capacityBlock: true },
    });
    const spread = new WorkloadCluster(management, 'spread', {
      cloud: account,
      ...COMMON,
      identity: KEYS,
      network: AwsNetwork.managed({ ...NODES, zoneLimit: 2, zoneSelection: 'Random' }),
      bucket: { name: 'spread-ignition' },
      controlPlane: {
        instanceType: 'large',
        bootstrap: { format: MachineFormat.ignition() },
      },
    });
    const adopted = new WorkloadCluster(management, 'adopted', {
      cloud: account,
      ...COMMON,
      network: AwsNetwork.fromId('vpc-0a1b2c3d4e5f60718', {
        ...NODES,
        subnetIds: ['subnet-0a1b2c3d4e5f60718'],
      }),
      endpoint: AwsEndpoint.external({ host: 'api.example.org' }),
      securityGroups: AwsSecurityGroups.fromIds(GROUPS),
      controlPlane: { instanceType: 'large' },
    });
    return [made, spread, adopted];
  },
};
