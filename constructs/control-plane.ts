import type { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { AssembledControlPlane } from '../lib/assembly/model';
import { secondsOf } from '../lib/base/duration';
import type {
  ControlPlaneRemediation,
  ControlPlaneRollout,
} from '../lib/cluster/model/control-plane';
import type { Taint } from '../lib/cluster/model/machine';
import { apiVersionOf, type EmittedKind } from './api-kinds';
import type { IClusterHost } from './cluster-host';
import { type ControlPlaneFeatureProps, controlPlaneFeatures } from './control-plane-features';
import { setLazyDefaultChild } from './default-child';
import type { ControlPlaneKubeadmProps } from './kubeadm-props';
import { type MachineProps, machineModel, NO_ENTRIES, NO_ITEMS } from './machine-props';
import { ManifestObject } from './manifest-object';

/** Props of a cluster's control plane. */
export interface ControlPlaneProps<F extends string = string>
  extends MachineProps<F>,
    ControlPlaneFeatureProps {
  /**
   * Number of machines, an odd one.
   *
   * @default 3
   * @see KubeadmControlPlane.spec.replicas (controlplane.cluster.x-k8s.io)
   */
  readonly replicas?: number;
  /**
   * Availability zones to spread the machines over.
   *
   * @default - every zone of the cloud
   * @see OpenStackCluster.spec.controlPlaneAvailabilityZones (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Whether Nova picks the availability zone itself.
   *
   * @default false
   * @see OpenStackCluster.spec.controlPlaneOmitAvailabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly omitAvailabilityZone?: boolean;
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
  omitAvailabilityZone: false,
  schedulable: false,
  propagateTaints: false,
});

/** Control plane of a cluster: a KubeadmControlPlane and its machine template. */
export class ControlPlane<F extends string = string> extends Construct {
  constructor(
    private readonly cluster: IClusterHost<F>,
    id: string,
    private readonly props: ControlPlaneProps<F>,
  ) {
    super(cluster, id);
    setLazyDefaultChild(this, () => this.controlPlane);
  }

  /** KubeadmControlPlane of the cluster. */
  get controlPlane(): ApiObject {
    return this.object('Resource', 'controlPlane', 'KubeadmControlPlane');
  }

  /** OpenStackMachineTemplate of the control plane. */
  get machineTemplate(): ApiObject {
    return this.object(
      'MachineTemplate',
      'controlPlaneMachineTemplate',
      'OpenStackMachineTemplate',
    );
  }

  /** MachineHealthCheck of the control plane, where `healthCheck` is set. */
  get machineHealthCheck(): ApiObject | undefined {
    return this.props.healthCheck === undefined
      ? undefined
      : this.object('MachineHealthCheck', 'controlPlaneHealthCheck', 'MachineHealthCheck');
  }

  /** Control plane as plain data. */
  model(): AssembledControlPlane {
    const { props } = this;
    const machine = machineModel(props, this.cluster.machineDefaults, this.node.id);
    const model: Required<AssembledControlPlane> = {
      size: machine.size,
      image: machine.image,
      sshKeyName: machine.sshKeyName,
      rootVolume: machine.rootVolume,
      additionalBlockDevices: machine.additionalBlockDevices,
      identity: machine.identity,
      trunk: machine.trunk,
      floatingIPPool: machine.floatingIPPool,
      ports: machine.ports,
      schedulerHints: machine.schedulerHints,
      securityGroups: machine.securityGroups,
      serverGroup: machine.serverGroup,
      serverGroupPolicy: machine.serverGroupPolicy,
      tags: machine.tags,
      serverMetadata: machine.serverMetadata,
      configDrive: machine.configDrive,
      kubeletExtraArgs: machine.kubeletExtraArgs,
      kubelet: machine.kubelet,
      bootstrap: machine.bootstrap,
      kubeadm: machine.kubeadm,
      readinessGates: machine.readinessGates,
      machineNaming: machine.machineNaming,
      drain: machine.drain,
      healthCheck: machine.healthCheck,
      path: `${this.cluster.clusterPath}/${this.node.id}`,
      replicas: props.replicas ?? CONTROL_PLANE_DEFAULTS.replicas,
      failureDomains: props.failureDomains,
      omitAvailabilityZone:
        props.omitAvailabilityZone ?? CONTROL_PLANE_DEFAULTS.omitAvailabilityZone,
      labels: props.labels ?? NO_ENTRIES,
      annotations: props.annotations ?? NO_ENTRIES,
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
    return model;
  }

  private object(id: string, key: string, kind: EmittedKind): ApiObject {
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this.cluster, {
      key,
      kind,
      apiVersion: apiVersionOf(kind, this.cluster.profile),
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
