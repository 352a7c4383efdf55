import { type Fix, leaveOut, nameIt, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import { isSyncedLabel } from '../model/node-labels';
import { intendedLabel } from './label-domains';
import {
  isLabelKey,
  isLabelValue,
  LABEL_KEY_WORDS,
  LABEL_VALUE_WORDS,
  toLabelValue,
} from './names';
import type { ControlPlaneSubject, MachineSubject, PoolSubject } from './subjects';

type Texts = Readonly<Record<string, string>>;

const SYNCED_DOMAIN = 'node.cluster.x-k8s.io';
const LABELS =
  'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go';
const KUBELET_OPTIONS = 'kubernetes/kubernetes@master:cmd/kubelet/app/options/options.go';
const PROPAGATION = 'CAPI@v1.14.0:docs/book/src/reference/api/metadata-propagation.md';

const KUBELET_LABELS = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
]);
const KUBELET_DOMAINS = ['kubelet.kubernetes.io', 'node.kubernetes.io'];
const KUBERNETES_DOMAINS = ['kubernetes.io', 'k8s.io'];
const CONTROL_PLANE_ROLES = new Set([
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
]);
const DERIVED_LABELS = new Set([
  'capi-fleet/cluster',
  'cluster.x-k8s.io/cluster-name',
  'cluster.x-k8s.io/deployment-name',
  'cluster.x-k8s.io/set-name',
  'cluster.x-k8s.io/control-plane',
  'cluster.x-k8s.io/control-plane-name',
]);
const AUTOSCALER_ANNOTATIONS =
  /^(capacity\.cluster-autoscaler\.kubernetes\.io\/|cluster\.x-k8s\.io\/cluster-api-autoscaler-node-group-)/;

/** Rules on labels and annotations of a Cluster. */
export const CLUSTER_LABEL_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'cluster-label',
    reason: 'The API server rejects invalid labels and annotations.',
    source: LABELS,
    check({ path, labels, annotations }, refuse) {
      checkLabels(path, 'labels', labels, refuse);
      checkKeys(path, 'annotations', annotations, refuse);
    },
  },
  {
    id: 'cluster-label-derived',
    reason: 'Cluster API and the ClusterResourceSets find the parts of a cluster by these labels.',
    source: PROPAGATION,
    check({ path, labels }, refuse) {
      checkDerived(path, labels, refuse);
    },
  },
];

/** Rules on labels and annotations of machines. */
export const MACHINE_LABEL_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'machine-label',
    reason: 'The API server rejects invalid labels and annotations.',
    source: LABELS,
    check({ cluster, machine }, refuse) {
      const { path, labels, annotations } = machine;
      const isOfPool = machine !== cluster.controlPlane;
      checkLabels(path, 'labels', labels, refuse);
      checkKeys(path, isOfPool ? 'machineAnnotations' : 'annotations', annotations, refuse);
    },
  },
  {
    id: 'machine-label-derived',
    reason: 'Cluster API finds the machines of a cluster and a pool by these labels.',
    source: PROPAGATION,
    check({ machine: { path, labels } }, refuse) {
      checkDerived(path, labels, refuse);
    },
  },
];

/** Rules on labels of control-plane machines, which are labels of their nodes too. */
export const CONTROL_PLANE_LABEL_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-label-restricted',
    reason: 'A kubelet that is configured to set such a label does not start.',
    source: KUBELET_OPTIONS,
    check({ cluster, controlPlane }, refuse) {
      checkKubeletLabels(controlPlane, cluster.profile.syncedLabels, refuse);
    },
  },
];

