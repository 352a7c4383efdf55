import { join } from 'node:path';
import {
  Addon,
  AutoscalerPlacement,
  BackupCredentials,
  CloudCredentials,
  SecretSource,
  type SecretSourceModel,
  TrustedCA,
} from '../../constructs/index';
import type { RemoteKey } from '../../lib/secrets/model/secret-source';
import { type ClusterOverrides, otherwiseBut, type TestFleet, testFleet } from './fleets';
import { sealedValue } from './secret-sources';

/** Certificate of nobody's. */
export const FAKE_CA = '-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n';

/** Source that reads keys from the store `vault`. */
export function fromVault(...keys: readonly string[]): SecretSourceModel {
  const data = Object.fromEntries(
    keys.map((key): [string, RemoteKey] => [key, { key: `x/${key}` }]),
  );
  return SecretSource.externalSecret({ store: 'vault', data });
}

/** Source of sealed values for keys. */
export function fromSeal(...keys: readonly string[]): SecretSourceModel {
  const data = Object.fromEntries(keys.map((key) => [key, sealedValue(key)]));
  return SecretSource.sealedSecret({ encryptedData: data });
}

/** Props of a cluster that takes Secrets from External Secrets in every place that names one. */
export const EXTERNAL_PROPS: ClusterOverrides = {
  credentials: CloudCredentials.fromExternalSecret(
    { store: 'vault', data: { 'clouds.yaml': { key: 'clouds/prod', property: 'yaml' } } },
    { expiresAt: '2031-01-31T00:00:00Z' },
  ),
  controlPlane: {
    flavor: 'large',
    bootstrap: {
      files: [
        {
          path: '/etc/corp',
          content: { name: 'corp', key: 'file', source: fromVault('file', 'ca') },
        },
      ],
    },
  },
  bootstrap: { trustedCAs: [TrustedCA.fromSecret('corp', { name: 'corp', key: 'ca' })] },
};

/** Fleet with one cluster that takes its Secrets from External Secrets, and addons that do. */
export function externalFleet(props: Parameters<typeof testFleet>[0] = {}): TestFleet {
  const fleet = testFleet({ cloud: { caCertificate: FAKE_CA }, ...props });
  const cluster = fleet.cluster('prod', {
    ...EXTERNAL_PROPS,
    installedOtherwise: otherwiseBut('cloud-controller-manager', 'cluster-autoscaler'),
  });
  cluster.addNodePool('workers', { flavor: 'small', autoscale: { minSize: 0, maxSize: 2 } });
  cluster.addAddon(Addon.openStackCloudControllerManager());
  cluster.addAddon(Addon.cinderCsi());
  cluster.addAddon(
    Addon.clusterAutoscaler({
      placement: AutoscalerPlacement.workloadCluster({
        kubeconfigSecret: 'prod-autoscaler',
        source: fromSeal('management-kubeconfig.yaml'),
      }),
    }),
  );
  cluster.addAddon(
    Addon.etcdBackup({
      endpoint: 'https://s3.example',
      bucket: 'backups',
      credentials: BackupCredentials.fromResourceSetSecret(
        'prod-backup',
        fromVault('access-key-id', 'secret-access-key'),
      ),
    }),
  );
  return fleet;
}

/** Folder of the CRDs of releases, where it is. */
export const REAL_CRDS = join(__dirname, '../../../shared/crds');
