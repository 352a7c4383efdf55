import type { Fields } from '../../base/fields';
import type {
  ControlPlaneRemediation,
  ControlPlaneRollout,
} from '../../cluster/model/control-plane';
import type { DrainModel } from '../../cluster/model/machine';
import type { KubeadmTimeouts } from '../model/kubeadm';

/** What differs between the versions of the groups of kubeadm's bootstrap and control plane. */
export interface KubeadmContract {
  /** Arguments of a component, by name. */
  extraArgs(args: Readonly<Record<string, string>>): unknown;
  /** Spec of a KubeadmConfigTemplate's machines in the words of v1beta1, by which templates are named. */
  neutralBootstrap(spec: Fields): Fields;
  /** Template of a control plane's machines, without empties. */
  controlPlaneMachines(
    metadata: Fields,
    infrastructureRef: Fields,
    drain: DrainModel,
    extras: Fields,
  ): Fields;
  /** Part of a control plane's spec that says how machines are replaced. */
  controlPlaneRollout(rollout: ControlPlaneRollout): Fields;
  /** Part of a control plane's spec that says how broken machines are replaced. */
  remediation(remediation: ControlPlaneRemediation): Fields;
  /** Fields of an InitConfiguration with time limits of kubeadm. */
  initTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Fields of a JoinConfiguration with time limits of kubeadm. */
  joinTimeouts(timeouts: KubeadmTimeouts): Fields;
  /** Time limit of the control plane among the fields of the API server, for releases that have no other. */
  controlPlaneTimeout(timeouts: KubeadmTimeouts): Fields;
}