/** Rules on labels of a pool's nodes and annotations of its MachineDeployment. */
export const POOL_LABEL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'node-label',
    reason: 'The API server rejects invalid labels and annotations.',
    source: LABELS,
    check({ pool: { path, nodeLabels, deploymentAnnotations } }, refuse) {
      checkLabels(path, 'labels', nodeLabels, refuse);
      checkKeys(path, 'annotations', deploymentAnnotations, refuse);
    },
  },
  {
    id: 'node-label-derived',
    reason: 'Cluster API finds the machines of a cluster and a pool by these labels.',
    source: PROPAGATION,
    check({ pool: { path, nodeLabels } }, refuse) {
      checkDerived(path, nodeLabels, refuse);
    },
  },
  {
    id: 'node-label-restricted',
    reason: 'A kubelet that is configured to set such a label does not start.',
    source: KUBELET_OPTIONS,
    check({ cluster, pool: { path, nodeLabels } }, refuse) {
      checkKubeletLabels({ path, labels: nodeLabels }, cluster.profile.syncedLabels, refuse);
    },
  },
  {
    id: 'node-label-domain',
    reason: 'A label whose domain is a misspelled known domain has no effect.',
    source: KUBELET_OPTIONS,
    check({ pool: { path, nodeLabels } }, refuse) {
      for (const key in nodeLabels) {
        const intended = intendedLabel(key);
        if (intended === undefined) continue;
        refuse(
          { path, prop: `labels[${JSON.stringify(key)}]` },
          {
            given: nodeLabels[key],
            allowed: 'a label of a known domain, or of your own domain that does not resemble one',
            fix: `write ${JSON.stringify(intended)} if you mean that label`,
          },
        );
      }
    },
  },
  {
    id: 'node-label-role',
    reason: 'Cluster API counts nodes with this label as control-plane nodes.',
    source: 'CAPI@v1.10.5:controlplane/kubeadm/internal/workload_cluster.go',
    check({ pool: { path, nodeLabels } }, refuse) {
      for (const key in nodeLabels) {
        if (!CONTROL_PLANE_ROLES.has(key)) continue;
        refuse(
          { path, prop: `labels[${JSON.stringify(key)}]` },
          {
            given: nodeLabels[key],
            allowed: 'roles of workers, such as "node-role.kubernetes.io/worker"',
            fix: nameIt('node-role.kubernetes.io/worker'),
          },
        );
      }
    },
  },
  {
    id: 'autoscaler-annotation',
    reason: 'These annotations are derived from autoscale, capacity, labels and taints.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check({ pool: { path, deploymentAnnotations } }, refuse) {
      for (const key in deploymentAnnotations) {
        if (!AUTOSCALER_ANNOTATIONS.test(key)) continue;
        const isSize = key.startsWith('cluster.x-k8s.io/');
        refuse(
          { path, prop: `annotations[${JSON.stringify(key)}]` },
          {
            given: deploymentAnnotations[key],
            allowed: 'annotations other than the size and capacity annotations of the autoscaler',
            fix: isSize
              ? 'write autoscale: { minSize, maxSize }'
              : 'set capacity, labels or taints instead',
          },
        );
      }
    },
  },
];

function checkKubeletLabels(
  { path, labels }: { readonly path: string; readonly labels: Texts },
  syncedLabels: readonly string[],
  refuse: Refuse,
): void {
  for (const key in labels) {
    const isSet = isSyncedLabel(key, syncedLabels) || !isKubernetesLabel(key);
    if (isSet || isKubeletLabel(key)) continue;
    const better = `${SYNCED_DOMAIN}/${key.slice(key.indexOf('/') + 1)}`;
    refuse(
      { path, prop: `labels[${JSON.stringify(key)}]` },
      {
        given: labels[key],
        allowed: `a key outside kubernetes.io and k8s.io, or in a domain that Cluster API sets, such as ${SYNCED_DOMAIN}`,
        fix: nameIt(better),
      },
    );
  }
}

function checkLabels(path: string, prop: string, labels: Texts, refuse: Refuse): void {
  checkKeys(path, prop, labels, refuse);
  for (const key in labels) {
    const value = labels[key] ?? '';
    if (isLabelValue(value)) continue;
    refuse(
      { path, prop: `${prop}[${JSON.stringify(key)}]` },
      {
        given: value,
        allowed: LABEL_VALUE_WORDS,
        fix: write(toLabelValue(value)),
      },
    );
  }
}

function checkKeys(path: string, prop: string, texts: Texts, refuse: Refuse): void {
  for (const key in texts) {
    if (isLabelKey(key)) continue;
    refuse({ path, prop }, { given: key, allowed: `keys: ${LABEL_KEY_WORDS}`, fix: keyFix(key) });
  }
}

/** Returns the fix for an invalid label key. */
export function keyFix(key: string): Fix {
  const slash = key.lastIndexOf('/');
  const domain = key.slice(0, Math.max(0, slash)).toLowerCase().replace(/\/+/g, '.');
  const name = toLabelValue(key.slice(slash + 1));
  const better = domain === '' ? name : `${domain}/${name}`;
  return isLabelKey(better) ? write(better) : leaveOut();
}

function checkDerived(path: string, labels: Texts, refuse: Refuse): void {
  for (const key in labels) {
    if (!DERIVED_LABELS.has(key)) continue;
    refuse(
      { path, prop: `labels[${JSON.stringify(key)}]` },
      { given: labels[key], allowed: 'labels other than derived ones', fix: leaveOut() },
    );
  }
}

function isKubernetesLabel(key: string): boolean {
  return isInDomains(key, KUBERNETES_DOMAINS);
}

function isKubeletLabel(key: string): boolean {
  return KUBELET_LABELS.has(key) || isInDomains(key, KUBELET_DOMAINS);
}

function isInDomains(key: string, domains: readonly string[]): boolean {
  const slash = key.indexOf('/');
  if (slash === -1) return false;
  const own = key.slice(0, slash);
  return domains.some((domain) => own === domain || own.endsWith(`.${domain}`));
}
