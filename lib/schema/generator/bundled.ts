/**
 * Releases whose schemas are bundled, by the names of their folders; kinds where only some of a release are written.
 *
 * A folder of CRDs may hold many more.
 */
export const BUNDLED: Readonly<Record<string, readonly string[] | 'all'>> = Object.freeze({
  'argo-cd-v3.5.1': 'all',
  'cluster-api-addon-helm-v0.6.4': 'all',
  'cluster-api-openstack-v0.12.4': 'all',
  'cluster-api-openstack-v0.14.7': 'all',
  'cluster-api-openstack-v0.15.0-dev': 'all',
  'cluster-api-operator-v0.28.0': 'all',
  'cluster-api-v1.10.5': 'all',
  'cluster-api-v1.13.5': 'all',
  'cluster-api-v1.14.0': 'all',
  'external-secrets-v2.9.0': ['ExternalSecret'],
  'kubeadm-bootstrap-v1.10.5': 'all',
  'kubeadm-bootstrap-v1.13.5': 'all',
  'kubeadm-bootstrap-v1.14.0': 'all',
  'kubeadm-control-plane-v1.10.5': 'all',
  'kubeadm-control-plane-v1.13.5': 'all',
  'kubeadm-control-plane-v1.14.0': 'all',
  'openstack-resource-controller-v1.0.2': 'all',
  'openstack-resource-controller-v2.4.0': 'all',
  'sealed-secrets-v0.36.6': 'all',
});
