/** Any object, as a test takes it apart. */
export type Loose = { [name: string]: unknown };

/** Names of the bundled schemas, by API version of the Cluster API objects. */
export const RELEASES = {
  v1beta1: [
    'cluster-api-v1.10.5',
    'kubeadm-bootstrap-v1.10.5',
    'kubeadm-control-plane-v1.10.5',
    'cluster-api-openstack-v0.12.4',
  ],
  v1beta2: [
    'cluster-api-v1.13.5',
    'kubeadm-bootstrap-v1.13.5',
    'kubeadm-control-plane-v1.13.5',
    'cluster-api-openstack-v0.14.7',
  ],
} as const;

const IMAGE = { filter: { name: 'ubuntu-2404-kube-v1.33.1' } };
const LABELS = { 'cluster.x-k8s.io/cluster-name': 'lab' };
const META = { name: 'lab', namespace: 'fleet', labels: LABELS };

/** A ConfigMap such as a ClusterResourceSet delivers. */
export function configMap(): Loose {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...META }, data: { '00-a.yaml': 'a' } };
}

/** Infrastructure of a cluster. */
export function openStackCluster(): Loose {
  return {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'OpenStackCluster',
    metadata: { ...META },
    spec: {
      identityRef: { name: 'lab-cloud', cloudName: 'lab' },
      externalNetwork: { id: '7f1b4c52-5b1d-4b2e-9c8e-0a6a5f7d1234' },
      managedSubnets: [{ cidr: '10.8.0.0/24', dnsNameservers: ['192.0.2.53'] }],
      apiServerLoadBalancer: { enabled: true, allowedCIDRs: ['198.51.100.0/24'] },
      managedSecurityGroups: {
        allNodesSecurityGroupRules: [
          {
            name: 'bgp',
            direction: 'ingress',
            etherType: 'IPv4',
            protocol: 'tcp',
            portRangeMin: 179,
            portRangeMax: 179,
            remoteManagedGroups: ['controlplane', 'worker'],
          },
        ],
      },
      bastion: { enabled: true, spec: { flavor: 'small', image: IMAGE } },
    },
  };
}

/** Template of the machines of a pool. */
export function machineTemplate(): Loose {
  return {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'OpenStackMachineTemplate',
    metadata: { ...META },
    spec: {
      template: {
        spec: {
          flavor: 'm1.large',
          image: IMAGE,
          sshKeyName: 'ops',
          rootVolume: { sizeGiB: 40, availabilityZone: { from: 'Name', name: 'nova' } },
          schedulerHintAdditionalProperties: [
            { name: 'group', value: { type: 'String', string: 'edge' } },
          ],
          tags: ['fleet', 'lab'],
        },
      },
    },
  };
}

/** Workers of a cluster, in the newer contract. */
export function machineDeployment(): Loose {
  return {
    apiVersion: 'cluster.x-k8s.io/v1beta2',
    kind: 'MachineDeployment',
    metadata: { ...META },
    spec: {
      clusterName: 'lab',
      replicas: 3,
      selector: {},
      rollout: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } },
      template: {
        metadata: { labels: LABELS },
        spec: {
          clusterName: 'lab',
          version: 'v1.33.1',
          failureDomain: 'nova',
          bootstrap: { configRef: ref('bootstrap.cluster.x-k8s.io', 'KubeadmConfigTemplate') },
          infrastructureRef: ref('infrastructure.cluster.x-k8s.io', 'OpenStackMachineTemplate'),
        },
      },
    },
  };
}

/** Control plane of a cluster, in the newer contract. */
export function controlPlane(): Loose {
  return {
    apiVersion: 'controlplane.cluster.x-k8s.io/v1beta2',
    kind: 'KubeadmControlPlane',
    metadata: { ...META },
    spec: {
      replicas: 3,
      version: 'v1.33.1',
      machineTemplate: {
        spec: {
          infrastructureRef: ref('infrastructure.cluster.x-k8s.io', 'OpenStackMachineTemplate'),
        },
      },
      kubeadmConfigSpec: {
        clusterConfiguration: {
          apiServer: { extraArgs: [{ name: 'audit-log-maxage', value: '30' }] },
        },
        joinConfiguration: {
          nodeRegistration: {
            taints: [],
            kubeletExtraArgs: [{ name: 'cloud-provider', value: 'external' }],
          },
        },
        files: [{ path: '/etc/motd', content: 'lab', owner: 'root:root', permissions: '0644' }],
      },
    },
  };
}

