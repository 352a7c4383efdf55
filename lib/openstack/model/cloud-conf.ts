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
  /** Those over the derived ones, as they are written: in the usual spelling. */
  readonly merged: CloudConf;
}

/** Sections that the cloud controller or the Cinder driver reads. */
export const CLOUD_CONF_SECTIONS = [
  'Global',
  'Networking',
  'LoadBalancer',
  'LoadBalancerClass',
  'BlockStorage',
  'Metadata',
  'Route',
] as const;

/** Name of a section, which may have a part of its own in quotes. */
const SECTION = /^([\w-]+)((?: +"[^"\\[\]\p{Cc}]*")?)$/u;

/** Section that a name in any capitals is of; undefined where there is none. */
export function cloudConfSection(name: string): (typeof CLOUD_CONF_SECTIONS)[number] | undefined {
  const kind = SECTION.exec(name)?.[1]?.toLowerCase();
  return CLOUD_CONF_SECTIONS.find((known) => known.toLowerCase() === kind);
}

/** Settings with the usual spelling of sections and keys, which their reader takes in any capitals. */
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

/** Driver of Octavia that knows one way alone to spread connections. */
export const OVN_DRIVER = 'ovn';

/** The way in which OVN spreads connections. */
export const OVN_METHOD = 'SOURCE_IP_PORT';
