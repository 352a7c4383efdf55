import type { ImageRegistries } from './images';

/** What a management cluster reaches, and is reached by, as plain data. */
export interface ManagementModel {
  /** Construct path of the management cluster. */
  readonly path: string;
  /** IPv4 ranges from which it reaches addresses of clouds; absent where they are not known. */
  readonly egressCidrs?: readonly string[];
  /** Ranges inside of clouds that it reaches as they are; absent where they are not known. */
  readonly reachableCidrs?: readonly string[];
  /** Registries from which it pulls images, by those in their names; absent where these are asked themselves. */
  readonly imageRegistries?: ImageRegistries;
}
