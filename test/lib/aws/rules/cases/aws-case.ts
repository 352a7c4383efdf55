import {
  type AwsClusterModel,
  accountModel,
  awsCluster,
  awsControlPlane,
  awsPool,
  NETWORK_BALANCER,
} from '../../../../support/aws-models';

type Network = AwsClusterModel['network'];
type Managed = Extract<Network, { kind: 'managed' }>;
type Endpoint = Extract<AwsClusterModel['endpoint'], { kind: 'managed' }>;

/** Cluster `demo` in an account with some props of its own. */
export function inAccount(account: Partial<AwsClusterModel['cloud']>): AwsClusterModel {
  return awsCluster({ cloud: accountModel(account) });
}

/** Cluster `demo` with some props of its pool. */
export function withPool(
  pool: Partial<AwsClusterModel['pools'][number]>,
  rest: Partial<AwsClusterModel> = {},
): AwsClusterModel {
  return awsCluster({ pools: [awsPool(pool)], ...rest });
}

/** Cluster `demo` with some props of its control plane. */
export function withControlPlane(
  controlPlane: Partial<AwsClusterModel['controlPlane']>,
): AwsClusterModel {
  return awsCluster({ controlPlane: awsControlPlane(controlPlane) });
}

/** Cluster `demo` in a VPC that is made, with some settings of that. */
export function inVpc(network: Partial<Managed>): AwsClusterModel {
  return awsCluster({
    network: {
      kind: 'managed',
      nodeCidr: '10.8.0.0/16',
      subnets: [],
      zoneLimit: 3,
      zoneSelection: 'Ordered',
      ...network,
    },
  });
}

/** Cluster `demo` in a VPC that exists. */
export function adopting(vpcId: string, subnetIds: readonly string[] = []): AwsClusterModel {
  return awsCluster({ network: { kind: 'adopted', vpcId, subnetIds } });
}

/** Cluster `demo` with some settings of its load balancer. */
export function balanced(endpoint: Partial<Endpoint>): AwsClusterModel {
  return awsCluster({ endpoint: { ...NETWORK_BALANCER, ...endpoint } });
}
