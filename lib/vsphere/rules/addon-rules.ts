import type { Rule } from '../../base/rule';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { AddonSubject } from './subjects';

const MOST_CLUSTER_ID = 64;

/** Rules on the storage driver. */
export const VOLUME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'volume-cluster-id',
    reason: 'The driver ends with a longer identifier, or none.',
    source: 'kubernetes-sigs/vsphere-csi-driver@v3.3.1:pkg/common/config/config.go',
    check({ addon }, refuse) {
      const id = VOLUME_CLUSTER_ID.of(addon) ?? '';
      if (id.trim() !== '' && id.length <= MOST_CLUSTER_ID) return;
      refuse(
        { path: addon.path, prop: 'clusterId' },
        {
          given: id,
          allowed: `1 to ${MOST_CLUSTER_ID} characters that no other cluster of the vCenter has`,
          fix: 'give clusterId: a shorter text of your own, which must never change',
        },
      );
    },
  },
];
