import type { MachineSubject } from './subjects';

/** Tells whether machines belong to the control plane. */
export function isControlPlaneMachine({ cluster, machine }: MachineSubject): boolean {
  return machine.path === cluster.controlPlane.path;
}
