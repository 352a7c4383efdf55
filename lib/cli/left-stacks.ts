import type { PlanJson } from '../provision/plan-json';
import { type LeftStack, stacksOf } from './fleet-stacks';
import type { StackState } from './stack-state';

/** What a whole fleet has. */
export interface WholeFleet {
  /** Clusters and clouds by their paths, and whether something is made for them. */
  readonly owners: Readonly<Record<string, boolean>>;
  /** Names of its stacks. */
  readonly stacks: readonly string[];
}

/** What a plan of a whole fleet has. */
export function wholeFleet(plan: PlanJson): WholeFleet {
  const { clusters, clouds } = plan;
  return {
    owners: Object.fromEntries(
      [...clusters, ...clouds].map(({ path, resources }) => [path, resources.length > 0]),
    ),
    stacks: stacksOf(plan, { clusters: [], clouds: [] }).map(({ name }) => name),
  };
}

/** What a stack has of clusters and clouds for which the fleet makes nothing any more; undefined for nothing. */
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

/** Line about a stack that is kept. */
export function leftLine(stack: LeftStack): string {
  return `${whatIsLeft(stack)}; kept, and deleted by capi-fleet destroy --stack ${stack.name}`;
}

function whatIsLeft({ name, owners, resources, isWhole, isKnown }: LeftStack): string {
  const count = resources === 1 ? '1 resource' : `${resources} resources`;
  if (isKnown) return `stack ${name} holds ${count} that ${owners.join(', ')} needs no more`;
  return isWhole
    ? `stack ${name} belongs to no cluster of the fleet, ${count}`
    : `stack ${name} holds ${owners.join(', ')}, no cluster of the fleet, ${count}`;
}
