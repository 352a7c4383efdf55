import type { Rule } from './rule';
import type { AddonSubject } from './subjects';

/** Rules on addons that offer what is in nodes. */
export const DEVICE_PLUGIN_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'device-plugin-pool',
    reason: 'The plugin runs on nodes of pools that say what they have, and on no others.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins.md',
    check({ cluster, addon: { path, name, offers } }, refuse) {
      if (offers === undefined || cluster.pools.some(({ gpu }) => gpu?.type === offers)) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `a cluster with a pool that has ${offers}`,
          fix: `write gpu: Gpu.ofType("${offers}") in such a pool, or leave the addon out`,
        },
      );
    },
  },
];
