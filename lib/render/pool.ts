import type { Manifest } from '../model/addon';
import { versionTag } from '../model/kubernetes-version';
import { isSyncedLabel } from '../model/node-labels';
import type { PoolModel } from '../model/node-pool';
import { autoscalerAnnotations } from './autoscaler-annotations';
import { GROUPS, type RenderContext } from './context';
import { compact, type Fields, joinLabels, sorted } from './fields';
import {
  CLUSTER_NAME_LABEL,
  DEPLOYMENT_NAME_LABEL,
  KEEP_ANNOTATIONS,
  ownedMetadata,
} from './metadata';
import { nodeRegistration, plainTaint, sortedTaints } from './node-registration';

/** Names of the templates that a pool's machines are made from. */
export interface PoolTemplates {
  /** OpenStackMachineTemplate of the pool. */
  readonly machine: string;
  /** KubeadmConfigTemplate of the pool. */
  readonly bootstrap: string;
}

/** MachineDeployment of a pool. */
export function renderMachineDeployment(
  context: RenderContext,
  pool: PoolModel,
  templates: PoolTemplates,
): Manifest {
  const { cluster, core, apiVersions } = context;
  const identity = {
    [CLUSTER_NAME_LABEL]: cluster.name,
    [DEPLOYMENT_NAME_LABEL]: pool.deploymentName,
  };
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineDeployment',
    metadata: ownedMetadata(cluster, pool.deploymentName, {
      ...autoscalerAnnotations(pool, cluster.cloud.flavors[pool.flavor]),
      ...pool.deploymentAnnotations,
    }),
    spec: compact({
      clusterName: cluster.name,
      replicas: pool.autoscale === undefined ? pool.replicas : undefined,
      selector: { matchLabels: identity },
      ...core.poolRollout(pool),
      template: {
        metadata: compact({
          labels: sorted({ ...pool.labels, ...labelsBySync(pool, true), ...identity }),
          annotations: sorted(pool.annotations),
        }),
        spec: machineSpec(context, pool, templates),
      },
    }),
  };
}

/** KubeadmConfigTemplate of a pool. */
export function renderBootstrapTemplate(context: RenderContext, pool: PoolModel): Manifest {
  const { cluster, core, apiVersions } = context;
  const taints = pool.propagateTaints || pool.taints.length === 0 ? undefined : pool.taints;
  return {
    apiVersion: apiVersions.bootstrap,
    kind: 'KubeadmConfigTemplate',
    metadata: ownedMetadata(cluster, pool.deploymentName, KEEP_ANNOTATIONS),
    spec: {
      template: {
        spec: {
          joinConfiguration: {
            nodeRegistration: nodeRegistration(
              core,
              kubeletArgs(pool),
              taints && sortedTaints(taints),
            ),
          },
        },
      },
    },
  };
}

function machineSpec(
  { cluster, core }: RenderContext,
  pool: PoolModel,
  templates: PoolTemplates,
): Fields {
  const { infrastructure } = cluster.profile;
  return compact({
    clusterName: cluster.name,
    version: versionTag(pool.kubernetesVersion ?? cluster.kubernetesVersion),
    failureDomain: pool.failureDomain,
    bootstrap: {
      configRef: core.reference({
        group: GROUPS.bootstrap,
        version: cluster.profile.core,
        kind: 'KubeadmConfigTemplate',
        name: templates.bootstrap,
      }),
    },
    infrastructureRef: core.reference({
      group: GROUPS.infrastructure,
      version: infrastructure,
      kind: 'OpenStackMachineTemplate',
      name: templates.machine,
    }),
    ...core.machineReadiness(pool),
    ...core.machineDeletion(pool.drain),
    taints: pool.propagateTaints ? sortedTaints(pool.taints).map(propagatedTaint) : undefined,
  });
}

function kubeletArgs(pool: PoolModel): Readonly<Record<string, string>> {
  const { kubeletExtraArgs: given, capacity } = pool;
  const labels = joinLabels(labelsBySync(pool, false));
  if (labels === '' && capacity.maxPods === undefined) return given;
  const args: Record<string, string> = {};
  if (capacity.maxPods !== undefined) args['max-pods'] = String(capacity.maxPods);
  Object.assign(args, given);
  const more = given['node-labels'] ?? '';
  if (labels !== '') args['node-labels'] = more === '' ? labels : `${labels},${more}`;
  return args;
}

function labelsBySync({ nodeLabels }: PoolModel, synced: boolean): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const key in nodeLabels) {
    if (isSyncedLabel(key) === synced) labels[key] = nodeLabels[key] as string;
  }
  return labels;
}

function propagatedTaint(taint: PoolModel['taints'][number]): Fields {
  return { ...plainTaint(taint), propagation: 'Always' };
}
