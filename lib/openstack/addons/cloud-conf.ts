import type { CloudConf, CloudConfSection } from '../model/cloud-conf';

export type { CloudConf, CloudConfSection } from '../model/cloud-conf';

const PLAIN_VALUE = /^[\w./:@%+,-]+$/;

/**
 * Renders a `cloud.conf` as the OpenStack cloud provider reads it.
 *
 * Its parser treats `;`, `#`, quotes and backslashes as syntax, so that values with unusual characters are quoted.
 */
export function cloudConfText(conf: CloudConf): string {
  const sections: string[] = [];
  for (const [name, section] of Object.entries(conf)) {
    const lines = Object.entries(section).flatMap(([key, value]) =>
      valuesOf(value).map((one) => `${key}=${valueText(one)}\n`),
    );
    if (lines.length > 0) sections.push(`[${name}]\n${lines.join('')}`);
  }
  return sections.join('\n');
}

/** Merges two configurations; keys of the second override those of the first. */
export function mergedConf(conf: CloudConf, over: CloudConf = {}): CloudConf {
  const merged: Record<string, CloudConfSection> = { ...conf };
  for (const [name, section] of Object.entries(over)) {
    merged[name] = { ...merged[name], ...section };
  }
  return merged;
}

function valuesOf(value: CloudConfSection[string]): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

function valueText(value: string): string {
  return PLAIN_VALUE.test(value) ? value : JSON.stringify(value);
}
