import { type Fix, leaveOut, write } from '../../base/fix';
import { quotedList } from '../../base/words';

const LOOKUP_TAG = /^[^,]{1,255}$/;
const TAG = /^[^,/]{1,60}$/;

/** Description of valid tags. */
export const TAG_WORDS = 'tags of 1 to 60 characters without commas or slashes';

/** Tells whether a string is a valid tag of OpenStack resources, including servers. */
export function isTag(tag: string): boolean {
  return TAG.test(tag);
}

/** Description of valid tags in a lookup. */
export const LOOKUP_TAG_WORDS = 'tags of 1 to 255 characters without commas';

/** Tells whether a string is a valid tag in a lookup. */
export function isLookupTag(tag: string): boolean {
  return LOOKUP_TAG.test(tag);
}

/** Returns the fix for an invalid tag in a list. */
export function plainTag(tag: string): Fix {
  const parts = tag
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return leaveOut();
  const better = parts.map((part) => part.replaceAll('/', '-').slice(0, 60));
  return better.length === 1 ? write(better[0]) : `write ${quotedList(better)}`;
}
