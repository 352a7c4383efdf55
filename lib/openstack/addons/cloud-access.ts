import { type KubernetesKinds, scratchManifests } from '../../addons/catalogue/scratch-chart';
import type { AddonPayload } from '../../addons/model/addon';
import type { Manifest } from '../../base/manifest';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import {
  addonCredentialsFacts,
  addonCredentialsName,
  CLOUD_CA_KEY,
  CLOUDS_KEY,
  cloudKeys,
} from '../model/cloud-secrets';
import type { CredentialsModel } from '../model/credentials';
import type { OpenStackAddonContext } from './addon-context';
import { type CloudConf, type CloudConfSection, cloudConfText, mergedConf } from './cloud-conf';
import { globalSection } from './clouds-entry';

/** Option of addons that talk to the cloud themselves. */
export interface CloudAccessOptions {
  /**
   * Secret in the cluster's namespace that brings the credentials into the cluster.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and holds the manifest of a Secret `cloud-credentials` of
   * `kube-system` with the key `clouds.yaml`. One serves all addons of a cluster. For a cluster `prod-eu` it is made by
   *
   * ```sh
   * kubectl create secret generic cloud-credentials --namespace kube-system \
   *   --from-file=clouds.yaml --dry-run=client --output=yaml > cloud-credentials.yaml
   * kubectl create secret generic prod-eu-cloud-credentials --namespace prod-eu \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=cloud-credentials.yaml
   * ```
   *
   * A `cacert` of `clouds.yaml` is a path in `/etc/openstack`, where every key of that Secret is a file.
   *
   * Where it comes from is said by `addons` of the credentials; those of External Secrets need not say it.
   *
   * Without effect where the cluster has plaintext credentials, which are then delivered with the addon.
   *
   * @default - the cluster's name with `-cloud-credentials`
   */
  readonly credentialsSecret?: string;
}

/** How pods of an addon reach the cloud. */
export interface CloudAccess {
  /** What brings `cloud.conf` and credentials into the cluster. */
  readonly payload: readonly AddonPayload[];
  /** Objects of the addon's own that hold no credential. */
  readonly objects: readonly Manifest[];
  /** Whether the payload holds credentials. */
  readonly plaintext: boolean;
}

/** Path of `cloud.conf` in the containers. */
export const CLOUD_CONF_PATH = '/etc/config/cloud.conf';

const CONF_FOLDER = '/etc/config';
const CLOUDS_FOLDER = '/etc/openstack';
const CREDENTIALS_NAME = 'cloud-credentials';
const CA_KEY = 'ca.crt';
const NAMESPACE = 'kube-system';

/** Delivers `cloud.conf` under a name, with the cluster's credentials or a reference to them. */
export function cloudAccess(
  context: OpenStackAddonContext,
  options: CloudAccessOptions & { readonly configName: string; readonly sections: CloudConf },
): CloudAccess {
  const { credentials, name, cloud } = context;
  const hasCloudCa = cloud.caCertificate !== undefined;
  if (credentials.kind === 'plaintext') {
    const ca = credentials.caCertificate;
    const global = {
      ...globalSection(credentials),
      ...regionKey(credentials),
      ...(ca === undefined ? {} : { 'ca-file': `${CONF_FOLDER}/${CA_KEY}` }),
    };
    const text = cloudConfText(mergedConf({ Global: global }, options.sections));
    const documents = secretWith(options.configName, {
      'cloud.conf': text,
      ...(ca === undefined ? {} : { [CA_KEY]: ca }),
    });
    const entries = [{ key: 'cloud-config', documents }];
    return {
      payload: [{ kind: 'secret', suffix: 'cloud-config', entries }],
      objects: [],
      plaintext: true,
    };
  }
  const source = addonSource(credentials);
  const global = {
    'use-clouds': true,
    'clouds-file': `${CLOUDS_FOLDER}/clouds.yaml`,
    cloud: credentials.cloudName,
    ...regionKey(credentials),
    ...(source?.kind === 'externalSecret' && hasCloudCa
      ? { 'ca-file': `${CLOUDS_FOLDER}/${CLOUD_CA_KEY}` }
      : {}),
  };
  const text = cloudConfText(mergedConf({ Global: global }, options.sections));
  const secretName = options.credentialsSecret ?? addonCredentialsName(name);
  const isTemplate = source?.kind === 'externalSecret';
  const keys = isTemplate ? cloudKeys(cloud) : [CLOUDS_KEY];
  const carries = { name: CREDENTIALS_NAME, namespace: NAMESPACE, keys };
  const facts = addonCredentialsFacts(context, secretName, keys);
  return {
    payload: [{ kind: 'existingSecret', secretName, carries, facts, ...(source && { source }) }],
    objects: configMapWith(options.configName, { 'cloud.conf': text }),
    plaintext: false,
  };
}

/** Region that credentials state, which goes over that of the entry of `clouds.yaml`. */
function regionKey({ region }: CredentialsModel): CloudConfSection {
  return region === undefined ? {} : { region };
}

/** Where the Secret for addons comes from: what External Secrets reads for the provider, it reads for addons too. */
function addonSource(credentials: CredentialsModel): SecretSourceModel | undefined {
  if (credentials.addons !== undefined || credentials.kind !== 'secret') return credentials.addons;
  return credentials.source?.kind === 'externalSecret' ? credentials.source : undefined;
}

type PodSpec = NonNullable<
  NonNullable<NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']>
>;

/** Volumes of a pod that reaches the cloud. */
export function cloudVolumes(
  configName: string,
  plaintext: boolean,
): NonNullable<PodSpec['volumes']> {
  if (plaintext) return [{ name: 'cloud-config', secret: { secretName: configName } }];
  return [
    { name: 'cloud-config', configMap: { name: configName } },
    { name: CREDENTIALS_NAME, secret: { secretName: CREDENTIALS_NAME } },
  ];
}

/** Mounts of a container that reaches the cloud. */
export function cloudMounts(
  plaintext: boolean,
): NonNullable<PodSpec['containers'][number]['volumeMounts']> {
  const conf = { name: 'cloud-config', mountPath: CONF_FOLDER, readOnly: true };
  if (plaintext) return [conf];
  return [conf, { name: CREDENTIALS_NAME, mountPath: CLOUDS_FOLDER, readOnly: true }];
}

/** ConfigMap of `kube-system` that the addon brings along. */
export function configMapWith(name: string, data: Record<string, string>): readonly Manifest[] {
  return scratchManifests(['cloud-config-map', name, data], (chart, k8s) => {
    new k8s.KubeConfigMap(chart, 'config', { metadata: { name, namespace: NAMESPACE }, data });
  });
}

function secretWith(name: string, stringData: Record<string, string>): readonly Manifest[] {
  return scratchManifests(['cloud-config-secret', name, stringData], (chart, k8s) => {
    new k8s.KubeSecret(chart, 'config', {
      metadata: { name, namespace: NAMESPACE },
      type: 'Opaque',
      stringData,
    });
  });
}
