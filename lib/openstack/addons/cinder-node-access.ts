import type { KubernetesKinds } from '../../addons/catalogue/scratch-chart';
import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Manifest } from '../../base/manifest';
import type { CinderSettings } from './cinder-settings';
import { CLOUD_CONF_PATH, cloudMounts, cloudVolumes, configMapWith } from './cloud-access';
import { type CloudConf, cloudConfText, mergedConf } from './cloud-conf';

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Settings of the driver's pods on the nodes. */
export interface CinderNodeAccess {
  /** Objects that the pods need. */
  readonly objects: readonly Manifest[];
  /** Arguments of the driver. */
  readonly args: readonly string[];
  /** Mounts of the driver. */
  readonly mounts: NonNullable<PodSpec['containers'][number]['volumeMounts']>;
  /** Volumes of the pods. */
  readonly volumes: NonNullable<PodSpec['volumes']>;
}

/** First minor version whose driver needs no credentials on nodes. */
const NO_CREDENTIALS_SINCE = 32;
/** First minor version that needs no flag for it. */
const NO_CREDENTIALS_ALWAYS = 36;
const CONFIG_NAME = 'cinder-csi-node-cloud-config';
const DEFAULT_CONF = { Metadata: { 'search-order': 'configDrive,metadataService' } };

/** Computes the settings of the pods on the nodes, without credentials if the driver needs none. */
export function cinderNodeAccess(settings: CinderSettings, conf: CloudConf = {}): CinderNodeAccess {
  const { version, configName, plaintext } = settings;
  const minor = tryParseKubernetesVersion(version)?.minor ?? NO_CREDENTIALS_ALWAYS;
  if (minor < NO_CREDENTIALS_SINCE) {
    return {
      objects: [],
      args: [`--cloud-config=${CLOUD_CONF_PATH}`],
      mounts: cloudMounts(plaintext),
      volumes: cloudVolumes(configName, plaintext),
    };
  }
  const { BlockStorage = {}, Metadata = {} } = conf;
  const text = cloudConfText(mergedConf(DEFAULT_CONF, { BlockStorage, Metadata }));
  return {
    objects: configMapWith(CONFIG_NAME, { 'cloud.conf': text }),
    args: [
      `--cloud-config=${CLOUD_CONF_PATH}`,
      '--provide-controller-service=false',
      ...(minor < NO_CREDENTIALS_ALWAYS ? ['--node-service-no-os-client=true'] : []),
    ],
    mounts: [{ name: 'cloud-config', mountPath: '/etc/config', readOnly: true }],
    volumes: [{ name: 'cloud-config', configMap: { name: CONFIG_NAME } }],
  };
}
