import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { AssembledPool } from '../lib/assembly/model';
import { secondsOf } from '../lib/base/duration';
import type { Issue } from '../lib/base/errors';
import { write } from '../lib/base/fix';
import type { Taint } from '../lib/cluster/model/machine';
import { markedLabels, markedTaints } from '../lib/cluster/model/pool-marks';
import { zoneSuffix } from '../lib/cluster/model/pool-zones';
import { collect } from '../lib/input/refusals';
import { markedServers } from '../lib/openstack/model/server-marks';
import { apiVersionOf, type EmittedKind } from './api-kinds';
import { autoscaleModel } from './autoscale-props';
import type { IClusterHost, IPoolSource } from './cluster-host';
import { constructInput } from './construct-input';
import { setLazyDefaultChild } from './default-child';
import { machineModel, NO_ENTRIES } from './machine-props';
import { ManifestObject } from './manifest-object';
import type { NodePoolProps } from './node-pool-props';

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
  private readonly cluster: IClusterHost<F>;
  private readonly props: NodePoolProps<F>;
  private readonly taints: Taint[] = [];
  private readonly labels: Map<string, string>;

  constructor(cluster: IClusterHost<F>, id: string, props: NodePoolProps<NoInfer<F>>) {
    const input = constructInput('NodePool', { scope: cluster, id, props });
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

  /** Adds a label to the nodes; another value for one that is there is a mistake. */
  addLabel(key: string, value: string): void {
    const present = this.labels.get(key);
    if (present === undefined) this.labels.set(key, value);
    else if (present !== value) collect(this.node.root, [labelTaken(this, key, value, present)]);
  }

  /** Pool as plain data. */
  model(): AssembledPool {
    const { props, cluster } = this;
    const fixed = props.autoscale === undefined ? (props.replicas ?? 1) : props.replicas;
    const machine = machineModel(props, cluster.machineDefaults, this.node.id);
    const kind = { gpu: props.gpu?.model, preemptible: props.preemptible?.model, os: props.os };
    const servers = markedServers(kind, machine);
    const model: Required<AssembledPool> = {
      size: machine.size,
      image: machine.image,
      sshKeyName: machine.sshKeyName,
      rootVolume: machine.rootVolume,
      additionalBlockDevices: machine.additionalBlockDevices,
      identity: machine.identity,
      trunk: machine.trunk,
      floatingIPPool: machine.floatingIPPool,
      ports: machine.ports,
      schedulerHints: servers.schedulerHints,
      securityGroups: machine.securityGroups,
      serverGroup: machine.serverGroup,
      serverGroupPolicy: machine.serverGroupPolicy,
      tags: servers.tags,
      serverMetadata: servers.serverMetadata,
      configDrive: servers.configDrive,
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
      path: `${this.cluster.clusterPath}/${this.node.id}`,
      name: this.node.id,
      deploymentName: this.deploymentName,
      kubernetesVersion: props.kubernetesVersion,
      replicas: fixed,
      autoscale: props.autoscale && autoscaleModel(props.autoscale),
      failureDomain: props.failureDomain,
      failureDomains: props.failureDomains,
      nodeLabels: markedLabels(kind, Object.fromEntries(this.labels)),
      taints: markedTaints(kind, this.taints),
      propagateTaints: props.propagateTaints ?? false,
      gpu: kind.gpu,
      preemptible: kind.preemptible,
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
    return model;
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

function labelTaken({ node }: Construct, key: string, given: string, present: string): Issue {
  return {
    path: node.path,
    prop: `labels[${JSON.stringify(key)}]`,
    given,
    allowed: `${JSON.stringify(present)}, the value that it has already`,
    fix: write(present, { or: 'leave one of the two out' }),
    rule: 'pool-label-taken',
  };
}
