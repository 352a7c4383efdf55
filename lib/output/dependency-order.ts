import type { IConstruct } from 'constructs';

/**
 * Orders constructs after their dependencies, in linear time.
 *
 * Dependencies on constructs outside the list are ignored, as in cdk8s when it orders part of a tree.
 *
 * @throws Error when constructs depend on each other in a cycle.
 */
export function dependencyOrder(constructs: readonly IConstruct[]): IConstruct[] {
  const members = new Set(constructs);
  const targets = new Map<IConstruct, IConstruct[]>();
  const wanted = new Set<IConstruct>();
  for (const construct of constructs) {
    const own = [...new Set(construct.node.dependencies)].filter((target) => members.has(target));
    targets.set(construct, own);
    for (const target of own) wanted.add(target);
  }
  const order = new Set<IConstruct>();
  for (const construct of inOrderOfPaths(constructs)) {
    if (!wanted.has(construct)) visit(construct, targets, order);
  }
  if (order.size < members.size) throw new Error(circle(constructs, targets, order));
  return [...order];
}

/** The order of cdk8s, which keeps constructs by path in an object, so that paths that are integers come first. */
function inOrderOfPaths(constructs: readonly IConstruct[]): IConstruct[] {
  return Object.values(Object.fromEntries(constructs.map((c) => [c.node.path, c])));
}

function visit(
  root: IConstruct,
  targets: ReadonlyMap<IConstruct, readonly IConstruct[]>,
  order: Set<IConstruct>,
): void {
  const path: { readonly construct: IConstruct; next: number }[] = [{ construct: root, next: 0 }];
  const open = new Set([root]);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const target = targets.get(last.construct)?.[last.next];
    last.next += 1;
    if (target === undefined) {
      order.add(last.construct);
      open.delete(last.construct);
      path.pop();
    } else if (open.has(target)) {
      throw new Error(cycleMessage([...open, target]));
    } else if (!order.has(target)) {
      open.add(target);
      path.push({ construct: target, next: 0 });
    }
  }
}

function circle(
  constructs: readonly IConstruct[],
  targets: ReadonlyMap<IConstruct, readonly IConstruct[]>,
  order: ReadonlySet<IConstruct>,
): string {
  const path: IConstruct[] = [];
  let next = constructs.find((construct) => !order.has(construct));
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = targets.get(next)?.find((target) => !order.has(target));
  }
  return cycleMessage(next === undefined ? path : [...path.slice(path.indexOf(next)), next]);
}

function cycleMessage(constructs: readonly IConstruct[]): string {
  const paths = constructs.map((construct) => construct.node.path);
  return `Dependency cycle detected: ${paths.join(' => ')}`;
}
