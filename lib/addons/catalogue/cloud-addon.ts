import type { AddonCloud } from '../model/addon';
import type { DescribeAddon } from './addon-parts';

/**
 * Describes an addon that supports one kind of cloud.
 *
 * On another kind of cloud it has nothing but its type, because its settings do not exist there; a rule suggests the right
 * addon.
 */
export function cloudAddon(
  type: string,
  cloud: AddonCloud,
  describe: DescribeAddon,
): DescribeAddon {
  return (context, place) =>
    context.cloud.kind === cloud.kind
      ? { ...describe(context, place), cloud }
      : { type, strategy: 'Reconcile', payload: [], cloud };
}
