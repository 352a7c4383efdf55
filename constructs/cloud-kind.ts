import { isHollow } from '../lib/base/incomplete';
import type { AnyCloud } from './cloud';

/** Kind of a cloud that was given, by which props are told; undefined for what is no cloud. */
export function cloudKindOf(cloud: () => AnyCloud): string | undefined {
  try {
    const { kind } = cloud().model;
    return isHollow(kind) || typeof kind !== 'string' ? undefined : kind;
  } catch {
    // What is no cloud is a mistake of its own, which the prop is told by.
    return undefined;
  }
}
