import { compact, type Fields, sorted } from '../../base/fields';
import { versionTag } from '../../base/kubernetes-version';
import type { Manifest } from '../../base/manifest';
import type { PoolModel } from '../model/node-pool';
import { providerOf } from '../model/profile';
import { GROUPS, type RenderContext } from './context';
import { CLUSTER_NAME_LABEL, DEPLOYMENT_NAME_LABEL, ownedMetadata } from './metadata';
import type { TemplateSpec } from './template';

/** Parts of a pool's objects that contain no names, so that identical pools share them. */
export interface PoolParts {
  /** Spec of the machine template. */
  readonly machineTemplate: TemplateSpec;
  /** Spec of the bootstrap template. */
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

/** Names of the templates that a pool's machines are created from. */
export interface PoolTemplates {
  /** Name of the machine template. */
  readonly machine: string;
  /** Name of the bootstrap template. */
  readonly bootstrap: string;
  /** Kind of the bootstrap template. */
  readonly bootstrapKind: string;
}

/** Returns the labels that only the machines of a pool have. */
export function poolIdentity(
  { cluster }: RenderContext,
  pool: PoolModel,
): Readonly<Record<string, string>> {
  return {
    [CLUSTER_NAME_LABEL]: cluster.name,
    [DEPLOYMENT_NAME_LABEL]: pool.deploymentName,
  };
}

/** Renders the MachineDeployment of a pool. */
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

/** Returns a template of names within the 15 characters that Windows allows. */
function shortNames({ os, name }: PoolModel): string | undefined {
  return os === 'windows' ? `${name}-{{ .random }}` : undefined;
}
