import type { Construct } from 'constructs';
import {
  GivenEndpoint,
  type ManagementCluster,
  NetworkDevice,
  type NodePoolProps,
  VCenter,
  VCenterCertificate,
  type VCenterProps,
  VmTemplate,
  VSphereIdentity,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { OTHERWISE } from './fleets';
import { THUMBPRINT } from './vsphere-models';

/** Sizes of the vCenter in tests. */
export type TestSize = 'large' | 'small';

/** Props of a cluster on vSphere in a test, all of them optional. */
export type VSphereOverrides = Partial<WorkloadClusterProps<VCenter<TestSize>>>;

/** Cluster on vSphere for a test. */
export interface VSphereProgram {
  readonly cloud?: Partial<VCenterProps<TestSize>>;
  readonly cluster?: VSphereOverrides;
  readonly pool?: Omit<NodePoolProps<VCenter<TestSize>>, 'size'>;
}

/** vCenter with two sizes, and the given props over the usual ones. */
export function testVCenter(
  scope: Construct,
  props: Partial<VCenterProps<TestSize>> = {},
  id = 'vcenter',
): VCenter<TestSize> {
  return new VCenter<TestSize>(scope, id, {
    server: 'vcenter.example.org',
    certificate: VCenterCertificate.thumbprint(THUMBPRINT),
    identity: VSphereIdentity.fromSecret('demo-vcenter'),
    datacenter: 'dc-1',
    sizes: {
      large: { cpus: 4, memory: '16Gi', disk: '80Gi' },
      small: { cpus: 2, memory: '8Gi', disk: '40Gi' },
    },
    ...props,
  });
}

/** Cluster `demo` on a vCenter with a pool `workers`. */
export function vSphereProgram(
  management: ManagementCluster,
  scope: Construct,
  { cloud, cluster, pool }: VSphereProgram = {},
): WorkloadCluster<VCenter<TestSize>> {
  const made = new WorkloadCluster<VCenter<TestSize>>(management, 'demo', {
    cloud: testVCenter(scope, cloud),
    kubernetesVersion: '1.32.4',
    template: VmTemplate.fullClone('ubuntu-2204-kube-v1.32.4'),
    network: { devices: [NetworkDevice.dhcp('vlan-120')], nodeCidr: '10.8.0.0/24' },
    endpoint: GivenEndpoint.virtualIp({ address: '10.8.0.250' }),
    installedOtherwise: OTHERWISE,
    controlPlane: { size: 'large' },
    ...cluster,
  });
  made.addNodePool('workers', { size: 'small', ...pool });
  return made;
}
