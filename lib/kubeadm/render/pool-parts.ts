import { compact, type Fields, isEmpty, sorted } from '../../base/fields';
import { share } from '../../base/shared';
import type { EmitDocuments } from '../../base/yaml-documents';
import { sizeOf } from '../../cluster/model/cloud';
import { kubeletArguments } from '../../cluster/model/kubelet';
import type { MachineSize } from '../../cluster/model/machine-size';
import { failureDomainLabels } from '../../cluster/model/node-labels';
import { providerOf } from '../../cluster/model/profile';
import { autoscalerAnnotations } from '../../cluster/render/autoscaler-annotations';
import { conditionGates } from '../../cluster/render/condition-gates';
import type { RenderContext } from '../../cluster/render/context';
import type { PoolParts } from '../../cluster/render/pool';
import { propagatedTaint, sortedTaints } from '../../cluster/render/taints';
import { type TemplateSpec, templateSpec } from '../../cluster/render/template';
import type { KubeadmCluster } from '../model/cluster';
import { type NodeEnvironment, nodeEnvironment } from '../model/node-environment';
import type { KubeadmPool } from '../model/node-pool';
import { bootstrapFields } from './bootstrap';
import { kubeadmContract } from './kubeadm-contracts';
import { patchesFields, patchesPart } from './kubeadm-patches';
import { joinFields, registrationFields } from './kubeadm-settings';
import { clusterKubeletArgs, labelsBySync, nodeLabelArgs } from './kubelet-args';
import { nodeRegistration } from './node-registration';

/** Pool without the fields that distinguish it from identical pools. */
export type NamelessPool = Omit<KubeadmPool, 'path' | 'name' | 'deploymentName'>;

/** Every field of a nameless pool except the provider's; the compiler reports a missing one. */
const NAMELESS_FIELDS: Readonly<Record<keyof NamelessPool, true>> = {
  size: true,
  sshKeyName: true,
  rootVolume: true,
  labels: true,
  annotations: true,
  kubeletExtraArgs: true,
  kubelet: true,
  kubeadm: true,
  bootstrap: true,
  readinessGates: true,
  machineNaming: true,
  drain: true,
  healthCheck: true,
  kubernetesVersion: true,
  replicas: true,
  autoscale: true,
  failureDomain: true,
  failureDomains: true,
  nodeLabels: true,
  taints: true,
  propagateTaints: true,
  gpu: true,
  preemptible: true,
  os: true,
  capacity: true,
  patches: true,
  deploymentAnnotations: true,
  remediation: true,
  paused: true,
  rollout: true,
  deletionOrder: true,
  minReadySeconds: true,
};
const NAMELESS = Object.keys(NAMELESS_FIELDS) as (keyof NamelessPool)[];

const NO_ENVIRONMENT: NodeEnvironment = Object.freeze({ files: [], preKubeadmCommands: [] });

const CACHED_PARTS = 2_000;
const cache = new Map<string, PoolParts>();

