import { strict as assert } from 'node:assert';
import type { Composed } from '../../lib/assembly/model';
import type { Manifest } from '../../lib/base/manifest';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import type { VSphereCloudModel } from '../../lib/vsphere/model/cloud';
import type { VSphereCluster } from '../../lib/vsphere/model/cluster';
import { GivenEndpoint } from '../../lib/vsphere/model/endpoint';
import { NetworkDevice, type VSphereNetwork } from '../../lib/vsphere/model/network';
import { surroundingsOf } from '../../lib/vsphere/model/surroundings';
import { VmTemplate } from '../../lib/vsphere/model/template';
import type { VSphereZone } from '../../lib/vsphere/model/zones';
import { renderZones } from '../../lib/vsphere/render/zones';
import { partsBeside, profile } from './models';
import { type FieldPatch, withFields } from './patched-objects';
import { PLAIN_CONTROL_PLANE, PLAIN_MACHINE, plainCluster, plainPool } from './plain-parts';
import { rendered } from './rendering';

/** Cluster on vSphere with everything that is known of it. */
export type VSphereModel = Composed<VSphereCluster, KubeadmCluster>;

/** Fingerprint of no certificate. */
export const THUMBPRINT = Array.from({ length: 20 }, () => 'AB').join(':');

/** Zone that is a compute cluster. */
export const ZONE: VSphereZone = {
  region: { name: 'eu', tagCategory: 'k8s-region', type: 'Datacenter' },
  zone: { name: 'eu-1', tagCategory: 'k8s-zone', type: 'ComputeCluster' },
  datacenter: 'dc-1',
  computeCluster: 'cluster-1',
};

/** vCenter with two sizes of machines, one of them with a GPU. */
export function vCenterModel(overrides: Partial<VSphereCloudModel> = {}): VSphereCloudModel {
  return {
    kind: 'vsphere',
    path: 'vcenter',
    name: 'vcenter',
    server: 'vcenter.example.org',
    thumbprint: THUMBPRINT,
    identity: { kind: 'secret', secretName: 'demo-vcenter' },
    sizes: {
      small: { cpus: 2, memory: '8Gi', disk: '40Gi' },
      gpu: {
        cpus: 8,
        memory: '32Gi',
        disk: '100Gi',
        gpu: { type: 'nvidia.com/gpu', count: 1 },
        pciDevices: [{ kind: 'vgpu', profile: 'grid_a100-10c' }],
      },
    },
    placement: { datacenter: 'dc-1', datastore: 'ssd', resourcePool: 'kubernetes' },
    ...overrides,
  };
}

/** Network of a port group with DHCP. */
export function portGroup(overrides: Partial<VSphereNetwork> = {}): VSphereNetwork {
  return {
    kind: 'adopted',
    devices: [NetworkDevice.dhcp('vlan-120').model],
    nodeCidr: '10.8.0.0/24',
    ...overrides,
  };
}

/** Control plane of three virtual machines. */
export function vmControlPlane(
  overrides: Partial<VSphereModel['controlPlane']> = {},
): VSphereModel['controlPlane'] {
  return {
    ...vmMachine(),
    ...PLAIN_CONTROL_PLANE,
    ...overrides,
  };
}

/** Pool `workers` of two virtual machines; give a name to get another one. */
export function vmPool(
  overrides: Partial<VSphereModel['pools'][number]> = {},
): VSphereModel['pools'][number] {
  return {
    ...vmMachine(),
    ...plainPool(overrides),
    ...overrides,
  };
}

/** Cluster `demo` on vSphere with a control plane and one pool. */
export function vSphereCluster(overrides: Partial<VSphereModel> = {}): VSphereModel {
  const cloud = overrides.cloud ?? vCenterModel();
  const base: Omit<VSphereModel, 'surroundings'> = {
    ...plainCluster(overrides.name ?? 'demo'),
    profile: profile('1.14', undefined, { infrastructure: ['vsphere'] }),
    cloud,
    identity: cloud.identity,
    network: portGroup(),
    endpoint: GivenEndpoint.virtualIp({ address: '10.8.0.250' }).model,
    clusterModules: true,
    controlPlane: vmControlPlane(),
    pools: [vmPool()],
    installedOtherwise: partsBeside(overrides.addons),
    ...overrides,
  };
  return { ...base, surroundings: overrides.surroundings ?? surroundingsOf(base) };
}

/** Last object of a kind of such a cluster in one zone, with plain names, in which fields have been patched. */
export function patchedVSphereObject(kind: string, patches: readonly FieldPatch[]): Manifest {
  const cloud = vCenterModel({ zones: { kind: 'written', zones: { 'eu-1': ZONE } } });
  const model = vSphereCluster({ templateNames: 'plain', cloud });
  const objects = [...rendered(model).values(), ...renderZones(model)];
  const object = objects.findLast((one) => one.kind === kind);
  assert.ok(object, `no object of the kind ${kind}`);
  return withFields(object, patches);
}

function vmMachine() {
  return {
    size: 'small',
    template: VmTemplate.fullClone('ubuntu-2204-kube-v1.32.4').model,
    placement: {},
    tagIDs: [],
    customVMXKeys: {},
    ...PLAIN_MACHINE,
  };
}
