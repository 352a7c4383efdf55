import assert from 'node:assert/strict';
import { AzureEtcdDisk } from '../../../../lib/azure/model/etcd-disk';
import type { AzureMachine } from '../../../../lib/azure/model/machine';
import type { AzurePool } from '../../../../lib/azure/model/node-pool';
import { machineData, machineSpec } from '../../../../lib/azure/render/machine-data';
import { azureControlPlane, azurePool } from '../../../support/azure-models';

const PLAIN = { vmSize: 'Standard_D2s_v5', osDisk: { osType: 'Linux' } };
const KEY = 'ssh-ed25519 AAAA ops';

/** What a pool says, and what is in its template besides the usual. */
const ROWS: readonly (readonly [Partial<AzurePool & AzureMachine>, object])[] = [
  [{}, {}],
  [{ size: 'Standard_NC4as_T4_v3' }, { vmSize: 'Standard_NC4as_T4_v3' }],
  [{ sshPublicKey: KEY }, { sshPublicKey: Buffer.from(KEY).toString('base64') }],
  [{ image: { kind: 'id', id: '/a' } }, { image: { id: '/a' } }],
  [
    { image: { kind: 'gallery', gallery: 'a', name: 'b', version: '1' } },
    { image: { computeGallery: { gallery: 'a', name: 'b', version: '1' } } },
  ],
  [
    {
      image: {
        kind: 'marketplace',
        publisher: 'a',
        offer: 'b',
        sku: 'c',
        version: '1',
        thirdParty: true,
      },
    },
    {
      image: {
        marketplace: { publisher: 'a', offer: 'b', sku: 'c', version: '1', thirdPartyImage: true },
      },
    },
  ],
  [
    { rootVolume: { sizeGiB: 64, ephemeral: 'NvmeDisk' } },
    {
      osDisk: {
        osType: 'Linux',
        diskSizeGB: 64,
        cachingType: 'ReadOnly',
        diffDiskSettings: { option: 'Local', placement: 'NvmeDisk' },
      },
    },
  ],
  [
    { rootVolume: { sizeGiB: 64, ephemeral: 'CacheDisk', caching: 'ReadOnly' } },
    {
      osDisk: {
        osType: 'Linux',
        diskSizeGB: 64,
        cachingType: 'ReadOnly',
        diffDiskSettings: { option: 'Local', placement: 'CacheDisk' },
      },
    },
  ],
  [
    {
      rootVolume: {
        sizeGiB: 64,
        storageType: 'Premium_LRS',
        encryptionSetId: '/a',
        confidentialEncryption: 'VMGuestStateOnly',
      },
    },
    {
      osDisk: {
        osType: 'Linux',
        diskSizeGB: 64,
        managedDisk: {
          storageAccountType: 'Premium_LRS',
          diskEncryptionSet: { id: '/a' },
          securityProfile: { securityEncryptionType: 'VMGuestStateOnly' },
        },
      },
    },
  ],
  [
    {
      rootVolume: {
        sizeGiB: 64,
        storageType: 'Premium_LRS',
        encryptionSetId: '/a',
        confidentialEncryption: 'DiskWithVMGuestState',
      },
    },
    {
      osDisk: {
        osType: 'Linux',
        diskSizeGB: 64,
        managedDisk: {
          storageAccountType: 'Premium_LRS',
          securityProfile: {
            securityEncryptionType: 'DiskWithVMGuestState',
            diskEncryptionSet: { id: '/a' },
          },
        },
      },
    },
  ],
  [
    { dataDisks: [{ name: 'a', lun: 0, sizeGiB: 64 }] },
    { dataDisks: [{ nameSuffix: 'a', lun: 0, diskSizeGB: 64 }] },
  ],
  [
    { dataDisks: [{ name: 'a', lun: 0, sizeGiB: 64, storageType: 'PremiumV2_LRS' }] },
    {
      dataDisks: [
        {
          nameSuffix: 'a',
          lun: 0,
          diskSizeGB: 64,
          cachingType: 'None',
          managedDisk: { storageAccountType: 'PremiumV2_LRS' },
        },
      ],
    },
  ],
  [{ identity: { kind: 'systemAssigned' } }, { identity: 'SystemAssigned' }],
  [
    { identity: { kind: 'systemAssigned', role: { definitionId: 'a', scope: 'b' } } },
    {
      identity: 'SystemAssigned',
      systemAssignedIdentityRole: { definitionID: 'a', scope: 'b' },
    },
  ],
  [
    { identity: { kind: 'userAssigned', ids: ['/a'] } },
    { identity: 'UserAssigned', userAssignedIdentities: [{ providerID: '/a' }] },
  ],
  [{ subnet: 'nodes' }, { networkInterfaces: [{ subnetName: 'nodes', privateIPConfigs: 1 }] }],
  [
    { acceleratedNetworking: false },
    { networkInterfaces: [{ acceleratedNetworking: false, privateIPConfigs: 1 }] },
  ],
  [
    { publicIp: false, ipForwarding: false },
    { allocatePublicIP: false, enableIPForwarding: false },
  ],
  [{ dnsServers: ['10.8.0.53'] }, { dnsServers: ['10.8.0.53'] }],
  [{ tags: { b: '2', a: '1' } }, { additionalTags: { a: '1', b: '2' } }],
  [
    { securityProfile: { encryptionAtHost: false, vTpm: false } },
    { securityProfile: { encryptionAtHost: false, uefiSettings: { vTpmEnabled: false } } },
  ],
  [{ ultraSsd: false }, { additionalCapabilities: { ultraSSDEnabled: false } }],
  [
    { bootDiagnostics: { kind: 'disabled' } },
    { diagnostics: { boot: { storageAccountType: 'Disabled' } } },
  ],
  [{ capacityReservationGroupId: '/a' }, { capacityReservationGroupID: '/a' }],
  [
    { preemptible: { tainted: true, evictionPolicy: 'Delete', maxPrice: '0.05' } },
    { spotVMOptions: { maxPrice: '0.05', evictionPolicy: 'Delete' } },
  ],
];

describe('template of virtual machines', () => {
  for (const [pool, fields] of ROWS) {
    it(`has what a pool says of ${Object.keys(pool).join(' and ') || 'nothing'}: ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(machineSpec(machineData(azurePool(pool))), { ...PLAIN, ...fields });
    });
  }

  it('has the disk of etcd before the others', () => {
    const etcdDisk = AzureEtcdDisk.own({ sizeGiB: 32 }).model;
    const dataDisks = [{ name: 'data', lun: 1, sizeGiB: 64 }];
    const { dataDisks: disks } = machineSpec(
      machineData(azureControlPlane({ etcdDisk, dataDisks })),
    );

    assert.deepEqual(disks, [
      { nameSuffix: 'etcddisk', lun: 0, diskSizeGB: 32 },
      { nameSuffix: 'data', lun: 1, diskSizeGB: 64 },
    ]);
  });
});
