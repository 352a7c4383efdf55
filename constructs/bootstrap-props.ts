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

/** Bootstrap settings that a cluster can set for all of its machines. */
export interface SharedBootstrapProps {
  /**
   * Bootstrap program on the image.
   *
   * @default - cloud-init
   * @see KubeadmConfigSpec.format (bootstrap.cluster.x-k8s.io)
   */
  readonly format?: MachineFormat;
  /**
   * Users to create; cloud-init then does not create the image's default user.
   *
   * @default - the image's default user
   * @see KubeadmConfigSpec.users (bootstrap.cluster.x-k8s.io)
   */
  readonly users?: readonly NodeUser[];
  /**
   * Time servers of the machines.
   *
   * @default - the image's settings
   * @see KubeadmConfigSpec.ntp (bootstrap.cluster.x-k8s.io)
   */
  readonly ntp?: NtpModel;
  /**
   * Proxy through which containerd and the kubelet reach addresses outside the cluster and its cloud.
   *
   * Set it to `undefined` in a pool to use no proxy although the cluster has one.
   *
   * @default - no proxy
   */
  readonly proxy?: NodeProxy | undefined;
  /**
   * Mirrors from which containerd pulls images; the image's `config_path` must be `/etc/containerd/certs.d`.
   *
   * @default - images are pulled from the registries in their names
   */
  readonly registryMirrors?: readonly RegistryMirror[];
  /**
   * CAs that machines trust.
   *
   * @default - only the CAs of the image
   */
  readonly trustedCAs?: readonly TrustedCA[];
}

/** Bootstrap settings of machines, besides kubeadm. */
export interface BootstrapProps extends SharedBootstrapProps {
  /**
   * Files to write before kubeadm runs.
   *
   * @default - no files
   * @see KubeadmConfigSpec.files (bootstrap.cluster.x-k8s.io)
   */
  readonly files?: readonly NodeFile[];
  /**
   * Shell commands to run at every boot, before anything else.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.bootCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly bootCommands?: readonly string[];
  /**
   * Shell commands to run before kubeadm.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.preKubeadmCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly preKubeadmCommands?: readonly string[];
  /**
   * Shell commands to run after kubeadm.
   *
   * @default - no commands
   * @see KubeadmConfigSpec.postKubeadmCommands (bootstrap.cluster.x-k8s.io)
   */
  readonly postKubeadmCommands?: readonly string[];
  /**
   * Mounts as lines of fstab: device, directory and further fields.
   *
   * @default - no mounts
   * @see KubeadmConfigSpec.mounts (bootstrap.cluster.x-k8s.io)
   */
  readonly mounts?: readonly (readonly string[])[];
  /**
   * Partitions and file systems to create first.
   *
   * @default - disks are not changed
   * @see KubeadmConfigSpec.diskSetup (bootstrap.cluster.x-k8s.io)
   */
  readonly diskSetup?: Partial<DiskSetup>;
  /**
   * Log level of kubeadm, from 0 to 10.
   *
   * @default - kubeadm's default
   * @see KubeadmConfigSpec.verbosity (bootstrap.cluster.x-k8s.io)
   */
  readonly verbosity?: number;
}

/** Converts bootstrap props to model data; the cluster's settings apply where a machine has none. */
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
