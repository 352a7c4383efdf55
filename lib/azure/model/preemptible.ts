import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link AzureSpot.machines}. */
export interface AzureSpotOptions {
  /**
   * Most that an hour may cost, in US dollars, such as `0.05`.
   *
   * @default - the price of a machine that is not spot
   * @see AzureMachineTemplate.spec.template.spec.spotVMOptions.maxPrice (infrastructure.cluster.x-k8s.io)
   */
  readonly maxPrice?: string;
  /**
   * What becomes of a machine that Azure evicts; a deallocated one still costs its disks.
   *
   * @default 'Delete'
   * @see AzureMachineTemplate.spec.template.spec.spotVMOptions.evictionPolicy (infrastructure.cluster.x-k8s.io)
   */
  readonly evictionPolicy?: 'Delete' | 'Deallocate';
  /**
   * Whether pods are kept away that do not tolerate `node.cluster.x-k8s.io/preemptible`.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link AzureSpotOptions}. */
export const AZURE_SPOT_DEFAULTS = Object.freeze({
  evictionPolicy: 'Delete',
  tainted: true,
} as const);

/** Spot machines, as plain data. */
export interface AzureSpotModel extends PreemptibleModel {
  /** Most that an hour may cost, in US dollars; absent for the price of others. */
  readonly maxPrice?: string;
  /** What becomes of an evicted machine. */
  readonly evictionPolicy: 'Delete' | 'Deallocate';
}

/** Virtual machines that Azure sells for less, and evicts thirty seconds after it has said so. */
export class AzureSpot {
  /** Spot machines, whose nodes get the label and the taint `node.cluster.x-k8s.io/preemptible`. */
  static machines(options: AzureSpotOptions = {}): AzureSpot {
    return new AzureSpot({ ...AZURE_SPOT_DEFAULTS, ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureSpotModel,
  ) {}
}
