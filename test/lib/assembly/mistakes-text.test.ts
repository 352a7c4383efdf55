import assert from 'node:assert/strict';
import { mistakesText } from '../../../lib/assembly/mistakes-text';
import type { Issue } from '../../../lib/base/errors';

const ISSUE: Omit<Issue, 'path'> = {
  prop: 'image.name',
  allowed: 'a text',
  fix: 'write name: "…"',
  rule: 'input-missing',
};

function at(...paths: readonly string[]): readonly Issue[] {
  return paths.map((path) => ({ path, ...ISSUE }));
}

const TEXT = `m/a: image.name is missing
  allowed: a text
  fix: write name: "…"
  why: A prop without a default needs a value. [input-missing]`;

describe('printed mistakes', () => {
  it('say why there is a rule, and which', () => {
    assert.equal(mistakesText(at('m/a')), `${TEXT}\n\n1 mistake; nothing was written`);
  });

  it('have the name of a rule that is not in the table', () => {
    const [issue] = at('m/a');
    assert.ok(issue);

    assert.match(mistakesText([{ ...issue, rule: 'of-a-plugin' }]), /\n {2}why: \[of-a-plugin\]\n/);
  });

  it('are folded where they differ in their cluster alone', () => {
    const clusters = Array.from({ length: 20 }, (_, i) => `m/${i === 0 ? 'a' : i}`);

    assert.equal(
      mistakesText(at(...clusters)),
      `${TEXT}\n  … and 19 more clusters\n\n20 mistakes; nothing was written`,
    );
    assert.match(mistakesText(at('m/a', 'm/b')), /\n {2}… and 1 more cluster\n/);
    assert.match(mistakesText(at('m/a', 'm/a/w')), /\n {2}… and 1 more place\n/);
  });

  it('name each factory whose value nothing has taken', () => {
    const text = mistakesText(at('MachineImage.fromName', 'ExternalNetwork.only', 'CidrPlan'));

    assert.match(text, /^MachineImage\.fromName: /);
    assert.match(text, /\nExternalNetwork\.only: /);
    assert.match(text, /\nCidrPlan: /);
    assert.doesNotMatch(text, /more/);
  });

  it('are told of clusters only where they are in some', () => {
    assert.match(mistakesText(at('m', 'cloud')), /\n {2}… and 1 more place\n/);
    assert.match(mistakesText(at('m', 'm/a')), /\n {2}… and 1 more place\n/);
    assert.match(mistakesText(at('m/a/w', 'm/b/w')), /\n {2}… and 1 more cluster\n/);
  });

  it('are not folded where they say something else', () => {
    const [first, second] = at('m/a', 'm/b');
    assert.ok(first && second);
    for (const other of [
      { given: '' },
      { allowed: 'a name' },
      { fix: 'write "a"' },
      { prop: 'image' },
      { rule: 'input-type' },
    ]) {
      assert.doesNotMatch(mistakesText([first, { ...second, ...other }]), /more/);
    }
  });
});
