import type { Infrastructure } from './infrastructure';

const CLOUD = `
// Change: server, fingerprint, datacenter and datastore. The fingerprint is printed by
// openssl s_client -connect <server>:443 </dev/null | openssl x509 -noout -fingerprint -sha1
const vcenter = new VCenter(fleet, 'vcenter', {
  server: 'vcenter.example.org',
  certificate: VCenterCertificate.thumbprint(
    '00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33',
  ),
  identity: VSphereIdentity.fromSecret('prod-vcenter'),
  datacenter: 'datacenter',
  datastore: 'datastore',
  sizes: {
    small: { cpus: 2, memory: '8Gi', disk: '40Gi' },
    large: { cpus: 4, memory: '16Gi', disk: '80Gi' },
  },
});
`;

const CLUSTER = `
// Change: template, port group with DHCP, range of the nodes, and a free address outside of the
// DHCP range for the API server.
const cluster = new WorkloadCluster(management, 'prod', {
  cloud: vcenter,
  kubernetesVersion: '1.34.3',
  template: VmTemplate.fullClone('ubuntu-2404-kube-v1.34.3'),
  network: { devices: [NetworkDevice.dhcp('VM Network')], nodeCidr: '10.8.0.0/22' },
  endpoint: GivenEndpoint.virtualIp({ address: '10.8.3.250' }),
  controlPlane: { replicas: 3, size: 'small' },
});
cluster.addNodePool('workers', { size: 'large', replicas: 2 });
`;

/** Clusters on vSphere. */
export const VSPHERE: Infrastructure = {
  name: 'vsphere',
  title: 'vSphere',
  hint: 'VMs of a vCenter',
  provisions: false,
  clusters: () => ({
    imports: [
      'Addon',
      'GivenEndpoint',
      'NetworkDevice',
      'VCenter',
      'VCenterCertificate',
      'VmTemplate',
      'VSphereIdentity',
    ],
    cloud: CLOUD,
    providers: ['vsphere'],
    cluster: CLUSTER,
    addons: 'cluster.addAddon(Addon.vSphereCloudControllerManager());',
  }),
  change: 'vCenter, template, network and address of the API server',
  prepare: [
    'clusterctl init --infrastructure vsphere   # reads VSPHERE_USERNAME, VSPHERE_PASSWORD',
  ],
  managementCluster: 'management',
};
