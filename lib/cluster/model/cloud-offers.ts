/** What pools may ask for and not every kind of clouds has. */
export type Offer = 'windows' | 'gpu' | 'failureDomains';

/** What clouds of one kind have to offer. */
export interface CloudOffers {
  /** What a cloud of the kind is made by in programs, such as `OpenStackCloud`. */
  readonly cloudClass: string;
  /** What pools there may ask for. */
  readonly offers: readonly Offer[];
}

/** What clouds have to offer, by their kinds. */
export type CloudOffersByKind = Readonly<Record<string, CloudOffers>>;
