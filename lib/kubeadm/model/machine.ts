import type { MachineModel } from '../../cluster/model/machine';
import type { BootstrapModel } from './bootstrap';
import type { KubeadmModel } from './kubeadm';

/** Machines that kubeadm makes nodes of. */
export interface KubeadmMachine extends MachineModel {
  /** Settings of kubeadm; absent for its own. */
  readonly kubeadm?: KubeadmModel | undefined;
  /** What machines get and do besides kubeadm's own work. */
  readonly bootstrap: BootstrapModel;
}
