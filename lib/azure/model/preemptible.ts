import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link AzureSpot.machines}. */
export interface AzureSpotOptions {
  /**
   * Maximum price per hour, in US dollars, such as `0.05`.
   *
   * @default - the regular price
   * @see AzureMachineTemplate.spec.template.spec.spotVMOptions.maxPrice (infrastructure.cluster.x-k8s.io)
   */
  readonly maxPrice?: string;
  /**
   * Policy for evicted machines; the disks of a deallocated machine are still billed.
   *
   * @default 'Delete'
   * @see AzureMachineTemplate.spec.template.spec.spotVMOptions.evictionPolicy (infrastructure.cluster.x-k8s.io)
   */
  readonly evictionPolicy?: 'Delete' | 'Deallocate';
  /**
   * Whether nodes get the taint `node.cluster.x-k8s.io/preemptible`, which keeps away pods without a toleration for it.
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

/** Spot VMs, as plain data. */
export interface AzureSpotModel extends PreemptibleModel {
  /** Maximum price per hour, in US dollars; absent for the regular price. */
  readonly maxPrice?: string;
  /** Policy for evicted machines. */
  readonly evictionPolicy: 'Delete' | 'Deallocate';
}

/** Spot VMs, which cost less and which Azure may evict with thirty seconds' notice. */
export class AzureSpot {
  /** Spot VMs; their nodes get the label and the taint `node.cluster.x-k8s.io/preemptible`. */
  static machines(options: AzureSpotOptions = {}): AzureSpot {
    return new AzureSpot({ ...AZURE_SPOT_DEFAULTS, ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzureSpotModel,
  ) {}
}
