import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { AssembledControlPlane } from '../lib/assembly/model';
import { providerOfCloud } from '../lib/assembly/provider-registry';
import { secondsOf } from '../lib/base/duration';
import type { ControlPlaneRemediation } from '../lib/cluster/model/control-plane';
import { apiVersionOf } from './api-kinds';
import type { AnyCloud, OwnControlPlane } from './cloud';
import type { IClusterHost } from './cluster-host';
import { clusterObject } from './cluster-objects';
import { controlPlaneFeatures } from './control-plane-features';
import {
  CONTROL_PLANE_DEFAULTS,
  type CommonControlPlaneProps,
  type ControlPlaneProps,
  type ControlPlaneRemediationProps,
} from './control-plane-props';
import { setLazyDefaultChild } from './default-child';
import { machineModel, NO_ENTRIES, NO_ITEMS } from './machine-props';

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
    return this.object('controlPlane', 'KubeadmControlPlane');
  }

  /** Template of the machines, an OpenStackMachineTemplate on OpenStack. */
  get machineTemplate(): ApiObject {
    const { machineTemplateKind } = providerOfCloud(this.cluster.cloud.model).renderer;
    return this.object('controlPlaneMachineTemplate', machineTemplateKind);
  }

  /** MachineHealthCheck of the control plane, if `healthCheck` is set. */
  get machineHealthCheck(): ApiObject | undefined {
    return this.props.healthCheck === undefined
      ? undefined
      : this.object('controlPlaneHealthCheck', 'MachineHealthCheck');
  }

  /** Returns the control plane as plain data. */
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

  private object(key: string, kind: string): ApiObject {
    const { cluster } = this;
    const name = `${cluster.clusterName}-control-plane`;
    const manifest = { key, kind, apiVersion: apiVersionOf(kind, cluster), name };
    return clusterObject(cluster, manifest, this);
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
