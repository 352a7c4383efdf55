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

/** Options of addons that talk to the cloud. */
export interface CloudAccessOptions {
  /**
   * Secret in the cluster's namespace that delivers the credentials to the cluster.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and contains the manifest of a Secret `cloud-credentials` in
   * `kube-system` with the key `clouds.yaml`. All addons of a cluster share it. To create it for a cluster `prod-eu`:
   *
   * ```sh
   * kubectl create secret generic cloud-credentials --namespace kube-system \
   *   --from-file=clouds.yaml --dry-run=client --output=yaml > cloud-credentials.yaml
   * kubectl create secret generic prod-eu-cloud-credentials --namespace prod-eu \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=cloud-credentials.yaml
   * ```
   *
   * A `cacert` in `clouds.yaml` is a path in `/etc/openstack`, where every key of that Secret is a file.
   *
   * `addons` of the credentials sets its source; credentials from External Secrets do not need it.
   *
   * It has no effect on a cluster with plaintext credentials, which are delivered with the addon.
   *
   * @default - the cluster's name with `-cloud-credentials`
   */
  readonly credentialsSecret?: string;
}

/** Access of an addon's pods to the cloud. */
export interface CloudAccess {
  /** Payload that delivers `cloud.conf` and credentials to the cluster. */
  readonly payload: readonly AddonPayload[];
  /** The addon's own objects, without credentials. */
  readonly objects: readonly Manifest[];
  /** Whether the payload contains credentials. */
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

/** Returns the region of credentials, which overrides that of the entry in `clouds.yaml`. */
function regionKey({ region }: CredentialsModel): CloudConfSection {
  return region === undefined ? {} : { region };
}

/** Returns the source of the Secret for addons; credentials from External Secrets need no source of their own for it. */
function addonSource(credentials: CredentialsModel): SecretSourceModel | undefined {
  if (credentials.addons !== undefined || credentials.kind !== 'secret') return credentials.addons;
  return credentials.source?.kind === 'externalSecret' ? credentials.source : undefined;
}

type PodSpec = NonNullable<
  NonNullable<NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']>
>;

/** Returns the volumes of a pod that talks to the cloud. */
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

/** Returns the mounts of a container that talks to the cloud. */
export function cloudMounts(
  plaintext: boolean,
): NonNullable<PodSpec['containers'][number]['volumeMounts']> {
  const conf = { name: 'cloud-config', mountPath: CONF_FOLDER, readOnly: true };
  if (plaintext) return [conf];
  return [conf, { name: CREDENTIALS_NAME, mountPath: CLOUDS_FOLDER, readOnly: true }];
}

/** Renders a ConfigMap of the addon in `kube-system`. */
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
