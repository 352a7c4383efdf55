import type { ImageRegistries } from './images';

/** Network and registry access of a management cluster, as plain data. */
export interface ManagementModel {
  /** Construct path of the management cluster. */
  readonly path: string;
  /** IPv4 ranges from which it reaches addresses of clouds; absent if unknown. */
  readonly egressCidrs?: readonly string[];
  /** Ranges inside clouds that it reaches directly; absent if unknown. */
  readonly reachableCidrs?: readonly string[];
  /** Mirrors that it pulls images from, by the registries in image names; absent if it uses no mirrors. */
  readonly imageRegistries?: ImageRegistries;
}
