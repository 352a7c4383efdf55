import type { IConstruct } from 'constructs';
import type { Finding, Issue } from '../lib/base/errors';
import { fixText, nameIt, write } from '../lib/base/fix';
import { toDnsLabel } from '../lib/cluster/rules/names';
import { shown } from '../lib/input/wording';

/** Rule that constructs have unique names. */
export const NAME_RULE = 'construct-name';

/** Returns the issue for an addon's name that another addon already has. */
export function addonTaken(scope: IConstruct, name: string): Issue {
  const { fix, ...finding } = takenFinding(scope, name);
  const path = [scope.node.path, name].filter((part) => part !== '').join('/');
  const other = `leave one of the two out, or ${fixText(fix)}`;
  return { path, prop: 'name', ...finding, fix: other, rule: NAME_RULE };
}

/** Returns the finding for the ID of a new construct, which is its name too; undefined for a valid one. */
export function idFinding(
  scope: IConstruct,
  id: unknown,
  reserved: readonly string[],
): Finding | undefined {
  if (typeof id !== 'string') {
    const fix = 'write a name in quotes that starts with a letter';
    const given = id === undefined ? undefined : shown(id);
    return { given, allowed: 'a name as a string', fix };
  }
  const given = id;
  if (id === '') return { given, allowed: 'a name with letters', fix: 'give it a name' };
  if (id.includes('/')) {
    const better = id.replace(/\/+/g, '-');
    return { given, allowed: 'a name without slashes', fix: write(better) };
  }
  const taken = reserved.includes(id) || scope.node.tryFindChild(id) !== undefined;
  return taken ? takenFinding(scope, id) : undefined;
}

function takenFinding(scope: IConstruct, name: string): Finding {
  return {
    given: name,
    allowed: `a name that nothing else in ${scope.node.path || 'the fleet'} has`,
    fix: nameIt(`${toDnsLabel(name) ?? 'other'}-2`),
  };
}
