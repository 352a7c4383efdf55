/** Availability zones of Azure locations. */
export const ZONES: readonly string[] = ['1', '2', '3'];

/** Format of cluster names, from which the provider derives resource names. */
export const CLUSTER_NAME = /^[a-z0-9][a-z0-9-]{0,42}[a-z0-9]$/;

/** Maximum number of frontend IPs of an outbound load balancer. */
export const MOST_ADDRESSES = 16;

/** Size of an OS disk, in gibibytes. */
export const OS_DISK_GIB = Object.freeze({ least: 1, most: 2_048 });

/** Size of a data disk, in gibibytes. */
export const DATA_DISK_GIB = Object.freeze({ least: 4, most: 32_767 });

/** Highest LUN of a data disk. */
export const MOST_LUN = 63;

/** Disk types with configurable performance, which do not support host caching. */
export const FAST_STORAGE: readonly unknown[] = ['UltraSSD_LRS', 'PremiumV2_LRS'];
