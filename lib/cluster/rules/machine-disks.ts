import type { Finding } from '../../base/errors';
import type { MachineSubject } from './subjects';

/** What an infrastructure provider can tell of the disks of machines. */
export interface MachineDisks {
  /** Public sources of what is said of disks, `project@version:path`. */
  readonly sources: {
    /** Which disks machines have. */
    readonly devices: string;
    /** What machines are told of them. */
    readonly told: string;
  };
  /**
   * What is wrong with a device that machines do not have; absent where they have it, or may.
   *
   * @param name Name for the disk that a fix adds.
   */
  missing(subject: MachineSubject, device: string, name?: string): Finding | undefined;
  /** What is wrong with a device that machines have, and are not told of. */
  untold(subject: MachineSubject, device: string): Finding | undefined;
  /** Disk that a device is, where that is certain. */
  diskAt(subject: MachineSubject, device: string): { readonly sizeGiB: number } | undefined;
}
