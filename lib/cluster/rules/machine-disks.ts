import type { Finding } from '../../base/errors';
import type { MachineSubject } from './subjects';

/** Facts about the disks of machines that an infrastructure provider knows. */
export interface MachineDisks {
  /** Public sources of the facts about disks, `project@version:path`. */
  readonly sources: {
    /** Source of which disks machines have. */
    readonly devices: string;
    /** Source of what machines know about their disks. */
    readonly told: string;
  };
  /**
   * Describes what is wrong with a device that machines do not have; undefined if they have it, or can have it.
   *
   * @param name Name for the disk that a fix adds.
   */
  missing(subject: MachineSubject, device: string, name?: string): Finding | undefined;
  /** Describes what is wrong with a device that machines have but cannot identify. */
  untold(subject: MachineSubject, device: string): Finding | undefined;
  /** Returns the disk of a device, if it is certain. */
  diskAt(subject: MachineSubject, device: string): { readonly sizeGiB: number } | undefined;
}
