import {
  AzureIdentity,
  AzureMachineIdentity,
  AzureNetwork,
  AzureSubscription,
  type AzureSubscriptionProps,
  Fleet,
  type FleetProps,
  ManagementCluster,
  Providers,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { OTHERWISE } from './fleets';

/** Sizes of the subscription in tests. */
export type TestSize = 'large' | 'small';

/** Props of a cluster in a test, all of them optional. */
export type AzureOverrides = Partial<WorkloadClusterProps<AzureSubscription<TestSize>>>;

/** Everything that a test needs to build clusters on Azure. */
export interface AzureFleet {
  readonly fleet: Fleet;
  readonly subscription: AzureSubscription<TestSize>;
  readonly management: ManagementCluster;
  /** Adds a cluster with the given props over the usual ones. */
  readonly cluster: (
    name?: string,
    props?: AzureOverrides,
  ) => WorkloadCluster<AzureSubscription<TestSize>>;
}

/** Managed identity of the machines of control planes. */
export const CONTROL_PLANES =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/ids/providers/Microsoft.ManagedIdentity/userAssignedIdentities/control-planes';

/** Fleet that prints nothing, with one subscription and one management cluster. */
export function azureFleet(
  props: FleetProps & {
    providers?: Providers;
    subscription?: Partial<AzureSubscriptionProps<TestSize>>;
  } = {},
): AzureFleet {
  const {
    providers = Providers.stable('1.14', { infrastructure: ['azure'] }),
    subscription: subscriptionProps,
    ...fleetProps
  } = props;
  const fleet = new Fleet({ onSynth: () => {}, ...fleetProps });
  const subscription = new AzureSubscription<TestSize>(fleet, 'subscription', {
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    location: 'westeurope',
    vmSizes: {
      large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
      small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
    },
    identity: AzureIdentity.fromName('production'),
    ...subscriptionProps,
  });
  const management = new ManagementCluster(fleet, 'mothership', { providers });
  const cluster: AzureFleet['cluster'] = (name = 'prod', overrides = {}) =>
    new WorkloadCluster<AzureSubscription<TestSize>>(management, name, {
      cloud: subscription,
      kubernetesVersion: '1.32.4',
      network: AzureNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
      controlPlane: {
        vmSize: 'large',
        machineIdentity: AzureMachineIdentity.userAssigned(CONTROL_PLANES),
      },
      installedOtherwise: OTHERWISE,
      ...overrides,
    });
  return { fleet, subscription, management, cluster };
}
