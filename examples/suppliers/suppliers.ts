import {
  CloudCredentials,
  ExternalNetwork,
  type Fleet,
  ManagementCluster,
  OpenStackCloud,
  Providers,
} from '../../constructs/index';

/** Flavors that every supplier of this fleet offers, under agreed names. */
type SupplierFlavor = 'c2.medium' | 'c4.xlarge' | 'g1.a100';

/** Public keys for access to machines. */
const KEY_PAIRS = {
  operators:
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHuCICda2S0a1EozYylhF7tHWKBYa+uyHOp/tWpc7IG7 operators@example.org',
};

/** Rented cloud with the control cluster that manages the clusters in it. */
export interface Supplier {
  /** Cloud of the supplier. */
  readonly cloud: OpenStackCloud<SupplierFlavor>;
  /** Control cluster that runs there. */
  readonly control: ManagementCluster;
}

/** Adds the two suppliers of the fleet. */
export function suppliers(fleet: Fleet): Readonly<Record<'nordwolke' | 'rheincloud', Supplier>> {
  return {
    nordwolke: {
      cloud: new OpenStackCloud<SupplierFlavor>(fleet, 'nordwolke', {
        credentials: CloudCredentials.clusterIdentity('nordwolke', {
          secretRef: { name: 'nordwolke-clouds', namespace: 'capo-system' },
        }),
        externalNetwork: ExternalNetwork.only('ext-net'),
        flavors: {
          'c2.medium': { cpus: 4, memory: '8Gi', disk: '40Gi' },
          'c4.xlarge': { cpus: 8, memory: '32Gi', disk: '80Gi' },
          'g1.a100': {
            cpus: 16,
            memory: '120Gi',
            disk: '200Gi',
            gpu: { type: 'nvidia.com/gpu', count: 1 },
          },
        },
        images: ['ubuntu-2404-kube-v1.34.2'],
        failureDomains: ['north-1', 'north-2'],
        keyPairs: KEY_PAIRS,
      }),
      control: new ManagementCluster(fleet, 'control-nordwolke', {
        providers: Providers.stable('1.14'),
      }),
    },
    rheincloud: {
      cloud: new OpenStackCloud<SupplierFlavor>(fleet, 'rheincloud', {
        credentials: CloudCredentials.clusterIdentity('rheincloud', {
          secretRef: { name: 'rheincloud-clouds', namespace: 'capo-system' },
        }),
        externalNetwork: ExternalNetwork.only('public'),
        flavors: {
          'c2.medium': { cpus: 4, memory: '8Gi', disk: '30Gi' },
          'c4.xlarge': { cpus: 8, memory: '32Gi', disk: '60Gi' },
          'g1.a100': {
            cpus: 24,
            memory: '180Gi',
            disk: '400Gi',
            gpu: { type: 'nvidia.com/gpu', count: 2 },
          },
        },
        images: ['ubuntu-2404-kube-v1.34.2'],
        failureDomains: ['rhine-a'],
        keyPairs: KEY_PAIRS,
      }),
      control: new ManagementCluster(fleet, 'control-rheincloud', {
        providers: Providers.stable('1.13'),
      }),
    },
  };
}
