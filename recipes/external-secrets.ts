import {
  Addon,
  BackupCredentials,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  EncryptionAtRest,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  SecretSource,
  WorkloadCluster,
} from 'capi-fleet';
import { ApiObject, Chart } from 'cdk8s';

const NAME = 'shop';
const STORE = 'vault';

export const fleet = new Fleet({ outdir: 'build/external-secrets' });

// Change: the paths in your store. An entry clusters/shop/cloud has the property clouds.yaml.
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromExternalSecret(
    {
      store: STORE,
      data: { 'clouds.yaml': { key: `clusters/${NAME}/cloud`, property: 'clouds.yaml' } },
    },
    { expiresAt: '2027-06-30T00:00:00Z' },
  ),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: { 'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' } },
});
const control = new ManagementCluster(fleet, 'control', { providers: Providers.stable('1.14') });
addStore(new Chart(control, 'secret-stores'));

const cluster = new WorkloadCluster(control, NAME, {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  network: ClusterNetwork.managed({ nodeCidr: '10.60.0.0/24' }),
  controlPlane: {
    flavor: 'm1.large',
    healthCheck: {},
    encryption: EncryptionAtRest.withKeys({
      keys: [
        {
          name: 'key-1',
          secret: {
            name: `${NAME}-encryption`,
            key: 'key-1',
            source: secret('encryption', 'key-1'),
          },
        },
      ],
    }),
  },
  bootstrap: {
    registryMirrors: [
      {
        registry: 'docker.io',
        endpoints: [
          {
            url: 'https://harbor.example.org/v2/hub',
            overridePath: true,
            credentials: {
              name: `${NAME}-harbor`,
              key: 'login',
              source: secret('harbor', 'login'),
            },
          },
        ],
      },
    ],
  },
});
cluster.addNodePool('workers', { flavor: 'm1.large', replicas: 3, healthCheck: {} });

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(
  Addon.etcdBackup({
    endpoint: 'https://s3.example.org',
    bucket: 'etcd-backups',
    credentials: BackupCredentials.fromResourceSetSecret(
      `${NAME}-backup`,
      secret('backup', 'access-key-id', 'secret-access-key'),
    ),
  }),
);

fleet.run();

/** Secret whose keys are properties of one entry of the store. */
function secret(entry: string, ...keys: string[]) {
  const key = `clusters/${NAME}/${entry}`;
  const data = Object.fromEntries(keys.map((property) => [property, { key, property }]));
  return SecretSource.externalSecret({ store: STORE, data });
}

/** Store that External Secrets reads with its own service account, so that no token is stored anywhere. */
function addStore(chart: Chart): void {
  // Change: the address of Vault, the path of its KV engine, and the role.
  new ApiObject(chart, STORE, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: { name: STORE },
    spec: {
      // Namespaces that may read from the store.
      conditions: [{ namespaces: [NAME] }],
      provider: {
        vault: {
          server: 'https://vault.example.org',
          path: 'kv',
          version: 'v2',
          auth: {
            kubernetes: {
              mountPath: 'kubernetes',
              role: 'clusters',
              serviceAccountRef: { name: 'external-secrets', namespace: 'external-secrets' },
            },
          },
        },
      },
    },
  });
}
