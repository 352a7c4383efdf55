import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { AssembledPool } from '../lib/assembly/model';
import { providerOfCloud } from '../lib/assembly/provider-registry';
import { secondsOf } from '../lib/base/duration';
import type { Issue } from '../lib/base/errors';
import { write } from '../lib/base/fix';
import type { Taint } from '../lib/cluster/model/machine';
import { markedLabels, markedTaints } from '../lib/cluster/model/pool-marks';
import { zoneSuffix } from '../lib/cluster/model/pool-zones';
import { collect } from '../lib/input/refusals';
import { apiVersionOf } from './api-kinds';
import { autoscaleModel } from './autoscale-props';
import type { AnyCloud, OwnPool } from './cloud';
import { cloudKindOf } from './cloud-kind';
import type { IClusterHost, IPoolSource } from './cluster-host';
import { clusterObject } from './cluster-objects';
import { constructInput } from './construct-input';
import { setLazyDefaultChild } from './default-child';
import { machineModel, NO_ENTRIES } from './machine-props';
import type { CommonNodePoolProps, NodePoolProps } from './node-pool-props';

/**
 * Set of equal workers: a MachineDeployment with its own machine template and bootstrap template.
 *
 * ```ts
 * cluster.addNodePool('workers', {
 *   flavor: 'm1.k8s-worker',
 *   autoscale: { minSize: 0, maxSize: 5 },
 *   labels: { 'node.cluster.x-k8s.io/purpose': 'batch' },
 * });
 * ```
 */
export class NodePool<C extends AnyCloud = AnyCloud> extends Construct implements IPoolSource {
  private readonly cluster: IClusterHost<C>;
  private readonly props: NodePoolProps<C>;
  private readonly taints: Taint[] = [];
  private readonly labels: Map<string, string>;

  constructor(cluster: IClusterHost<C>, id: string, props: NodePoolProps<NoInfer<C>>) {
    const on = cloudKindOf(() => cluster.cloud);
    const input = constructInput('NodePool', { scope: cluster, id, props }, on);
    super(input.parent, input.id);
    this.cluster = input.scope;
    this.props = input.props;
    this.labels = new Map(Object.entries(this.props.labels ?? {}));
    this.taints.push(...(this.props.taints ?? []));
    setLazyDefaultChild(this, () => this.machineDeployment);
    this.cluster.registerPool(this);
  }

  /**
   * MachineDeployment of the pool.
   *
   * @throws Error for a pool with `failureDomains`, which has one per zone.
   */
  get machineDeployment(): ApiObject {
    this.refuseZones('machineDeploymentIn');
    return this.object('machineDeployment', 'MachineDeployment');
  }

  /**
   * MachineDeployment of the pool in one of its `failureDomains`.
   *
   * @throws Error if the pool does not span that zone.
   */
  machineDeploymentIn(zone: string): ApiObject {
    return this.zoneObject('machineDeployment', 'MachineDeployment', zone);
  }

  /** Template of the machines, an OpenStackMachineTemplate on OpenStack. */
  get machineTemplate(): ApiObject {
    const { machineTemplateKind } = providerOfCloud(this.cluster.cloud.model).renderer;
    return this.object('machineTemplate', machineTemplateKind);
  }

  /** KubeadmConfigTemplate of the pool. */
  get bootstrapTemplate(): ApiObject {
    return this.object('bootstrapTemplate', 'KubeadmConfigTemplate');
  }

  /**
   * MachineHealthCheck of the pool, if `healthCheck` is set.
   *
   * @throws Error for a pool with `failureDomains`, which has one per zone.
   */
  get machineHealthCheck(): ApiObject | undefined {
    if (this.props.healthCheck === undefined) return undefined;
    this.refuseZones('machineHealthCheckIn');
    return this.object('healthCheck', 'MachineHealthCheck');
  }

  /**
   * MachineHealthCheck of the pool in one of its `failureDomains`, if `healthCheck` is set.
   *
   * @throws Error if the pool does not span that zone.
   */
  machineHealthCheckIn(zone: string): ApiObject | undefined {
    return this.props.healthCheck === undefined
      ? undefined
      : this.zoneObject('healthCheck', 'MachineHealthCheck', zone);
  }

