import type { MachineModel } from '../../cluster/model/machine';
import type { BootstrapModel } from './bootstrap';
import type { KubeadmModel } from './kubeadm';

/** Machines bootstrapped by kubeadm. */
export interface KubeadmMachine extends MachineModel {
  /** Settings of kubeadm; absent for its defaults. */
  readonly kubeadm?: KubeadmModel | undefined;
  /** Bootstrap of machines in addition to kubeadm's own work. */
  readonly bootstrap: BootstrapModel;
}
