import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  TrustedCA,
  WorkloadCluster,
} from 'capi-fleet';

// Change: the servers of your site, and the CA that signed their certificates.
const REGISTRY = 'registry.corp.example';
const FILES = 'https://files.corp.example';
const CA = `-----BEGIN CERTIFICATE-----
MIIBkjCCATmgAwIBAgIUPOoIz0JO1lM7m+NyTH3613k3+OcwCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUQ29ycCBFeGFtcGxlIFJvb3QgQ0EwHhcNMjYxMTMwMTM0MDI1
WhcNMzYxMTI3MTM0MDI1WjAfMR0wGwYDVQQDDBRDb3JwIEV4YW1wbGUgUm9vdCBD
QTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAbrg0gkiAiEPIJ+9cEqwLzKW1pL
kpiXtkFfmTtWseG2P5SG1YwVLg0RL36tsNiy+n7lWT5UIAspXDi7azFCj6WjUzBR
MB0GA1UdDgQWBBQEptMJrVUHoDlHc/8u7I74U8zqPjAfBgNVHSMEGDAWgBQEptMJ
rVUHoDlHc/8u7I74U8zqPjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cA
MEQCICOXmFyQQY/DGWKEiCrQg7DEAVfV3Ct7nFCvHuc7aRUpAiAq5VNWjEI6Ges3
q1ApKLcJ2Ok9dqyFxQ2P5mpFoCvegg==
-----END CERTIFICATE-----
`;
// Change: the output of sha256sum for the file that you reviewed.
const CALICO_SHA256 = '5f0c6a1d7e93b8420d1c57aa9e64f38b2c70d95e18f4ab63c2795de0b1346f87';

export const fleet = new Fleet({ outdir: 'build/air-gap' });

const cloud = new OpenStackCloud(fleet, 'site', {
  credentials: CloudCredentials.fromSecret('site-clouds'),
  authUrl: 'https://keystone.corp.example/v3',
  caCertificate: CA,
  externalNetwork: ExternalNetwork.only('corp'),
  flavors: {
    'k8s.control': { cpus: 4, memory: '16Gi', disk: '40Gi' },
    'k8s.worker': { cpus: 8, memory: '32Gi', disk: '100Gi' },
  },
});
const control = new ManagementCluster(fleet, 'control', {
  providers: Providers.stable('1.14'),
  // What the fleet runs in the management cluster, such as the autoscaler.
  imageRegistries: { 'registry.k8s.io': `${REGISTRY}/registry.k8s.io` },
});

const cluster = new WorkloadCluster(control, 'ledger', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  network: ClusterNetwork.managed({
    nodeCidr: '10.50.0.0/22',
    dnsNameservers: ['10.0.0.53', '10.0.1.53'],
  }),
  bootstrap: {
    // Without fallback, containerd asks no server but the mirror.
    registryMirrors: ['docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io'].map((registry) => ({
      registry,
      endpoints: [{ url: `https://${REGISTRY}/v2/${registry}`, overridePath: true }],
      fallback: false,
    })),
    trustedCAs: [TrustedCA.pem('corp', CA)],
    ntp: { servers: ['time.corp.example'] },
  },
  controlPlane: { flavor: 'k8s.control', healthCheck: {} },
});
cluster.addNodePool('workers', {
  flavor: 'k8s.worker',
  autoscale: { minSize: 2, maxSize: 6 },
  healthCheck: {},
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.url(`${FILES}/calico/v3.30.2/calico.yaml`, {
    checksum: Checksum.sha256(CALICO_SHA256),
    certificateAuthority: CA,
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(
  Addon.cinderCsi({ storageClasses: [{ name: 'standard', default: true }], topology: false }),
);
cluster.addAddon(Addon.clusterAutoscaler());

fleet.run();
