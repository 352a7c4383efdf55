import type { BastionModel } from '../../lib/openstack/model/bastion';
import type { MachineImage, RootVolume } from '../../lib/openstack/model/machine';
import type { NetworkLookup } from '../../lib/openstack/model/network-lookup';

/**
 * Server in a cluster's network through which operators reach its machines by SSH.
 *
 * The provider creates it, opens port 22 to the world and adds a rule for it to every machine's group. Removing a bastion
 * takes two steps, because the provider refuses to remove a running one: write `enabled: false`, and leave out the prop
 * once that is applied.
 */
export interface BastionProps<F extends string = string> {
  /**
   * Whether the server exists.
   *
   * @default true
   * @see OpenStackCluster.spec.bastion.enabled (infrastructure.cluster.x-k8s.io)
   */
  readonly enabled?: boolean;
  /**
   * Nova flavor of the server, from the cloud's table.
   *
   * @see OpenStackCluster.spec.bastion.spec.flavor (infrastructure.cluster.x-k8s.io)
   */
  readonly flavor: F;
  /**
   * Image that the server boots from.
   *
   * @default - the cluster's image
   * @see OpenStackCluster.spec.bastion.spec.image (infrastructure.cluster.x-k8s.io)
   */
  readonly image?: MachineImage;
  /**
   * Nova key pair that may log in.
   *
   * The provider gives the server no user data: without a key pair, its image must define who may log in.
   *
   * @default - the cluster's key pair, if it has one
   * @see OpenStackCluster.spec.bastion.spec.sshKeyName (infrastructure.cluster.x-k8s.io)
   */
  readonly sshKeyName?: string;
  /**
   * Cinder volume to boot from.
   *
   * @default - the flavor's local disk
   * @see OpenStackCluster.spec.bastion.spec.rootVolume (infrastructure.cluster.x-k8s.io)
   */
  readonly rootVolume?: RootVolume;
  /**
   * Existing security groups besides the one that Cluster API manages.
   *
   * @default - only the managed group
   * @see OpenStackCluster.spec.bastion.spec.securityGroups (infrastructure.cluster.x-k8s.io)
   */
  readonly securityGroups?: readonly NetworkLookup[];
  /**
   * Tags of the server.
   *
   * @default - only the cluster's tags
   * @see OpenStackCluster.spec.bastion.spec.tags (infrastructure.cluster.x-k8s.io)
   */
  readonly tags?: readonly string[];
  /**
   * Nova metadata of the server.
   *
   * @default - no metadata
   * @see OpenStackCluster.spec.bastion.spec.serverMetadata (infrastructure.cluster.x-k8s.io)
   */
  readonly serverMetadata?: Readonly<Record<string, string>>;
  /**
   * Existing server group that the server joins.
   *
   * @default - the scheduler places it freely
   * @see OpenStackCluster.spec.bastion.spec.serverGroup (infrastructure.cluster.x-k8s.io)
   */
  readonly serverGroup?: NetworkLookup;
  /**
   * Hints to Nova's scheduler, for filters that the cloud has.
   *
   * @default - only the server group
   * @see OpenStackCluster.spec.bastion.spec.schedulerHintAdditionalProperties (infrastructure.cluster.x-k8s.io)
   */
  readonly schedulerHints?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Whether the server gets a config drive.
   *
   * @default - the cloud decides
   * @see OpenStackCluster.spec.bastion.spec.configDrive (infrastructure.cluster.x-k8s.io)
   */
  readonly configDrive?: boolean;
  /**
   * Nova availability zone of the server.
   *
   * @default - one that Nova chooses
   * @see OpenStackCluster.spec.bastion.availabilityZone (infrastructure.cluster.x-k8s.io)
   */
  readonly availabilityZone?: string;
  /**
   * Floating IP of the server, which the project already has.
   *
   * @default - an allocated floating IP, or none if the cloud has no external network
   * @see OpenStackCluster.spec.bastion.floatingIP (infrastructure.cluster.x-k8s.io)
   */
  readonly floatingIP?: string;
}

/** Defaults of {@link BastionProps}. */
export const BASTION_DEFAULTS = Object.freeze({ enabled: true });

/** Creates the model of a bastion. */
export function bastionModel(
  props: BastionProps,
  defaults: { readonly image: MachineImage; readonly sshKeyName?: string },
): BastionModel {
  const {
    image = defaults.image,
    sshKeyName = defaults.sshKeyName,
    securityGroups,
    serverGroup,
    flavor: size,
    ...rest
  } = props;
  return {
    ...rest,
    size,
    enabled: props.enabled ?? BASTION_DEFAULTS.enabled,
    image: image.lookup,
    ...(sshKeyName === undefined ? {} : { sshKeyName }),
    securityGroups: securityGroups?.map((group) => group.lookup) ?? [],
    ...(serverGroup === undefined ? {} : { serverGroup: serverGroup.lookup }),
    tags: props.tags ?? [],
    serverMetadata: props.serverMetadata ?? {},
  };
}
