/** Sections of a `cloud.conf` with their keys; undefined values are omitted. */
export type CloudConf = Readonly<Record<string, CloudConfSection>>;

/** Value of a key; a list is written as one line per item, which only some keys accept. */
export type CloudConfValue = string | boolean | number | readonly string[];

/** Keys and values of a section. */
export type CloudConfSection = Readonly<Record<string, CloudConfValue | undefined>>;

/** Settings of an addon that reads a `cloud.conf`, without credentials. */
export interface CloudConfModel {
  /** Sections from the user. */
  readonly given: CloudConf;
  /** The user's sections merged over the derived ones, in the canonical spelling that is written. */
  readonly merged: CloudConf;
}

/** Sections that the cloud controller or the Cinder CSI driver reads. */
export const CLOUD_CONF_SECTIONS = [
  'Global',
  'Networking',
  'LoadBalancer',
  'LoadBalancerClass',
  'BlockStorage',
  'Metadata',
  'Route',
] as const;

/** Section name with an optional subsection in quotes. */
const SECTION = /^([\w-]+)((?: +"[^"\\[\]\p{Cc}]*")?)$/u;

/** Finds the known section of a name, ignoring case; returns undefined if there is none. */
export function cloudConfSection(name: string): (typeof CLOUD_CONF_SECTIONS)[number] | undefined {
  const kind = SECTION.exec(name)?.[1]?.toLowerCase();
  return CLOUD_CONF_SECTIONS.find((known) => known.toLowerCase() === kind);
}

/** Normalizes the spelling of sections and keys, which are case-insensitive. */
export function usualCloudConf(conf: CloudConf): CloudConf {
  const usual: Record<string, CloudConfSection> = {};
  for (const [name, section] of Object.entries(conf)) {
    const own = SECTION.exec(name)?.[2] ?? '';
    const known = cloudConfSection(name);
    const title = known === undefined ? name : `${known}${own}`;
    const keys = Object.entries(section).map(([key, value]) => [key.toLowerCase(), value] as const);
    usual[title] = { ...usual[title], ...Object.fromEntries(keys) };
  }
  return usual;
}

/** Octavia driver that supports only one load-balancing method. */
export const OVN_DRIVER = 'ovn';

/** Load-balancing method of the OVN driver. */
export const OVN_METHOD = 'SOURCE_IP_PORT';
