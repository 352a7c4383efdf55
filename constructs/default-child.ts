import type { Construct, IConstruct } from 'constructs';

const MAKE = Symbol('capi-fleet.makeDefaultChild');

/**
 * One accessor for all nodes.
 *
 * An accessor of each node's own would give each a hidden class of its own, which is slow and keeps the node in memory
 * until the next full garbage collection.
 */
const LAZY: PropertyDescriptor = {
  get(this: object): unknown {
    const make: unknown = Reflect.get(this, MAKE);
    return typeof make === 'function' ? make() : undefined;
  },
};

/** Gives a construct a default child that is made when it is first asked for. */
export function setLazyDefaultChild(construct: Construct, make: () => IConstruct): void {
  Object.defineProperty(construct.node, MAKE, { value: make });
  Object.defineProperty(construct.node, 'defaultChild', LAZY);
}
