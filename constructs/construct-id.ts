import type { IConstruct } from 'constructs';
import type { Finding, Issue } from '../lib/base/errors';
import { fixText, nameIt, write } from '../lib/base/fix';
import { toDnsLabel } from '../lib/cluster/rules/names';
import { shown } from '../lib/input/wording';

/** Rule that constructs have names of their own. */
export const NAME_RULE = 'construct-name';

/** Mistake of an addon's name that another addon has already. */
export function addonTaken(scope: IConstruct, name: string): Issue {
  const { fix, ...finding } = takenFinding(scope, name);
  const path = [scope.node.path, name].filter((part) => part !== '').join('/');
  const other = `leave one of the two out, or ${fixText(fix)}`;
  return { path, prop: 'name', ...finding, fix: other, rule: NAME_RULE };
}

/** What is wrong with the id of a new construct, which is its name too; undefined for a sound one. */
export function idFinding(
  scope: IConstruct,
  id: unknown,
  reserved: readonly string[],
): Finding | undefined {
  if (typeof id !== 'string') {
    const fix = 'write a name in quotes, a letter first';
    const given = id === undefined ? undefined : shown(id);
    return { given, allowed: 'a name as a text', fix };
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
