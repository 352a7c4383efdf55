import type { ClusterPart } from '../../cluster/model/cluster-part';

/** Factory calls of the addons for one kind of cloud, by the part of a cluster that they install. */
export type CloudAddons = Readonly<Partial<Record<ClusterPart, string>>>;

/** Addons of clouds, by kind of cloud. */
export type CloudAddonsByKind = Readonly<Record<string, CloudAddons>>;
