import { compact, type Fields, isEmpty, sorted } from '../base/fields';
import { share } from '../base/shared';
import type { EmitDocuments } from '../base/yaml-documents';
import type { ClusterModel } from '../cluster/model/cluster';
import { kubeletArguments } from '../cluster/model/kubelet';
import type { PoolModel } from '../cluster/model/node-pool';
import { providerOf } from '../cluster/model/profile';
import { autoscalerAnnotations } from '../cluster/render/autoscaler-annotations';
import { conditionGates } from '../cluster/render/condition-gates';
import type { RenderContext } from '../cluster/render/context';
import {
  nodeRegistration,
  propagatedTaint,
  sortedTaints,
} from '../cluster/render/node-registration';
import { type TemplateSpec, templateSpec } from '../cluster/render/template';
import { type NodeEnvironment, nodeEnvironment } from '../kubeadm/model/node-environment';
import { bootstrapFields } from '../kubeadm/render/bootstrap';
import { patchesFields, patchesPart } from '../kubeadm/render/kubeadm-patches';
import { joinFields, registrationFields } from '../kubeadm/render/kubeadm-settings';
import { clusterKubeletArgs, labelsBySync, nodeLabelArgs } from '../kubeadm/render/kubelet-args';
import type { Flavor } from '../openstack/model/cloud';
import type { Lookup } from '../openstack/model/lookup';
import { withPoolName } from '../openstack/render/floating-ip-pool';
import { machineSpec } from '../openstack/render/machine-template';
import { machinePorts } from '../openstack/render/ports';
import { groupLookups } from '../openstack/render/provisioned';

/** Pool without all that tells it from pools that are alike. */
export type NamelessPool = Omit<
  PoolModel,
  'path' | 'name' | 'deploymentName' | 'serverGroupPolicy'
>;

/** Parts of a pool's objects in which no name occurs. Pools that are alike share them. */
export interface PoolParts {
  /** Spec of the OpenStackMachineTemplate. */
  readonly machineTemplate: TemplateSpec;
  /** Spec of the KubeadmConfigTemplate. */
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

/** Every field of a nameless pool; the compiler notices when one is missing. */
const NAMELESS_FIELDS: Readonly<Record<keyof NamelessPool, true>> = {
  flavor: true,
  image: true,
  sshKeyName: true,
  rootVolume: true,
  additionalBlockDevices: true,
  identity: true,
  trunk: true,
  floatingIPPool: true,
  ports: true,
  schedulerHints: true,
  securityGroups: true,
  serverGroup: true,
  tags: true,
  serverMetadata: true,
  configDrive: true,
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

/** Renders the parts of a pool, or finds those of an equal one. */
export function poolParts(
  context: RenderContext,
  given: PoolModel,
  emitDocuments: EmitDocuments,
): PoolParts {
  const { cluster, core, infrastructure } = context;
  const named = withPoolName(cluster, given);
  const pool = withPorts(cluster, withClusterArgs(cluster, named));
  const flavor = cluster.cloud.flavors[pool.flavor];
  const adopted = groupLookups(cluster, 'workers');
  // What derives from the surroundings is written for Linux.
  const environment =
    pool.os === 'windows' ? NO_ENVIRONMENT : nodeEnvironment(cluster, pool.bootstrap);
  const fields = NAMELESS.map((field) => pool[field]);
  const { syncedLabels } = cluster.profile;
  const provider = pool.identity && providerOf(cluster).minor;
  const surroundings = [flavor, adopted, environment, syncedLabels, provider];
  const key = JSON.stringify([
    core.version,
    infrastructure.version,
    cluster.templateNames === 'hashed-0.1',
    surroundings,
    fields,
  ]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const parts = renderParts(context, pool, { flavor, adopted, environment, emitDocuments });
  if (cache.size >= CACHED_PARTS) cache.clear();
  cache.set(key, parts);
  return parts;
}

/** Pool with the arguments that the cluster gives all its kubelets. */
function withClusterArgs(cluster: ClusterModel, pool: PoolModel): PoolModel {
  const args = clusterKubeletArgs(cluster, pool.kubernetesVersion);
  if (isEmpty(args)) return pool;
  return { ...pool, kubeletExtraArgs: { ...args, ...pool.kubeletExtraArgs } };
}

function withPorts(cluster: ClusterModel, pool: PoolModel): PoolModel {
  const ports = machinePorts(cluster, pool.ports);
  return ports.length === 0 ? pool : { ...pool, ports };
}

/** What a pool's parts depend on besides the pool. */
interface PoolSurroundings {
  readonly flavor: Flavor | undefined;
  readonly adopted: readonly Lookup[];
  readonly environment: NodeEnvironment;
  readonly emitDocuments: EmitDocuments;
}

function renderParts(
  { cluster, core, infrastructure }: RenderContext,
  pool: NamelessPool,
  { flavor, adopted, environment, emitDocuments }: PoolSurroundings,
): PoolParts {
  const { syncedLabels } = cluster.profile;
  const { patches = [] } = pool;
  const registered = pool.propagateTaints || pool.taints.length === 0 ? undefined : pool.taints;
  return {
    machineTemplate: shared(
      templateSpec(
        cluster,
        infrastructure.neutralMachine,
        machineSpec(infrastructure, pool, adopted, providerOf(cluster)),
      ),
    ),
    bootstrapTemplate: shared(
      templateSpec(cluster, core.neutralBootstrap, {
        joinConfiguration: {
          nodeRegistration: {
            ...nodeRegistration(
              core,
              pool.bootstrap.format,
              kubeletArgs(pool, syncedLabels),
              registered && sortedTaints(registered),
              pool.os,
            ),
            ...registrationFields(pool.kubeadm),
          },
          ...joinFields(core, pool.kubeadm),
          ...patchesFields(patches),
        },
        ...bootstrapFields(
          emitDocuments,
          environment,
          patchesPart(patches, emitDocuments),
          pool.bootstrap,
        ),
      }),
    ),
    annotations: share(
      sorted({
        ...autoscalerAnnotations(pool, flavor, syncedLabels),
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
