import type { Place } from '../../base/rule';
import { type BootstrapModel, isNodeFile, type NodeFile } from '../model/bootstrap';
import type { MachineSubject } from './subjects';

/** Shell command, with its place in the program. */
export interface PlacedCommand {
  /** Text of the command. */
  readonly text: string;
  /** Place of the command in the program. */
  readonly place: Place;
}

/** Lists of shell commands of a machine. */
export const COMMAND_LISTS = ['bootCommands', 'preKubeadmCommands', 'postKubeadmCommands'] as const;

/** Returns the place of a bootstrap field, which is in the cluster if it sets the field for all machines. */
export function bootstrapPlace(
  { cluster, machine }: MachineSubject,
  field: keyof BootstrapModel,
  rest = '',
): Place {
  const isShared = machine.bootstrap.shared?.includes(field) === true;
  return { path: isShared ? cluster.path : machine.path, prop: `bootstrap.${field}${rest}` };
}

/** Tells whether machines run Windows. */
export function isOnWindows({ machine }: MachineSubject): boolean {
  return 'os' in machine && machine.os === 'windows';
}

/** Visits the well-formed files of machines, each with a function that returns the place of a field. */
export function visitFiles(
  subject: MachineSubject,
  look: (file: NodeFile, at: (field: string) => Place, index: number) => void,
): void {
  subject.machine.bootstrap.files.forEach((file, index) => {
    if (!isNodeFile(file)) return;
    look(file, (field) => bootstrapPlace(subject, 'files', `[${index}].${field}`), index);
  });
}

/** Returns every shell command of machines. */
export function placedCommands(subject: MachineSubject): readonly PlacedCommand[] {
  return COMMAND_LISTS.flatMap((list) =>
    subject.machine.bootstrap[list].map((text, index) => ({
      text,
      place: bootstrapPlace(subject, list, `[${index}]`),
    })),
  );
}
