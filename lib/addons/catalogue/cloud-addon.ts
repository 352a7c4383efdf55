import type { AddonCloud } from '../model/addon';
import type { DescribeAddon } from './addon-parts';

/**
 * Describes an addon that speaks to clouds of one kind.
 *
 * On a cloud of another kind it has nothing but its type, as it would look for settings that are not there; a rule says which
 * addon is meant.
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
