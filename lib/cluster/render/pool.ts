import type { PoolParts } from '../../assembly/pool-parts';
import { compact, sorted } from '../../base/fields';
import { versionTag } from '../../base/kubernetes-version';
import type { Manifest } from '../../base/manifest';
import type { PoolModel } from '../model/node-pool';
import { providerOf } from '../model/profile';
import { GROUPS, type RenderContext } from './context';
import {
  CLUSTER_NAME_LABEL,
  DEPLOYMENT_NAME_LABEL,
  KEEP_ANNOTATIONS,
  ownedMetadata,
} from './metadata';

/** Names of the templates that a pool's machines are made from. */
export interface PoolTemplates {
  /** OpenStackMachineTemplate of the pool. */
  readonly machine: string;
  /** KubeadmConfigTemplate of the pool. */
  readonly bootstrap: string;
}

/** Labels that the machines of a pool carry, and no others. */
export function poolIdentity(
  { cluster }: RenderContext,
  pool: PoolModel,
): Readonly<Record<string, string>> {
  return {
    [CLUSTER_NAME_LABEL]: cluster.name,
    [DEPLOYMENT_NAME_LABEL]: pool.deploymentName,
  };
}

/** MachineDeployment of a pool. */
export function renderMachineDeployment(
  context: RenderContext,
  pool: PoolModel,
  parts: PoolParts,
  templates: PoolTemplates,
): Manifest {
  const { cluster, core, apiVersions } = context;
  const { profile } = cluster;
  const identity = poolIdentity(context, pool);
  const naming = pool.machineNaming?.template ?? shortNames(pool);
  const labels = sorted({ ...parts.machineLabels, ...identity });
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineDeployment',
    metadata: ownedMetadata(cluster, pool.deploymentName, parts.annotations),
    spec: {
      clusterName: cluster.name,
      ...(pool.autoscale === undefined ? { replicas: pool.replicas } : {}),
      selector: { matchLabels: identity },
      ...parts.rollout,
      ...(naming === undefined ? {} : core.machineNaming(naming)),
      template: {
        metadata: compact({ labels, annotations: parts.machineAnnotations }),
        spec: {
          clusterName: cluster.name,
          version: versionTag(pool.kubernetesVersion ?? cluster.kubernetesVersion),
          ...parts.machine,
          bootstrap: {
            configRef: core.reference({
              group: GROUPS.bootstrap,
              version: profile.core,
              kind: 'KubeadmConfigTemplate',
              name: templates.bootstrap,
            }),
          },
          infrastructureRef: core.reference({
            group: GROUPS.infrastructure,
            version: providerOf(cluster).apiVersion,
            kind: 'OpenStackMachineTemplate',
            name: templates.machine,
          }),
        },
      },
    },
  };
}

/** Names that Windows can have, which takes no more than 15 characters. */
function shortNames({ os, name }: PoolModel): string | undefined {
  return os === 'windows' ? `${name}-{{ .random }}` : undefined;
}

/** KubeadmConfigTemplate of a pool. */
export function renderBootstrapTemplate(
  { cluster, apiVersions }: RenderContext,
  pool: PoolModel,
  { bootstrapTemplate }: PoolParts,
): Manifest {
  return {
    apiVersion: apiVersions.bootstrap,
    kind: 'KubeadmConfigTemplate',
    metadata: ownedMetadata(cluster, pool.deploymentName, KEEP_ANNOTATIONS),
    spec: bootstrapTemplate.spec,
  };
}
