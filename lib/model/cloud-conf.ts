/** Sections of a `cloud.conf`, each with its keys; undefined ones are left out. */
export type CloudConf = Readonly<Record<string, CloudConfSection>>;

/** Value of a key; a list is written as a line for each of its items, which some keys take. */
export type CloudConfValue = string | boolean | number | readonly string[];

/** Keys of a section with their values. */
export type CloudConfSection = Readonly<Record<string, CloudConfValue | undefined>>;

/** Settings of an addon that reads a `cloud.conf`, credentials aside. */
export interface CloudConfModel {
  /** Sections that the user gave. */
  readonly given: CloudConf;
  /** Those over the derived ones, as they are written. */
  readonly merged: CloudConf;
}

/** Driver of Octavia that knows one way alone to spread connections. */
export const OVN_DRIVER = 'ovn';

/** The way in which OVN spreads connections. */
export const OVN_METHOD = 'SOURCE_IP_PORT';
