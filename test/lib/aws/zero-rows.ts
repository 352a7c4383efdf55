import {
  Addon,
  AwsAccount,
  type AwsAccountProps,
  AwsEndpoint,
  AwsIdentity,
  AwsNetwork,
  type EbsStorageClass,
  type NodePoolProps,
  WorkloadCluster,
} from '../../../constructs/index';
import type { AwsOverrides, TestType } from '../../support/aws-fleets';
import { otherwiseBut } from '../../support/fleets';
import type { ZeroProgram, ZeroRow } from '../assembly/zero-rows';

interface Program {
  readonly account?: Partial<AwsAccountProps<TestType>>;
  readonly cluster?: AwsOverrides;
  readonly pool?: Partial<NodePoolProps<AwsAccount<TestType>>>;
  readonly storageClass?: Partial<EbsStorageClass>;
}

const NODES = { nodeCidr: '10.8.0.0/16' };
const VOLUME = { sizeGiB: 40, type: 'gp3' } as const;
const RELEASES = ['1.13', '1.14'];

/** Numbers of clusters on AWS, and what becomes of zero. */
export const AWS_ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  'AwsManagedNetworkOptions.mtu': {
    ...on({ cluster: { network: AwsNetwork.managed({ ...NODES, mtu: 0 }) } }),
    refused: 'aws-network-mtu',
  },
  'AwsManagedNetworkOptions.zoneLimit': {
    ...on({ cluster: { network: AwsNetwork.managed({ ...NODES, zoneLimit: 0 }) } }),
    refused: 'aws-zone-limit',
  },
  'AwsAdoptedNetworkOptions.mtu': {
    ...on({ cluster: { network: AwsNetwork.fromId('vpc-0a1b2c3d', { mtu: 0 }) } }),
    refused: 'aws-network-mtu',
  },
  'AwsExternalEndpointOptions.port': {
    ...on({ cluster: { endpoint: AwsEndpoint.external({ host: 'api.example.org', port: 0 }) } }),
    refused: 'endpoint-port',
  },
  'AwsManagedEndpointOptions.additionalPorts': {
    ...on({ cluster: { endpoint: AwsEndpoint.managed({ additionalPorts: [0] }) } }),
    refused: 'aws-additional-ports',
  },
  ...healthCheckRows(
    'intervalSeconds',
    'timeoutSeconds',
    'thresholdCount',
    'unhealthyThresholdCount',
  ),
  'AwsRoleOptions.durationSeconds': {
    ...on({
      account: {
        identity: AwsIdentity.role('clusters', {
          roleArn: 'arn:aws:iam::123456789012:role/clusters',
          durationSeconds: 0,
        }),
      },
    }),
    refused: 'aws-session-duration',
  },
  'EbsVolume.sizeGiB': {
    ...on({ pool: { rootVolume: { ...VOLUME, sizeGiB: 0 } } }),
    refused: 'aws-volume-size',
  },
  'EbsVolume.iops': {
    ...on({ pool: { rootVolume: { ...VOLUME, iops: 0 } } }),
    refused: 'aws-volume-iops',
  },
  'EbsVolume.throughput': {
    ...on({ pool: { rootVolume: { ...VOLUME, throughput: 0 } } }),
    refused: 'aws-volume-throughput',
  },
  'DataVolume.sizeGiB': {
    ...on({ pool: { dataVolumes: [{ ...VOLUME, deviceName: '/dev/sdb', sizeGiB: 0 }] } }),
    refused: 'aws-volume-size',
  },
  'DataVolume.iops': {
    ...on({ pool: { dataVolumes: [{ ...VOLUME, deviceName: '/dev/sdb', iops: 0 }] } }),
    refused: 'aws-volume-iops',
  },
  'DataVolume.throughput': {
    ...on({ pool: { dataVolumes: [{ ...VOLUME, deviceName: '/dev/sdb', throughput: 0 }] } }),
    refused: 'aws-volume-throughput',
  },
  'EbsStorageClass.iops': { ...on({ storageClass: { iops: 0 } }), refused: 'aws-class-iops' },
  'EbsStorageClass.throughput': {
    ...on({ storageClass: { throughput: 0 } }),
    refused: 'aws-class-throughput',
  },
  'InstanceMetadata.hopLimit': {
    ...on({ pool: { instanceMetadata: { hopLimit: 0 } } }),
    refused: 'aws-metadata-hops',
  },
  'PlacementGroup.partition': {
    ...on({ pool: { placementGroup: { name: 'spread', partition: 0 } } }),
    refused: 'aws-placement-partition',
  },
};

function healthCheckRows(...props: readonly string[]): Readonly<Record<string, ZeroRow>> {
  return Object.fromEntries(
    props.map((prop) => [
      `AwsHealthCheck.${prop}`,
      {
        ...on({ cluster: { endpoint: AwsEndpoint.managed({ healthCheck: { [prop]: 0 } }) } }),
        refused: 'aws-health-check',
      },
    ]),
  );
}

function on({ account, cluster: overrides, pool, storageClass }: Program): ZeroProgram {
  return {
    releases: RELEASES,
    on: {
      kind: 'aws',
      cluster: (management, scope) => {
        const cloud = new AwsAccount<TestType>(scope, 'account', {
          region: 'eu-central-1',
          instanceTypes: {
            large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
            small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
          },
          ...account,
        });
        const cluster = new WorkloadCluster<AwsAccount<TestType>>(management, 'prod', {
          cloud,
          kubernetesVersion: '1.32.4',
          network: AwsNetwork.managed(NODES),
          controlPlane: { instanceType: 'large' },
          installedOtherwise: otherwiseBut(),
          ...overrides,
        });
        cluster.addNodePool('own', { instanceType: 'small', ...pool });
        if (storageClass !== undefined) {
          cluster.addAddon(Addon.ebsCsi({ storageClasses: [{ name: 'fast', ...storageClass }] }));
        }
        return cluster;
      },
    },
  };
}
