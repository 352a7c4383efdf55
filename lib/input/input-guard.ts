import { Guard } from './guard';
import { TABLE } from './table.generated';

/** Guard of everything that users call. */
export const GUARD = new Guard(TABLE);
