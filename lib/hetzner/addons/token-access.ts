import type { Container } from '../../addons/catalogue/pod-hardening';
import type { AddonPayload } from '../../addons/model/addon';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { HetznerAddonContext } from './addon-context';

/** Option of addons that talk to Hetzner Cloud themselves. */
export interface TokenAccessOptions {
  /**
   * Secret in the cluster's namespace that brings a token into the cluster, where Cluster API copies none, or another one is
   * meant.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and holds the manifest of a Secret `hcloud-addons` of
   * `kube-system` with the key `token`. One serves all addons of a cluster. For a cluster `shop` it is made by
   *
   * ```sh
   * kubectl create secret generic hcloud-addons --namespace kube-system \
   *   --from-file=token --dry-run=client --output=yaml > hcloud-addons.yaml
   * kubectl create secret generic shop-hcloud-addons --namespace shop \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=hcloud-addons.yaml
   * ```
   *
   * @default - the token that Cluster API copies; with `secretInWorkloadCluster: false` the cluster's name with `-hcloud-addons`
   */
  readonly credentialsSecret?: string;
  /**
   * Where that Secret comes from.
   *
   * @default - it exists already
   */
  readonly credentialsSource?: SecretSourceModel;
}

/** Secret of the workload cluster with the token, and its key. */
export interface TokenRef {
  readonly name: string;
  readonly key: string;
}

/** Token of an addon, and what brings it into the cluster. */
export interface TokenAccess {
  readonly token: TokenRef;
  readonly payload: readonly AddonPayload[];
}

const NAMESPACE = 'kube-system';
const OWN_TOKEN: TokenRef = Object.freeze({ name: 'hcloud-addons', key: 'token' });

/** Token of an addon: the one that Cluster API copies into the cluster, or one that a Secret of the addon's own brings. */
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

/** Variable with the token. */
export function tokenVariable({ name, key }: TokenRef): NonNullable<Container['env']>[number] {
  return { name: 'HCLOUD_TOKEN', valueFrom: { secretKeyRef: { name, key } } };
}
