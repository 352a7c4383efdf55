import { compact, type Fields, sorted } from '../../base/fields';
import { versionTag } from '../../base/kubernetes-version';
import type { Manifest } from '../../base/manifest';
import type { PoolModel } from '../model/node-pool';
import { providerOf } from '../model/profile';
import { GROUPS, type RenderContext } from './context';
import { CLUSTER_NAME_LABEL, DEPLOYMENT_NAME_LABEL, ownedMetadata } from './metadata';
import type { TemplateSpec } from './template';

/** Parts of a pool's objects in which no name occurs. Pools that are alike share them. */
export interface PoolParts {
  /** Spec of the template of machines. */
  readonly machineTemplate: TemplateSpec;
  /** Spec of the template of what makes nodes of them. */
  readonly bootstrapTemplate: TemplateSpec;
  /** Annotations of the MachineDeployment. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Fields of the MachineDeployment's spec about replacing machines. */
  readonly rollout: Fields;
  /** Labels of the Machines. */
  readonly machineLabels: Readonly<Record<string, string>>;
  /** Annotations of the Machines. */
  readonly machineAnnotations: Readonly<Record<string, string>>;
  /** Fields of the Machines' spec besides version and references. */
  readonly machine: Fields;
}

/** Names of the templates that a pool's machines are made from. */
export interface PoolTemplates {
  /** Template of its machines. */
  readonly machine: string;
  /** Template of what makes nodes of them. */
  readonly bootstrap: string;
  /** Kind of that one. */
  readonly bootstrapKind: string;
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
  const { cluster, core, apiVersions, infrastructure } = context;
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
              kind: templates.bootstrapKind,
              name: templates.bootstrap,
            }),
          },
          infrastructureRef: core.reference({
            group: GROUPS.infrastructure,
            version: providerOf(cluster).apiVersion,
            kind: infrastructure.machineTemplateKind,
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
