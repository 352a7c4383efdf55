/** Feature of pools that not every kind of cloud supports. */
export type Offer = 'windows' | 'gpu' | 'failureDomains';

/** Features that one kind of cloud supports. */
export interface CloudOffers {
  /** Class of such a cloud in programs, such as `OpenStackCloud`. */
  readonly cloudClass: string;
  /** Features that pools can use there. */
  readonly offers: readonly Offer[];
}

/** Supported features, by cloud kind. */
export type CloudOffersByKind = Readonly<Record<string, CloudOffers>>;
