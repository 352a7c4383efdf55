import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { ControlPlaneFeatures } from './control-plane-features';
import type { KubeadmMachine } from './machine';

/** Control plane of machines on which kubeadm starts it. */
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
  /** Names and addresses in the API server's certificate besides the endpoint. */
  readonly certSANs: readonly string[];
}
