import type { AddonPayload } from '../../addons/model/addon';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import { ACCOUNT_KEYS, addonAccountName } from '../model/cloud-secrets';
import type { VSphereIdentityModel } from '../model/identity';
import type { VSphereAddonContext } from './addon-context';

/** Options of addons that access the vCenter. */
export interface AccountAccessOptions {
  /**
   * Secret in the cluster's namespace that delivers a vCenter account to the workload cluster.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and contains the manifest of a Secret `vsphere-account` in
   * `kube-system` with the keys `username` and `password`. All addons of a cluster share it. To create it for a cluster
   * `prod-eu`, run
   *
   * ```sh
   * kubectl create secret generic vsphere-account --namespace kube-system \
   *   --from-file=username --from-file=password --dry-run=client --output=yaml > vsphere-account.yaml
   * kubectl create secret generic prod-eu-vsphere-account --namespace prod-eu \
   *   --type=addons.cluster.x-k8s.io/resource-set --from-file=vsphere-account.yaml
   * ```
   *
   * The `addons` option of the identity sets its source; an identity from External Secrets does not need it. The account
   * can differ from the one of Cluster API and have fewer permissions.
   *
   * @default - the cluster name followed by `-vsphere-account`
   */
  readonly credentialsSecret?: string;
}

/** Secret in the workload cluster that holds the account. */
export const ACCOUNT_SECRET = 'vsphere-account';

/** Namespace of the addons that access the vCenter. */
export const ADDON_NAMESPACE = 'kube-system';

/** Returns the payload that delivers the vCenter account to a cluster. */
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

/** Returns the source of the addons' Secret, by default the ExternalSecret of the identity. */
function addonSource(identity: VSphereIdentityModel): SecretSourceModel | undefined {
  if (identity.addons !== undefined || identity.kind !== 'secret') return identity.addons;
  return identity.source?.kind === 'externalSecret' ? identity.source : undefined;
}
