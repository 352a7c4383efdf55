import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';

const MOST_TAGS = 50;
const MOST_KEY = 512;
const MOST_VALUE = 256;
const FORBIDDEN = /[<>%&\\?/]/g;

/** Model with tags. */
interface Tagged {
  /** Construct path. */
  readonly path: string;
  /** Tags by key. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Creates a rule for tags. */
export function tagRule<S>(id: string, taggedOf: (subject: S) => Tagged): Rule<S> {
  return {
    id,
    reason:
      'Azure accepts at most 50 tags, with keys of up to 512 and values of up to 256 characters.',
    source:
      'MicrosoftDocs/azure-docs@main:articles/azure-resource-manager/management/tag-resources.md',
    check(subject, refuse) {
      const { path, tags } = taggedOf(subject);
      const entries = Object.entries(tags);
      for (const [key, value] of entries) {
        const finding = keyFinding(key);
        if (finding !== undefined) refuse({ path, prop: 'tags' }, finding);
        if (value.length <= MOST_VALUE) continue;
        const place = { path, prop: `tags[${JSON.stringify(key)}]` };
        refuse(place, {
          given: value,
          allowed: `at most ${MOST_VALUE} characters`,
          fix: write(value.slice(0, MOST_VALUE)),
        });
      }
      if (entries.length <= MOST_TAGS) return;
      refuse(
        { path, prop: 'tags.length' },
        {
          given: entries.length,
          allowed: `at most ${MOST_TAGS} tags`,
          fix: `remove ${entries.length - MOST_TAGS} of them`,
        },
      );
    },
  };
}

function keyFinding(key: string): Finding | undefined {
  const better = key.replace(FORBIDDEN, '-').slice(0, MOST_KEY);
  if (key !== '' && better === key) return undefined;
  return {
    given: key,
    allowed: `a key of 1 to ${MOST_KEY} characters without < > % & \\ ? /`,
    fix: better === '' ? leaveOut() : nameIt(better),
  };
}
