import type { CloudModel, Flavor } from '../model/cloud';

/** Flavor of a cloud, or undefined where it has none of that name. */
export function flavorOf({ flavors }: CloudModel, name: string): Flavor | undefined {
  return Object.hasOwn(flavors, name) ? flavors[name] : undefined;
}
