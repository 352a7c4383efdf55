/*
 * A vCenter: its server and certificate, credentials, sizes of machines, templates and zones.
 *
 * The vCenter itself renders no object, except for the zones that are written. Its clusters refer to its server and its
 * credentials.
 */
import {
  Fleet,
  GivenEndpoint,
  ManagementCluster,
  NetworkDevice,
  Providers,
  VCenter,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = ['VSphereCluster', 'VSphereMachineTemplate'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13', { infrastructure: ['vsphere'] }),
});

// #region program
const vcenter = new VCenter(fleet, 'vcenter', {
  server: 'vcenter.example.org',
  certificate: VCenterCertificate.thumbprint(
    '4F:D0:B1:FF:12:CD:94:48:11:4B:5C:A6:6B:83:96:1D:8A:77:0F:3E',
  ),
  identity: VSphereIdentity.fromSecret('plant-vcenter'),
  datacenter: 'munich',
  datastore: 'vsan',
  templates: ['ubuntu-2204-kube-v1.33.1'],
  sizes: { small: { cpus: 2, memory: '8Gi', disk: '40Gi' } },
});

new WorkloadCluster(mothership, 'plant', {
  cloud: vcenter,
  kubernetesVersion: '1.33.1',
  template: VmTemplate.fullClone('ubuntu-2204-kube-v1.33.1'),
  network: { devices: [NetworkDevice.dhcp('vlan-120')], nodeCidr: '10.8.0.0/22' },
  endpoint: GivenEndpoint.virtualIp({ address: '10.8.3.250' }),
  controlPlane: { size: 'small', replicas: 3 },
  installedOtherwise: ['cni', 'cloud-controller-manager', 'csi-driver'],
});
// #endregion
