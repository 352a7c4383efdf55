import { deliveredName, takenName } from '../../addons/rules/addon-name-rules';
import type { Rule } from '../../base/rule';
import type { AddonSubject } from './subjects';

/** Rules on addons whose Secrets would replace the credentials. */
export const CREDENTIAL_NAME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-name-credentials',
    reason:
      'The Secret with the plaintext credentials is in the same namespace as those of addons, so their names must differ.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/cluster-resource-set.md',
    check({ cluster, addon }, refuse) {
      const { credentials } = cluster;
      if (credentials.kind !== 'plaintext') return;
      for (const payload of addon.payload) {
        if (payload.kind !== 'secret') continue;
        const name = deliveredName(addon, payload.suffix);
        if (credentials.secretName !== `${cluster.name}-${name}`) continue;
        refuse(...takenName(cluster, addon, name));
      }
    },
  },
];
