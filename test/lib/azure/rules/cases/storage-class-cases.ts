import { Addon, type AzureDiskStorageClass } from '../../../../../constructs/index';
import { azureCluster } from '../../../../support/azure-models';
import { OTHERWISE } from '../../../../support/fleets';
import type { RuleCase } from '../../../assembly/rule-case';
import { resource } from './azure-case';

const SET = resource('Microsoft.Compute/diskEncryptionSets', 'disks');

/** Examples of rules on storage classes of Azure Disk. */
export const STORAGE_CLASS_CASES: readonly RuleCase[] = [
  {
    rule: 'azure-class-caching',
    broken: withClass({ skuName: 'UltraSSD_LRS', cachingMode: 'ReadOnly' }),
    sound: withClass({ skuName: 'UltraSSD_LRS' }),
    says: `mothership/demo/azuredisk-csi: storageClasses[0].cachingMode is "ReadOnly"
  allowed: "None" for UltraSSD_LRS
  fix: leave it out`,
  },
  {
    rule: 'azure-class-iops',
    broken: withClass({ iops: 500 }),
    sound: withClass({ skuName: 'PremiumV2_LRS', iops: 500 }),
    says: `mothership/demo/azuredisk-csi: storageClasses[0].iops is 500
  allowed: an integer of 100 or more, only with UltraSSD_LRS or PremiumV2_LRS
  fix: leave it out`,
  },
  {
    rule: 'azure-class-throughput',
    broken: withClass({ skuName: 'UltraSSD_LRS', throughput: 0 }),
    sound: withClass({ skuName: 'UltraSSD_LRS', throughput: 1 }),
    says: `mothership/demo/azuredisk-csi: storageClasses[0].throughput is 0
  allowed: an integer of 1 or more, only with UltraSSD_LRS or PremiumV2_LRS
  fix: leave it out`,
  },
  {
    rule: 'azure-class-key',
    broken: withClass({ diskEncryptionSetId: 'disks' }),
    sound: withClass({ diskEncryptionSetId: SET }),
    says: `mothership/demo/azuredisk-csi: storageClasses[0].diskEncryptionSetId is "disks"
  allowed: a resource ID with subscription and resource group
  fix: write /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/diskEncryptionSets/…`,
  },
];

function withClass(props: Partial<AzureDiskStorageClass>) {
  const addon = Addon.azureDiskCsi({ storageClasses: [{ name: 'disks', ...props }] });
  const cluster = azureCluster();
  return {
    ...cluster,
    addons: [addon.describe(cluster, 'mothership/demo/azuredisk-csi')],
    installedOtherwise: OTHERWISE,
  };
}