  /**
   * Adds a taint to the nodes.
   *
   * @throws ValidationError at synth, if a taint with the same key and effect exists.
   */
  addTaint(taint: Taint): void {
    this.taints.push(taint);
  }

  /** Adds a label to the nodes; a different value for an existing label is a mistake. */
  addLabel(key: string, value: string): void {
    const present = this.labels.get(key);
    if (present === undefined) this.labels.set(key, value);
    else if (present !== value) collect(this.node.root, [labelTaken(this, key, value, present)]);
  }

  /** Returns the pool as plain data. */
  model(): AssembledPool {
    const { cluster } = this;
    const props: CommonNodePoolProps = this.props;
    const own = cluster.cloud.modeller.pool(this.props, {
      cluster: cluster.clusterProps,
      names: cluster.names,
      group: this.node.id,
    });
    const machine = machineModel(props, cluster.clusterProps.bootstrap);
    const kind = { gpu: props.gpu?.model, preemptible: own.preemptible, os: props.os };
    const model: Required<Omit<AssembledPool, keyof OwnPool>> = {
      labels: machine.labels,
      annotations: props.machineAnnotations ?? machine.annotations,
      kubeletExtraArgs: machine.kubeletExtraArgs,
      kubelet: machine.kubelet,
      bootstrap: machine.bootstrap,
      kubeadm: machine.kubeadm,
      readinessGates: machine.readinessGates,
      machineNaming: machine.machineNaming,
      drain: machine.drain,
      healthCheck: machine.healthCheck,
      path: `${cluster.clusterPath}/${this.node.id}`,
      name: this.node.id,
      deploymentName: this.deploymentName,
      kubernetesVersion: props.kubernetesVersion,
      replicas: props.autoscale === undefined ? (props.replicas ?? 1) : props.replicas,
      autoscale: props.autoscale && autoscaleModel(props.autoscale),
      failureDomain: props.failureDomain,
      failureDomains: props.failureDomains,
      nodeLabels: markedLabels(kind, Object.fromEntries(this.labels)),
      taints: markedTaints(kind, this.taints),
      propagateTaints: props.propagateTaints ?? false,
      gpu: kind.gpu,
      os: kind.os,
      patches: props.patches?.map(({ model: patch }) => patch),
      capacity: props.capacity ?? NO_ENTRIES,
      deploymentAnnotations: props.annotations ?? NO_ENTRIES,
      remediation: props.remediation,
      paused: props.paused,
      rollout: props.rollout ?? NO_ENTRIES,
      deletionOrder: props.deletionOrder,
      minReadySeconds: secondsOf(props.minReady),
    };
    return Object.assign(model, own);
  }

  private get deploymentName(): string {
    return `${this.cluster.clusterName}-${this.node.id}`;
  }

  private refuseZones(instead: string): void {
    if (this.props.failureDomains === undefined) return;
    throw new Error(`${this.node.path}: the pool spans several zones; use ${instead}(zone)`);
  }

  private zoneObject(key: string, kind: string, zone: string): ApiObject {
    if (this.props.failureDomains?.includes(zone) !== true) {
      throw new Error(`${this.node.path}: the pool does not span the zone ${JSON.stringify(zone)}`);
    }
    const name = `${this.deploymentName}-${zoneSuffix(zone)}`;
    return this.object(`${key}/${zone}`, kind, name);
  }

  private object(part: string, kind: string, name = this.deploymentName): ApiObject {
    const key = `pool/${this.node.id}/${part}`;
    const manifest = { key, kind, apiVersion: apiVersionOf(kind, this.cluster), name };
    return clusterObject(this.cluster, manifest, this);
  }
}

function labelTaken({ node }: Construct, key: string, given: string, present: string): Issue {
  return {
    path: node.path,
    prop: `labels[${JSON.stringify(key)}]`,
    given,
    allowed: `${JSON.stringify(present)}, the value that it already has`,
    fix: write(present, { or: 'leave one of the two out' }),
    rule: 'pool-label-taken',
  };
}
