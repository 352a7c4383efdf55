import { compact, type Fields, sorted } from '../../base/fields';
import type {
  DataDisk,
  Diagnostics,
  Image,
  ManagedDisk,
  NetworkInterface,
  OsDisk,
  SecurityProfile,
  SpotVMOptions,
  TemplateSpec,
} from '../../schema/generated/azure-v1beta1.shapes.generated';
import type { AzureBootDiagnosticsModel } from '../model/boot-diagnostics';
import type { AzureControlPlane } from '../model/control-plane';
import { type AzureDataDisk, type AzureDisk, type AzureOsDisk, isUncached } from '../model/disk';
import { allDataDisks } from '../model/etcd-disk';
import type { AzureImageModel } from '../model/image';
import type { AzureMachine } from '../model/machine';
import type { AzureMachineIdentityModel } from '../model/machine-identity';
import type { AzurePool } from '../model/node-pool';
import type { AzureSpotModel } from '../model/preemptible';
import type { AzureSecurityProfile } from '../model/security-profile';

/** Data of the VMs of a control plane or pool, without the names of pools and clusters. */
export interface AzureMachineData
  extends Pick<
    AzureMachine,
    | 'size'
    | 'image'
    | 'sshPublicKey'
    | 'rootVolume'
    | 'dataDisks'
    | 'identity'
    | 'subnet'
    | 'acceleratedNetworking'
    | 'publicIp'
    | 'ipForwarding'
    | 'dnsServers'
    | 'tags'
    | 'securityProfile'
    | 'ultraSsd'
    | 'bootDiagnostics'
    | 'capacityReservationGroupId'
  > {
  /** Spot options; undefined for regular VMs. */
  readonly spot: AzureSpotModel | undefined;
}

/** Returns the data of the VMs of a control plane or pool. */
export function machineData(
  machine: AzureMachine & Pick<AzurePool, 'preemptible'> & Pick<AzureControlPlane, 'etcdDisk'>,
): AzureMachineData {
  return {
    size: machine.size,
    image: machine.image,
    sshPublicKey: machine.sshPublicKey,
    rootVolume: machine.rootVolume,
    dataDisks: allDataDisks(machine),
    identity: machine.identity,
    subnet: machine.subnet,
    acceleratedNetworking: machine.acceleratedNetworking,
    publicIp: machine.publicIp,
    ipForwarding: machine.ipForwarding,
    dnsServers: machine.dnsServers,
    tags: machine.tags,
    securityProfile: machine.securityProfile,
    ultraSsd: machine.ultraSsd,
    bootDiagnostics: machine.bootDiagnostics,
    capacityReservationGroupId: machine.capacityReservationGroupId,
    spot: machine.preemptible,
  };
}

/** Renders the spec of the machine template. */
export function machineSpec(data: AzureMachineData): Fields {
  const { securityProfile, bootDiagnostics, ultraSsd, sshPublicKey } = data;
  return compact({
    vmSize: data.size,
    image: image(data.image),
    sshPublicKey: sshPublicKey && Buffer.from(sshPublicKey).toString('base64'),
    osDisk: osDisk(data.rootVolume),
    dataDisks: data.dataDisks?.map(dataDisk),
    ...identity(data.identity),
    networkInterfaces: networkInterfaces(data),
    allocatePublicIP: data.publicIp,
    enableIPForwarding: data.ipForwarding,
    dnsServers: data.dnsServers,
    additionalTags: sorted(data.tags),
    securityProfile: securityProfile && profile(securityProfile),
    additionalCapabilities: ultraSsd === undefined ? undefined : { ultraSSDEnabled: ultraSsd },
    diagnostics: bootDiagnostics && diagnostics(bootDiagnostics),
    capacityReservationGroupID: data.capacityReservationGroupId,
    spotVMOptions: data.spot && spot(data.spot),
  } satisfies TemplateSpec);
}

function image(model: AzureImageModel): Image | undefined {
  switch (model.kind) {
    case 'reference':
      return undefined;
    case 'id':
      return { id: model.id };
    case 'gallery': {
      const { gallery, name, version, owner, plan } = model;
      const { subscriptionId: subscriptionID, resourceGroup } = owner ?? {};
      const rest = compact({ subscriptionID, resourceGroup, plan });
      return { computeGallery: { gallery, name, version, ...rest } };
    }
    case 'marketplace': {
      const { publisher, offer, sku, version, thirdParty } = model;
      const rest = compact({ thirdPartyImage: thirdParty === true ? true : undefined });
      return { marketplace: { publisher, offer, sku, version, ...rest } };
    }
  }
}

