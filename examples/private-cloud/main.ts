import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Addon,
  ApiEndpoint,
  AuditPolicy,
  Authentication,
  BlockDevice,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  EncryptionAtRest,
  Etcd,
  Fleet,
  FloatingIP,
  MachineImage,
  ManagementCluster,
  NetworkLookup,
  OpenStackCloud,
  Providers,
  TrustedCA,
  WorkloadCluster,
} from '../../constructs/index';

const ZONES = ['hall-a', 'hall-b', 'hall-c'];
const REGISTRY = 'registry.corp.example';
const AUTHORITY = readFileSync(join(__dirname, 'authority.pem'), 'utf8');

export const fleet = new Fleet({ outdir: 'build/private-cloud' });

const cloud = new OpenStackCloud(fleet, 'private', {
  credentials: CloudCredentials.fromSecret('private-clouds'),
  authUrl: 'https://keystone.corp.example/v3',
  caCertificate: AUTHORITY,
  flavors: {
    'k8s.control': { cpus: 4, memory: '16Gi', disk: '40Gi' },
    'k8s.worker': { cpus: 16, memory: '64Gi', disk: '100Gi' },
  },
  failureDomains: ZONES,
});
const control = new ManagementCluster(fleet, 'control', {
  providers: Providers.stable('1.14'),
  imageRegistries: { 'registry.k8s.io': `${REGISTRY}/registry.k8s.io` },
});

const cluster = new WorkloadCluster(control, 'ledger', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  sshKeyName: 'operators',
  network: ClusterNetwork.fromName('ledger', {
    subnets: [NetworkLookup.fromName('ledger')],
    nodeCidr: '10.40.0.0/22',
    podCidrs: ['172.20.0.0/16'],
  }),
  endpoint: ApiEndpoint.virtualIp({ address: '10.40.3.250', floatingIP: FloatingIP.none() }),
  bootstrap: {
    proxy: { httpProxy: 'http://proxy.corp.example:3128', noProxy: ['.corp.example'] },
    registryMirrors: ['docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io'].map((registry) => ({
      registry,
      endpoints: [{ url: `https://${REGISTRY}/v2/${registry}`, overridePath: true, ca: AUTHORITY }],
      fallback: false,
    })),
    trustedCAs: [TrustedCA.pem('corp', AUTHORITY), TrustedCA.ofCloud()],
    ntp: { servers: ['time.corp.example'] },
  },
  controlPlane: {
    flavor: 'k8s.control',
    healthCheck: {},
    additionalBlockDevices: [
      BlockDevice.volume('etcd', { sizeGiB: 20, type: 'fast', availabilityZone: 'storage' }),
    ],
    etcd: Etcd.local({ volume: { device: '/dev/vdb' }, tuning: { quotaGiB: 8 } }),
    audit: {
      policy: AuditPolicy.metadata(),
      log: { maxAgeDays: 30, maxBackups: 10, maxSizeMiB: 100 },
    },
    encryption: EncryptionAtRest.withKeys({
      keys: [{ name: 'key-1', secret: { name: 'ledger-encryption', key: 'key-1' } }],
    }),
    authentication: Authentication.oidc({
      issuerUrl: 'https://login.corp.example/realms/staff',
      clientId: 'kubernetes',
      usernameClaim: 'email',
      groupsClaim: 'groups',
      certificateAuthority: AUTHORITY,
    }),
    tls: { minVersion: 'VersionTLS13' },
  },
});
cluster.addNodePool('general', {
  flavor: 'k8s.worker',
  replicas: 6,
  failureDomains: ZONES,
  healthCheck: {},
});
cluster.addNodePool('batch', {
  flavor: 'k8s.worker',
  autoscale: { minSize: 0, maxSize: 12 },
  healthCheck: {},
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.url('https://files.corp.example/calico/v3.30.2/calico.yaml', {
    checksum: Checksum.sha256('c0ffee'.padEnd(64, '0')),
    certificateAuthority: AUTHORITY,
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(
  Addon.cinderCsi({
    storageClasses: [{ name: 'fast', default: true, volumeType: 'fast' }],
    topology: false,
  }),
);
cluster.addAddon(Addon.clusterAutoscaler());
cluster.addAddon(Addon.etcdDefragmentation());

fleet.run();
