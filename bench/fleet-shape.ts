import { cloudConfig, machineSpec, manifestText, NODES, type PlainObject } from './fleet-parts';

/** Files of one cluster: what goes into each, in order. */
export interface ClusterFiles {
  readonly cluster: readonly PlainObject[];
  readonly pools: readonly PlainObject[];
  readonly addons: readonly PlainObject[];
}

const CAPI = 'cluster.x-k8s.io';
const OPENSTACK = `infrastructure.${CAPI}`;
const KEEP = {
  'argocd.argoproj.io/sync-options': 'Prune=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
const POOLS = ['general', 'memory', 'compute', 'ingress', 'batch'];

/** Name of the n-th cluster. */
export function clusterName(index: number): string {
  return `site-${String(index).padStart(5, '0')}`;
}

/** Objects of the n-th cluster; `fat` adds 300 KiB of inline manifest. */
export function clusterFiles(index: number, fat: boolean): ClusterFiles {
  const name = clusterName(index);
  return {
    cluster: [namespace(name), cluster(name), openStackCluster(name), ...controlPlane(name)],
    pools: POOLS.flatMap((pool, i) => nodePool(name, pool, i)),
    addons: [
      ...resourceSet(name, 'calico', manifestText('calico', 'kube-system', 2600)),
      ...resourceSet(name, 'cloud-controller-manager', cloudConfig(name)),
      ...resourceSet(
        name,
        'policies',
        manifestText('policies', 'default', fat ? 300 * 1024 : 1200),
      ),
    ],
  };
}

function metadata(cluster: string, name: string, keep: boolean): PlainObject {
  return {
    name,
    namespace: cluster,
    labels: { [`${CAPI}/cluster-name`]: cluster },
    ...(keep ? { annotations: KEEP } : {}),
  };
}

function namespace(name: string): PlainObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, annotations: KEEP } };
}

function cluster(name: string): PlainObject {
  return {
    apiVersion: `${CAPI}/v1beta2`,
    kind: 'Cluster',
    metadata: metadata(name, name, true),
    spec: {
      clusterNetwork: {
        apiServerPort: 6443,
        pods: { cidrBlocks: ['192.168.0.0/16'] },
        services: { cidrBlocks: ['10.96.0.0/12'] },
        serviceDomain: 'cluster.local',
      },
      controlPlaneRef: {
        apiGroup: `controlplane.${CAPI}`,
        kind: 'KubeadmControlPlane',
        name: `${name}-control-plane`,
      },
      infrastructureRef: { apiGroup: OPENSTACK, kind: 'OpenStackCluster', name },
    },
  };
}

function openStackCluster(name: string): PlainObject {
  const rule = (direction: string, protocol: string, port: number) => ({
    name: `${protocol} ${port}`,
    direction,
    etherType: 'IPv4',
    protocol,
    portRangeMin: port,
    portRangeMax: port,
    remoteManagedGroups: ['controlplane', 'worker'],
  });
  return {
    apiVersion: `${OPENSTACK}/v1beta1`,
    kind: 'OpenStackCluster',
    metadata: metadata(name, name, true),
    spec: {
      identityRef: { name: 'openstack-cloud-config', cloudName: 'openstack' },
      externalNetwork: { filter: { name: 'public' } },
      managedSubnets: [{ cidr: '10.8.0.0/24', dnsNameservers: ['172.16.1.2', '172.16.1.3'] }],
      apiServerLoadBalancer: { enabled: true, provider: 'amphora' },
      managedSecurityGroups: {
        allowAllInClusterTraffic: false,
        allNodesSecurityGroupRules: [
          rule('ingress', 'tcp', 179),
          rule('ingress', 'udp', 4789),
          rule('ingress', 'tcp', 5473),
        ],
      },
      tags: ['fleet', name],
    },
  };
}

function machineTemplate(cluster: string, name: string, flavor: string): PlainObject {
  return {
    apiVersion: `${OPENSTACK}/v1beta1`,
    kind: 'OpenStackMachineTemplate',
    metadata: metadata(cluster, name, true),
    spec: { template: { spec: machineSpec(cluster, flavor) } },
  };
}

function registration(pool: string): PlainObject {
  return {
    nodeRegistration: {
      name: '{{ local_hostname }}',
      kubeletExtraArgs: [
        { name: 'cloud-provider', value: 'external' },
        { name: 'node-labels', value: `example.com/pool=${pool}` },
        { name: 'provider-id', value: 'openstack:///{{ instance_id }}' },
      ],
    },
  };
}

