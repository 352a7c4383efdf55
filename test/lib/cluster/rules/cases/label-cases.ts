import { cluster, type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size';
const ZONE = 'topology.kubernetes.io/zone';
const MEMORY = 'capacity.cluster-autoscaler.kubernetes.io/memory';

/** Examples of rules on labels and annotations. */
export const LABEL_CASES: readonly RuleCase[] = [
  {
    rule: 'cluster-label',
    broken: cluster({
      labels: { team: 'site reliability!' },
      annotations: { 'Example.org/a/b': '' },
    }),
    sound: cluster({
      labels: { 'example.org/team': 'site-reliability' },
      annotations: { note: 'any text!' },
    }),
    says: `mothership/demo: labels["team"] is "site reliability!"
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends
  fix: write "site-reliability"
mothership/demo: annotations is "Example.org/a/b"
  allowed: keys: a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash
  fix: write "example.org.a/b"`,
  },
  {
    rule: 'cluster-label-derived',
    broken: cluster({ labels: { 'cluster.x-k8s.io/cluster-name': 'other' } }),
    sound: cluster({ labels: { 'cluster.x-k8s.io/watch-filter': 'other' } }),
    says: `mothership/demo: labels["cluster.x-k8s.io/cluster-name"] is "other"
  allowed: labels other than derived ones
  fix: leave it out`,
  },
  {
    rule: 'machine-label',
    broken: withControlPlane({ labels: { '-': 'x' } }),
    sound: withControlPlane({ labels: { tier: '' } }),
    says: `mothership/demo/control-plane: labels is "-"
  allowed: keys: a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash
  fix: leave it out`,
  },
  {
    rule: 'machine-label-derived',
    broken: withControlPlane({ labels: { 'cluster.x-k8s.io/control-plane': '' } }),
    sound: withControlPlane({ labels: { 'node.cluster.x-k8s.io/tier': 'a' } }),
    says: `mothership/demo/control-plane: labels["cluster.x-k8s.io/control-plane"] is ""
  allowed: labels other than derived ones
  fix: leave it out`,
  },
  {
    rule: 'node-label',
    broken: withPool({ nodeLabels: { 'tier!': 'a', size: 'x'.repeat(64) } }),
    sound: withPool({ nodeLabels: { tier: 'a', size: 'x'.repeat(63) } }),
    says: `mothership/demo/workers: labels is "tier!"
  allowed: keys: a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash
  fix: write "tier"
mothership/demo/workers: labels["size"] is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends
  fix: write "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"`,
  },
  {
    rule: 'node-label-derived',
    broken: withPool({ nodeLabels: { 'cluster.x-k8s.io/deployment-name': 'x' } }),
    sound: withPool({ nodeLabels: { 'node.cluster.x-k8s.io/deployment': 'x' } }),
    says: `mothership/demo/workers: labels["cluster.x-k8s.io/deployment-name"] is "x"
  allowed: labels other than derived ones
  fix: leave it out`,
  },
  {
    rule: 'control-plane-label-restricted',
    broken: withControlPlane({ labels: { 'kubernetes.io/purpose': 'api' } }),
    sound: withControlPlane({
      labels: { 'node.kubernetes.io/purpose': 'api', 'node.cluster.x-k8s.io/a': 'b', tier: 'a' },
    }),
    says: `mothership/demo/control-plane: labels["kubernetes.io/purpose"] is "api"
  allowed: a key outside kubernetes.io and k8s.io, or in a domain that Cluster API sets, such as node.cluster.x-k8s.io
  fix: name it "node.cluster.x-k8s.io/purpose"`,
  },
  {
    rule: 'node-label-restricted',
    broken: withPool({ nodeLabels: { 'kubernetes.io/purpose': 'batch' } }),
    sound: withPool({
      nodeLabels: {
        'node.kubernetes.io/purpose': 'batch',
        'kubernetes.io/os': 'linux',
        'a.node-restriction.kubernetes.io/b': 'c',
      },
    }),
    says: `mothership/demo/workers: labels["kubernetes.io/purpose"] is "batch"
  allowed: a key outside kubernetes.io and k8s.io, or in a domain that Cluster API sets, such as node.cluster.x-k8s.io
  fix: name it "node.cluster.x-k8s.io/purpose"`,
  },
  {
    rule: 'node-label-contradicts',
    broken: withPool({
      nodeLabels: {
        'kubernetes.io/hostname': 'x',
        'kubernetes.io/os': 'windows',
        'beta.kubernetes.io/os': 'windows',
      },
    }),
    sound: withPool({
      nodeLabels: {
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'arm64',
        'topology.kubernetes.io/zone': 'nova',
      },
    }),
    says: `mothership/demo/workers: labels["kubernetes.io/hostname"] is "x"
  allowed: none; the kubelet sets a name for each node
  fix: leave it out
mothership/demo/workers: labels["kubernetes.io/os"] is "windows"
  allowed: "linux", the os of the pool
  fix: leave it out
mothership/demo/workers: labels["beta.kubernetes.io/os"] is "windows"
  allowed: "linux", the os of the pool
  fix: leave it out`,
  },
  {
    rule: 'node-label-contradicts',
    broken: withPool({ nodeLabels: { [ZONE]: 'b' }, failureDomain: 'a' }),
    sound: withPool({ nodeLabels: { [ZONE]: 'a' }, failureDomain: 'a' }),
    says: `mothership/demo/workers: labels["topology.kubernetes.io/zone"] is "b"
  allowed: "a", the zone of the pool
  fix: leave it out`,
  },
  {
    rule: 'node-label-contradicts',
    broken: withPool({ nodeLabels: { [ZONE]: 'a' }, failureDomains: ['a', 'b'] }),
    sound: withPool({ nodeLabels: { [ZONE]: 'a' }, failureDomains: ['a'] }),
    says: `mothership/demo/workers: labels["topology.kubernetes.io/zone"] is "a"
  allowed: none; the pool has several zones
  fix: leave it out`,
  },
  {
    rule: 'node-label-domain',
    broken: withPool({
      nodeLabels: {
        'node-role/kubernetes.io': '',
        'node-restriction.kubernetes.oi/team': 'a',
        'node.cluster.x-k8s/team': 'a',
        'node-role.kubernetes.io': '',
      },
    }),
    sound: withPool({
      nodeLabels: {
        'node-restriction.kubernetes.io/team': 'a',
        'node.kubernetes.example.org/team': 'a',
        'invidia.de/team': 'a',
        disk: 'ssd',
      },
    }),
    says: `mothership/demo/workers: labels["node-role/kubernetes.io"] is ""
  allowed: a label of a known domain, or of your own domain that does not resemble one
  fix: write "node-role.kubernetes.io/…" if you mean that label
mothership/demo/workers: labels["node-restriction.kubernetes.oi/team"] is "a"
  allowed: a label of a known domain, or of your own domain that does not resemble one
  fix: write "node-restriction.kubernetes.io/team" if you mean that label
mothership/demo/workers: labels["node.cluster.x-k8s/team"] is "a"
  allowed: a label of a known domain, or of your own domain that does not resemble one
  fix: write "node.cluster.x-k8s.io/team" if you mean that label
mothership/demo/workers: labels["node-role.kubernetes.io"] is ""
  allowed: a label of a known domain, or of your own domain that does not resemble one
  fix: write "node-role.kubernetes.io/…" if you mean that label`,
  },
  {
    rule: 'node-label-role',
    broken: withPool({ nodeLabels: { 'node-role.kubernetes.io/control-plane': '' } }),
    sound: withPool({ nodeLabels: { 'node-role.kubernetes.io/worker': '' } }),
    says: `mothership/demo/workers: labels["node-role.kubernetes.io/control-plane"] is ""
  allowed: roles of workers, such as "node-role.kubernetes.io/worker"
  fix: name it "node-role.kubernetes.io/worker"`,
  },
  {
    rule: 'autoscaler-annotation',
    broken: withPool({ deploymentAnnotations: { [SIZE]: '5', [MEMORY]: '8G' } }),
    sound: withPool({
      deploymentAnnotations: { 'cluster.x-k8s.io/autoscaling-options-scaledownunneededtime': '5m' },
    }),
    says: `mothership/demo/workers: annotations["cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size"] is "5"
  allowed: annotations other than the size and capacity annotations of the autoscaler
  fix: write autoscale: { minSize, maxSize }
mothership/demo/workers: annotations["capacity.cluster-autoscaler.kubernetes.io/memory"] is "8G"
  allowed: annotations other than the size and capacity annotations of the autoscaler
  fix: set capacity, labels or taints instead`,
  },
];