/** Renders the parts of a pool, or reuses those of an identical one. */
export function poolParts(
  context: RenderContext<KubeadmCluster>,
  given: KubeadmPool,
  emitDocuments: EmitDocuments,
): PoolParts {
  const { cluster, core, infrastructure } = context;
  const pool = withClusterArgs(cluster, given);
  const size = sizeOf(cluster.cloud, pool.size);
  const machine = infrastructure.machineData(cluster, 'workers', pool);
  // The derived files and commands are for Linux only.
  const environment =
    pool.os === 'windows' ? NO_ENVIRONMENT : nodeEnvironment(cluster, pool.bootstrap);
  const domainLabels = failureDomainLabels(cluster, pool.failureDomain);
  const fields = NAMELESS.map((field) => pool[field]);
  const key = JSON.stringify([
    core.version,
    cluster.cloud.kind,
    cluster.templateNames === 'hashed-0.1',
    [size, environment, cluster.profile.syncedLabels, domainLabels],
    machine,
    fields,
  ]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const parts = renderParts(context, pool, {
    size,
    machine,
    environment,
    domainLabels,
    emitDocuments,
  });
  if (cache.size >= CACHED_PARTS) cache.clear();
  cache.set(key, parts);
  return parts;
}

/** Adds the arguments that the cluster sets on all kubelets to a pool. */
function withClusterArgs(cluster: KubeadmCluster, pool: KubeadmPool): KubeadmPool {
  const args = clusterKubeletArgs(cluster, pool.kubernetesVersion);
  if (isEmpty(args)) return pool;
  return { ...pool, kubeletExtraArgs: { ...args, ...pool.kubeletExtraArgs } };
}

/** Inputs of a pool's parts besides the pool. */
interface PoolSurroundings {
  readonly size: MachineSize | undefined;
  readonly machine: object;
  readonly environment: NodeEnvironment;
  readonly domainLabels: Readonly<Record<string, string>>;
  readonly emitDocuments: EmitDocuments;
}

/** Configuration of machines without settings; the API server rejects an empty one. */
const PLAIN: Fields = { format: 'cloud-config' };

function renderParts(
  context: RenderContext<KubeadmCluster>,
  pool: NamelessPool,
  { size, machine, environment, domainLabels, emitDocuments }: PoolSurroundings,
): PoolParts {
  const { cluster, core, infrastructure } = context;
  const { syncedLabels } = cluster.profile;
  const { patches = [] } = pool;
  const registered = pool.propagateTaints || pool.taints.length === 0 ? undefined : pool.taints;
  const config = compact({
    joinConfiguration: compact({
      nodeRegistration: {
        ...nodeRegistration(
          context,
          pool.bootstrap.format,
          kubeletArgs(pool, syncedLabels),
          registered && sortedTaints(registered),
          pool.os,
        ),
        ...registrationFields(pool.kubeadm),
      },
      ...joinFields(core, pool.kubeadm),
      ...patchesFields(patches),
    }),
    ...bootstrapFields(
      context,
      emitDocuments,
      environment,
      patchesPart(patches, emitDocuments),
      pool.bootstrap,
    ),
  });
  return {
    machineTemplate: shared(
      templateSpec(
        cluster,
        infrastructure.neutralMachine?.(cluster),
        infrastructure.machineSpec(cluster, machine),
      ),
    ),
    bootstrapTemplate: shared(
      templateSpec(
        cluster,
        kubeadmContract(core).neutralBootstrap,
        isEmpty(config) ? PLAIN : config,
      ),
    ),
    annotations: share(
      sorted({
        ...autoscalerAnnotations(pool, size, {
          syncedLabels,
          failureDomainLabels: domainLabels,
          reportsCapacity: providerOf(cluster).traits.reportsCapacity,
        }),
        ...pool.deploymentAnnotations,
      }),
    ),
    rollout: compact({ paused: pool.paused, ...core.poolRollout(pool) }),
    machineLabels: { ...pool.labels, ...labelsBySync(pool.nodeLabels, syncedLabels, true) },
    machineAnnotations: sorted(pool.annotations),
    machine: compact({
      failureDomain: pool.failureDomain,
      ...core.machineReadiness(pool),
      readinessGates: conditionGates(pool.readinessGates),
      ...core.machineDeletion(pool.drain),
      taints: pool.propagateTaints ? sortedTaints(pool.taints).map(propagatedTaint) : undefined,
    }),
  };
}

function shared(template: TemplateSpec): TemplateSpec {
  share(template.spec);
  return template;
}

function kubeletArgs(
  pool: NamelessPool,
  syncedLabels: readonly string[],
): Readonly<Record<string, string>> {
  const { capacity } = pool;
  const given = kubeletArguments(pool);
  return {
    ...(capacity.maxPods === undefined ? {} : { 'max-pods': String(capacity.maxPods) }),
    ...given,
    ...nodeLabelArgs(pool.nodeLabels, syncedLabels, given),
  };
}
