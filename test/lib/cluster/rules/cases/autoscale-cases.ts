import type { AutoscaleModel } from '../../../../../lib/cluster/model/autoscale';
import { addonModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { type RuleCase, withAddons, withPool } from '../../../assembly/rule-case';

/** Examples of rules on what the autoscaler is told of one pool. */
export const AUTOSCALE_CASES: readonly RuleCase[] = [
  {
    rule: 'autoscale-threshold',
    broken: scaled({ scaleDownUtilizationThreshold: 40, scaleDownGpuUtilizationThreshold: -1 }),
    sound: scaled({ scaleDownUtilizationThreshold: 0.4, scaleDownGpuUtilizationThreshold: 0 }),
    says: `mothership/demo/workers: autoscale.scaleDownUtilizationThreshold is 40
  allowed: a fraction from 0 to 1
  fix: write 0.4
mothership/demo/workers: autoscale.scaleDownGpuUtilizationThreshold is -1
  allowed: a fraction from 0 to 1
  fix: leave it out`,
  },
  {
    rule: 'autoscale-time',
    broken: scaled({ scaleDownUnneededSeconds: 1.5 }),
    sound: scaled({ scaleDownUnneededSeconds: 2, scaleDownUnreadySeconds: 0 }),
    says: `mothership/demo/workers: autoscale.scaleDownUnneededTime is "1.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(2)`,
  },
  {
    rule: 'autoscale-startup-version',
    broken: scaled({ maxNodeStartupSeconds: 900 }),
    sound: scaled({ maxNodeStartupSeconds: 900 }, { kubernetesVersion: '1.35.2' }),
    says: `mothership/demo/workers: autoscale.maxNodeStartupTime is "900 seconds"
  allowed: none; the autoscaler has release 1.32, and a duration needs 1.35 or newer
  fix: leave it out, or write Addon.clusterAutoscaler({ version: '1.35.0' })`,
  },
  {
    rule: 'autoscale-priority',
    broken: scaled({ priority: 1.5 }, withExpander('priority')),
    sound: scaled({ priority: 2 }, withExpander('priority')),
    says: `mothership/demo/workers: autoscale.priority is 1.5
  allowed: an integer of 0 or more
  fix: write 2`,
  },
  {
    rule: 'autoscale-priority-expander',
    broken: scaled({ priority: 2 }),
    sound: scaled({ priority: 2 }, withExpander('priority', 'least-waste')),
    says: `mothership/demo/workers: autoscale.priority is 2
  allowed: a priority in a cluster whose autoscaler has the expander "priority"
  fix: add Addon.clusterAutoscaler({ expander: 'priority' })`,
  },
  {
    rule: 'autoscale-priority-expander',
    broken: scaled({ priority: 2 }, withExpander('random')),
    says: `mothership/demo/workers: autoscale.priority is 2
  allowed: a priority in a cluster whose autoscaler has the expander "priority"
  fix: write Addon.clusterAutoscaler({ expander: 'priority' })`,
  },
  {
    rule: 'autoscaler-expanders',
    broken: withAddons({ expander: ['random', 'least-waste', 'random'] }),
    sound: withAddons({ expander: ['most-pods', 'least-waste', 'random'] }),
    says: `mothership/demo/hello: expander is ["random","least-waste","random"]
  allowed: expanders that are each listed once, with random as the last one
  fix: write ["least-waste", "random"]`,
  },
  {
    rule: 'autoscaler-expanders',
    broken: withAddons({ expander: [] }),
    sound: withAddons({ expander: ['random'] }),
    says: `mothership/demo/hello: expander is []
  allowed: expanders that are each listed once, with random as the last one
  fix: leave it out`,
  },
  {
    rule: 'autoscale-threshold',
    broken: scaled({ scaleDownUtilizationThreshold: 100, scaleDownGpuUtilizationThreshold: 101 }),
    sound: scaled({ scaleDownUtilizationThreshold: 1, scaleDownGpuUtilizationThreshold: 1 }),
    says: `mothership/demo/workers: autoscale.scaleDownUtilizationThreshold is 100
  allowed: a fraction from 0 to 1
  fix: write 1
mothership/demo/workers: autoscale.scaleDownGpuUtilizationThreshold is 101
  allowed: a fraction from 0 to 1
  fix: leave it out`,
  },
];

function scaled(settings: Partial<AutoscaleModel>, rest: Partial<AssembledCluster> = {}) {
  return withPool({ autoscale: { minSize: 0, maxSize: 3, ...settings } }, rest);
}

function withExpander(...expander: readonly string[]): Partial<AssembledCluster> {
  return { addons: [addonModel({ autoscales: true, expander })] };
}
