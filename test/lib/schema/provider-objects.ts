import type { Loose } from './objects';

/** Object of a provider, and what an API server would refuse of it. */
export interface ProviderObject {
  /** Release that defines its kind. */
  readonly release: string;
  readonly object: Loose;
  /** Way to a field that has to be there; absent where the schema demands nothing. */
  readonly required?: string;
  /** Way to a field that no version has. */
  readonly unknown: string;
  /** Way to a field, and a value of a type that it does not take. */
  readonly mistyped: readonly [string, unknown];
}

const AWS = 'cluster-api-aws-v2.11.1';
const AZURE = 'cluster-api-azure-v1.26.0';
const HETZNER = 'cluster-api-hetzner-v1.1.8';
const VSPHERE = 'cluster-api-vsphere-v1.16.1';
const MACHINE = 'spec.template.spec';
const PROVISIONED = { provisioning: { startupDuration: '2s', startupJitter: '0.2' } };

/** Small objects of the kinds of each provider that clusters are made of. */
export const PROVIDER_OBJECTS: readonly ProviderObject[] = [
  {
    release: AWS,
    object: infrastructure('v1beta2', 'AWSCluster', 'shop', {
      region: 'eu-west-1',
      sshKeyName: '',
      identityRef: { kind: 'AWSClusterStaticIdentity', name: 'shop' },
      network: {
        vpc: { id: 'vpc-0a1b2c3d' },
        subnets: [{ id: 'subnet-0a1b2c3d', availabilityZone: 'eu-west-1a', isPublic: false }],
        cni: {
          cniIngressRules: [
            { description: 'VXLAN', protocol: 'udp', fromPort: 4789, toPort: 4789 },
          ],
        },
      },
      controlPlaneLoadBalancer: { loadBalancerType: 'nlb', scheme: 'internal' },
    }),
    required: 'spec.identityRef.name',
    unknown: 'spec.vpc',
    mistyped: ['spec.network.subnets.0.isPublic', 'no'],
  },
  {
    release: AWS,
    object: template('v1beta2', 'AWSMachineTemplate', {
      instanceType: 't3.xlarge',
      ami: { id: 'ami-0a1b2c3d' },
      iamInstanceProfile: 'nodes',
      rootVolume: { size: 60, type: 'gp3', encrypted: true },
      spotMarketOptions: { maxPrice: '0.05' },
    }),
    required: `${MACHINE}.instanceType`,
    unknown: `${MACHINE}.flavor`,
    mistyped: [`${MACHINE}.rootVolume.size`, '60'],
  },
  {
    release: AWS,
    object: shared('v1beta2', 'AWSClusterRoleIdentity', {
      roleARN: 'arn:aws:iam::000000000000:role/shop',
      sourceIdentityRef: { kind: 'AWSClusterControllerIdentity', name: 'default' },
      allowedNamespaces: { selector: { matchLabels: { team: 'shop' } } },
    }),
    required: 'spec.roleARN',
    unknown: 'spec.secretRef',
    mistyped: ['spec.allowedNamespaces.list', 'shop'],
  },
  {
    release: AWS,
    object: shared('v1beta2', 'AWSClusterStaticIdentity', {
      secretRef: 'shop',
      allowedNamespaces: { list: ['shop'] },
    }),
    required: 'spec.secretRef',
    unknown: 'spec.roleARN',
    mistyped: ['spec.secretRef', { name: 'shop' }],
  },
  {
    release: AWS,
    object: shared('v1beta2', 'AWSClusterControllerIdentity', { allowedNamespaces: {} }),
    unknown: 'spec.secretRef',
    mistyped: ['spec.allowedNamespaces', 'all'],
  },
  {
    release: AZURE,
    object: infrastructure('v1beta1', 'AzureCluster', 'shop', {
      location: 'northeurope',
      subscriptionID: '11111111-1111-1111-1111-111111111111',
      identityRef: {
        apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
        kind: 'AzureClusterIdentity',
        name: 'shop',
      },
      networkSpec: {
        vnet: { name: 'shop', cidrBlocks: ['10.8.0.0/16'] },
        subnets: [
          { name: 'control-plane', role: 'control-plane', cidrBlocks: ['10.8.0.0/24'] },
          { name: 'node', role: 'node', cidrBlocks: ['10.8.1.0/24'] },
        ],
        apiServerLB: { type: 'Internal' },
      },
    }),
    required: 'spec.location',
    unknown: 'spec.region',
    mistyped: ['spec.networkSpec.vnet.cidrBlocks', '10.8.0.0/16'],
  },
  {
    release: AZURE,
    object: template('v1beta1', 'AzureMachineTemplate', {
      vmSize: 'Standard_D2s_v5',
      sshPublicKey: '',
      osDisk: {
        osType: 'Linux',
        diskSizeGB: 64,
        managedDisk: { storageAccountType: 'Premium_LRS' },
      },
      dataDisks: [{ nameSuffix: 'etcd', diskSizeGB: 32, lun: 0 }],
    }),
    required: `${MACHINE}.vmSize`,
    unknown: `${MACHINE}.size`,
    mistyped: [`${MACHINE}.dataDisks.0.lun`, '0'],
  },
  {
    release: AZURE,
    object: infrastructure('v1beta1', 'AzureClusterIdentity', 'shop', {
      type: 'ServicePrincipal',
      tenantID: '22222222-2222-2222-2222-222222222222',
      clientID: '33333333-3333-3333-3333-333333333333',
      clientSecret: { name: 'shop-azure', namespace: 'shop' },
      allowedNamespaces: { list: ['shop'] },
    }),
    required: 'spec.tenantID',
    unknown: 'spec.secretRef',
    mistyped: ['spec.type', 'Password'],
  },
  {
    release: VSPHERE,
    object: infrastructure('v1beta2', 'VSphereCluster', 'shop', {
      server: 'vcenter.example.org',
      thumbprint: '00:11:22:33',
      controlPlaneEndpoint: { host: '192.0.2.10', port: 6443 },
      identityRef: { kind: 'Secret', name: 'shop-vsphere' },
      failureDomainSelector: { matchLabels: { site: 'north' } },
    }),
    required: 'spec.server',
    unknown: 'spec.datacenter',
    mistyped: ['spec.controlPlaneEndpoint.port', '6443'],
  },
  {
    release: VSPHERE,
    object: template('v1beta2', 'VSphereMachineTemplate', {
      template: 'ubuntu-2404',
      datacenter: 'north',
      datastore: 'fast',
      numCPUs: 8,
      memoryMiB: 16_384,
      diskGiB: 80,
      cloneMode: 'linkedClone',
      network: { devices: [{ networkName: 'nodes', dhcp4: true }] },
      powerOffMode: 'trySoft',
    }),
    required: `${MACHINE}.network.devices`,
    unknown: `${MACHINE}.flavor`,
    mistyped: [`${MACHINE}.numCPUs`, '8'],
  },
  {
    release: VSPHERE,
    object: shared('v1beta2', 'VSphereClusterIdentity', {
      secretName: 'vsphere',
      allowedNamespaces: { selector: { matchLabels: { team: 'shop' } } },
    }),
    required: 'spec.secretName',
    unknown: 'spec.secretRef',
    mistyped: ['spec.secretName', 1],
  },
  {
    release: VSPHERE,
    object: shared('v1beta2', 'VSphereFailureDomain', {
      region: { name: 'north', type: 'Datacenter', tagCategory: 'k8s-region' },
      zone: { name: 'north-1', type: 'HostGroup', tagCategory: 'k8s-zone' },
      topology: {
        datacenter: 'north',
        computeCluster: 'one',
        hosts: { vmGroupName: 'nodes', hostGroupName: 'hosts' },
        datastore: 'fast',
        networkConfigurations: [{ networkName: 'nodes' }],
      },
    }),
    required: 'spec.topology.datacenter',
    unknown: 'spec.zones',
    mistyped: ['spec.zone.type', 'Rack'],
  },
  {
    release: VSPHERE,
    object: shared('v1beta2', 'VSphereDeploymentZone', {
      server: 'vcenter.example.org',
      failureDomain: 'north-1',
      controlPlane: true,
      placementConstraint: { resourcePool: 'k8s', folder: 'k8s' },
    }),
    required: 'spec.failureDomain',
    unknown: 'spec.datacenter',
    mistyped: ['spec.controlPlane', 'yes'],
  },
  ...['cluster-api-docker-v1.13.5', 'cluster-api-docker-v1.14.0'].flatMap((release) => [
    {
      release,
      object: infrastructure('v1beta2', 'DevCluster', 'shop', {
        backend: { docker: { loadBalancer: { imageTag: 'v20230606' } } },
      }),
      required: 'spec.backend',
      unknown: 'spec.inMemory',
      mistyped: ['spec.backend.docker.loadBalancer.imageTag', 1],
    } as const,
    {
      release,
      object: infrastructure('v1beta1', 'DevCluster', 'shop', { backend: { inMemory: {} } }),
      required: 'spec.backend',
      unknown: 'spec.docker',
      mistyped: ['spec.backend.inMemory', true],
    } as const,
    {
      release,
      object: template('v1beta2', 'DevMachineTemplate', {
        backend: {
          inMemory: {
            vm: PROVISIONED,
            node: PROVISIONED,
            apiServer: PROVISIONED,
            etcd: PROVISIONED,
          },
        },
      }),
      required: `${MACHINE}.backend`,
      unknown: `${MACHINE}.backend.inMemory.kubelet`,
      mistyped: [`${MACHINE}.backend.inMemory.vm`, '2s'],
    } as const,
  ]),
  {
    release: HETZNER,
    object: infrastructure('v1beta1', 'HetznerCluster', 'shop', {
      controlPlaneRegions: ['nbg1', 'hel1'],
      sshKeys: { hcloud: [{ name: 'shop' }] },
      hcloudNetwork: { enabled: true, cidrBlock: '10.8.0.0/16', networkZone: 'eu-central' },
      controlPlaneLoadBalancer: { enabled: true, region: 'nbg1', type: 'lb11' },
      hcloudPlacementGroups: [{ name: 'workers', type: 'spread' }],
      hetznerSecretRef: { name: 'shop-hetzner', key: { hcloudToken: 'token' } },
    }),
    required: 'spec.hetznerSecretRef',
    unknown: 'spec.region',
    mistyped: ['spec.controlPlaneRegions', 'nbg1'],
  },
  {
    release: HETZNER,
    object: template('v1beta1', 'HCloudMachineTemplate', {
      type: 'cax21',
      imageName: 'ubuntu-24.04',
      placementGroupName: 'workers',
      publicNetwork: { enableIPv4: false, enableIPv6: true },
    }),
    required: `${MACHINE}.type`,
    unknown: `${MACHINE}.flavor`,
    mistyped: [`${MACHINE}.publicNetwork.enableIPv4`, 'no'],
  },
];

function infrastructure(version: string, kind: string, name: string, spec: object): Loose {
  return {
    apiVersion: `infrastructure.cluster.x-k8s.io/${version}`,
    kind,
    metadata: { name, namespace: 'shop' },
    spec,
  };
}

function template(version: string, kind: string, spec: object): Loose {
  return infrastructure(version, kind, 'shop-workers', { template: { spec } });
}

/** Object of a kind that no namespace has. */
function shared(version: string, kind: string, spec: object): Loose {
  return { ...infrastructure(version, kind, 'shop', spec), metadata: { name: 'shop' } };
}
