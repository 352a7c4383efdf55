import type { MachineFormatModel } from '../model/machine-format';

/** File in which kubeadm finds its configuration under Ignition. */
export const IGNITION_KUBEADM_CONFIG = '/etc/kubeadm.yml';

/** What tells the machine that starts a control plane from the others. */
export interface FirstMachine {
  /** File in which kubeadm finds its configuration there. */
  readonly config: string;
  /** Condition that holds there, and on no other machine, before kubeadm. */
  readonly before: string;
  /** Condition that holds there, and on no other machine, after kubeadm. */
  readonly after: string;
}

const CLOUD_INIT_CONFIG = '/run/kubeadm/kubeadm.yaml';

/** What tells the first machine of a control plane, by what reads the configuration. */
export const FIRST_MACHINE: Readonly<Record<MachineFormatModel['kind'], FirstMachine>> =
  Object.freeze({
    cloudInit: {
      config: CLOUD_INIT_CONFIG,
      before: `[ -f ${CLOUD_INIT_CONFIG} ]`,
      after: `[ -f ${CLOUD_INIT_CONFIG} ]`,
    },
    ignition: {
      config: IGNITION_KUBEADM_CONFIG,
      before: `grep -q '^kind: InitConfiguration' ${IGNITION_KUBEADM_CONFIG}`,
      after: "grep -q '^kind: InitConfiguration' /tmp/kubeadm.yml",
    },
  });
