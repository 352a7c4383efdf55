import {
  azureCluster,
  INTERNAL_ENDPOINT,
  patchedAzureObject,
} from '../../../../support/azure-models';
import type { FieldPatch } from '../../../../support/patched-objects';
import { FinishedObject, type RuleCase } from '../../../assembly/rule-case';
import { resource } from './azure-case';

const AT = 'spec template spec';
const BALANCER = 'spec networkSpec apiServerLB';
const PUBLIC_IP = { name: 'api' };
const SET = { id: resource('Microsoft.Compute/diskEncryptionSets', 'disks') };
const MACHINE = 'pool/workers/machineTemplate';
const IDENTITY = [
  { providerID: resource('Microsoft.ManagedIdentity/userAssignedIdentities', 'a') },
];
const OS = `${AT} osDisk managedDisk`;
const CONFIDENTIAL: FieldPatch = [
  OS,
  {
    storageAccountType: 'Premium_LRS',
    securityProfile: { securityEncryptionType: 'DiskWithVMGuestState' },
  },
];

/** Examples of rules on finished objects. */
export const OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'object-azure-name',
    ...cluster([['metadata name', 'a'.repeat(45)]], [['metadata name', 'a'.repeat(44)]]),
    says: `mothership/demo: metadata.name of AzureCluster aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  allowed: 2 to 44 lowercase letters, digits and dashes, starting and ending with a letter or digit
  fix: give the cluster a shorter name`,
  },
  {
    rule: 'object-azure-identity-ref',
    ...cluster([['spec identityRef kind', 'Secret']], []),
    says: `mothership/demo: spec.identityRef.kind of AzureCluster demo is "Secret"
  allowed: "AzureClusterIdentity"
  fix: write "AzureClusterIdentity"`,
  },
  {
    rule: 'object-azure-balancer',
    ...cluster(
      [[BALANCER, { type: 'public', sku: 'Basic' }]],
      [[BALANCER, { type: 'Public', sku: 'Standard' }]],
    ),
    says: `mothership/demo: spec.networkSpec.apiServerLB.sku of AzureCluster demo is "Basic"
  allowed: "Standard"
  fix: leave it out
mothership/demo: spec.networkSpec.apiServerLB.type of AzureCluster demo is "public"
  allowed: "Public" or "Internal"
  fix: leave it out`,
  },
  {
    rule: 'object-azure-balancer',
    ...cluster([[BALANCER, { frontendIPsCount: 2 }]], [[BALANCER, { frontendIPsCount: 1 }]]),
    says: `mothership/demo: spec.networkSpec.apiServerLB.frontendIPsCount of AzureCluster demo is 2
  allowed: 1
  fix: leave it out`,
  },
  {
    rule: 'object-azure-addresses',
    ...cluster(
      [[`${BALANCER} frontendIPs`, [{ name: 'api', privateIP: '10.8.0.100' }]]],
      [[`${BALANCER} frontendIPs`, [{ name: 'api', publicIP: PUBLIC_IP }]]],
    ),
    says: `mothership/demo: spec.networkSpec.apiServerLB.frontendIPs of AzureCluster demo is 0
  allowed: exactly one with publicIP
  fix: leave the others out
mothership/demo: spec.networkSpec.apiServerLB.frontendIPs[0].privateIP of AzureCluster demo is "10.8.0.100"
  allowed: none; the load balancer is public
  fix: leave it out`,
  },
  {
    rule: 'object-azure-addresses',
    ...inner(
      [[`${BALANCER} frontendIPs`, [{ name: 'api', publicIP: PUBLIC_IP, privateIP: '10.8.0.9' }]]],
      [[`${BALANCER} frontendIPs`, []]],
    ),
    says: `mothership/demo: spec.networkSpec.apiServerLB.frontendIPs[0].publicIP of AzureCluster demo is {"name":"api"}
  allowed: none; the load balancer is internal
  fix: leave it out`,
  },
  {
    rule: 'object-azure-private-ip',
    ...inner(
      [[`${BALANCER} frontendIPs`, [{ name: 'api', privateIP: '10.0.0.100' }]]],
      [[`${BALANCER} frontendIPs`, [{ name: 'api', privateIP: '10.8.0.9' }]]],
    ),
    says: `mothership/demo: spec.networkSpec.apiServerLB.frontendIPs[0].privateIP of AzureCluster demo is "10.0.0.100"
  allowed: an address in 10.8.0.0/17
  fix: write an address in the control plane subnet`,
  },
  {
    rule: 'object-azure-balancer-numbers',
    ...cluster(
      [
        [`${BALANCER} idleTimeoutInMinutes`, 31],
        ['spec networkSpec nodeOutboundLB', { frontendIPsCount: 17 }],
      ],
      [
        [`${BALANCER} idleTimeoutInMinutes`, 30],
        ['spec networkSpec nodeOutboundLB', { frontendIPsCount: 16 }],
      ],
    ),
    says: `mothership/demo: spec.networkSpec.apiServerLB.idleTimeoutInMinutes of AzureCluster demo is 31
  allowed: an integer from 4 to 30
  fix: leave it out
mothership/demo: spec.networkSpec.nodeOutboundLB.frontendIPsCount of AzureCluster demo is 17
  allowed: an integer from 0 to 16
  fix: leave it out`,
  },
  {
    rule: 'object-azure-outbound',
    broken: finished([['spec networkSpec controlPlaneOutboundLB', { name: 'out' }]]),
    sound: hidden([['spec networkSpec controlPlaneOutboundLB', { name: 'out' }]]),
    says: `mothership/demo: spec.networkSpec.controlPlaneOutboundLB of AzureCluster demo is {"name":"out"}
  allowed: none; apiServerLB is public
  fix: leave it out`,
  },
  {
    rule: 'object-azure-private-dns',
    broken: finished([['spec networkSpec privateDNSZoneName', 'example.org']]),
    sound: hidden([['spec networkSpec privateDNSZoneName', 'example.org']]),
    says: `mothership/demo: spec.networkSpec.privateDNSZoneName of AzureCluster demo is "example.org"
  allowed: none; apiServerLB is public
  fix: leave it out`,
  },
  {
    rule: 'object-azure-private-dns',
    ...inner(
      [['spec networkSpec privateDNSZoneResourceGroup', 'names']],
      [
        ['spec networkSpec privateDNSZoneResourceGroup', 'names'],
        ['spec networkSpec privateDNSZoneName', 'example.org'],
      ],
    ),
    says: `mothership/demo: spec.networkSpec.privateDNSZoneResourceGroup of AzureCluster demo is "names"
  allowed: none; privateDNSZoneName is not set
  fix: leave it out`,
  },
  {
    rule: 'object-azure-security-rule',
    ...cluster([rules({ priority: 99, source: '*', sources: ['*'] })], [rules({ priority: 100 })]),
    says: `mothership/demo: spec.networkSpec.subnets[0].securityGroup.securityRules[0].priority of AzureCluster demo is 99
  allowed: an integer from 100 to 4096
  fix: write 100
mothership/demo: spec.networkSpec.subnets[0].securityGroup.securityRules[0].source of AzureCluster demo is "*"
  allowed: none; sources is set
  fix: leave it out`,
  },
  {
    rule: 'object-azure-bastion',
    ...cluster(
      [['spec bastionSpec', { azureBastion: { enableTunneling: true } }]],
      [['spec bastionSpec', { azureBastion: { enableTunneling: true, sku: 'Standard' } }]],
    ),
    says: `mothership/demo: spec.bastionSpec.azureBastion.sku of AzureCluster demo is missing
  allowed: "Standard" when enableTunneling is true
  fix: write "Standard"`,
  },
  {
    rule: 'object-azure-one-machine',
    ...machine([[`${AT} roleAssignmentName`, 'a']], []),
    says: `mothership/demo: spec.template.spec.roleAssignmentName of AzureMachineTemplate demo-workers is "a"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-azure-image',
    ...machine(
      [[`${AT} image`, { id: 'a', computeGallery: { gallery: 'a', resourceGroup: 'b' } }]],
      [[`${AT} image`, { id: 'a' }]],
    ),
    says: `mothership/demo: spec.template.spec.image of AzureMachineTemplate demo-workers is ["id","computeGallery"]
  allowed: exactly one of id, marketplace, computeGallery and sharedGallery
  fix: leave the others out
mothership/demo: spec.template.spec.image.computeGallery.subscriptionID of AzureMachineTemplate demo-workers is missing
  allowed: a value when resourceGroup is set
  fix: write it, or leave both out`,
  },
  {
    rule: 'object-azure-disk',
    ...machine(
      [
        [`${AT} osDisk diskSizeGB`, 4_096],
        [
          `${AT} dataDisks`,
          [
            { nameSuffix: 'a', lun: 0, diskSizeGB: 4 },
            { nameSuffix: 'a', lun: 0, diskSizeGB: 3 },
          ],
        ],
      ],
      [
        [`${AT} osDisk diskSizeGB`, 2_048],
        [`${AT} dataDisks`, [{ nameSuffix: 'a', lun: 63, diskSizeGB: 4 }]],
      ],
    ),
    says: `mothership/demo: spec.template.spec.osDisk.diskSizeGB of AzureMachineTemplate demo-workers is 4096
  allowed: an integer from 1 to 2048
  fix: leave it out
mothership/demo: spec.template.spec.dataDisks[1].diskSizeGB of AzureMachineTemplate demo-workers is 3
  allowed: an integer from 4 to 32767
  fix: write 64
mothership/demo: spec.template.spec.dataDisks[1].lun of AzureMachineTemplate demo-workers is 0
  allowed: an integer from 0 to 63 that no other disk has
  fix: write 1
mothership/demo: spec.template.spec.dataDisks[1].nameSuffix of AzureMachineTemplate demo-workers is "a"
  allowed: a suffix that no other disk has
  fix: write "data-1"`,
  },
  {
    rule: 'object-azure-managed-disk',
    ...machine(
      [
        [OS, { storageAccountType: 'UltraSSD_LRS' }],
        [`${AT} osDisk cachingType`, 'ReadOnly'],
      ],
      [[OS, { storageAccountType: 'Premium_LRS' }]],
    ),
    says: `mothership/demo: spec.template.spec.osDisk.managedDisk.storageAccountType of AzureMachineTemplate demo-workers is "UltraSSD_LRS"
  allowed: another type for the OS disk
  fix: write "Premium_LRS"
mothership/demo: spec.template.spec.osDisk.cachingType of AzureMachineTemplate demo-workers is "ReadOnly"
  allowed: "None" for "UltraSSD_LRS"
  fix: write "None"`,
  },
  {
    rule: 'object-azure-managed-disk',
    ...machine([[OS, { diskEncryptionSet: SET }]], []),
    says: `mothership/demo: spec.template.spec.osDisk.managedDisk.storageAccountType of AzureMachineTemplate demo-workers is missing
  allowed: a disk type, required by the other fields of managedDisk
  fix: write "Premium_LRS"`,
  },
  {
    rule: 'object-azure-ephemeral',
    ...machine(
      [
        [OS, { storageAccountType: 'Premium_LRS', diskEncryptionSet: SET }],
        [`${AT} osDisk diffDiskSettings`, { option: 'Local' }],
      ],
      [[`${AT} osDisk diffDiskSettings`, { option: 'Local' }]],
    ),
    says: `mothership/demo: spec.template.spec.osDisk.managedDisk.diskEncryptionSet of AzureMachineTemplate demo-workers is {"id":"/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/shared/providers/Microsoft.Compute/diskEncryptionSets/disks"}
  allowed: none; diffDiskSettings is set
  fix: leave it out`,
  },
  {
    rule: 'object-azure-ssh-key',
    ...machine(
      [[`${AT} sshPublicKey`, `ssh-rsa ${'A'.repeat(68)}`]],
      [[`${AT} sshPublicKey`, Buffer.from(`ssh-rsa ${'A'.repeat(68)}\n`).toString('base64')]],
    ),
    says: `mothership/demo: spec.template.spec.sshPublicKey of AzureMachineTemplate demo-workers is "ssh-rsa AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  allowed: an OpenSSH public key in base64
  fix: leave it out`,
  },
  {
    rule: 'object-azure-identity',
    ...machine(
      [[`${AT} userAssignedIdentities`, IDENTITY]],
      [
        [`${AT} userAssignedIdentities`, IDENTITY],
        [`${AT} identity`, 'UserAssigned'],
      ],
    ),
    says: `mothership/demo: spec.template.spec.identity of AzureMachineTemplate demo-workers is "None"
  allowed: "UserAssigned" together with userAssignedIdentities
  fix: write "UserAssigned"`,
  },
  {
    rule: 'object-azure-identity',
    ...machine(
      [[`${AT} systemAssignedIdentityRole`, { definitionID: 'a', scope: 'b' }]],
      [
        [`${AT} systemAssignedIdentityRole`, { definitionID: 'a', scope: 'b' }],
        [`${AT} identity`, 'SystemAssigned'],
      ],
    ),
    says: `mothership/demo: spec.template.spec.systemAssignedIdentityRole of AzureMachineTemplate demo-workers is {"definitionID":"a","scope":"b"}
  allowed: none; only identity "SystemAssigned" has a role
  fix: leave it out`,
  },
  {
    rule: 'object-azure-interfaces',
    ...machine(
      [
        [`${AT} networkInterfaces`, [{ subnetName: 'nodes', privateIPConfigs: 0 }]],
        [`${AT} subnetName`, 'nodes'],
      ],
      [[`${AT} networkInterfaces`, [{ subnetName: 'nodes', privateIPConfigs: 1 }]]],
    ),
    says: `mothership/demo: spec.template.spec.subnetName of AzureMachineTemplate demo-workers is "nodes"
  allowed: none; networkInterfaces is set
  fix: leave it out
mothership/demo: spec.template.spec.networkInterfaces[0].privateIPConfigs of AzureMachineTemplate demo-workers is 0
  allowed: an integer of 1 or more
  fix: write 1`,
  },
  {
    rule: 'object-azure-extensions',
    ...machine(
      [
        [`${AT} disableExtensionOperations`, true],
        [`${AT} vmExtensions`, [{ name: 'a', publisher: 'b', version: '1' }]],
      ],
      [[`${AT} disableExtensionOperations`, true]],
    ),
    says: `mothership/demo: spec.template.spec.vmExtensions of AzureMachineTemplate demo-workers is [{"name":"a","publisher":"b","version":"1"}]
  allowed: none; disableExtensionOperations is true
  fix: leave it out`,
  },
  {
    rule: 'object-azure-confidential',
    ...machine(
      [
        CONFIDENTIAL,
        [
          `${AT} securityProfile`,
          {
            securityType: 'TrustedLaunch',
            encryptionAtHost: true,
            uefiSettings: { vTpmEnabled: false, secureBootEnabled: false },
          },
        ],
      ],
      [
        CONFIDENTIAL,
        [
          `${AT} securityProfile`,
          {
            securityType: 'ConfidentialVM',
            uefiSettings: { vTpmEnabled: true, secureBootEnabled: true },
          },
        ],
      ],
    ),
    says: `mothership/demo: spec.template.spec.securityProfile.securityType of AzureMachineTemplate demo-workers is "TrustedLaunch"
  allowed: "ConfidentialVM" with this securityEncryptionType
  fix: write "ConfidentialVM"
mothership/demo: spec.template.spec.securityProfile.uefiSettings.vTpmEnabled of AzureMachineTemplate demo-workers is false
  allowed: true with this securityEncryptionType
  fix: write true
mothership/demo: spec.template.spec.securityProfile.uefiSettings.secureBootEnabled of AzureMachineTemplate demo-workers is false
  allowed: true with this securityEncryptionType
  fix: write true
mothership/demo: spec.template.spec.securityProfile.encryptionAtHost of AzureMachineTemplate demo-workers is true
  allowed: false with this securityEncryptionType
  fix: write false`,
  },
  {
    rule: 'object-azure-confidential',
    ...machine(
      [
        [
          OS,
          {
            storageAccountType: 'Premium_LRS',
            securityProfile: {
              securityEncryptionType: 'VMGuestStateOnly',
              diskEncryptionSet: SET,
            },
          },
        ],
      ],
      [],
    ),
    says: `mothership/demo: spec.template.spec.osDisk.managedDisk.securityProfile.diskEncryptionSet of AzureMachineTemplate demo-workers is {"id":"/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/shared/providers/Microsoft.Compute/diskEncryptionSets/disks"}
  allowed: none; only "DiskWithVMGuestState" uses it
  fix: leave it out`,
  },
  {
    rule: 'object-azure-diagnostics',
    ...machine(
      [[`${AT} diagnostics`, { boot: { storageAccountType: 'UserManaged' } }]],
      [[`${AT} diagnostics`, { boot: { storageAccountType: 'Managed' } }]],
    ),
    says: `mothership/demo: spec.template.spec.diagnostics.boot.userManaged of AzureMachineTemplate demo-workers is missing
  allowed: the URI of a storage account
  fix: write storageAccountURI`,
  },
  {
    rule: 'object-azure-identity-type',
    broken: identity({ type: 'WorkloadIdentity', resourceID: 'a' }),
    sound: identity({ type: 'UserAssignedMSI', resourceID: 'a' }),
    says: `mothership/demo: spec.resourceID of AzureClusterIdentity production is "a"
  allowed: none; only type "UserAssignedMSI" uses this field
  fix: leave it out`,
  },
];

function rules(rule: object): FieldPatch {
  const own = { name: 'a', description: 'a', direction: 'Inbound', protocol: 'Tcp', ...rule };
  const securityGroup = { name: 'a', securityRules: [own] };
  const subnet = { name: 'a', role: 'cluster', cidrBlocks: ['10.8.0.0/16'], securityGroup };
  return ['spec networkSpec subnets', [subnet]];
}

function cluster(broken: readonly FieldPatch[], sound: readonly FieldPatch[]) {
  return { broken: finished(broken), sound: finished(sound) };
}

function inner(broken: readonly FieldPatch[], sound: readonly FieldPatch[]) {
  return { broken: hidden(broken), sound: hidden(sound) };
}

function machine(broken: readonly FieldPatch[], sound: readonly FieldPatch[]) {
  return { broken: finished(broken, MACHINE), sound: finished(sound, MACHINE) };
}

function finished(patches: readonly FieldPatch[], key = 'infrastructure'): FinishedObject {
  return new FinishedObject(patchedAzureObject(key, patches), azureCluster().profile);
}

function hidden(patches: readonly FieldPatch[]): FinishedObject {
  const object = patchedAzureObject('infrastructure', patches, { endpoint: INTERNAL_ENDPOINT });
  return new FinishedObject(object, azureCluster().profile);
}

function identity(spec: object): FinishedObject {
  const object = {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'AzureClusterIdentity',
    metadata: { name: 'production', namespace: 'capz-system' },
    spec: { tenantID: 'a', clientID: 'b', ...spec },
  };
  return new FinishedObject(object, azureCluster().profile);
}
