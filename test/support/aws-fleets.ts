import {
  AwsAccount,
  type AwsAccountProps,
  AwsNetwork,
  Fleet,
  type FleetProps,
  ManagementCluster,
  Providers,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { OTHERWISE } from './fleets';

/** Instance types of the account in tests. */
export type TestType = 'large' | 'small';

/** Props of a cluster in a test, all of them optional. */
export type AwsOverrides = Partial<WorkloadClusterProps<AwsAccount<TestType>>>;

/** Everything that a test needs to build clusters on AWS. */
export interface AwsFleet {
  readonly fleet: Fleet;
  readonly account: AwsAccount<TestType>;
  readonly management: ManagementCluster;
  /** Adds a cluster with the given props over the usual ones. */
  readonly cluster: (name?: string, props?: AwsOverrides) => WorkloadCluster<AwsAccount<TestType>>;
}

/** Fleet that prints nothing, with one account and one management cluster. */
export function awsFleet(
  props: FleetProps & {
    providers?: Providers;
    account?: Partial<AwsAccountProps<TestType>>;
  } = {},
): AwsFleet {
  const {
    providers = Providers.stable('1.14', { infrastructure: ['aws'] }),
    account: accountProps,
    ...fleetProps
  } = props;
  const fleet = new Fleet({ onSynth: () => {}, ...fleetProps });
  const account = new AwsAccount<TestType>(fleet, 'account', {
    region: 'eu-central-1',
    instanceTypes: {
      large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
      small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
    },
    ...accountProps,
  });
  const management = new ManagementCluster(fleet, 'mothership', { providers });
  const cluster: AwsFleet['cluster'] = (name = 'prod', overrides = {}) =>
    new WorkloadCluster<AwsAccount<TestType>>(management, name, {
      cloud: account,
      kubernetesVersion: '1.32.4',
      network: AwsNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
      controlPlane: { instanceType: 'large' },
      installedOtherwise: OTHERWISE,
      ...overrides,
    });
  return { fleet, account, management, cluster };
}
