import { isHollow } from '../lib/base/incomplete';
import type { AnyCloud } from './cloud';

/** Returns the kind of a given cloud, which decides on the accepted props; undefined if the value is not a cloud. */
export function cloudKindOf(cloud: () => AnyCloud): string | undefined {
  try {
    const { kind } = cloud().model;
    return isHollow(kind) || typeof kind !== 'string' ? undefined : kind;
  } catch {
    // A value that is not a cloud is reported at its prop.
    return undefined;
  }
}
