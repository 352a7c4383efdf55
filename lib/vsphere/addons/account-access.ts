import type { AddonPayload } from '../../addons/model/addon';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import { ACCOUNT_KEYS, addonAccountName } from '../model/cloud-secrets';
import type { VSphereIdentityModel } from '../model/identity';
import type { VSphereAddonContext } from './addon-context';

/** Option of addons that talk to the vCenter themselves. */
export interface AccountAccessOptions {
  /**
   * Secret in the cluster's namespace that brings an account of the vCenter into the cluster.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and holds the manifest of a Secret `vsphere-account` of
   * `kube-system` with the keys `username` and `password`. One serves all addons of a cluster. For a cluster `prod-eu` it is
   * made by
   *
   * ```sh
   * kubectl create secret generic vsphere-account --namespace kube-system \
   *   --from-file=username --from-file=password --dry-run=client --output=yaml > vsphere-account.yaml
   * kubectl create secret generic prod-eu-vsphere-account --namespace prod-eu \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=vsphere-account.yaml
   * ```
   *
   * Where it comes from is said by `addons` of the identity; those of External Secrets need not say it. It may be another
   * account than Cluster API's, with fewer rights.
   *
   * @default - the cluster's name with `-vsphere-account`
   */
  readonly credentialsSecret?: string;
}

/** Secret of the workload cluster with the account. */
export const ACCOUNT_SECRET = 'vsphere-account';

/** Namespace of what talks to the vCenter. */
export const ADDON_NAMESPACE = 'kube-system';

/** What brings the account of the vCenter into a cluster. */
export function accountPayload(
  { name, identity }: VSphereAddonContext,
  { credentialsSecret }: AccountAccessOptions,
): AddonPayload {
  const source = addonSource(identity);
  return {
    kind: 'existingSecret',
    secretName: credentialsSecret ?? addonAccountName(name),
    carries: { name: ACCOUNT_SECRET, namespace: ADDON_NAMESPACE, keys: ACCOUNT_KEYS },
    ...(source && { source }),
  };
}

/** Where the Secret for addons comes from: what External Secrets reads for the provider, it reads for addons too. */
function addonSource(identity: VSphereIdentityModel): SecretSourceModel | undefined {
  if (identity.addons !== undefined || identity.kind !== 'secret') return identity.addons;
  return identity.source?.kind === 'externalSecret' ? identity.source : undefined;
}
