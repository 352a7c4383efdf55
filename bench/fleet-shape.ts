import { cloudConfig, machineSpec, manifestText, NODES, type PlainObject } from './fleet-parts';

/** Objects of one cluster by file, in order. */
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
/** Size of the inline manifest of a cluster. */
export const SLIM_BYTES = 1200;

/** Size of the inline manifest of a cluster in the fat variant. */
export const FAT_BYTES = 300 * 1024;

/** Size of a part that fits into one object. */
const FIRST_FAT_BYTES = 235 * 1024;

/** Names of the pools of a cluster. */
export const POOLS = ['general', 'memory', 'compute', 'ingress', 'batch'];

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
      ...resourceSet(name, 'calico', [
        ['calico-job-07f45b66', manifestText('job', 'kube-system', 10_500)],
      ]),
      ...resourceSet(name, 'cloud-controller-manager', [
        ['cloud-controller-manager', cloudConfig(name)],
      ]),
      ...resourceSet(name, 'policies', policies(fat)),
    ],
  };
}

/** The inline manifest, split into as many objects as by the library. */
function policies(fat: boolean): [suffix: string, text: string][] {
  const text = (bytes: number) => manifestText('policies', 'default', bytes);
  if (!fat) return [['policies', text(SLIM_BYTES)]];
  return [
    ['policies', text(FIRST_FAT_BYTES)],
    ['policies-2', text(FAT_BYTES - FIRST_FAT_BYTES)],
  ];
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
  const levels = ['audit', 'enforce', 'warn'].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, 'restricted'],
    [`pod-security.kubernetes.io/${mode}-version`, 'v1.34'],
  ]);
  const labels = { 'capi-fleet/cluster': name, ...Object.fromEntries(levels) };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels, annotations: KEEP } };
}

function cluster(name: string): PlainObject {
  return {
    apiVersion: `${CAPI}/v1beta2`,
    kind: 'Cluster',
    metadata: {
      name,
      namespace: name,
      labels: { 'capi-fleet/cluster': name },
      annotations: KEEP,
    },
    spec: {
      clusterNetwork: {
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
  const rule = (ruleName: string, protocol: string, ports: PlainObject) => ({
    name: ruleName,
    description: 'Calico between the machines',
    direction: 'ingress',
    etherType: 'IPv4',
    protocol,
    ...ports,
    remoteManagedGroups: ['controlplane', 'worker'],
  });
  return {
    apiVersion: `${OPENSTACK}/v1beta1`,
    kind: 'OpenStackCluster',
    metadata: metadata(name, name, true),
    spec: {
      identityRef: { name: 'openstack-cloud-config', cloudName: 'openstack' },
      externalNetwork: { filter: { name: 'public' } },
      managedSubnets: [{ cidr: '10.8.0.0/24', dnsNameservers: ['172.16.1.2'] }],
      apiServerLoadBalancer: { enabled: true },
      managedSecurityGroups: {
        allowAllInClusterTraffic: false,
        allNodesSecurityGroupRules: [
          rule('calico-bgp', 'tcp', { portRangeMin: 179, portRangeMax: 179 }),
          rule('calico-ipip', '4', {}),
        ],
      },
    },
  };
}

function machineTemplate(cluster: string, name: string, flavor: string): PlainObject {
  return {
    apiVersion: `${OPENSTACK}/v1beta1`,
    kind: 'OpenStackMachineTemplate',
    metadata: metadata(cluster, name, true),
    spec: { template: { spec: machineSpec(flavor) } },
  };
}

function registration(pool: string): PlainObject {
  return {
    nodeRegistration: {
      name: '{{ local_hostname }}',
      kubeletExtraArgs: [
        { name: 'cloud-provider', value: 'external' },
        ...(pool === '' ? [] : [{ name: 'node-labels', value: `example.com/pool=${pool}` }]),
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
      kubeadmConfigSpec: {
        clusterConfiguration: {
          controllerManager: { extraArgs: [{ name: 'cloud-provider', value: 'external' }] },
        },
        initConfiguration: registration(''),
        joinConfiguration: registration(''),
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
    [`${capacity}/memory`]: '7800Mi',
    [`${capacity}/ephemeral-disk`]: '26112Mi',
    [`${capacity}/maxPods`]: '110',
    [`${capacity}/labels`]: `example.com/pool=${pool},topology.kubernetes.io/zone=nova`,
  };
  const labels = { [`${CAPI}/cluster-name`]: cluster, [`${CAPI}/deployment-name`]: name };
  return {
    apiVersion: `${CAPI}/v1beta2`,
    kind: 'MachineDeployment',
    metadata: { ...metadata(cluster, name, false), annotations },
    spec: {
      clusterName: cluster,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
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
      selector: {
        matchLabels: { [`${CAPI}/cluster-name`]: cluster, [`${CAPI}/deployment-name`]: name },
      },
      checks: { nodeStartupTimeoutSeconds: 600, unhealthyNodeConditions: NODES },
      remediation: { triggerIf: { unhealthyLessThanOrEqualTo: '40%' } },
    },
  };
}

function resourceSet(
  cluster: string,
  addon: string,
  texts: readonly (readonly [suffix: string, text: string])[],
): PlainObject[] {
  const named = (suffix: string) => ({ name: `${cluster}-${suffix}`, namespace: cluster });
  const set = {
    apiVersion: `addons.${CAPI}/v1beta2`,
    kind: 'ClusterResourceSet',
    metadata: named(addon),
    spec: {
      strategy: 'Reconcile',
      clusterSelector: { matchLabels: { 'capi-fleet/cluster': cluster } },
      resources: texts.map(([suffix]) => ({ kind: 'ConfigMap', name: named(suffix).name })),
    },
  };
  const carriers = texts.map(([suffix, text]) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: named(suffix),
    data: { '00-objects.yaml': text },
  }));
  return [set, ...carriers];
}
