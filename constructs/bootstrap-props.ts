import {
  type BootstrapModel,
  type NodeFile,
  type NtpModel,
  PLAIN_BOOTSTRAP,
} from '../lib/kubeadm/model/bootstrap';
import type { DiskSetup } from '../lib/kubeadm/model/disk-setup';
import type { MachineFormat } from '../lib/kubeadm/model/machine-format';
import type { NodeProxy } from '../lib/kubeadm/model/node-proxy';
import type { NodeUser } from '../lib/kubeadm/model/node-user';
import type { RegistryMirror } from '../lib/kubeadm/model/registry-mirror';
import type { TrustedCA } from '../lib/kubeadm/model/trusted-ca';

/** Surroundings of machines, which a cluster may state for all of its own. */
export interface SharedBootstrapProps {
  /**
   * Program on the image that reads the configuration.
   *
   * @default - cloud-init
   * @see KubeadmConfigSpec.format (bootstrap.cluster.x-k8s.io)
   */
  readonly format?: MachineFormat;
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
   * Proxy through which containerd and the kubelet reach what is outside the cluster and its cloud.
   *
   * `undefined` in a pool whose cluster has one is for none.
   *
   * @default - everything is reached directly
   */
  readonly proxy?: NodeProxy | undefined;
  /**
   * Servers from which containerd pulls images; the image's `config_path` has to be `/etc/containerd/certs.d`.
   *
   * @default - images come from the registries in their names
   */
  readonly registryMirrors?: readonly RegistryMirror[];
  /**
   * Authorities that machines trust.
   *
   * @default - those of the image alone
   */
  readonly trustedCAs?: readonly TrustedCA[];
}

/** What machines get and do besides kubeadm's own work. */
export interface BootstrapProps extends SharedBootstrapProps {
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
   * Level of detail of kubeadm's log, from 0 to 10.
   *
   * @default - kubeadm's own
   * @see KubeadmConfigSpec.verbosity (bootstrap.cluster.x-k8s.io)
   */
  readonly verbosity?: number;
}

/** Model data of what machines get and do besides kubeadm's own work, the cluster's where they say nothing. */
export function bootstrapModel(
  props: BootstrapProps | undefined,
  shared: SharedBootstrapProps | undefined,
): BootstrapModel {
  if (props === undefined && shared === undefined) return PLAIN_BOOTSTRAP;
  const { format, trustedCAs, diskSetup, ...rest }: BootstrapProps = { ...shared, ...props };
  const inherited = Object.keys(shared ?? {}).filter((name) => !(name in (props ?? {})));
  return {
    ...PLAIN_BOOTSTRAP,
    ...rest,
    format: format?.model ?? PLAIN_BOOTSTRAP.format,
    trustedCAs: trustedCAs?.map((ca) => ca.model) ?? PLAIN_BOOTSTRAP.trustedCAs,
    diskSetup: { ...PLAIN_BOOTSTRAP.diskSetup, ...diskSetup },
    ...(inherited.length > 0 && { shared: inherited }),
  };
}
