import { imageText } from './image-reference';
import { IMAGES } from './images';
import { knownImage } from './known-image';

/** Image of kube-vip that virtual IP endpoints use by default. */
export const KUBE_VIP_IMAGE = imageText(knownImage(IMAGES.kubeVip));

/** Timing of the leader election that decides which machine holds the address of kube-vip. */
export interface KubeVipLease {
  /**
   * Time after which another machine takes over the address of a silent holder, in seconds.
   *
   * @default 15
   */
  readonly durationSeconds?: number;
  /**
   * Time within which the holder must renew its lease, in seconds; less than the duration.
   *
   * @default 10
   */
  readonly renewDeadlineSeconds?: number;
  /**
   * Time between two attempts, in seconds; less than the deadline.
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
   * @default - the release that belongs to this library version
   */
  readonly image?: string;
  /**
   * Network interface of the machines that gets the address.
   *
   * @default - the interface of the default route
   */
  readonly interface?: string;
  /**
   * Time between two gratuitous ARP messages of the holder, in milliseconds.
   *
   * @default 3000
   */
  readonly arpIntervalMilliseconds?: number;
  /**
   * Timing of the leader election.
   *
   * @default - the timing of leader elections in Kubernetes
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
