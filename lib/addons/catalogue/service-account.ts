import type { Chart } from 'cdk8s';
import type { KubernetesKinds } from './scratch-chart';

/** API group of roles and bindings. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

type PolicyRules = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubeRole']>[2]>['rules']
>;

/** Metadata of a service account and of its roles and bindings. */
export interface AccountMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

/** RBAC rules of a service account. */
export interface AccountRights {
  /** Rules in the whole cluster; absent for none. */
  readonly clusterWide?: PolicyRules;
  /** Rules in the account's own namespace; absent for none. */
  readonly ownNamespace?: PolicyRules;
}

/** Adds a service account, with roles and bindings of the same name. */
export function addServiceAccount(
  chart: Chart,
  k8s: KubernetesKinds,
  metadata: AccountMetadata,
  { clusterWide, ownNamespace }: AccountRights,
): void {
  const { name, namespace, labels } = metadata;
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  const roleRef = (kind: string) => ({ apiGroup: RBAC_GROUP, kind, name });
  new k8s.KubeServiceAccount(chart, 'account', { metadata });
  if (clusterWide !== undefined) {
    const unbound = { name, labels };
    new k8s.KubeClusterRole(chart, 'cluster-role', { metadata: unbound, rules: clusterWide });
    const binding = { metadata: unbound, roleRef: roleRef('ClusterRole'), subjects };
    new k8s.KubeClusterRoleBinding(chart, 'cluster-binding', binding);
  }
  if (ownNamespace === undefined) return;
  new k8s.KubeRole(chart, 'role', { metadata, rules: ownNamespace });
  new k8s.KubeRoleBinding(chart, 'binding', { metadata, roleRef: roleRef('Role'), subjects });
}
