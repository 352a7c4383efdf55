import type {
  InfrastructureName,
  ManagementCluster,
  WorkloadCluster,
} from '../../../constructs/index';
import type { Versions } from '../random/random-program';
import { WIDE_AWS } from './wide-aws';
import { WIDE_AZURE } from './wide-azure';
import { WIDE_DEV } from './wide-dev';
import { WIDE_HETZNER } from './wide-hetzner';
import { WIDE_VSPHERE } from './wide-vsphere';

/** Clusters on clouds of another kind than most, which write every field of its provider's kinds. */
export interface WideOnCloud {
  /** Kind of the clouds. */
  readonly kind: InfrastructureName;
  /** Combinations of Cluster API and the provider. */
  readonly versions: readonly Versions[];
  /** Makes the clusters, each of them legal. */
  readonly clusters: (
    management: ManagementCluster,
    versions: Versions,
  ) => readonly WorkloadCluster[];
}

/** Wide programs of every provider but the one that most tests use. */
export const WIDE_ON_CLOUDS: readonly WideOnCloud[] = [
  WIDE_DEV,
  WIDE_VSPHERE,
  WIDE_AWS,
  WIDE_HETZNER,
  WIDE_AZURE,
];
