import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { ControlPlaneFeatures } from './control-plane-features';
import type { KubeadmMachine } from './machine';

/** Control plane bootstrapped by kubeadm. */
export interface KubeadmControlPlane
  extends ControlPlaneModel,
    KubeadmMachine,
    ControlPlaneFeatures {
  /** Arguments of the API server. */
  readonly apiServerExtraArgs: Readonly<Record<string, string>>;
  /** Arguments of the controller manager. */
  readonly controllerManagerExtraArgs: Readonly<Record<string, string>>;
  /** Arguments of the scheduler. */
  readonly schedulerExtraArgs: Readonly<Record<string, string>>;
  /** Names and addresses in the API server's certificate, in addition to the endpoint. */
  readonly certSANs: readonly string[];
}
