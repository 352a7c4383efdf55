import type { Fields } from '../../base/fields';
import type {
  ControlPlaneRemediation,
  ControlPlaneRollout,
} from '../../cluster/model/control-plane';
import type { DrainModel } from '../../cluster/model/machine';
import type { KubeadmTimeouts } from '../model/kubeadm';

/** Differences between the API versions of kubeadm's bootstrap and control-plane groups. */
export interface KubeadmContract {
  /** Renders the arguments of a component from their values by name. */
  extraArgs(args: Readonly<Record<string, string>>): unknown;
  /** Converts the spec of a KubeadmConfigTemplate to v1beta1, from which template names are derived. */
  neutralBootstrap(spec: Fields): Fields;
  /** Renders the machine template of a control plane, without empty fields. */
  controlPlaneMachines(
    metadata: Fields,
    infrastructureRef: Fields,
    drain: DrainModel,
    extras: Fields,
  ): Fields;
  /** Renders the rollout fields of a control plane's spec. */
  controlPlaneRollout(rollout: ControlPlaneRollout): Fields;
  /** Renders the remediation fields of a control plane's spec. */
  remediation(remediation: ControlPlaneRemediation): Fields;
  /** Renders the timeout fields of an InitConfiguration. */
  initTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Renders the timeout fields of a JoinConfiguration. */
  joinTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Renders the control-plane timeout as a field of the API server, for releases without other fields for it. */
  controlPlaneTimeout(timeouts: KubeadmTimeouts): Fields;
}
