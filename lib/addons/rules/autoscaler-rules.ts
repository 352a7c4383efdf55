import { leaveOut, write } from '../../base/fix';
import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import type { PoolSubject } from '../../cluster/rules/subjects';
import type { EquippedCluster } from '../model/cluster';
import type { AddonSubject } from './subjects';

const STARTUP_SINCE = 35;
/** Expander that chooses a pool at random. */
const CHANCE = 'random';
const UTILS =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go';
const PRIORITY = 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/expander/priority/readme.md';

/** Rules on the expanders of an autoscaler. */
export const EXPANDER_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'autoscaler-expanders',
    reason:
      'The autoscaler does not start if an expander is listed twice or follows random, which leaves nothing to choose from.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/expander/factory/expander_factory.go',
    check({ addon: { path, expander = [] } }, refuse) {
      const once = [...new Set(expander)].filter((name) => name !== '');
      const others = once.filter((name) => name !== CHANCE);
      const legal = once.includes(CHANCE) ? [...others, CHANCE] : others;
      if (legal.length > 0 && legal.join() === expander.join()) return;
      refuse(
        { path, prop: 'expander' },
        {
          given: expander,
          allowed: 'expanders that are each listed once, with random as the last one',
          fix: legal.length > 0 ? write(legal) : leaveOut(),
        },
      );
    },
  },
];

/** Rules on the autoscaling options of pools that the cluster's autoscaler must support. */
export const AUTOSCALED_POOL_RULES: readonly Rule<PoolSubject<EquippedCluster>>[] = [
  {
    id: 'autoscale-startup-version',
    reason: 'Older releases of the autoscaler do not support a maximum node startup time.',
    source: UTILS,
    check({ cluster, pool: { path, autoscale } }, refuse) {
      const seconds = autoscale?.maxNodeStartupSeconds;
      if (seconds === undefined) return;
      const addon = cluster.addons.find(({ autoscales }) => autoscales);
      const release = tryParseKubernetesVersion(addon?.version ?? cluster.kubernetesVersion);
      if (release === undefined || release.minor >= STARTUP_SINCE) return;
      refuse(
        { path, prop: 'autoscale.maxNodeStartupTime' },
        {
          given: `${seconds} seconds`,
          allowed: `none; the autoscaler has release ${release.series}, and a duration needs 1.${STARTUP_SINCE} or newer`,
          fix: leaveOut({
            or: `write Addon.clusterAutoscaler({ version: '1.${STARTUP_SINCE}.0' })`,
          }),
        },
      );
    },
  },
  {
    id: 'autoscale-priority-expander',
    reason: 'Only the expander "priority" reads the priorities of pools, which the addon delivers.',
    source: PRIORITY,
    check({ cluster, pool: { path, autoscale } }, refuse) {
      const given = autoscale?.priority;
      if (given === undefined) return;
      const addon = cluster.addons.find(({ autoscales }) => autoscales);
      if (addon?.expander?.includes('priority')) return;
      refuse(
        { path, prop: 'autoscale.priority' },
        {
          given,
          allowed: 'a priority in a cluster whose autoscaler has the expander "priority"',
          fix: `${addon === undefined ? 'add' : 'write'} Addon.clusterAutoscaler({ expander: 'priority' })`,
        },
      );
    },
  },
];