function osDisk(disk: AzureOsDisk | undefined): OsDisk {
  if (disk === undefined) return { osType: 'Linux' };
  const { sizeGiB, caching, ephemeral } = disk;
  return {
    osType: 'Linux',
    ...compact({
      diskSizeGB: sizeGiB,
      // The provider defaults to None, which ephemeral disks do not support.
      cachingType: caching ?? (ephemeral === undefined ? undefined : 'ReadOnly'),
      managedDisk: managedDisk(disk),
      diffDiskSettings:
        ephemeral === undefined ? undefined : { option: 'Local', placement: ephemeral },
    } satisfies OsDisk),
  };
}

function dataDisk(disk: AzureDataDisk): DataDisk {
  const { name, lun, sizeGiB, caching } = disk;
  return {
    nameSuffix: name,
    lun,
    diskSizeGB: sizeGiB,
    ...compact({
      // The provider enables caching by default, whatever the disk.
      cachingType: caching ?? (isUncached(disk) ? 'None' : undefined),
      managedDisk: managedDisk(disk),
    }),
  };
}

function managedDisk(
  disk: AzureDisk & Pick<AzureOsDisk, 'confidentialEncryption'>,
): ManagedDisk | undefined {
  const { storageType, encryptionSetId, confidentialEncryption } = disk;
  if ((storageType ?? encryptionSetId ?? confidentialEncryption) === undefined) return undefined;
  const diskEncryptionSet = encryptionSetId === undefined ? undefined : { id: encryptionSetId };
  const isWhole = confidentialEncryption === 'DiskWithVMGuestState';
  return compact({
    storageAccountType: storageType,
    diskEncryptionSet: isWhole ? undefined : diskEncryptionSet,
    securityProfile: compact({
      securityEncryptionType: confidentialEncryption,
      diskEncryptionSet: isWhole ? diskEncryptionSet : undefined,
    }),
  } satisfies ManagedDisk);
}

function identity(model: AzureMachineIdentityModel): Partial<TemplateSpec> {
  switch (model.kind) {
    case 'none':
      return {};
    case 'systemAssigned': {
      const { role } = model;
      return {
        identity: 'SystemAssigned',
        systemAssignedIdentityRole: role && {
          definitionID: role.definitionId,
          scope: role.scope,
        },
      };
    }
    case 'userAssigned':
      return {
        identity: 'UserAssigned',
        userAssignedIdentities: model.ids.map((providerID) => ({ providerID })),
      };
  }
}

function networkInterfaces(data: AzureMachineData): readonly NetworkInterface[] {
  const { subnet, acceleratedNetworking } = data;
  if (subnet === undefined && acceleratedNetworking === undefined) return [];
  const rest = compact({ subnetName: subnet, acceleratedNetworking });
  return [{ ...rest, privateIPConfigs: 1 }];
}

function profile(model: AzureSecurityProfile): SecurityProfile {
  const { encryptionAtHost, securityType, secureBoot, vTpm } = model;
  const isSet = secureBoot !== undefined || vTpm !== undefined;
  return compact({
    encryptionAtHost,
    securityType,
    uefiSettings: isSet ? compact({ secureBootEnabled: secureBoot, vTpmEnabled: vTpm }) : undefined,
  } satisfies SecurityProfile);
}

function diagnostics(model: AzureBootDiagnosticsModel): Diagnostics {
  switch (model.kind) {
    case 'managed':
      return { boot: { storageAccountType: 'Managed' } };
    case 'disabled':
      return { boot: { storageAccountType: 'Disabled' } };
    case 'account': {
      const userManaged = { storageAccountURI: model.uri };
      return { boot: { storageAccountType: 'UserManaged', userManaged } };
    }
  }
}

function spot({ maxPrice, evictionPolicy }: AzureSpotModel): SpotVMOptions {
  return compact({ maxPrice, evictionPolicy } satisfies SpotVMOptions);
}
