import type { Rule } from '../../base/rule';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { AddonSubject } from './subjects';

const MOST_CLUSTER_ID = 64;

/** Rules for the CSI driver. */
export const VOLUME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'volume-cluster-id',
    reason: 'The driver exits when the identifier is empty or longer.',
    source: 'kubernetes-sigs/vsphere-csi-driver@v3.3.1:pkg/common/config/config.go',
    check({ addon }, refuse) {
      const id = VOLUME_CLUSTER_ID.of(addon) ?? '';
      if (id.trim() !== '' && id.length <= MOST_CLUSTER_ID) return;
      refuse(
        { path: addon.path, prop: 'clusterId' },
        {
          given: id,
          allowed: `1 to ${MOST_CLUSTER_ID} characters, unique among the clusters of the vCenter`,
          fix: 'set clusterId to a shorter text of your own, which must never change',
        },
      );
    },
  },
];
