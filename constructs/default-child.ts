import type { Construct, IConstruct } from 'constructs';

const MAKE = Symbol('capi-fleet.makeDefaultChild');

/**
 * Accessor that all nodes share.
 *
 * An accessor per node would give each node its own hidden class, which is slow and keeps the node in memory until
 * the next full garbage collection.
 */
const LAZY: PropertyDescriptor = {
  get(this: object): unknown {
    const make: unknown = Reflect.get(this, MAKE);
    return typeof make === 'function' ? make() : undefined;
  },
};

/** Gives a construct a default child that is created on first use. */
export function setLazyDefaultChild(construct: Construct, make: () => IConstruct): void {
  Object.defineProperty(construct.node, MAKE, { value: make });
  Object.defineProperty(construct.node, 'defaultChild', LAZY);
}
