import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link Spot.instances}. */
export interface SpotOptions {
  /**
   * Maximum price per hour, in US dollars, such as `0.05`.
   *
   * @default - the on-demand price
   * @see AWSMachineTemplate.spec.template.spec.spotMarketOptions.maxPrice (infrastructure.cluster.x-k8s.io)
   */
  readonly maxPrice?: string;
  /**
   * Whether nodes get the taint `node.cluster.x-k8s.io/preemptible`, which keeps away pods without a toleration for it.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link SpotOptions}. */
export const SPOT_DEFAULTS = Object.freeze({ tainted: true });

/** Spot instances, as plain data. */
export interface SpotModel extends PreemptibleModel {
  /** Maximum price per hour, in US dollars; absent for the on-demand price. */
  readonly maxPrice?: string;
}

/** Spot instances, which cost less and which EC2 may interrupt with two minutes' notice. */
export class Spot {
  /** Spot instances; their nodes get the label and the taint `node.cluster.x-k8s.io/preemptible`. */
  static instances(options: SpotOptions = {}): Spot {
    const { maxPrice, tainted = SPOT_DEFAULTS.tainted } = options;
    return new Spot({ tainted, ...(maxPrice === undefined ? {} : { maxPrice }) });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: SpotModel,
  ) {}
}
