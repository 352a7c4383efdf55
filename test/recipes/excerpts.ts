import type { Excerpt } from '../support/recipe-excerpt';

/** What the page of each recipe shows of its objects, by the names of the blocks. */
export const EXCERPTS: Readonly<Record<string, Readonly<Record<string, readonly Excerpt[]>>>> = {
  'air-gap': {
    mirror: [
      {
        kind: 'KubeadmConfigTemplate',
        keep: [
          [
            ...['spec', 'template', 'spec', 'files'],
            { path: '/etc/containerd/certs.d/registry.k8s.io/hosts.toml' },
          ],
        ],
      },
    ],
    autoscaler: [
      {
        kind: 'Deployment',
        name: 'ledger-autoscaler',
        keep: [
          [...['spec', 'template', 'spec', 'containers'], { name: 'cluster-autoscaler' }, 'image'],
        ],
      },
    ],
  },
  'external-secrets': {
    store: [{ kind: 'ClusterSecretStore', keep: ['spec'] }],
    credentials: [
      { kind: 'ExternalSecret', name: 'shop-cloud-config', keep: ['spec'] },
      { kind: 'ExternalSecret', name: 'shop-cloud-credentials', keep: ['spec'] },
    ],
  },
  gpu: {
    pool: [
      { kind: 'MachineDeployment', name: 'research-training', keep: ['metadata.annotations'] },
      {
        kind: 'KubeadmConfigTemplate',
        name: /^research-training-/,
        keep: ['spec.template.spec.joinConfiguration.nodeRegistration'],
      },
    ],
  },
  'many-tenants': {
    identity: [
      { kind: 'OpenStackClusterIdentity', name: 'physics', keep: ['spec'] },
      { kind: 'Namespace', name: 'physics-test', keep: ['metadata.labels'] },
      {
        kind: 'OpenStackCluster',
        name: 'physics-test',
        keep: ['spec.identityRef', 'spec.managedSubnets'],
      },
    ],
  },
  'no-octavia': {
    endpoint: [
      {
        kind: 'OpenStackCluster',
        keep: ['spec.network', 'spec.controlPlaneEndpoint', 'spec.disableAPIServerFloatingIP'],
      },
      {
        kind: 'OpenStackMachineTemplate',
        name: /^plant-control-plane-/,
        keep: ['spec.template.spec.ports'],
      },
    ],
    services: [
      { kind: 'IPAddressPool', keep: ['spec'] },
      {
        kind: 'OpenStackMachineTemplate',
        name: /^plant-workers-/,
        keep: ['spec.template.spec.ports'],
      },
      { kind: 'ConfigMap', name: 'cloud-config', keep: ['data'] },
    ],
  },
  oidc: {
    'api-server': [
      {
        kind: 'KubeadmControlPlane',
        keep: [
          'spec.kubeadmConfigSpec.clusterConfiguration.apiServer',
          [
            ...['spec', 'kubeadmConfigSpec', 'files'],
            { path: '/etc/kubernetes/authentication/config.yaml' },
          ],
        ],
      },
    ],
    access: [
      { kind: 'ClusterRoleBinding', name: 'platform', keep: ['roleRef', 'subjects'] },
      { kind: 'RoleBinding', name: 'deployment', keep: ['roleRef', 'subjects'] },
    ],
  },
  spot: {
    pool: [
      {
        kind: 'AWSMachineTemplate',
        name: /^batch-spot-m6i-/,
        keep: ['spec.template.spec.instanceType', 'spec.template.spec.marketType'],
      },
      {
        kind: 'KubeadmConfigTemplate',
        name: /^batch-spot-m6i-/,
        keep: ['spec.template.spec.joinConfiguration.nodeRegistration.taints'],
      },
      { kind: 'ConfigMap', name: 'cluster-autoscaler-priority-expander', keep: ['data'] },
    ],
  },
  windows: {
    pool: [
      {
        kind: 'MachineDeployment',
        name: 'office-win',
        keep: ['metadata.annotations', 'spec.machineNaming'],
      },
      {
        kind: 'KubeadmConfigTemplate',
        name: /^office-win-/,
        keep: ['spec.template.spec.joinConfiguration.nodeRegistration'],
      },
    ],
    calico: [
      {
        kind: 'HelmChartProxy',
        keep: ['spec.chartName', 'spec.repoURL', 'spec.version', 'spec.valuesTemplate'],
      },
    ],
  },
};
