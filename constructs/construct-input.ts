import { Construct, type IConstruct } from 'constructs';
import { isHollow } from '../lib/base/incomplete';
import { GUARD } from '../lib/input/input-guard';
import { collect, type Mistake, placed, refuse } from '../lib/input/refusals';
import { idFinding, NAME_RULE } from './construct-id';

/** Input of a construct: the given values if they are valid, and stand-ins otherwise. */
export interface ConstructInput<S, P> {
  /** The given scope. */
  readonly scope: S;
  /** Parent of the new construct. */
  readonly parent: Construct;
  /** ID that is free in the parent. */
  readonly id: string;
  /** Usable props; required props that are missing are incomplete. */
  readonly props: P;
}

/**
 * Checks the input of a construct.
 *
 * Mistakes are collected at the root, to be reported with all others; the program continues.
 *
 * @param on Kind of the cloud that decides on the props; undefined if it is unknown, or if the props are the same on
 * all clouds.
 */
export function constructInput<S extends IConstruct, P>(
  name: string,
  given: { readonly scope: S; readonly id: string; readonly props: P },
  on?: string,
): ConstructInput<S, P> {
  const { values, mistakes } = GUARD.constructed(name, [given.scope, given.id, given.props], on);
  const [scope, , props] = values as [S, string, P];
  const parent: Construct = isConstruct(given.scope) ? given.scope : new Orphans();
  const id = idFinding(parent, given.id, reservedIn(given.scope));
  const found = mistakes.flatMap((mistake) => ofId(mistake, id !== undefined));
  if (id !== undefined) found.push({ prop: 'name', ...id, rule: NAME_RULE });
  report(parent, given.id, name, found);
  const isRefused = id !== undefined || isHollow(scope);
  return { scope, parent, id: isRefused ? freeId(parent, given.id) : given.id, props };
}

/** Tells whether a construct is not part of the tree because its name or its parent was refused. */
export function isUnplaced({ node }: IConstruct): boolean {
  return node.scope !== undefined && (unplaced.get(node.scope)?.has(node.id) ?? false);
}

const unplaced = new WeakMap<IConstruct, Set<string>>();

/** Parent of constructs without a valid parent. */
class Orphans extends Construct {
  constructor() {
    // A construct without a parent is a root; the type of the constructor does not allow it.
    super(undefined as never, '');
  }
}

/** Names are reported by their own rule, with a better message. */
function ofId(mistake: Mistake, isTold: boolean): Mistake[] {
  if (mistake.prop !== 'id') return [mistake];
  return isTold ? [] : [{ ...mistake, prop: 'name' }];
}

function report(parent: Construct, id: unknown, maker: string, mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : UNNAMED;
  const parts = [parent.node.path.replace(SUBSTITUTE, ''), name].filter((part) => part !== '');
  const path = parts.join('/') || UNNAMED;
  const issues = mistakes.map((mistake) => placed(mistake, path, ''));
  if (parent instanceof Orphans) refuse(parent, { maker, mistakes: issues });
  else collect(parent.node.root, issues);
}

/** Name of a construct without a name in messages. */
const UNNAMED = 'unnamed';

/** Suffix in the name of a construct that is not part of the tree. */
const SUBSTITUTE = /~\d+(?=\/|$)/g;

function freeId(parent: Construct, id: unknown): string {
  const name = typeof id === 'string' && id !== '' ? id.replaceAll('/', '-') : UNNAMED;
  let free = `${name}~2`;
  for (let i = 3; parent.node.tryFindChild(free) !== undefined; i += 1) free = `${name}~${i}`;
  const ids = unplaced.get(parent) ?? new Set<string>();
  unplaced.set(parent, ids.add(free));
  return free;
}

function reservedIn(scope: unknown): readonly string[] {
  if (!isConstruct(scope) || !('reservedIds' in scope)) return [];
  return Array.isArray(scope.reservedIds) ? scope.reservedIds : [];
}

function isConstruct(value: unknown): value is Construct {
  if (typeof value !== 'object' || value === null || isHollow(value)) return false;
  try {
    return Construct.isConstruct(value) && 'node' in value;
  } catch {
    // A value that cannot be inspected is not a construct; the mistake is reported at its prop.
    return false;
  }
}
