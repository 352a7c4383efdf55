import type { MachineFormatModel } from '../model/machine-format';

/** File with kubeadm's configuration on machines with Ignition. */
export const IGNITION_KUBEADM_CONFIG = '/etc/kubeadm.yml';

/** What distinguishes the first machine of a control plane from the others. */
export interface FirstMachine {
  /** File with kubeadm's configuration on that machine. */
  readonly config: string;
  /** Condition that is true only on that machine, before kubeadm runs. */
  readonly before: string;
  /** Condition that is true only on that machine, after kubeadm has run. */
  readonly after: string;
}

const CLOUD_INIT_CONFIG = '/run/kubeadm/kubeadm.yaml';

/** What distinguishes the first machine of a control plane, by machine format. */
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
