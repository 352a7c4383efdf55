import type { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { type Gpu, gpuLabels, gpuTaints } from '../lib/model/gpu';
import { joinedTaints, type Taint } from '../lib/model/machine';
import type { NodeCapacity, PoolModel, PoolRollout } from '../lib/model/node-pool';
import { zoneSuffix } from '../lib/model/pool-zones';
import { apiVersionOf, type EmittedKind } from './api-kinds';
import { type AutoscaleProps, autoscaleModel } from './autoscale-props';
import type { IClusterHost, IPoolSource } from './cluster-host';
import { checkedId } from './construct-id';
import { setLazyDefaultChild } from './default-child';
import { type MachineProps, machineModel, NO_ENTRIES } from './machine-props';
import { ManifestObject } from './manifest-object';
import { secondsOf } from './seconds';

/** Props of a {@link NodePool}. */
export interface NodePoolProps<F extends string = string> extends MachineProps<F> {
  /**
   * Number of machines the pool keeps running; leave it out with `autoscale`.
   *
   * @default - 1, or what the autoscaler sets when `autoscale` is given
   * @see MachineDeployment.spec.replicas (cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Bounds between which the cluster autoscaler sizes the pool, and what it does otherwise there.
   *
   * @default - the size is fixed
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly autoscale?: AutoscaleProps;
  /**
   * Kubernetes version of the pool, at most three minors behind the control plane.
   *
   * @default - the cluster's version
   * @see MachineDeployment.spec.template.spec.version (cluster.x-k8s.io)
   */
  readonly kubernetesVersion?: string;
  /**
   * Nova availability zone of the machines.
   *
   * @default - Nova decides
   * @see MachineDeployment.spec.template.spec.failureDomain (cluster.x-k8s.io)
   */
  readonly failureDomain?: string;
  /**
   * Nova availability zones that share the machines, with a MachineDeployment of equal shape in each.
   *
   * `replicas` and the bounds of `autoscale` are those of all zones together; the first zones get what is left over.
   * The addon of the autoscaler then balances the zones.
   *
   * @default - one MachineDeployment for all machines
   * @see MachineDeployment.spec.template.spec.failureDomain (cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Labels of the nodes.
   *
   * Cluster API sets those whose domain it owns, the kubelet the others; the autoscaler is told of all.
   *
   * @default - no labels of your own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes.
   *
   * @default - no taints
   * @see KubeadmConfigSpec.joinConfiguration.nodeRegistration.taints (bootstrap.cluster.x-k8s.io)
   */
  readonly taints?: readonly Taint[];
  /**
   * Whether Cluster API keeps the taints on nodes, so that a change rolls no machine.
   *
   * Needs the feature gate `machineTaintPropagation`.
   *
   * @default false
   * @see MachineDeployment.spec.template.spec.taints (cluster.x-k8s.io)
   */
  readonly propagateTaints?: boolean;
  /**
   * Graphics processors of the machines: labels and a taint of the nodes, and what the autoscaler is told.
   *
   * @default - none but what the flavor says
   */
  readonly gpu?: Gpu;
  /**
   * What one node offers, where the flavor's table says too much or too little.
   *
   * @default - derived from the flavor
   */
  readonly capacity?: NodeCapacity;
  /**
   * Annotations of the MachineDeployment.
   *
   * @default - the derived annotations alone
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * How machines are replaced.
   *
   * @default - one at a time, a new one first
   * @see MachineDeployment.spec.rollout (cluster.x-k8s.io)
   */
  readonly rollout?: PoolRollout;
  /**
   * Which machine goes first when the pool shrinks.
   *
   * @default - a random one
   * @see MachineDeployment.spec.deletion.order (cluster.x-k8s.io)
   */
  readonly deletionOrder?: 'Random' | 'Newest' | 'Oldest';
  /**
   * Time for which a node must be ready to count.
   *
   * @default - it counts at once
   * @see MachineDeployment.spec.template.spec.minReadySeconds (cluster.x-k8s.io)
   */
  readonly minReady?: Duration;
}

/**
 * Set of equal workers: a MachineDeployment with a machine and a bootstrap template of its own.
 *
 * ```ts
 * cluster.addNodePool('workers', {
 *   flavor: 'm1.k8s-worker',
 *   autoscale: { minSize: 0, maxSize: 5 },
 *   labels: { 'node.cluster.x-k8s.io/purpose': 'batch' },
 * });
 * ```
 */
export class NodePool<F extends string = string> extends Construct implements IPoolSource {
  private readonly taints: Taint[] = [];
  private readonly labels: Map<string, string>;

  constructor(
    private readonly cluster: IClusterHost<F>,
    id: string,
    private readonly props: NodePoolProps<NoInfer<F>>,
  ) {
    super(cluster, checkedId(cluster, id, cluster.reservedIds));
    this.labels = new Map(Object.entries(props.labels ?? {}));
    this.taints.push(...(props.taints ?? []));
    setLazyDefaultChild(this, () => this.machineDeployment);
    cluster.registerPool(this);
  }

  /**
   * MachineDeployment of the pool.
   *
   * @throws Error for a pool with `failureDomains`, which has one in each zone.
   */
  get machineDeployment(): ApiObject {
    this.refuseZones('machineDeploymentIn');
    return this.object('Resource', 'machineDeployment', 'MachineDeployment');
  }

  /**
   * MachineDeployment of the pool in one of its `failureDomains`.
   *
   * @throws Error when the pool is not over that zone.
   */
  machineDeploymentIn(zone: string): ApiObject {
    return this.zoneObject('Resource', 'machineDeployment', 'MachineDeployment', zone);
  }

  /** OpenStackMachineTemplate of the pool. */
  get machineTemplate(): ApiObject {
    return this.object('MachineTemplate', 'machineTemplate', 'OpenStackMachineTemplate');
  }

  /** KubeadmConfigTemplate of the pool. */
  get bootstrapTemplate(): ApiObject {
    return this.object('BootstrapTemplate', 'bootstrapTemplate', 'KubeadmConfigTemplate');
  }

  /**
   * MachineHealthCheck of the pool, where `healthCheck` is set.
   *
   * @throws Error for a pool with `failureDomains`, which has one in each zone.
   */
  get machineHealthCheck(): ApiObject | undefined {
    if (this.props.healthCheck === undefined) return undefined;
    this.refuseZones('machineHealthCheckIn');
    return this.object('MachineHealthCheck', 'healthCheck', 'MachineHealthCheck');
  }

  /**
   * MachineHealthCheck of the pool in one of its `failureDomains`, where `healthCheck` is set.
   *
   * @throws Error when the pool is not over that zone.
   */
  machineHealthCheckIn(zone: string): ApiObject | undefined {
    return this.props.healthCheck === undefined
      ? undefined
      : this.zoneObject('MachineHealthCheck', 'healthCheck', 'MachineHealthCheck', zone);
  }

  /**
   * Adds a taint to the nodes.
   *
   * @throws ValidationError at synth, when a taint with the same key and effect is there.
   */
  addTaint(taint: Taint): void {
    this.taints.push(taint);
  }

  /**
   * Adds a label to the nodes.
   *
   * @throws Error when the label has another value already.
   */
  addLabel(key: string, value: string): void {
    const present = this.labels.get(key);
    if (present !== undefined && present !== value) {
      throw new Error(`${this.node.path}: label ${key} is ${JSON.stringify(present)} already`);
    }
    this.labels.set(key, value);
  }

  /** Pool as plain data. */
  model(): PoolModel {
    const { props, cluster } = this;
    const fixed = props.autoscale === undefined ? (props.replicas ?? 1) : props.replicas;
    const machine = machineModel(props, cluster.machineDefaults, this.node.id);
    const model: Required<PoolModel> = {
      flavor: machine.flavor,
      image: machine.image,
      sshKeyName: machine.sshKeyName,
      rootVolume: machine.rootVolume,
      additionalBlockDevices: machine.additionalBlockDevices,
      ports: machine.ports,
      schedulerHints: machine.schedulerHints,
      securityGroups: machine.securityGroups,
      serverGroup: machine.serverGroup,
      serverGroupPolicy: machine.serverGroupPolicy,
      tags: machine.tags,
      serverMetadata: machine.serverMetadata,
      configDrive: machine.configDrive,
      labels: machine.labels,
      annotations: machine.annotations,
      kubeletExtraArgs: machine.kubeletExtraArgs,
      kubelet: machine.kubelet,
      bootstrap: machine.bootstrap,
      drain: machine.drain,
      healthCheck: machine.healthCheck,
      path: `${this.cluster.clusterPath}/${this.node.id}`,
      name: this.node.id,
      deploymentName: this.deploymentName,
      kubernetesVersion: props.kubernetesVersion,
      replicas: fixed,
      autoscale: props.autoscale && autoscaleModel(props.autoscale),
      failureDomain: props.failureDomain,
      failureDomains: props.failureDomains,
      nodeLabels: this.nodeLabels,
      taints: this.nodeTaints,
      propagateTaints: props.propagateTaints ?? false,
      gpu: props.gpu?.model,
      capacity: props.capacity ?? NO_ENTRIES,
      deploymentAnnotations: props.annotations ?? NO_ENTRIES,
      rollout: props.rollout ?? NO_ENTRIES,
      deletionOrder: props.deletionOrder,
      minReadySeconds: secondsOf(props.minReady),
    };
    return model;
  }

  private get nodeLabels(): Readonly<Record<string, string>> {
    const { gpu } = this.props;
    const own = Object.fromEntries(this.labels);
    return gpu === undefined ? own : { ...gpuLabels(gpu.model), ...own };
  }

  private get nodeTaints(): readonly Taint[] {
    const { taints, props } = this;
    return props.gpu === undefined ? taints : joinedTaints(taints, gpuTaints(props.gpu.model));
  }

  private get deploymentName(): string {
    return `${this.cluster.clusterName}-${this.node.id}`;
  }

  private refuseZones(instead: string): void {
    if (this.props.failureDomains === undefined) return;
    throw new Error(`${this.node.path}: the pool is over several zones; use ${instead}(zone)`);
  }

  private zoneObject(id: string, key: string, kind: EmittedKind, zone: string): ApiObject {
    if (this.props.failureDomains?.includes(zone) !== true) {
      throw new Error(`${this.node.path}: the pool is not over the zone ${JSON.stringify(zone)}`);
    }
    const name = `${this.deploymentName}-${zoneSuffix(zone)}`;
    return this.object(`${id}-${zoneSuffix(zone)}`, `${key}/${zone}`, kind, name);
  }

  private object(
    id: string,
    key: string,
    kind: EmittedKind,
    name = this.deploymentName,
  ): ApiObject {
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this.cluster, {
      key: `pool/${this.node.id}/${key}`,
      kind,
      apiVersion: apiVersionOf(kind, this.cluster.profile),
      name,
    });
  }
}
