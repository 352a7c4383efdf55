import { type Construct, Node } from 'constructs';
import {
  Addon,
  GivenEndpoint,
  NetworkDevice,
  PciDevice,
  PowerOff,
  VCenter,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
  VSphereZones,
  WorkloadCluster,
} from '../../../constructs/index';
import { otherwiseBut } from '../fleets';
import { THUMBPRINT } from '../vsphere-models';
import type { WideOnCloud } from './wide-on-clouds';

const TEMPLATE = 'ubuntu-2204-kube-v1.32.4';
const TAG = 'urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL';
const REGION = { name: 'eu', tagCategory: 'k8s-region', type: 'Datacenter' } as const;
const PLACE = {
  datacenter: 'dc-1',
  datastore: 'ssd',
  storagePolicyName: 'gold',
  folder: 'kubernetes',
  resourcePool: 'kubernetes',
};

/** Clusters on vSphere with everything that they may say. */
export const WIDE_VSPHERE: WideOnCloud = {
  kind: 'vsphere',
  versions: [
    ['1.13', '1.16'],
    ['1.14', '1.16'],
  ],
  clusters: (management) => {
    const scope = Node.of(management).scope as Construct;
    const written = new VCenter(scope, 'written', {
      server: 'vcenter.example.org',
      certificate: VCenterCertificate.thumbprint(THUMBPRINT),
      identity: VSphereIdentity.fromExternalSecret({
        store: 'vault',
        data: { username: { key: 'vcenter' }, password: { key: 'vcenter' } },
      }),
      ...PLACE,
      sizes: {
        small: { cpus: 2, memory: '8Gi', disk: '40Gi', coresPerSocket: 2 },
        gpu: {
          cpus: 8,
          memory: '32Gi',
          disk: '100Gi',
          pciDevices: [
            PciDevice.vgpu('grid_a100-10c'),
            PciDevice.passthrough({ vendorId: 0x10de, deviceId: 0x20b5 }),
          ],
        },
      },
      zones: VSphereZones.written({
        'eu-1': {
          region: REGION,
          zone: { name: 'eu-1', tagCategory: 'k8s-zone', type: 'HostGroup' },
          datacenter: 'dc-1',
          computeCluster: 'cluster-1',
          hosts: { hostGroupName: 'hosts-1', vmGroupName: 'vms-1' },
          networks: ['vlan-120'],
          datastore: 'ssd',
          resourcePool: 'kubernetes',
          folder: 'kubernetes',
          controlPlane: false,
        },
      }),
    });
    const existing = new VCenter(scope, 'existing', {
      server: '10.0.0.5',
      certificate: VCenterCertificate.unchecked({ reason: 'it is of a laboratory' }),
      identity: VSphereIdentity.fromClusterIdentity('shared'),
      sizes: { small: { cpus: 2, memory: '8Gi', disk: '40Gi' } },
      zones: VSphereZones.existing(['eu-2'], { selector: { vcenter: 'lab' } }),
    });
    const wide = new WorkloadCluster(management, 'wide', {
      cloud: written,
      kubernetesVersion: '1.32.4',
      template: VmTemplate.linkedClone(TEMPLATE, { snapshot: 'ready' }),
      network: { devices: [NetworkDevice.dhcp('vlan-120', { families: 'both' })] },
      endpoint: GivenEndpoint.virtualIp({ address: '10.8.0.250' }),
      clusterModules: false,
      controlPlane: { size: 'small' },
      installedOtherwise: otherwiseBut('cloud-controller-manager', 'csi-driver'),
    });
    wide.addAddon(Addon.vSphereCloudControllerManager());
    wide.addAddon(Addon.vSphereCsi());
    wide.addNodePool('workers', {
      size: 'gpu',
      template: VmTemplate.fullClone(TEMPLATE),
      ...PLACE,
      devices: [
        NetworkDevice.fromPools('vlan-120', [{ name: 'machines' }], {
          nameservers: ['10.8.0.1'],
          searchDomains: ['example.org'],
          mtu: 1500,
          deviceName: 'eth0',
        }),
        NetworkDevice.unconfigured('storage'),
      ],
      diskGiB: 200,
      dataDisks: [{ name: 'data', sizeGiB: 10, provisioningMode: 'Thin' }],
      powerOff: PowerOff.trySoft({ timeoutSeconds: 60 }),
      tagIDs: [TAG],
      customVMXKeys: { 'sched.swap.vmxSwapEnabled': 'FALSE' },
      hardwareVersion: 'vmx-19',
      nestedHV: true,
      failureDomain: 'eu-1',
    });
    const plain = new WorkloadCluster(management, 'plain', {
      cloud: existing,
      kubernetesVersion: '1.32.4',
      template: VmTemplate.fullClone(TEMPLATE),
      network: { devices: [NetworkDevice.dhcp('lan')] },
      endpoint: GivenEndpoint.external({ host: 'api.example.org', port: 443 }),
      controlPlane: { size: 'small' },
      installedOtherwise: otherwiseBut(),
    });
    return [wide, plain];
  },
};
