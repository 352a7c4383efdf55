import type { ClusterPart } from '../../cluster/model/cluster-part';

/** How addons of a kind of clouds are called in programs, by the parts of a cluster that they install. */
export type CloudAddons = Readonly<Partial<Record<ClusterPart, string>>>;

/** Addons of clouds, by the kinds of these. */
export type CloudAddonsByKind = Readonly<Record<string, CloudAddons>>;
