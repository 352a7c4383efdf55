import {
  Addon,
  AwsAccount,
  AwsImage,
  AwsNetwork,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  type Fleet,
  GivenEndpoint,
  MachineImage,
  NetworkDevice,
  OpenStackCloud,
  PciDevice,
  VCenter,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
} from '../../constructs/index';
import type { Own } from './production';

const SMALL = { cpus: 4, memory: '16Gi', disk: '40Gi' } as const;
const LARGE = { cpus: 8, memory: '32Gi', disk: '100Gi' } as const;
const A100 = { type: 'nvidia.com/gpu', count: 1 } as const;

/** A rented OpenStack. */
export function openStack(fleet: Fleet) {
  const cloud = new OpenStackCloud(fleet, 'nordwolke', {
    credentials: CloudCredentials.fromSecret('nordwolke-clouds'),
    externalNetwork: ExternalNetwork.only('public'),
    flavors: {
      'c4.large': SMALL,
      'c8.xlarge': LARGE,
      'g1.a100': { ...LARGE, memory: '64Gi', gpu: A100 },
    },
  });
  const own: Own<typeof cloud> = {
    cloud,
    cluster: {
      image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
      network: ClusterNetwork.managed({ nodeCidr: '10.10.0.0/22' }),
    },
    controlPlane: { flavor: 'c4.large' },
    workers: { flavor: 'c8.xlarge' },
    gpuWorkers: { flavor: 'g1.a100' },
    addons: [
      Addon.openStackCloudControllerManager(),
      Addon.cinderCsi({ storageClasses: [{ name: 'standard', default: true }] }),
    ],
  };
  return own;
}

/** An AWS account. */
export function aws(fleet: Fleet) {
  const cloud = new AwsAccount(fleet, 'main', {
    region: 'eu-central-1',
    instanceTypes: {
      'm6i.xlarge': SMALL,
      'm6i.2xlarge': LARGE,
      'g5.2xlarge': { ...LARGE, gpu: A100 },
    },
  });
  const image = AwsImage.lookup({ baseOs: 'ubuntu-24.04' });
  const own: Own<typeof cloud> = {
    cloud,
    cluster: { image, network: AwsNetwork.managed({ nodeCidr: '10.20.0.0/16' }) },
    controlPlane: { instanceType: 'm6i.xlarge' },
    workers: { instanceType: 'm6i.2xlarge' },
    gpuWorkers: { instanceType: 'g5.2xlarge' },
    addons: [
      Addon.awsCloudControllerManager(),
      Addon.ebsCsi({ storageClasses: [{ name: 'standard', default: true }] }),
    ],
  };
  return own;
}

/** A private vCenter. */
export function vSphere(fleet: Fleet) {
  const cloud = new VCenter(fleet, 'vcenter', {
    server: 'vcenter.example.org',
    certificate: VCenterCertificate.thumbprint(
      '4F:D0:B1:FF:12:CD:94:48:11:4B:5C:A6:6B:83:96:1D:8A:77:0F:3E',
    ),
    identity: VSphereIdentity.fromSecret('own-vcenter'),
    datacenter: 'munich',
    datastore: 'vsan',
    folder: '/munich/vm/kubernetes',
    resourcePool: '/munich/host/rack-a/Resources/kubernetes',
    sizes: {
      small: SMALL,
      large: LARGE,
      a100: {
        ...LARGE,
        memory: '64Gi',
        gpu: A100,
        pciDevices: [PciDevice.passthrough({ vendorId: 0x10de, deviceId: 0x20b5 })],
      },
    },
  });
  const own: Own<typeof cloud> = {
    cloud,
    cluster: {
      template: VmTemplate.fullClone('ubuntu-2404-kube-v1.34.2'),
      network: { devices: [NetworkDevice.dhcp('vlan-120')], nodeCidr: '10.30.0.0/22' },
      endpoint: GivenEndpoint.virtualIp({ address: '10.30.3.250' }),
    },
    controlPlane: { size: 'small' },
    workers: { size: 'large' },
    gpuWorkers: { size: 'a100' },
    addons: [
      Addon.vSphereCloudControllerManager(),
      Addon.vSphereCsi({ storageClasses: [{ name: 'standard', default: true }] }),
    ],
  };
  return own;
}
