import type { Rule } from '../../base/rule';
import type { AddonSubject } from './subjects';

/** Rules on addons that offer devices of nodes to pods. */
export const DEVICE_PLUGIN_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'device-plugin-pool',
    reason: 'The plugin runs only on nodes of pools that declare the device.',
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
  {
    id: 'device-plugin-twice',
    reason:
      'Two device plugins for one resource register in turn with the kubelet, which then forgets the devices of the other.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins.md',
    check({ cluster, addon: { path, name, offers } }, refuse) {
      const [first] = cluster.addons.filter((addon) => addon.offers === offers);
      if (offers === undefined || first === undefined || first.path === path) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `one addon that offers ${offers}; ${first.name} already does`,
          fix: `leave ${name} or ${first.name} out`,
        },
      );
    },
  },
];
