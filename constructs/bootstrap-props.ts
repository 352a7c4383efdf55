import {
  type BootstrapModel,
  type NodeFile,
  type NtpModel,
  PLAIN_BOOTSTRAP,
} from '../lib/model/bootstrap';
import type { DiskSetup } from '../lib/model/disk-setup';
import type { MachineFormat } from '../lib/model/machine-format';
import type { NodeUser } from '../lib/model/node-user';

/** What machines get and do besides kubeadm's own work. */
export interface BootstrapProps {
  /**
   * Program on the image that reads the configuration.
   *
   * @default - cloud-init
   * @see KubeadmConfigSpec.format (bootstrap.cluster.x-k8s.io)
   */
  readonly format?: MachineFormat;
  /**
   * Files written before kubeadm runs.
   *
   * @default - no files
   * @see KubeadmConfigSpec.files (bootstrap.cluster.x-k8s.io)
   */
  readonly files?: readonly NodeFile[];
  /**
   * Shell commands run at every boot, before anything else.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.bootCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly bootCommands?: readonly string[];
  /**
   * Shell commands run before kubeadm.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.preKubeadmCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly preKubeadmCommands?: readonly string[];
  /**
   * Shell commands run after kubeadm.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.postKubeadmCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly postKubeadmCommands?: readonly string[];
  /**
   * Lines of the table of mounts: device, directory, and what follows them there.
   *
   * @default - no mounts
   * @see KubeadmConfigSpec.mounts (bootstrap.cluster.x-k8s.io)
   */
  readonly mounts?: readonly (readonly string[])[];
  /**
   * Partitions and file systems that are made first.
   *
   * @default - disks stay as they are
   * @see KubeadmConfigSpec.diskSetup (bootstrap.cluster.x-k8s.io)
   */
  readonly diskSetup?: Partial<DiskSetup>;
  /**
   * Accounts that are made; cloud-init then leaves out the image's usual one.
   *
   * @default - the image's usual account
   * @see KubeadmConfigSpec.users (bootstrap.cluster.x-k8s.io)
   */
  readonly users?: readonly NodeUser[];
  /**
   * Where machines get the time from.
   *
   * @default - as the image has it
   * @see KubeadmConfigSpec.ntp (bootstrap.cluster.x-k8s.io)
   */
  readonly ntp?: NtpModel;
  /**
   * Level of detail of kubeadm's log, from 0 to 10.
   *
   * @default - kubeadm's own
   * @see KubeadmConfigSpec.verbosity (bootstrap.cluster.x-k8s.io)
   */
  readonly verbosity?: number;
}

/** Model data of what machines get and do besides kubeadm's own work. */
export function bootstrapModel(props: BootstrapProps | undefined): BootstrapModel {
  if (props === undefined) return PLAIN_BOOTSTRAP;
  return {
    ...PLAIN_BOOTSTRAP,
    ...props,
    format: props.format?.model ?? PLAIN_BOOTSTRAP.format,
    diskSetup: { ...PLAIN_BOOTSTRAP.diskSetup, ...props.diskSetup },
  };
}
