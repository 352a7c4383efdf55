import { type Fix, leaveOut, write } from '../../base/fix';
import { quotedList } from '../../base/words';

const LOOKUP_TAG = /^[^,]{1,255}$/;
const TAG = /^[^,/]{1,60}$/;

/** What a tag may look like, in words. */
export const TAG_WORDS = 'tags of 1 to 60 characters without commas and slashes';

/** Tells whether a text may be the tag of an OpenStack resource, servers included. */
export function isTag(tag: string): boolean {
  return TAG.test(tag);
}

/** What a tag may look like in a lookup, in words. */
export const LOOKUP_TAG_WORDS = 'tags of 1 to 255 characters without commas';

/** Tells whether a text may be a tag that something is looked up by. */
export function isLookupTag(tag: string): boolean {
  return LOOKUP_TAG.test(tag);
}

/** Says what to type in place of something that is no tag, and stands in a list. */
export function plainTag(tag: string): Fix {
  const parts = tag
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return leaveOut();
  const better = parts.map((part) => part.replaceAll('/', '-').slice(0, 60));
  return better.length === 1 ? write(better[0]) : `write ${quotedList(better)}`;
}
