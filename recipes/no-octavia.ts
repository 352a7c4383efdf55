import {
  Addon,
  ApiEndpoint,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  Delivery,
  Fleet,
  FloatingIP,
  MachineImage,
  ManagementCluster,
  NetworkLookup,
  OpenStackCloud,
  Providers,
  RulePeer,
  WorkloadCluster,
} from 'capi-fleet';
import { ApiObject, type Chart } from 'cdk8s';

// Change: the provider network. Both addresses must be outside the allocation pools of its subnet.
const NETWORK = 'campus';
const NODE_CIDR = '10.40.0.0/22';
const API_SERVER = '10.40.3.250';
const SERVICE_ADDRESSES = '10.40.3.224/28';

export const fleet = new Fleet({ outdir: 'build/no-octavia' });

// Change: the flavors, and the Secret with the credentials of the project.
const cloud = new OpenStackCloud(fleet, 'campus', {
  credentials: CloudCredentials.fromSecret('plant-clouds'),
  flavors: { 'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' } },
});
const control = new ManagementCluster(fleet, 'control', {
  providers: Providers.stable('1.14', { helmAddonProvider: true }),
  // The management cluster reaches the network without floating IPs.
  reachableCidrs: [NODE_CIDR],
});

const cluster = new WorkloadCluster(control, 'plant', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  network: ClusterNetwork.fromName(NETWORK, {
    subnets: [NetworkLookup.fromName(NETWORK)],
    nodeCidr: NODE_CIDR,
  }),
  // kube-vip holds the address on one of the control-plane machines.
  endpoint: ApiEndpoint.virtualIp({ address: API_SERVER, floatingIP: FloatingIP.none() }),
  controlPlane: { flavor: 'm1.large', healthCheck: {} },
});
cluster.addNodePool('workers', {
  flavor: 'm1.large',
  replicas: 3,
  healthCheck: {},
  // Neutron drops packets from addresses that a port does not list.
  ports: [{ allowedAddressPairs: [{ ipAddress: SERVICE_ADDRESSES }] }],
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(
  Addon.openStackCloudControllerManager({ cloudConf: { LoadBalancer: { enabled: false } } }),
);
// MetalLB gives Services of type LoadBalancer an address of the same network.
cluster.addAddon(
  Addon.helmChart('metallb', {
    chart: 'metallb',
    repository: 'https://metallb.github.io/metallb',
    version: '0.15.2',
    namespace: 'metallb-system',
    // Layer 2 needs no BGP daemon.
    values: { speaker: { frr: { enabled: false } } },
  }),
);
cluster.addAddon(
  Addon.constructs('metallb-addresses', addresses, {
    delivery: Delivery.clusterResourceSet({ strategy: 'Reconcile' }),
    securityRules: [
      // Change: the ports of your Services, and who may connect to them.
      ...[80, 443].map((port) => ({
        name: `service-${port}`,
        scope: 'workers' as const,
        protocol: 'tcp',
        ports: port,
        from: RulePeer.cidr('10.0.0.0/8'),
      })),
      // The speakers agree on the node that announces an address.
      ...['tcp', 'udp'].map((protocol) => ({
        name: `metallb-${protocol}`,
        protocol,
        ports: 7946,
        from: RulePeer.groups('controlplane', 'worker'),
      })),
    ],
  }),
);

fleet.run();

/** Addresses that MetalLB assigns and announces on the network. */
function addresses(chart: Chart): void {
  const metadata = { name: 'campus', namespace: 'metallb-system' };
  const apiVersion = 'metallb.io/v1beta1';
  new ApiObject(chart, 'pool', {
    apiVersion,
    kind: 'IPAddressPool',
    metadata,
    spec: { addresses: [SERVICE_ADDRESSES] },
  });
  new ApiObject(chart, 'announcement', {
    apiVersion,
    kind: 'L2Advertisement',
    metadata,
    spec: {
      ipAddressPools: [metadata.name],
      // Only workers have ports that may send from these addresses.
      nodeSelectors: [
        {
          matchExpressions: [
            { key: 'node-role.kubernetes.io/control-plane', operator: 'DoesNotExist' },
          ],
        },
      ],
    },
  });
}
