import type { PlanJson } from '../provision/plan-json';
import { type LeftStack, stacksOf } from './fleet-stacks';
import type { StackState } from './stack-state';

/** Clusters, clouds and stacks of a whole fleet. */
export interface WholeFleet {
  /** Whether each cluster and cloud, by its path, needs resources. */
  readonly owners: Readonly<Record<string, boolean>>;
  /** Names of its stacks. */
  readonly stacks: readonly string[];
}

/** Clusters, clouds and stacks in the plan of a whole fleet. */
export function wholeFleet(plan: PlanJson): WholeFleet {
  const { clusters, clouds } = plan;
  return {
    owners: Object.fromEntries(
      [...clusters, ...clouds].map(({ path, resources }) => [path, resources.length > 0]),
    ),
    stacks: stacksOf(plan, { clusters: [], clouds: [] }).map(({ name }) => name),
  };
}

/** Finds resources in a stack of clusters and clouds that need none anymore; undefined if there are none. */
export function leftIn(
  name: string,
  state: StackState,
  { owners: fleet }: WholeFleet,
): LeftStack | undefined {
  const held = state.owners.filter((owner) => state.hasOwn(owner));
  const owners = held.filter((owner) => fleet[owner] !== true);
  if (owners.length === 0) return undefined;
  const left = state.resources.filter((one) => owners.includes(state.ownerOf(one) ?? ''));
  return {
    name,
    owners,
    resources: left.length,
    isWhole: owners.length === held.length,
    isKnown: owners.every((owner) => owner in fleet),
  };
}

/** Line about a stack with such resources. */
export function leftLine(stack: LeftStack): string {
  return `${whatIsLeft(stack)}; kept until you run capi-fleet destroy --stack ${stack.name}`;
}

function whatIsLeft({ name, owners, resources, isWhole, isKnown }: LeftStack): string {
  const count = resources === 1 ? '1 resource' : `${resources} resources`;
  if (isKnown) return `stack ${name} holds ${count} that ${owners.join(', ')} no longer needs`;
  return isWhole
    ? `stack ${name} belongs to no cluster of the fleet, ${count}`
    : `stack ${name} holds ${count} of ${owners.join(', ')}, no cluster of the fleet`;
}
