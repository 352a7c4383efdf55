import type { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { AssembledControlPlane } from '../lib/assembly/model';
import { providerOfCloud } from '../lib/assembly/provider-registry';
import { secondsOf } from '../lib/base/duration';
import type {
  ControlPlaneRemediation,
  ControlPlaneRollout,
} from '../lib/cluster/model/control-plane';
import type { Taint } from '../lib/cluster/model/machine';
import { apiVersionOf } from './api-kinds';
import type { AnyCloud, OwnControlPlane } from './cloud';
import type { IClusterHost } from './cluster-host';
import { type ControlPlaneFeatureProps, controlPlaneFeatures } from './control-plane-features';
import { setLazyDefaultChild } from './default-child';
import type { ControlPlaneKubeadmProps } from './kubeadm-props';
import { type MachineProps, machineModel, NO_ENTRIES, NO_ITEMS } from './machine-props';
import { ManifestObject } from './manifest-object';
import type { UsualCloud } from './usual-cloud';

/** Props of a cluster's control plane: those that control planes have everywhere, and those of its cloud. */
export type ControlPlaneProps<C extends AnyCloud = UsualCloud> = C['kindOf']['controlPlane'] &
  CommonControlPlaneProps;

/** Props that control planes have on every cloud. */
export interface CommonControlPlaneProps extends MachineProps, ControlPlaneFeatureProps {
  /**
   * Number of machines, an odd one.
   *
   * @default 3
   * @see KubeadmControlPlane.spec.replicas (controlplane.cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Labels of the Machines and their Nodes.
   *
   * Cluster API brings those whose domain it owns to the Nodes, and the kubelet the others.
   *
   * @default - no labels of your own
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.labels (controlplane.cluster.x-k8s.io)
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the Machines.
   *
   * @default - no annotations of your own
   * @see KubeadmControlPlane.spec.machineTemplate.metadata.annotations (controlplane.cluster.x-k8s.io)
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Arguments of the API server, without their dashes.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly apiServerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the controller manager, without their dashes.
   *
   * @default - kubeadm's own, and the external cloud provider
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.controllerManager.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly controllerManagerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Arguments of the scheduler, without their dashes.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.scheduler.extraArgs (controlplane.cluster.x-k8s.io)
   */
  readonly schedulerExtraArgs?: Readonly<Record<string, string>>;
  /**
   * Names and addresses in the API server's certificate besides the endpoint.
   *
   * @default - the endpoint alone
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs (controlplane.cluster.x-k8s.io)
   */
  readonly certSANs?: readonly string[];
  /**
   * Whether ordinary pods may run on control-plane nodes.
   *
   * @default false
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly schedulable?: boolean;
  /**
   * Taints of the nodes besides the one that keeps ordinary pods off them.
   *
   * @default - no other taints
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints (controlplane.cluster.x-k8s.io)
   */
  readonly taints?: readonly Taint[];
  /**
   * Whether Cluster API keeps those taints on nodes, so that a change rolls no machine.
   *
   * Needs the feature gate `machineTaintPropagation`.
   *
   * @default false
   * @see KubeadmControlPlane.spec.machineTemplate.spec.taints (controlplane.cluster.x-k8s.io)
   */
  readonly propagateTaints?: boolean;
  /**
   * Settings of kubeadm on the machines.
   *
   * @default - kubeadm's own
   * @see KubeadmControlPlane.spec.kubeadmConfigSpec.initConfiguration (controlplane.cluster.x-k8s.io)
   */
  readonly kubeadm?: ControlPlaneKubeadmProps;
  /**
   * How machines are replaced.
   *
   * @default - one more machine while one is replaced
   * @see KubeadmControlPlane.spec.rollout (controlplane.cluster.x-k8s.io)
   */
  readonly rollout?: ControlPlaneRollout;
  /**
   * How often and how fast broken machines are replaced.
   *
   * @default - Cluster API's own terms
   * @see KubeadmControlPlane.spec.remediation (controlplane.cluster.x-k8s.io)
   */
  readonly remediation?: ControlPlaneRemediationProps;
}

/** How often and how fast broken control-plane machines are replaced. */
export interface ControlPlaneRemediationProps {
  /**
   * Tries for one machine.
   *
   * @default - without limit
   * @see KubeadmControlPlane.spec.remediation.maxRetry (controlplane.cluster.x-k8s.io)
   */
  readonly maxRetry?: number;
  /**
   * Time between tries.
   *
   * @default - at once
   * @see KubeadmControlPlane.spec.remediation.retryPeriodSeconds (controlplane.cluster.x-k8s.io)
   */
  readonly retryPeriod?: Duration;
  /**
   * Time for which a replacement must be healthy to count as a new case.
   *
   * @default - one hour
   * @see KubeadmControlPlane.spec.remediation.minHealthyPeriodSeconds (controlplane.cluster.x-k8s.io)
   */
  readonly minHealthyPeriod?: Duration;
}

/** Defaults of {@link ControlPlaneProps}. */
export const CONTROL_PLANE_DEFAULTS = Object.freeze({
  replicas: 3,
  schedulable: false,
  propagateTaints: false,
});

/** Control plane of a cluster: a KubeadmControlPlane and its machine template. */
export class ControlPlane<C extends AnyCloud = AnyCloud> extends Construct {
  constructor(
    private readonly cluster: IClusterHost<C>,
    id: string,
    private readonly props: ControlPlaneProps<C>,
  ) {
    super(cluster, id);
    setLazyDefaultChild(this, () => this.controlPlane);
  }

  /** KubeadmControlPlane of the cluster. */
  get controlPlane(): ApiObject {
    return this.object('Resource', 'controlPlane', 'KubeadmControlPlane');
  }

  /** Template of the machines, an OpenStackMachineTemplate on OpenStack. */
  get machineTemplate(): ApiObject {
    const { machineTemplateKind } = providerOfCloud(this.cluster.cloud.model).renderer;
    return this.object('MachineTemplate', 'controlPlaneMachineTemplate', machineTemplateKind);
  }

  /** MachineHealthCheck of the control plane, where `healthCheck` is set. */
  get machineHealthCheck(): ApiObject | undefined {
    return this.props.healthCheck === undefined
      ? undefined
      : this.object('MachineHealthCheck', 'controlPlaneHealthCheck', 'MachineHealthCheck');
  }

  /** Control plane as plain data. */
  model(): AssembledControlPlane {
    const { cluster, node } = this;
    const props: CommonControlPlaneProps = this.props;
    const own = cluster.cloud.modeller.controlPlane(this.props, {
      cluster: cluster.clusterProps,
      names: cluster.names,
      group: node.id,
    });
    const machine = machineModel(props, cluster.clusterProps.bootstrap);
    const model: Required<Omit<AssembledControlPlane, keyof OwnControlPlane>> = {
      labels: props.labels ?? NO_ENTRIES,
      annotations: props.annotations ?? NO_ENTRIES,
      kubeletExtraArgs: machine.kubeletExtraArgs,
      kubelet: machine.kubelet,
      bootstrap: machine.bootstrap,
      kubeadm: machine.kubeadm,
      readinessGates: machine.readinessGates,
      machineNaming: machine.machineNaming,
      drain: machine.drain,
      healthCheck: machine.healthCheck,
      path: `${cluster.clusterPath}/${node.id}`,
      replicas: props.replicas ?? CONTROL_PLANE_DEFAULTS.replicas,
      apiServerExtraArgs: props.apiServerExtraArgs ?? NO_ENTRIES,
      controllerManagerExtraArgs: props.controllerManagerExtraArgs ?? NO_ENTRIES,
      schedulerExtraArgs: props.schedulerExtraArgs ?? NO_ENTRIES,
      certSANs: props.certSANs ?? NO_ITEMS,
      schedulable: props.schedulable ?? CONTROL_PLANE_DEFAULTS.schedulable,
      taints: props.taints,
      propagateTaints: props.propagateTaints ?? CONTROL_PLANE_DEFAULTS.propagateTaints,
      rollout: props.rollout ?? NO_ENTRIES,
      remediation: props.remediation && remediation(props.remediation),
      ...controlPlaneFeatures(props),
    };
    return Object.assign(model, own);
  }

  private object(id: string, key: string, kind: string): ApiObject {
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this.cluster, {
      key,
      kind,
      apiVersion: apiVersionOf(kind, this.cluster),
      name: `${this.cluster.clusterName}-control-plane`,
    });
  }
}

function remediation(props: ControlPlaneRemediationProps): ControlPlaneRemediation {
  const { maxRetry, retryPeriod, minHealthyPeriod } = props;
  return {
    ...(maxRetry === undefined ? {} : { maxRetry }),
    ...(retryPeriod && { retryPeriodSeconds: secondsOf(retryPeriod) }),
    ...(minHealthyPeriod && { minHealthyPeriodSeconds: secondsOf(minHealthyPeriod) }),
  };
}
