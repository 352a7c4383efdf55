import type { Place } from '../../base/rule';
import { type BootstrapModel, isNodeFile, type NodeFile } from '../model/bootstrap';
import type { MachineSubject } from './subjects';

/** One shell command, with the place where it was typed. */
export interface PlacedCommand {
  /** Text of the command. */
  readonly text: string;
  /** Where it was typed. */
  readonly place: Place;
}

/** Lists of shell commands that a machine may have. */
export const COMMAND_LISTS = ['bootCommands', 'preKubeadmCommands', 'postKubeadmCommands'] as const;

/** Place of something in the bootstrap of machines, which is the cluster's where it states it for all. */
export function bootstrapPlace(
  { cluster, machine }: MachineSubject,
  field: keyof BootstrapModel,
  rest = '',
): Place {
  const isShared = machine.bootstrap.shared?.includes(field) === true;
  return { path: isShared ? cluster.path : machine.path, prop: `bootstrap.${field}${rest}` };
}

/** Tells whether machines have Windows. */
export function isOnWindows({ machine }: MachineSubject): boolean {
  return 'os' in machine && machine.os === 'windows';
}

/** Visits the files of machines that have the shape of one, each with a function that tells the place of one of its fields. */
export function visitFiles(
  subject: MachineSubject,
  look: (file: NodeFile, at: (field: string) => Place, index: number) => void,
): void {
  subject.machine.bootstrap.files.forEach((file, index) => {
    if (!isNodeFile(file)) return;
    look(file, (field) => bootstrapPlace(subject, 'files', `[${index}].${field}`), index);
  });
}

/** Every shell command of machines. */
export function placedCommands(subject: MachineSubject): readonly PlacedCommand[] {
  return COMMAND_LISTS.flatMap((list) =>
    subject.machine.bootstrap[list].map((text, index) => ({
      text,
      place: bootstrapPlace(subject, list, `[${index}]`),
    })),
  );
}
