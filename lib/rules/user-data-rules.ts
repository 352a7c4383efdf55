import type { MachineModel } from '../model/machine';
import type { Rule } from './rule';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

/** Bytes that Nova takes once they are written in base64. */
const MOST_BYTES = 49_000;
/** Bytes that kubeadm's configuration takes, with the certificates that a control plane gets. */
const CONTROL_PLANE_BYTES = 20_000;
const WORKER_BYTES = 5_000;
const SOURCE = 'openstack/nova@master:doc/source/user/user-data.rst';
const REASON =
  'Nova takes 65,535 bytes of user data in base64, in which machines get their arguments.';

/** Rules on the user data of control planes. */
export const CONTROL_PLANE_USER_DATA_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-user-data',
    reason: REASON,
    source: SOURCE,
    check({ controlPlane }, refuse) {
      const bytes =
        CONTROL_PLANE_BYTES +
        textBytes(controlPlane.apiServerExtraArgs) +
        textBytes(controlPlane.controllerManagerExtraArgs) +
        textBytes(controlPlane.schedulerExtraArgs) +
        machineBytes(controlPlane);
      if (bytes <= MOST_BYTES) return;
      refuse({ path: controlPlane.path, prop: 'userData' }, sizeFinding(bytes));
    },
  },
];

/** Rules on the user data of pools. */
export const POOL_USER_DATA_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-user-data',
    reason: REASON,
    source: SOURCE,
    check({ pool }, refuse) {
      const bytes = WORKER_BYTES + textBytes(pool.nodeLabels) + machineBytes(pool);
      if (bytes <= MOST_BYTES) return;
      refuse({ path: pool.path, prop: 'userData' }, sizeFinding(bytes));
    },
  },
];

function machineBytes({ kubeletExtraArgs }: MachineModel): number {
  return textBytes(kubeletExtraArgs);
}

function textBytes(texts: Readonly<Record<string, string>>): number {
  let bytes = 0;
  for (const key in texts) bytes += key.length + (texts[key]?.length ?? 0);
  return bytes;
}

function sizeFinding(bytes: number) {
  return {
    given: `about ${bytes} bytes`,
    allowed: `at most ${MOST_BYTES} bytes`,
    fix: 'move arguments and labels into configuration files of the image',
  };
}
