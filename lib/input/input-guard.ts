import { Guard } from './guard';
import { TABLE } from './table.generated';

/** Guard of all functions that users call. */
export const GUARD = new Guard(TABLE);
