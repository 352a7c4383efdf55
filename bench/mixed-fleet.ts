import {
  Addon,
  AwsAccount,
  AwsImage,
  AwsNetwork,
  AzureIdentity,
  AzureImage,
  AzureMachineIdentity,
  AzureNetwork,
  AzureSubscription,
  Cni,
  type Fleet,
  GivenEndpoint,
  HCloudImage,
  HetznerEndpoint,
  HetznerNetwork,
  HetznerProject,
  HetznerSecret,
  type ManagementCluster,
  NetworkDevice,
  VCenter,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
  WorkloadCluster,
} from '../constructs/index';
import { addAddons, policiesOf } from './addons';
import { POOLS } from './fleet-shape';
import { Variety } from './variety';

type AddCluster = (scope: ManagementCluster, name: string) => void;

const VERSION = '1.34.3';
const SIZE = { cpus: 4, memory: '8Gi', disk: '30Gi' } as const;
const GUID = '11111111-2222-3333-4444-555555555555';
const NODES = `/subscriptions/${GUID}/resourceGroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/control-planes`;
const OTHERWISE = ['cluster-autoscaler', 'csi-driver', 'snapshot-controller'] as const;

/** Functions that add a cluster of the same size as all others, one per cloud besides OpenStack; all clusters differ. */
export function otherClouds(fleet: Fleet): readonly AddCluster[] {
  return [onAws(fleet), onVSphere(fleet), onAzure(fleet), onHetzner(fleet)];
}

/** Infrastructure providers of a fleet on all clouds. */
export const MIXED = ['openstack', 'aws', 'vsphere', 'azure', 'hetzner'] as const;

function onAws(fleet: Fleet): AddCluster {
  const cloud = new AwsAccount(fleet, 'aws', {
    region: 'eu-central-1',
    instanceTypes: { 'm6i.xlarge': SIZE },
  });
  return (scope, name) => {
    const own = new Variety(name);
    const cluster = new WorkloadCluster(scope, name, {
      ...shared(own),
      cloud,
      image: AwsImage.lookup({ baseOs: 'ubuntu-24.04' }),
      network: AwsNetwork.managed({ nodeCidr: '10.20.0.0/16' }),
      controlPlane: { instanceType: 'm6i.xlarge', replicas: own.of([1, 3, 5], 3) },
    });
    for (const pool of POOLS) {
      cluster.addNodePool(pool, { instanceType: 'm6i.xlarge', ...workers(own, pool) });
    }
    addOwnAddons(cluster, own, Addon.awsCloudControllerManager());
  };
}

function onVSphere(fleet: Fleet): AddCluster {
  const cloud = new VCenter(fleet, 'vcenter', {
    server: 'vcenter.example.org',
    certificate: VCenterCertificate.thumbprint(Array(20).fill('4F').join(':')),
    identity: VSphereIdentity.fromSecret('own-vcenter'),
    datacenter: 'munich',
    datastore: 'vsan',
    folder: '/munich/vm/kubernetes',
    resourcePool: '/munich/host/rack-a/Resources/kubernetes',
    sizes: { small: SIZE },
  });
  return (scope, name) => {
    const own = new Variety(name);
    const nodeCidr = own.nodeCidr;
    const cluster = new WorkloadCluster(scope, name, {
      ...shared(own),
      cloud,
      template: VmTemplate.fullClone(`ubuntu-2404-kube-v${VERSION}`),
      network: { devices: [NetworkDevice.dhcp('vlan-120')], nodeCidr },
      endpoint: GivenEndpoint.virtualIp({ address: nodeCidr.replace('0/24', '250') }),
      controlPlane: { size: 'small', replicas: own.of([1, 3, 5], 3) },
    });
    for (const pool of POOLS) cluster.addNodePool(pool, { size: 'small', ...workers(own, pool) });
    addOwnAddons(cluster, own, Addon.vSphereCloudControllerManager());
  };
}

function onAzure(fleet: Fleet): AddCluster {
  const cloud = new AzureSubscription(fleet, 'azure', {
    subscriptionId: GUID,
    location: 'westeurope',
    vmSizes: { Standard_D4s_v5: SIZE },
    identity: AzureIdentity.fromName('production'),
  });
  const vmSize = 'Standard_D4s_v5';
  return (scope, name) => {
    const own = new Variety(name);
    const cluster = new WorkloadCluster(scope, name, {
      ...shared(own),
      cloud,
      image: AzureImage.reference(),
      network: AzureNetwork.managed({ nodeCidr: '10.40.0.0/16' }),
      controlPlane: {
        vmSize,
        replicas: own.of([1, 3, 5], 3),
        machineIdentity: AzureMachineIdentity.userAssigned(NODES),
      },
    });
    for (const pool of POOLS) cluster.addNodePool(pool, { vmSize, ...workers(own, pool) });
    addOwnAddons(cluster, own, Addon.azureCloudControllerManager());
  };
}

function onHetzner(fleet: Fleet): AddCluster {
  const cloud = new HetznerProject(fleet, 'hetzner', {
    hetznerSecret: HetznerSecret.fromSecret('hcloud'),
    serverTypes: { cpx32: { ...SIZE, architecture: 'amd64' } },
    sshKeys: ['operations'],
  });
  return (scope, name) => {
    const own = new Variety(name);
    const cluster = new WorkloadCluster(scope, name, {
      ...shared(own),
      cloud,
      controlPlaneRegions: ['fsn1', 'nbg1', 'hel1'],
      image: HCloudImage.fromName(`ubuntu-24.04-kube-v${VERSION}`),
      network: HetznerNetwork.managed({ cidrBlock: '10.8.0.0/16', subnetCidrBlock: '10.8.0.0/20' }),
      endpoint: HetznerEndpoint.managed({ region: 'fsn1' }),
      controlPlane: { serverType: 'cpx32', replicas: own.of([1, 3, 5], 3) },
    });
    for (const pool of POOLS) {
      cluster.addNodePool(pool, {
        serverType: 'cpx32',
        failureDomain: 'fsn1',
        ...workers(own, pool),
      });
    }
    addOwnAddons(cluster, own, Addon.hcloudCloudControllerManager({ loadBalancerRegion: 'fsn1' }));
  };
}

function shared(own: Variety) {
  return {
    kubernetesVersion: VERSION,
    cni: Cni.calico({ encapsulation: 'vxlan' }),
    labels: { 'example.com/site': own.text('site') },
    installedOtherwise: OTHERWISE,
  } as const;
}

function workers(own: Variety, pool: string) {
  const salt = pool.length;
  return {
    autoscale: { minSize: own.number(1, 3, salt), maxSize: own.number(4, 12, salt) },
    labels: { 'example.com/pool': pool, 'example.com/team': own.text('team') },
    healthCheck: {},
  };
}

function addOwnAddons(cluster: WorkloadCluster, own: Variety, cloudController: Addon): void {
  const policies = policiesOf(own.text('policies'));
  addAddons(cluster, cloudController, policies, { encapsulation: 'vxlan' });
}
