import { leaveOut, write } from '../../base/fix';
import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import { durationFinding } from '../../base/moment';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import type { AutoscaleModel } from '../model/autoscale';
import type { AddonSubject, PoolSubject } from './subjects';

const STARTUP_SINCE = 35;
/** Expander that chooses one pool by chance. */
const CHANCE = 'random';
const UTILS =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go';
const PRIORITY = 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/expander/priority/readme.md';

const TIMES: Readonly<Record<string, keyof AutoscaleModel>> = {
  scaleDownUnneededTime: 'scaleDownUnneededSeconds',
  scaleDownUnreadyTime: 'scaleDownUnreadySeconds',
  maxNodeProvisionTime: 'maxNodeProvisionSeconds',
  maxNodeStartupTime: 'maxNodeStartupSeconds',
};

/** Rules on how an autoscaler chooses among pools. */
export const EXPANDER_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'autoscaler-expanders',
    reason:
      'The autoscaler does not start with an expander that is named twice, or comes after random, which leaves nothing to choose.',
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
          allowed: 'expanders that are named once, with random as the last one',
          fix: legal.length > 0 ? write(legal) : leaveOut(),
        },
      );
    },
  },
];

/** Rules on what the autoscaler is told of one pool. */
export const AUTOSCALE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'autoscale-threshold',
    reason: 'The autoscaler passes over a threshold that it cannot read as a share.',
    source: UTILS,
    check({ pool: { path, autoscale } }, refuse) {
      for (const prop of [
        'scaleDownUtilizationThreshold',
        'scaleDownGpuUtilizationThreshold',
      ] as const) {
        const given = autoscale?.[prop];
        if (given === undefined || (given >= 0 && given <= 1)) continue;
        refuse(
          { path, prop: `autoscale.${prop}` },
          {
            given,
            allowed: 'a share from 0 to 1',
            fix: given > 1 && given <= 100 ? write(given / 100) : leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'autoscale-time',
    reason: 'The autoscaler reads times in whole seconds.',
    source: UTILS,
    check({ pool: { path, autoscale } }, refuse) {
      for (const prop in TIMES) {
        const finding = durationFinding(autoscale?.[TIMES[prop] ?? 'maxSize']);
        if (finding !== undefined) refuse({ path, prop: `autoscale.${prop}` }, finding);
      }
    },
  },
  {
    id: 'autoscale-startup-version',
    reason: 'Autoscalers of older releases do not know this time.',
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
          allowed: `nothing with release ${release.series} of the autoscaler; a duration from 1.${STARTUP_SINCE} on`,
          fix: leaveOut({
            or: `write Addon.clusterAutoscaler({ version: '1.${STARTUP_SINCE}.0' })`,
          }),
        },
      );
    },
  },
  {
    id: 'autoscale-priority',
    reason: 'The autoscaler ranks pools by whole numbers.',
    source: PRIORITY,
    check({ pool: { path, autoscale } }, refuse) {
      const given = autoscale?.priority;
      if (given === undefined || isWholeNumber(given, 0)) return;
      const next = nextWhole(given, 0);
      refuse(
        { path, prop: 'autoscale.priority' },
        {
          given,
          allowed: integerWords(given, 0),
          fix: next === undefined ? leaveOut() : write(next),
        },
      );
    },
  },
  {
    id: 'autoscale-priority-expander',
    reason: 'Only the expander priority reads the ranks of pools, which the addon delivers.',
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
          allowed: 'a rank in a cluster whose autoscaler has the expander "priority"',
          fix: `${addon === undefined ? 'add' : 'write'} Addon.clusterAutoscaler({ expander: 'priority' })`,
        },
      );
    },
  },
];
