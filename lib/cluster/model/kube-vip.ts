import { imageText } from './image-reference';
import { IMAGES } from './images';
import { knownImage } from './known-image';

/** Release of kube-vip that virtual endpoints use. */
export const KUBE_VIP_IMAGE = imageText(knownImage(IMAGES.kubeVip));

/** How the instances of kube-vip agree on the machine that holds the address. */
export interface KubeVipLease {
  /**
   * Time after which another machine takes an address whose holder is silent, in seconds.
   *
   * @default 15
   */
  readonly durationSeconds?: number;
  /**
   * Time in which the holder must have renewed its claim, in seconds; less than the duration.
   *
   * @default 10
   */
  readonly renewDeadlineSeconds?: number;
  /**
   * Time between two tries, in seconds; less than the deadline.
   *
   * @default 2
   */
  readonly retryPeriodSeconds?: number;
}

/** Options of kube-vip, which holds an address on one of the control-plane machines. */
export interface KubeVipOptions {
  /**
   * Image of kube-vip.
   *
   * @default - the release that goes with this library
   */
  readonly image?: string;
  /**
   * Network interface of the machines that gets the address.
   *
   * @default - the one that the default route goes through
   */
  readonly interface?: string;
  /**
   * Time between two unasked ARP answers of the holder, in milliseconds.
   *
   * @default 3000
   */
  readonly arpIntervalMilliseconds?: number;
  /**
   * How the machines agree on the holder.
   *
   * @default - the timing of Kubernetes' own leader elections
   */
  readonly lease?: KubeVipLease;
}

/** Settings of kube-vip, as plain data. */
export interface KubeVipModel extends Omit<KubeVipOptions, 'image'> {
  /** Image of kube-vip. */
  readonly image: string;
}

/** Defaults of {@link KubeVipLease}. */
export const KUBE_VIP_LEASE_DEFAULTS = Object.freeze({
  durationSeconds: 15,
  renewDeadlineSeconds: 10,
  retryPeriodSeconds: 2,
});
