import { isDeviceName } from '../lib/base/device-name';
import type { Finding, Issue } from '../lib/base/errors';
import { nameIt } from '../lib/base/fix';
import { DNS_LABEL_WORDS, isDnsLabel, toDnsLabel } from '../lib/cluster/rules/names';

/** Identifier of the rule that names of management clusters are valid folder names. */
export const MANAGEMENT_NAME_RULE = 'management-name';

const LONGEST = 63;

/** Finds mistakes in the name of a management cluster, which is a folder of the output. */
export function checkManagementName(path: string, name: string): readonly Issue[] {
  const finding = nameFinding(name);
  return finding === undefined ? [] : [nameIssue(path, finding)];
}

/** Finds management clusters that would share a folder, by construct path and name. */
export function checkManagementFolders(
  clusters: readonly { readonly path: string; readonly name: string }[],
): readonly Issue[] {
  const first = new Map<string, string>();
  return clusters.flatMap(({ path, name }) => {
    const other = first.get(name);
    if (other === undefined) first.set(name, path);
    if (other === undefined) return [];
    const allowed = `a name other than that of ${other}, because both are folders of the output`;
    return [nameIssue(path, { given: name, allowed, fix: nameIt(`${name}-2`) })];
  });
}

function nameFinding(name: string): Finding | undefined {
  const isReserved = isDeviceName(name);
  if (isDnsLabel(name, LONGEST) && !isReserved) return undefined;
  const label = toDnsLabel(name) ?? 'mothership';
  const better = isDeviceName(label) ? `${label}-1` : label;
  return {
    given: name,
    allowed: isReserved
      ? 'a name that no operating system reserves for a device'
      : `${DNS_LABEL_WORDS}, at most ${LONGEST} characters`,
    fix: nameIt(better),
  };
}

function nameIssue(path: string, finding: Finding): Issue {
  return { path, prop: 'name', ...finding, rule: MANAGEMENT_NAME_RULE };
}