function controlPlane(name: string): PlainObject[] {
  const template = `${name}-control-plane-5f3c1a9e`;
  const infrastructureRef = {
    apiGroup: OPENSTACK,
    kind: 'OpenStackMachineTemplate',
    name: template,
  };
  const object = {
    apiVersion: `controlplane.${CAPI}/v1beta2`,
    kind: 'KubeadmControlPlane',
    metadata: metadata(name, `${name}-control-plane`, true),
    spec: {
      replicas: 3,
      version: 'v1.32.4',
      machineTemplate: { spec: { infrastructureRef } },
      rollout: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } },
      kubeadmConfigSpec: {
        clusterConfiguration: {
          controllerManager: { extraArgs: [{ name: 'cloud-provider', value: 'external' }] },
        },
        initConfiguration: registration('control-plane'),
        joinConfiguration: registration('control-plane'),
      },
    },
  };
  return [object, machineTemplate(name, template, 'm1.k8s-master')];
}

function nodePool(cluster: string, pool: string, index: number): PlainObject[] {
  const name = `${cluster}-${pool}`;
  const bootstrap = `${name}-77ab03c${index}`;
  const machine = `${name}-0d41b58${index}`;
  return [
    machineDeployment(cluster, name, pool, bootstrap, machine),
    machineTemplate(cluster, machine, 'm1.k8s-worker'),
    {
      apiVersion: `bootstrap.${CAPI}/v1beta2`,
      kind: 'KubeadmConfigTemplate',
      metadata: metadata(cluster, bootstrap, true),
      spec: { template: { spec: { joinConfiguration: registration(pool) } } },
    },
    healthCheck(cluster, name),
  ];
}

function machineDeployment(
  cluster: string,
  name: string,
  pool: string,
  bootstrap: string,
  machine: string,
): PlainObject {
  const size = `${CAPI}/cluster-api-autoscaler-node-group`;
  const capacity = 'capacity.cluster-autoscaler.kubernetes.io';
  const annotations = {
    [`${size}-min-size`]: '0',
    [`${size}-max-size`]: '10',
    [`${capacity}/cpu`]: '4',
    [`${capacity}/memory`]: '8Gi',
    [`${capacity}/ephemeral-disk`]: '30Gi',
    [`${capacity}/maxPods`]: '110',
    [`${capacity}/labels`]: `example.com/pool=${pool}`,
  };
  return {
    apiVersion: `${CAPI}/v1beta2`,
    kind: 'MachineDeployment',
    metadata: { ...metadata(cluster, name, false), annotations },
    spec: {
      clusterName: cluster,
      selector: { matchLabels: { [`${CAPI}/deployment-name`]: name } },
      template: {
        metadata: { labels: { [`${CAPI}/deployment-name`]: name, 'example.com/pool': pool } },
        spec: {
          clusterName: cluster,
          version: 'v1.32.4',
          failureDomain: 'nova',
          bootstrap: {
            configRef: {
              apiGroup: `bootstrap.${CAPI}`,
              kind: 'KubeadmConfigTemplate',
              name: bootstrap,
            },
          },
          infrastructureRef: {
            apiGroup: OPENSTACK,
            kind: 'OpenStackMachineTemplate',
            name: machine,
          },
        },
      },
    },
  };
}

function healthCheck(cluster: string, name: string): PlainObject {
  return {
    apiVersion: `${CAPI}/v1beta2`,
    kind: 'MachineHealthCheck',
    metadata: metadata(cluster, name, false),
    spec: {
      clusterName: cluster,
      selector: { matchLabels: { [`${CAPI}/deployment-name`]: name } },
      checks: { nodeStartupTimeoutSeconds: 600, unhealthyNodeConditions: NODES },
      remediation: { triggerIf: { unhealthyLessThanOrEqualTo: '40%' } },
    },
  };
}

function resourceSet(cluster: string, addon: string, text: string): PlainObject[] {
  const name = `${cluster}-${addon}`;
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(cluster, name, false),
      data: { [`${addon}.yaml`]: text },
    },
    {
      apiVersion: `addons.${CAPI}/v1beta2`,
      kind: 'ClusterResourceSet',
      metadata: metadata(cluster, name, false),
      spec: {
        strategy: 'Reconcile',
        clusterSelector: { matchLabels: { [`${CAPI}/cluster-name`]: cluster } },
        resources: [{ kind: 'ConfigMap', name }],
      },
    },
  ];
}
