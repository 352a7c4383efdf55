import { PLACEMENT_FIELDS, type VmPlacement } from '../model/cloud';

/** Returns the placement props with empty names. */
export function unnamedPlaces(
  placement: VmPlacement,
): readonly (readonly [prop: string, given: string])[] {
  return PLACEMENT_FIELDS.flatMap((prop) => {
    const given = placement[prop];
    return given === undefined || given.trim() !== '' ? [] : [[prop, given] as const];
  });
}
