import { type BootstrapModel, PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { subscriptionModel } from '../../../../support/azure-models';
import { profile } from '../../../../support/models';
import type { RuleCase } from '../../../assembly/rule-case';
import { GUID, resource, withControlPlane, withIdentity, withPool } from './azure-case';

const KEY = `ssh-ed25519 ${'A'.repeat(68)} ops@example.org`;
const SET = resource('Microsoft.Compute/diskEncryptionSets', 'disks');
const GROUP = resource('Microsoft.Compute/capacityReservationGroups', 'batch');
const DATA = { name: 'data', lun: 1, sizeGiB: 64 };
const ETCD = { name: 'etcddisk', lun: 0, sizeGiB: 64 };
const OS = { sizeGiB: 64 };
const HEALTH_CHECK = {
  nodeStartupTimeoutSeconds: 600,
  unhealthyConditions: [],
  maxUnhealthy: '100%',
};
const IGNITION: BootstrapModel = {
  ...PLAIN_BOOTSTRAP,
  format: { kind: 'ignition', containerLinuxConfig: {}, strict: false },
};
/** Management cluster on which machines may start by Ignition. */
const GATE = {
  profile: profile('1.14', undefined, {
    infrastructure: ['azure'],
    featureGates: { kubeadmBootstrapFormatIgnition: true },
  }),
};
const SPOT = { tainted: true, evictionPolicy: 'Delete' } as const;
const CONFIDENTIAL = {
  sizeGiB: 64,
  storageType: 'Premium_LRS',
  confidentialEncryption: 'DiskWithVMGuestState',
} as const;

/** Examples of rules on virtual machines. */
export const MACHINE_CASES: readonly RuleCase[] = [
  {
    rule: 'azure-vm-size',
    broken: withPool({ size: 'Standard_D2_v5' }),
    sound: withPool({ size: 'Standard_NC4as_T4_v3' }),
    says: `mothership/demo/workers: vmSize is "Standard_D2_v5"
  allowed: a VM size of production: "Standard_D2s_v5", "Standard_NC4as_T4_v3"
  fix: write "Standard_D2s_v5", or add "Standard_D2_v5" to the vmSizes of production`,
  },
  {
    rule: 'azure-machine-subnet',
    broken: withPool({ subnet: 'node' }),
    sound: withPool({ subnet: 'nodes' }),
    says: `mothership/demo/workers: subnet is "node"
  allowed: a subnet with the role "node" or "cluster": "nodes"
  fix: write "nodes", or add a subnet "node" to the network`,
  },
  {
    rule: 'azure-machine-subnet',
    broken: withControlPlane({ subnet: 'nodes' }),
    sound: withControlPlane({ subnet: 'control-plane' }),
    says: `mothership/demo/control-plane: subnet is "nodes"
  allowed: a subnet with the role "control-plane" or "cluster": "control-plane"
  fix: leave it out`,
  },
  {
    rule: 'azure-ssh-key',
    broken: withPool({ sshPublicKey: Buffer.from(KEY).toString('base64') }),
    sound: withPool({ sshPublicKey: KEY }),
    says: `mothership/demo/workers: sshPublicKey is "c3NoLWVkMjU1MTkgQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUEgb3BzQGV4YW1wbGUub3Jn"
  allowed: one line such as "ssh-ed25519 AAAA… name", of RSA, ECDSA or Ed25519
  fix: write "ssh-ed25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ops@example.org"`,
  },
  {
    rule: 'azure-ssh-key',
    broken: withPool({ sshPublicKey: 'operators' }),
    says: `mothership/demo/workers: sshPublicKey is "operators"
  allowed: one line such as "ssh-ed25519 AAAA… name", of RSA, ECDSA or Ed25519
  fix: write the contents of the .pub file`,
  },
  {
    rule: 'azure-machine-identity',
    broken: withPool({ identity: { kind: 'userAssigned', ids: [] } }),
    sound: withPool({
      identity: {
        kind: 'userAssigned',
        ids: [resource('Microsoft.ManagedIdentity/userAssignedIdentities', 'nodes')],
      },
    }),
    says: `mothership/demo/workers: machineIdentity is []
  allowed: one or more identities
  fix: add an identity, or leave it out`,
  },
  {
    rule: 'azure-machine-identity',
    broken: withPool({ identity: { kind: 'userAssigned', ids: [GUID] } }),
    says: `mothership/demo/workers: machineIdentity is "99999999-8888-7777-6666-555555555555"
  allowed: a resource ID with subscription and resource group
  fix: write /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…`,
  },
  {
    rule: 'azure-machine-identity',
    broken: withPool({
      identity: { kind: 'systemAssigned', role: { definitionId: '', scope: GROUP } },
    }),
    sound: withPool({
      identity: { kind: 'systemAssigned', role: { definitionId: GROUP, scope: GROUP } },
    }),
    says: `mothership/demo/workers: machineIdentity.role.definitionId is ""
  allowed: a resource ID
  fix: write it, or leave role out to use Contributor on the subscription`,
  },
  {
    rule: 'azure-dns-servers',
    broken: withPool({ dnsServers: ['10.8.0.53', 'dns.example.org'] }),
    sound: withPool({ dnsServers: ['10.8.0.53'] }),
    says: `mothership/demo/workers: dnsServers is ["10.8.0.53","dns.example.org"]
  allowed: IPv4 addresses
  fix: write ["10.8.0.53"]`,
  },
  {
    rule: 'azure-boot-account',
    broken: withPool({
      bootDiagnostics: { kind: 'account', uri: 'http://logs.blob.core.windows.net/' },
    }),
    sound: withPool({
      bootDiagnostics: { kind: 'account', uri: 'https://logs.blob.core.windows.net/' },
    }),
    says: `mothership/demo/workers: bootDiagnostics.uri is "http://logs.blob.core.windows.net/"
  allowed: a URI that starts with "https://"
  fix: write "https://logs.blob.core.windows.net/"`,
  },
  {
    rule: 'azure-boot-account',
    broken: withPool({ bootDiagnostics: { kind: 'account', uri: '' } }),
    says: `mothership/demo/workers: bootDiagnostics.uri is ""
  allowed: a URI that starts with "https://"
  fix: write, for example, "https://example.blob.core.windows.net/"`,
  },
  {
    rule: 'azure-capacity-group',
    broken: withPool({ capacityReservationGroupId: 'batch' }),
    sound: withPool({ capacityReservationGroupId: GROUP }),
    says: `mothership/demo/workers: capacityReservationGroupId is "batch"
  allowed: a resource ID with subscription and resource group
  fix: write /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/capacityReservationGroups/…`,
  },
  {
    rule: 'azure-image',
    broken: withPool({ image: { kind: 'id', id: 'ubuntu-24.04' } }),
    sound: withPool({ image: { kind: 'id', id: resource('Microsoft.Compute/images', 'ubuntu') } }),
    says: `mothership/demo/workers: image is "ubuntu-24.04"
  allowed: a resource ID with subscription and resource group
  fix: write /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/images/…`,
  },
  {
    rule: 'azure-image',
    broken: withPool({
      image: {
        kind: 'gallery',
        gallery: 'images',
        name: '',
        version: '1.0.0',
        owner: { subscriptionId: GUID, resourceGroup: ' ' },
      },
    }),
    sound: withPool({
      image: { kind: 'marketplace', publisher: 'a', offer: 'b', sku: 'c', version: 'latest' },
    }),
    says: `mothership/demo/workers: image.name is ""
  allowed: a non-empty text
  fix: write the value that identifies the image
mothership/demo/workers: image.owner.resourceGroup is " "
  allowed: a non-empty text
  fix: write the value that identifies the image`,
  },
  {
    rule: 'azure-format',
    broken: withPool({ bootstrap: IGNITION }, GATE),
    sound: withPool({ bootstrap: PLAIN_BOOTSTRAP }, GATE),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: cloud-init, the only format for Azure machines
  fix: leave it out, or put the cluster on an OpenStackCloud or an AwsAccount`,
  },
  {
    rule: 'azure-format',
    broken: withPool({ bootstrap: { ...IGNITION, shared: ['format'] } }, GATE),
    says: `mothership/demo: bootstrap.format is "ignition"
  allowed: cloud-init, the only format for Azure machines
  fix: leave it out, or put the cluster on an OpenStackCloud or an AwsAccount`,
  },
  {
    rule: 'azure-cloud-config',
    broken: withPool({
      bootstrap: {
        ...PLAIN_BOOTSTRAP,
        files: [{ path: '/etc/kubernetes/azure.json', content: '{}' }],
      },
    }),
    sound: withPool({
      bootstrap: { ...PLAIN_BOOTSTRAP, files: [{ path: '/etc/azure.json', content: '{}' }] },
    }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/etc/kubernetes/azure.json"
  allowed: another path; the provider writes this file
  fix: leave the file out`,
  },
  {
    rule: 'azure-machine-tags',
    broken: withPool({ tags: { team: 'a'.repeat(257) } }),
    sound: withPool({ tags: { team: 'a'.repeat(256) } }),
    says: `mothership/demo/workers: tags["team"] is "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  allowed: at most 256 characters
  fix: write "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"`,
  },
  {
    rule: 'azure-disk-size',
    broken: withPool({ rootVolume: { sizeGiB: 2_049 }, dataDisks: [{ ...DATA, sizeGiB: 3 }] }),
    sound: withPool({ rootVolume: { sizeGiB: 2_048 }, dataDisks: [{ ...DATA, sizeGiB: 4 }] }),
    says: `mothership/demo/workers: osDisk.sizeGiB is 2049
  allowed: an integer from 1 to 2048 GiB
  fix: write 2048
mothership/demo/workers: dataDisks[0].sizeGiB is 3
  allowed: an integer from 4 to 32767 GiB
  fix: write 4`,
  },
  {
    rule: 'azure-disk-type',
    broken: withPool({ rootVolume: { ...OS, storageType: 'UltraSSD_LRS' } }),
    sound: withPool({ rootVolume: { ...OS, storageType: 'Premium_LRS' } }),
    says: `mothership/demo/workers: osDisk.storageType is "UltraSSD_LRS"
  allowed: another type; this one is only for data disks
  fix: write "Premium_LRS"`,
  },
  {
    rule: 'azure-disk-type',
    broken: withControlPlane({ etcdDisk: { ...ETCD, encryptionSetId: SET } }),
    sound: withControlPlane({
      etcdDisk: { ...ETCD, encryptionSetId: SET, storageType: 'UltraSSD_LRS' },
    }),
    says: `mothership/demo/control-plane: etcdDisk.storageType is missing
  allowed: a storage type when encryptionSetId or confidentialEncryption is set
  fix: write "Premium_LRS"`,
  },
  {
    rule: 'azure-disk-encryption',
    broken: withPool({
      rootVolume: {
        ...OS,
        storageType: 'Premium_LRS',
        encryptionSetId: SET,
        ephemeral: 'CacheDisk',
      },
    }),
    sound: withPool({ rootVolume: { ...OS, storageType: 'Premium_LRS', encryptionSetId: SET } }),
    says: `mothership/demo/workers: osDisk.encryptionSetId is "/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/shared/providers/Microsoft.Compute/diskEncryptionSets/disks"
  allowed: none; the disk is ephemeral
  fix: leave it out`,
  },
  {
    rule: 'azure-disk-encryption',
    broken: withPool({
      dataDisks: [{ ...DATA, storageType: 'Premium_LRS', encryptionSetId: 'disks' }],
    }),
    says: `mothership/demo/workers: dataDisks[0].encryptionSetId is "disks"
  allowed: a resource ID with subscription and resource group
  fix: write /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/diskEncryptionSets/…`,
  },
  {
    rule: 'azure-disk-caching',
    broken: withPool({
      dataDisks: [{ ...DATA, storageType: 'PremiumV2_LRS', caching: 'ReadOnly' }],
    }),
    sound: withPool({ dataDisks: [{ ...DATA, sizeGiB: 4_095, caching: 'ReadOnly' }] }),
    says: `mothership/demo/workers: dataDisks[0].caching is "ReadOnly"
  allowed: "None" for UltraSSD_LRS, PremiumV2_LRS and disks larger than 4095 GiB
  fix: leave it out`,
  },
  {
    rule: 'azure-ephemeral-caching',
    broken: withPool({ rootVolume: { ...OS, ephemeral: 'CacheDisk', caching: 'ReadWrite' } }),
    sound: withPool({ rootVolume: { ...OS, ephemeral: 'CacheDisk', caching: 'ReadOnly' } }),
    says: `mothership/demo/workers: osDisk.caching is "ReadWrite"
  allowed: "ReadOnly" for an ephemeral disk
  fix: leave it out`,
  },
  {
    rule: 'azure-ultra-ssd',
    broken: withPool({ ultraSsd: false, dataDisks: [{ ...DATA, storageType: 'UltraSSD_LRS' }] }),
    sound: withPool({ ultraSsd: false, dataDisks: [{ ...DATA, storageType: 'PremiumV2_LRS' }] }),
    says: `mothership/demo/workers: ultraSsd is false
  allowed: true for a machine with an UltraSSD_LRS disk
  fix: leave it out`,
  },
  {
    rule: 'azure-ultra-ssd',
    broken: withControlPlane({
      ultraSsd: false,
      etcdDisk: { ...ETCD, storageType: 'UltraSSD_LRS' },
    }),
    sound: withControlPlane({
      ultraSsd: true,
      etcdDisk: { ...ETCD, storageType: 'UltraSSD_LRS' },
    }),
    says: `mothership/demo/control-plane: ultraSsd is false
  allowed: true for a machine with an UltraSSD_LRS disk
  fix: leave it out`,
  },
  {
    rule: 'azure-disk-lun',
    broken: withControlPlane({ etcdDisk: ETCD, dataDisks: [{ ...DATA, lun: 0 }] }),
    sound: withControlPlane({ etcdDisk: ETCD, dataDisks: [DATA] }),
    says: `mothership/demo/control-plane: dataDisks[0].lun is 0
  allowed: an integer from 0 to 63 that no other disk has, including the etcd disk
  fix: write 1`,
  },
  {
    rule: 'azure-disk-lun',
    broken: withPool({ dataDisks: [{ ...DATA, lun: 64 }] }),
    sound: withPool({ dataDisks: [{ ...DATA, lun: 0 }] }),
    says: `mothership/demo/workers: dataDisks[0].lun is 64
  allowed: an integer from 0 to 63 that no other disk has, including the etcd disk
  fix: write 0`,
  },
  {
    rule: 'azure-disk-name',
    broken: withPool({ dataDisks: [DATA, { ...DATA, lun: 2 }] }),
    sound: withPool({ dataDisks: [DATA, { ...DATA, lun: 2, name: 'more' }] }),
    says: `mothership/demo/workers: dataDisks[1].name is "data"
  allowed: a name that no other disk has, including the etcd disk
  fix: name it "data-1"`,
  },
  {
    rule: 'azure-disk-name',
    broken: withPool({ dataDisks: [{ ...DATA, name: '' }] }),
    says: `mothership/demo/workers: dataDisks[0].name is ""
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "data-0"`,
  },
  {
    rule: 'node-disk-present',
    broken: withPool({
      dataDisks: [DATA],
      bootstrap: disk('/dev/disk/azure/scsi1/lun2'),
    }),
    sound: withPool({ dataDisks: [DATA], bootstrap: disk('/dev/disk/azure/scsi1/lun1') }),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/disk/azure/scsi1/lun2"
  allowed: a device of dataDisks: /dev/disk/azure/scsi1/lun1
  fix: write dataDisks: [{ name: 'data', lun: 2, sizeGiB: 64 }]`,
  },
  {
    rule: 'node-disk-present',
    broken: onNvme({ bootstrap: disk('/dev/disk/azure/scsi1/lun1-part1') }),
    sound: onNvme({ bootstrap: disk('/dev/disk/azure/data/by-lun/1-part1') }),
    says: `mothership/demo/workers: bootstrap.diskSetup.filesystems[0].device is "/dev/disk/azure/scsi1/lun1-part1"
  allowed: /dev/disk/azure/data/by-lun/1-part1; this VM size attaches disks by NVMe
  fix: write "/dev/disk/azure/data/by-lun/1-part1"`,
  },
  {
    rule: 'etcd-volume-disk',
    broken: withControlPlane({
      etcd: { kind: 'local', volume: { device: '/dev/disk/azure/scsi1/lun0' } },
    }),
    sound: withControlPlane({
      etcdDisk: ETCD,
      etcd: { kind: 'local', volume: { device: '/dev/disk/azure/scsi1/lun0' } },
    }),
    says: `mothership/demo/control-plane: etcd.volume.device is "/dev/disk/azure/scsi1/lun0"
  allowed: a device of dataDisks, which is empty
  fix: write dataDisks: [{ name: 'etcd', lun: 0, sizeGiB: 64 }]`,
  },
  {
    rule: 'etcd-volume-quota',
    broken: withControlPlane({
      etcdDisk: { ...ETCD, sizeGiB: 4 },
      etcd: {
        kind: 'local',
        volume: { device: '/dev/disk/azure/scsi1/lun0' },
        tuning: { quotaGiB: 8 },
      },
    }),
    says: `mothership/demo/control-plane: etcd.tuning.quotaGiB is 8
  allowed: at most 4, the size of the disk
  fix: write 4, or make the disk larger`,
  },
  {
    rule: 'azure-uefi-settings',
    broken: withPool({ securityProfile: { secureBoot: true } }),
    sound: withPool({ securityProfile: { secureBoot: true, securityType: 'TrustedLaunch' } }),
    says: `mothership/demo/workers: securityProfile.securityType is missing
  allowed: "TrustedLaunch" or "ConfidentialVM" when secureBoot or vTpm is set
  fix: write "TrustedLaunch"`,
  },
  {
    rule: 'azure-confidential',
    broken: withPool({
      rootVolume: CONFIDENTIAL,
      securityProfile: { securityType: 'ConfidentialVM', vTpm: true, encryptionAtHost: true },
    }),
    sound: withPool({
      rootVolume: CONFIDENTIAL,
      securityProfile: { securityType: 'ConfidentialVM', vTpm: true, secureBoot: true },
    }),
    says: `mothership/demo/workers: securityProfile.secureBoot is missing
  allowed: true with this osDisk.confidentialEncryption
  fix: write true
mothership/demo/workers: securityProfile.encryptionAtHost is true
  allowed: false with "DiskWithVMGuestState"
  fix: leave it out`,
  },
  {
    rule: 'azure-confidential',
    broken: withPool({
      rootVolume: { ...CONFIDENTIAL, confidentialEncryption: 'VMGuestStateOnly' },
    }),
    sound: withPool({
      rootVolume: { ...CONFIDENTIAL, confidentialEncryption: 'VMGuestStateOnly' },
      securityProfile: { securityType: 'ConfidentialVM', vTpm: true, encryptionAtHost: true },
    }),
    says: `mothership/demo/workers: securityProfile is missing
  allowed: the profile of a confidential VM when osDisk.confidentialEncryption is set
  fix: write securityProfile: { securityType: 'ConfidentialVM', vTpm: true, secureBoot: true }`,
  },
  {
    rule: 'azure-control-plane-identity',
    broken: { ...withIdentity(), controlPlane: bare() },
    sound: {
      ...withIdentity({ kind: 'servicePrincipal', secretName: 'azure-credentials' }),
      controlPlane: bare(),
    },
    says: `mothership/demo/control-plane: machineIdentity is "none"
  allowed: a machine identity; the cluster's identity has no password
  fix: write machineIdentity: AzureMachineIdentity.userAssigned('/subscriptions/…')`,
  },
  {
    rule: 'azure-etcd-disk',
    broken: withControlPlane({
      etcdDisk: ETCD,
      dataDisks: [DATA],
      etcd: { kind: 'local', volume: { device: '/dev/disk/azure/scsi1/lun1' } },
    }),
    sound: withControlPlane({
      etcdDisk: ETCD,
      etcd: { kind: 'local', volume: { device: '/dev/disk/azure/data/by-lun/0' } },
    }),
    says: `mothership/demo/control-plane: etcdDisk is {"name":"etcddisk","lun":0,"sizeGiB":64}
  allowed: none; etcd.volume is on another disk
  fix: leave it out, or leave etcd.volume out`,
  },
  {
    rule: 'azure-etcd-disk',
    broken: withControlPlane({
      etcdDisk: ETCD,
      etcd: { kind: 'external', endpoints: ['https://etcd.example.org:2379'] },
    }),
    says: `mothership/demo/control-plane: etcdDisk is {"name":"etcddisk","lun":0,"sizeGiB":64}
  allowed: none; etcd runs elsewhere
  fix: leave it out`,
  },
  {
    rule: 'azure-control-plane-zones',
    broken: withControlPlane({ failureDomains: ['1', 'westeurope-2'] }),
    sound: withControlPlane({ failureDomains: ['1', '2'] }),
    says: `mothership/demo/control-plane: failureDomains is ["1","westeurope-2"]
  allowed: one or more of "1", "2" and "3", without duplicates
  fix: write ["1"]`,
  },
  {
    rule: 'azure-control-plane-zones',
    broken: withControlPlane({ failureDomains: [] }),
    says: `mothership/demo/control-plane: failureDomains is []
  allowed: one or more of "1", "2" and "3", without duplicates
  fix: leave it out`,
  },
  {
    rule: 'azure-pool-zone',
    broken: withPool({ failureDomain: 'westeurope-2' }),
    sound: withPool({ failureDomain: '2' }),
    says: `mothership/demo/workers: failureDomain is "westeurope-2"
  allowed: a zone: "1", "2" or "3"
  fix: write "2"`,
  },
  {
    rule: 'azure-pool-zone',
    broken: withPool({ failureDomains: ['1', '4'] }),
    sound: withPool({ failureDomains: ['1', '3'] }),
    says: `mothership/demo/workers: failureDomains is "4"
  allowed: a zone: "1", "2" or "3"
  fix: write zone numbers, such as "1"`,
  },
  {
    rule: 'azure-spot-reservation',
    broken: withPool({
      preemptible: SPOT,
      healthCheck: HEALTH_CHECK,
      capacityReservationGroupId: GROUP,
    }),
    sound: withPool({ preemptible: SPOT, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: capacityReservationGroupId is "/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/shared/providers/Microsoft.Compute/capacityReservationGroups/batch"
  allowed: none; spot VMs cannot use a reservation
  fix: leave it out, or leave preemptible out`,
  },
  {
    rule: 'azure-spot-eviction',
    broken: withPool({
      preemptible: { ...SPOT, evictionPolicy: 'Deallocate' },
      rootVolume: { ...OS, ephemeral: 'CacheDisk' },
      healthCheck: HEALTH_CHECK,
    }),
    sound: withPool({
      preemptible: SPOT,
      rootVolume: { ...OS, ephemeral: 'CacheDisk' },
      healthCheck: HEALTH_CHECK,
    }),
    says: `mothership/demo/workers: preemptible.evictionPolicy is "Deallocate"
  allowed: "Delete" when osDisk.ephemeral is set
  fix: write "Delete", or leave osDisk.ephemeral out`,
  },
  {
    rule: 'azure-spot-price',
    broken: withPool({ preemptible: { ...SPOT, maxPrice: '$0.05' }, healthCheck: HEALTH_CHECK }),
    sound: withPool({ preemptible: { ...SPOT, maxPrice: '0.05' }, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: preemptible.maxPrice is "$0.05"
  allowed: US dollars per hour, such as "0.05"
  fix: write "0.05"`,
  },
  {
    rule: 'azure-spot-price',
    broken: withPool({ preemptible: { ...SPOT, maxPrice: '-1' }, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/workers: preemptible.maxPrice is "-1"
  allowed: US dollars per hour, such as "0.05"
  fix: leave it out`,
  },
];

function bare() {
  return withControlPlane({ identity: { kind: 'none' } }).controlPlane;
}

/** Cluster whose workers have a data disk that is attached by NVMe. */
function onNvme(pool: Parameters<typeof withPool>[0]) {
  const plain = { cpus: 2, memory: '8Gi', disk: '30Gi', diskController: 'NVMe' } as const;
  const cloud = subscriptionModel({ sizes: { Standard_D2s_v5: plain } });
  return withPool({ dataDisks: [DATA], ...pool }, { cloud });
}

function disk(device: string) {
  const filesystems = [{ device, filesystem: 'ext4', label: 'data' }];
  return { ...PLAIN_BOOTSTRAP, diskSetup: { partitions: [], filesystems } };
}
