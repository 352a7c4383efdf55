import { compact, type Fields, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import type { DrainBehaviorModel, DrainRuleModel, LabelSelector } from '../model/drain-rule';
import { zoneParts } from '../model/pool-zones';
import type { RenderContext } from './context';
import { CLUSTER_LABEL, DEPLOYMENT_NAME_LABEL, ownedMetadata } from './metadata';

const BEHAVIORS: Readonly<Record<DrainBehaviorModel['kind'], string>> = {
  drain: 'Drain',
  skip: 'Skip',
  waitCompleted: 'WaitCompleted',
};

/** Renders a MachineDrainRule for machines of one cluster, even if other clusters share its namespace. */
export function renderDrainRule(
  { cluster, apiVersions }: RenderContext,
  rule: DrainRuleModel,
): Manifest {
  const { behavior, pods } = rule;
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineDrainRule',
    metadata: ownedMetadata(cluster, `${cluster.name}-${rule.name}`),
    spec: compact({
      drain: compact({
        behavior: BEHAVIORS[behavior.kind],
        order: behavior.kind === 'drain' ? behavior.order : undefined,
      }),
      machines: [
        compact({
          selector: poolSelector(cluster, rule),
          clusterSelector: { matchLabels: { [CLUSTER_LABEL]: cluster.name } },
        }),
      ],
      pods: pods?.map(({ selector, namespaceSelector }) =>
        compact({
          selector: selector && labelSelector(selector),
          namespaceSelector: namespaceSelector && labelSelector(namespaceSelector),
        }),
      ),
    }),
  };
}

function poolSelector({ pools }: ClusterModel, rule: DrainRuleModel): Fields | undefined {
  if (rule.pools === undefined) return undefined;
  const chosen = pools.filter(({ name }) => rule.pools?.includes(name));
  const values = chosen.flatMap(zoneParts).map(({ deploymentName }) => deploymentName);
  return { matchExpressions: [{ key: DEPLOYMENT_NAME_LABEL, operator: 'In', values }] };
}

function labelSelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Fields {
  return compact({ matchLabels: sorted(matchLabels), matchExpressions });
}
