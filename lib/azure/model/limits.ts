/** Zones that locations of Azure have. */
export const ZONES: readonly string[] = ['1', '2', '3'];

/** Names of clusters of which the provider makes those of what it makes. */
export const CLUSTER_NAME = /^[a-z0-9][a-z0-9-]{0,42}[a-z0-9]$/;

/** Most addresses of an outbound load balancer. */
export const MOST_ADDRESSES = 16;

/** Gibibytes of a disk with the operating system. */
export const OS_DISK_GIB = Object.freeze({ least: 1, most: 2_048 });

/** Gibibytes of a data disk. */
export const DATA_DISK_GIB = Object.freeze({ least: 4, most: 32_767 });

/** Largest number of a data disk. */
export const MOST_LUN = 63;

/** Kinds of disks that are fast by themselves, whose speed is chosen and of which machines keep nothing. */
export const FAST_STORAGE: readonly unknown[] = ['UltraSSD_LRS', 'PremiumV2_LRS'];
