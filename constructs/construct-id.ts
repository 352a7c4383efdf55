import type { IConstruct } from 'constructs';
import { type Finding, ValidationError } from '../lib/errors';
import { fixText, nameIt, write } from '../lib/fix';
import { toDnsLabel } from '../lib/rules/names';

/**
 * Id of a new construct, which is its name too.
 *
 * @throws ValidationError when it is no name, or taken.
 */
export function checkedId(
  scope: IConstruct,
  id: string,
  reserved: readonly string[] = NONE,
): string {
  const finding = idFinding(scope, id, reserved);
  if (finding === undefined) return id;
  throw nameRefused(scope, id, finding);
}

/** Error about an addon's name that another addon has already. */
export function addonTaken(scope: IConstruct, name: string): ValidationError {
  const { fix, ...finding } = takenFinding(scope, name);
  return nameRefused(scope, name, {
    ...finding,
    fix: `leave one of the two out, or ${fixText(fix)}`,
  });
}

const NONE: readonly string[] = [];

function idFinding(
  scope: IConstruct,
  id: unknown,
  reserved: readonly string[],
): Finding | undefined {
  const given = id;
  if (typeof id !== 'string') {
    const fix = 'write a name in quotes, a letter first';
    return { given, allowed: 'a name as a text', fix };
  }
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

function nameRefused(scope: IConstruct, name: string, finding: Finding): ValidationError {
  const path = [scope.node.path, name].filter((part) => part !== '').join('/');
  return new ValidationError([{ path, prop: 'name', ...finding, rule: 'construct-name' }]);
}
