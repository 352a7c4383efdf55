const CLUSTER_API = 'sigs.k8s.io/cluster-api@v1.13.7/api';
const PROVIDER = 'sigs.k8s.io/cluster-api-provider';
const OPENSTACK = `${PROVIDER}-openstack@v0.14.7/api`;

/** Go packages with the kinds of an API group, by the group and a pattern of the kinds; the first match counts. */
const PACKAGES: readonly (readonly [kinds: RegExp, goPackage: string])[] = [
  [/^cluster\.x-k8s\.io\//, `${CLUSTER_API}/core/v1beta2`],
  [/^bootstrap\.cluster\.x-k8s\.io\//, `${CLUSTER_API}/bootstrap/kubeadm/v1beta2`],
  [/^controlplane\.cluster\.x-k8s\.io\//, `${CLUSTER_API}/controlplane/kubeadm/v1beta2`],
  [/^addons.*\/Helm/, 'sigs.k8s.io/cluster-api-addon-provider-helm@v0.6.4/api/v1alpha1'],
  [/^addons\.cluster\.x-k8s\.io\//, `${CLUSTER_API}/addons/v1beta2`],
  [/^infrastructure.*\/OpenStack(FloatingIPPool|ClusterIdentity)/, `${OPENSTACK}/v1alpha1`],
  [/^infrastructure.*\/OpenStack/, `${OPENSTACK}/v1beta1`],
  [/^infrastructure.*\/VSphere/, `${PROVIDER}-vsphere@v1.16.1/api/govmomi/v1beta1`],
  [/^infrastructure.*\/AWS/, `${PROVIDER}-aws/v2@v2.11.1/api/v1beta2`],
  [/^infrastructure.*\/Azure/, `${PROVIDER}-azure@v1.26.0/api/v1beta1`],
  [
    /^infrastructure.*\/(Hetzner|HCloud)/,
    'github.com/syself/cluster-api-provider-hetzner@v1.1.8/api/v1beta1',
  ],
  [
    /^infrastructure.*\/Dev/,
    'sigs.k8s.io/cluster-api/test@v1.13.7/infrastructure/docker/api/v1beta2',
  ],
  [
    /^external-secrets\.io\//,
    'github.com/external-secrets/external-secrets/apis/externalsecrets/v1',
  ],
  [
    /^bitnami\.com\//,
    'github.com/bitnami-labs/sealed-secrets@v0.36.6/pkg/apis/sealedsecrets/v1alpha1',
  ],
  [/^core\//, 'k8s.io/api/core/v1'],
];

/**
 * Makes a link of a reference to a field, such as `MachineDeployment.spec.replicas (cluster.x-k8s.io)`.
 *
 * It leads to the documentation of the kind's Go type. Any other text stays unchanged.
 *
 * @throws Error for a kind whose package is not known.
 */
export function linkToField(text: string): string {
  const [, field, group] = /^(\w+(?:\.[\w.[\]-]+)?) \(([\w.-]+)\)$/.exec(text) ?? [];
  if (field === undefined) return text;
  const [kind = ''] = field.split('.');
  const found = PACKAGES.find(([kinds]) => kinds.test(`${group}/${kind}`));
  if (found === undefined) throw new Error(`no Go package is known for ${kind} (${group})`);
  return `[${field}](https://pkg.go.dev/${found[1]}#${kind}) (${group})`;
}