/** Health check of the machines of a pool, in the newer contract. */
export function healthCheck(): Loose {
  return {
    apiVersion: 'cluster.x-k8s.io/v1beta2',
    kind: 'MachineHealthCheck',
    metadata: { ...META },
    spec: {
      clusterName: 'lab',
      selector: { matchLabels: LABELS },
      checks: {
        nodeStartupTimeoutSeconds: 0,
        unhealthyNodeConditions: [{ type: 'Ready', status: 'Unknown', timeoutSeconds: 300 }],
      },
      remediation: { triggerIf: { unhealthyLessThanOrEqualTo: '40%' } },
    },
  };
}

/** Objects of a cluster in the newer contract. */
export function newerObjects(): Loose[] {
  return [
    {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      metadata: { ...META },
      spec: {
        clusterNetwork: { pods: { cidrBlocks: ['172.16.0.0/13'] }, serviceDomain: 'cluster.local' },
        controlPlaneRef: ref('controlplane.cluster.x-k8s.io', 'KubeadmControlPlane'),
        infrastructureRef: ref('infrastructure.cluster.x-k8s.io', 'OpenStackCluster'),
      },
    },
    openStackCluster(),
    controlPlane(),
    machineTemplate(),
    machineDeployment(),
    healthCheck(),
    {
      apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta2',
      kind: 'KubeadmConfigTemplate',
      metadata: { ...META },
      spec: { template: { spec: { joinConfiguration: { nodeRegistration: { name: 'node' } } } } },
    },
    resourceSet('v1beta2'),
    configMap(),
  ];
}

/** Objects of a cluster in the older contract. */
export function olderObjects(): Loose[] {
  return [
    {
      apiVersion: 'cluster.x-k8s.io/v1beta1',
      kind: 'Cluster',
      metadata: { ...META },
      spec: {
        clusterNetwork: { services: { cidrBlocks: ['172.24.0.0/13'] } },
        infrastructureRef: {
          apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
          kind: 'OpenStackCluster',
          name: 'lab',
        },
      },
    },
    openStackCluster(),
    {
      apiVersion: 'controlplane.cluster.x-k8s.io/v1beta1',
      kind: 'KubeadmControlPlane',
      metadata: { ...META },
      spec: {
        version: 'v1.33.1',
        machineTemplate: {
          nodeDrainTimeout: '5m0s',
          infrastructureRef: { kind: 'OpenStackMachineTemplate', name: 'lab' },
        },
        kubeadmConfigSpec: {
          clusterConfiguration: { apiServer: { extraArgs: { 'audit-log-maxage': '30' } } },
          files: [],
        },
      },
    },
    machineTemplate(),
    resourceSet('v1beta1'),
    configMap(),
  ];
}

/** The object at a path such as `spec.files.0`, to be changed in place. */
export function at(object: Loose, path: string): Loose {
  const names = path === '' ? [] : path.split('.');
  return names.reduce<Loose>((below, name) => below[name] as Loose, object);
}

/** An object in which one field, given by its path, has another value. */
export function changed(object: Loose, path: string, value: unknown): Loose {
  const names = path.split('.');
  const copy: Loose = JSON.parse(JSON.stringify(object));
  at(copy, names.slice(0, -1).join('.'))[names.at(-1) ?? ''] = value;
  return copy;
}

function resourceSet(version: string): Loose {
  return {
    apiVersion: `addons.cluster.x-k8s.io/${version}`,
    kind: 'ClusterResourceSet',
    metadata: { ...META },
    spec: {
      strategy: 'Reconcile',
      clusterSelector: { matchLabels: LABELS },
      resources: [{ kind: 'ConfigMap', name: 'lab' }],
    },
  };
}

function ref(apiGroup: string, kind: string): Loose {
  return { apiGroup, kind, name: 'lab' };
}
