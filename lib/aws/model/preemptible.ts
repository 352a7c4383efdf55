import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link Spot.instances}. */
export interface SpotOptions {
  /**
   * Most that an hour may cost, in US dollars, such as `0.05`.
   *
   * @default - the price of an instance that is not spot
   * @see AWSMachineTemplate.spec.template.spec.spotMarketOptions.maxPrice (infrastructure.cluster.x-k8s.io)
   */
  readonly maxPrice?: string;
  /**
   * Whether pods are kept away that do not tolerate `node.cluster.x-k8s.io/preemptible`.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link SpotOptions}. */
export const SPOT_DEFAULTS = Object.freeze({ tainted: true });

/** Spot instances, as plain data. */
export interface SpotModel extends PreemptibleModel {
  /** Most that an hour may cost, in US dollars; absent for the price of others. */
  readonly maxPrice?: string;
}

/** Instances that EC2 sells for less, and takes back two minutes after it has said so. */
export class Spot {
  /** Spot instances, whose nodes get the label and the taint `node.cluster.x-k8s.io/preemptible`. */
  static instances(options: SpotOptions = {}): Spot {
    const { maxPrice, tainted = SPOT_DEFAULTS.tainted } = options;
    return new Spot({ tainted, ...(maxPrice === undefined ? {} : { maxPrice }) });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: SpotModel,
  ) {}
}
