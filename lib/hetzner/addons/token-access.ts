import type { Container } from '../../addons/catalogue/pod-hardening';
import type { AddonPayload } from '../../addons/model/addon';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { HetznerAddonContext } from './addon-context';

/** Options of addons that access Hetzner Cloud. */
export interface TokenAccessOptions {
  /**
   * Secret in the cluster's namespace that delivers a token to the cluster, if Cluster API copies none or another one is
   * wanted.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and contains the manifest of a Secret `hcloud-addons` in
   * `kube-system` with the key `token`. All addons of a cluster share it. To create it for a cluster `shop`, run
   *
   * ```sh
   * kubectl create secret generic hcloud-addons --namespace kube-system \
   *   --from-file=token --dry-run=client --output=yaml > hcloud-addons.yaml
   * kubectl create secret generic shop-hcloud-addons --namespace shop \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=hcloud-addons.yaml
   * ```
   *
   * @default - the token that Cluster API copies; with `secretInWorkloadCluster: false`, the cluster name followed by
   * `-hcloud-addons`
   */
  readonly credentialsSecret?: string;
  /**
   * Source of that Secret.
   *
   * @default - the Secret already exists
   */
  readonly credentialsSource?: SecretSourceModel;
}

/** Secret in the workload cluster that holds the token, and its key. */
export interface TokenRef {
  readonly name: string;
  readonly key: string;
}

/** Token of an addon, and the payload that delivers it to the cluster. */
export interface TokenAccess {
  readonly token: TokenRef;
  readonly payload: readonly AddonPayload[];
}

const NAMESPACE = 'kube-system';
const OWN_TOKEN: TokenRef = Object.freeze({ name: 'hcloud-addons', key: 'token' });

/** Returns the token of an addon: the one that Cluster API copies into the cluster, or one from a separate Secret. */
export function tokenAccess(
  { name, hetznerSecret, secretInWorkloadCluster }: HetznerAddonContext,
  { credentialsSecret, credentialsSource }: TokenAccessOptions,
): TokenAccess {
  if (secretInWorkloadCluster && (credentialsSecret ?? credentialsSource) === undefined) {
    const { secretName, keys } = hetznerSecret;
    return { token: { name: secretName, key: keys.hcloudToken }, payload: [] };
  }
  return {
    token: OWN_TOKEN,
    payload: [
      {
        kind: 'existingSecret',
        secretName: credentialsSecret ?? `${name}-${OWN_TOKEN.name}`,
        carries: { name: OWN_TOKEN.name, namespace: NAMESPACE, keys: [OWN_TOKEN.key] },
        ...(credentialsSource && { source: credentialsSource }),
      },
    ],
  };
}

/** Returns the environment variable with the token. */
export function tokenVariable({ name, key }: TokenRef): NonNullable<Container['env']>[number] {
  return { name: 'HCLOUD_TOKEN', valueFrom: { secretKeyRef: { name, key } } };
}
