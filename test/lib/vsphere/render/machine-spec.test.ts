import assert from 'node:assert/strict';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import type { VmSizeModel } from '../../../../lib/vsphere/model/cloud';
import { NetworkDevice } from '../../../../lib/vsphere/model/network';
import { PciDevice } from '../../../../lib/vsphere/model/pci-device';
import { PowerOff } from '../../../../lib/vsphere/model/power-off';
import { VmTemplate } from '../../../../lib/vsphere/model/template';
import { VSPHERE_RENDERER } from '../../../../lib/vsphere/render/renderer';
import {
  portGroup,
  type VSphereModel,
  vCenterModel,
  vmPool,
  vSphereCluster,
} from '../../../support/vsphere-models';

type Pool = Partial<VSphereModel['pools'][number]>;

const SIZE: VmSizeModel = { cpus: 4, memory: '6Gi', disk: '30Gi' };
const TAG = 'urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL';

/** Prop of a machine, and the fields that it becomes. */
const ROWS: readonly (readonly [name: string, pool: Pool, fields: object])[] = [
  ['template', {}, { template: 'ubuntu-2204-kube-v1.32.4', cloneMode: 'fullClone' }],
  [
    'linked clone',
    { template: VmTemplate.linkedClone('/dc/vm/kube', { snapshot: 'gold' }).model },
    { template: '/dc/vm/kube', cloneMode: 'linkedClone', snapshot: 'gold', diskGiB: undefined },
  ],
  ['size', {}, { numCPUs: 2, memoryMiB: 8192, diskGiB: 40 }],
  ['diskGiB', { rootVolume: { sizeGiB: 64 } }, { diskGiB: 64 }],
  [
    'placement',
    { placement: { datastore: 'hdd', folder: 'prod', storagePolicyName: 'gold' } },
    {
      datacenter: 'dc-1',
      datastore: 'hdd',
      resourcePool: 'kubernetes',
      folder: 'prod',
      storagePolicyName: 'gold',
    },
  ],
  [
    'network of the cluster',
    {},
    { network: { devices: [{ networkName: 'vlan-120', dhcp4: true, dhcp6: false }] } },
  ],
  [
    'devices',
    {
      devices: [
        NetworkDevice.fromPools('vlan-7', [{ name: 'nodes' }], {
          nameservers: ['10.0.0.1'],
          mtu: 9000,
        }).model,
        NetworkDevice.dhcp('vlan-8', { families: 'both', searchDomains: ['a.example'] }).model,
        NetworkDevice.unconfigured('vlan-9', { deviceName: 'data' }).model,
      ],
    },
    {
      network: {
        devices: [
          {
            networkName: 'vlan-7',
            nameservers: ['10.0.0.1'],
            mtu: 9000,
            addressesFromPools: [
              { apiGroup: 'ipam.cluster.x-k8s.io', kind: 'InClusterIPPool', name: 'nodes' },
            ],
          },
          { networkName: 'vlan-8', dhcp4: true, dhcp6: true, searchDomains: ['a.example'] },
          { networkName: 'vlan-9', deviceName: 'data', skipIPAllocation: true },
        ],
      },
    },
  ],
  [
    'dataDisks',
    { dataDisks: [{ name: 'etcd', sizeGiB: 10, provisioningMode: 'Thin' }] },
    { dataDisks: [{ name: 'etcd', sizeGiB: 10, provisioningMode: 'Thin' }] },
  ],
  [
    'powerOff',
    { powerOff: PowerOff.trySoft({ timeoutSeconds: 60 }).model },
    { powerOffMode: 'trySoft', guestSoftPowerOffTimeoutSeconds: 60 },
  ],
  ['powerOff hard', { powerOff: PowerOff.hard().model }, { powerOffMode: 'hard' }],
  ['powerOff soft', { powerOff: PowerOff.soft().model }, { powerOffMode: 'soft' }],
  ['tagIDs', { tagIDs: [TAG] }, { tagIDs: [TAG] }],
  ['customVMXKeys', { customVMXKeys: { b: '1', a: '2' } }, { customVMXKeys: { a: '2', b: '1' } }],
  ['hardwareVersion', { hardwareVersion: 'vmx-19' }, { hardwareVersion: 'vmx-19' }],
  ['nestedHV', { nestedHV: false }, { nestedHV: false }],
];

describe('the spec of a virtual machine', () => {
  for (const [name, pool, fields] of ROWS) {
    it(`has what is said of it: ${name}`, () => {
      const spec = specOf(vSphereCluster({ pools: [vmPool(pool)] }));

      for (const [field, value] of Object.entries(fields)) assert.deepEqual(spec[field], value);
      assert.deepEqual(schemaFindings(spec), []);
    });
  }

  it('has processors, memory and devices of its size', () => {
    const sizes = {
      small: {
        ...SIZE,
        coresPerSocket: 2,
        pciDevices: [
          PciDevice.vgpu('grid').model,
          PciDevice.passthrough({ vendorId: 4318, deviceId: 8373 }).model,
        ],
      },
    };
    const spec = specOf(vSphereCluster({ cloud: vCenterModel({ sizes }) }));

    assert.equal(spec.numCPUs, 4);
    assert.equal(spec.numCoresPerSocket, 2);
    assert.equal(spec.memoryMiB, 6144);
    assert.deepEqual(spec.pciDevices, [
      { vGPUProfile: 'grid' },
      { vendorId: 4318, deviceId: 8373 },
    ]);
    assert.deepEqual(schemaFindings(spec), []);
  });

  it('says nothing that nobody said', () => {
    const cloud = vCenterModel({ placement: {} });
    const spec = specOf(vSphereCluster({ cloud, network: portGroup() }));

    assert.deepEqual(Object.keys(spec).sort(), [
      'cloneMode',
      'diskGiB',
      'memoryMiB',
      'network',
      'numCPUs',
      'template',
    ]);
  });
});

function specOf(cluster: VSphereModel) {
  const [pool] = cluster.pools;
  assert.ok(pool);
  const data = VSPHERE_RENDERER.machineData(cluster, 'workers', pool);
  return VSPHERE_RENDERER.machineSpec(cluster, data);
}

function schemaFindings(spec: object) {
  return validateObject(schemaSet(['cluster-api-vsphere-v1.16.1']), {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta2',
    kind: 'VSphereMachineTemplate',
    metadata: { name: 'a', namespace: 'a' },
    spec: { template: { spec } },
  });
}
