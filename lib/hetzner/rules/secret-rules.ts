import { write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { objectNameFinding } from '../../cluster/rules/names';
import type { HetznerCluster } from '../model/cluster';
import { HETZNER_SECRET_DEFAULTS, type HetznerSecretKeys } from '../model/hetzner-secret';
import { RESCUE_KEY_DEFAULTS, type RescueKeyOptions } from '../model/rescue-key';
import { CLUSTER_WEBHOOK, SERVERS } from './sources';

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const KEY_WORDS = 'the key of a Secret: letters, digits, dashes, dots and underscores';

/** Rules for the Secret with the token of a cluster. */
export const HETZNER_SECRET_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-secret-name',
    reason: 'The provider finds the token by the name of the Secret and its keys.',
    source: CLUSTER_WEBHOOK,
    check({ path, hetznerSecret: { secretName, keys } }, refuse) {
      const finding = objectNameFinding(secretName);
      if (finding !== undefined) refuse({ path, prop: 'hetznerSecret.secretName' }, finding);
      for (const key of Object.keys(HETZNER_SECRET_DEFAULTS) as (keyof HetznerSecretKeys)[]) {
        const place = { path, prop: `hetznerSecret.keys.${key}` };
        refuseKey(place, keys[key], HETZNER_SECRET_DEFAULTS[key], refuse);
      }
    },
  },
];

/** Rules for the Secret with the SSH key of the rescue system. */
export const RESCUE_KEY_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-rescue-key',
    reason: 'The provider finds the SSH key by the name of the Secret and its keys.',
    source: SERVERS,
    check({ path, rescueKey }, refuse) {
      if (rescueKey === undefined) return;
      const finding = objectNameFinding(rescueKey.secretName);
      if (finding !== undefined) refuse({ path, prop: 'rescueKey.secretName' }, finding);
      for (const key of Object.keys(RESCUE_KEY_DEFAULTS) as (keyof RescueKeyOptions)[]) {
        const place = { path, prop: `rescueKey.${key}` };
        refuseKey(place, rescueKey[key], RESCUE_KEY_DEFAULTS[key], refuse);
      }
    },
  },
];

function refuseKey(
  place: { readonly path: string; readonly prop: string },
  key: string,
  usual: string,
  refuse: Refuse,
): void {
  if (!KEY.test(key)) refuse(place, { given: key, allowed: KEY_WORDS, fix: write(usual) });
}
