import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readHandOvers } from '../../../../lib/openstack/plan/hand-over-files';
import { writeHandOvers } from '../../../../lib/openstack/plan/hand-over-writer';
import { inFolder } from '../../../support/in-folder';

const ENTRIES = { 'hub/prod': { floatingIP: '203.0.113.7' } };

describe('hand-over files', () => {
  it('are written for their owner only, and read again', () =>
    inFolder((folder) => {
      const files = join(folder, 'hand-over');

      writeHandOvers(files, 'prod', ENTRIES);
      writeHandOvers(files, 'prod', ENTRIES);

      assert.deepEqual(readdirSync(files), ['prod.json']);
      assert.equal(statSync(join(files, 'prod.json')).mode & 0o777, 0o600);
      assert.equal(statSync(files).mode & 0o777, 0o700);
      assert.deepEqual(Object.fromEntries(readHandOvers(files)), ENTRIES);
    }));

  it('keep a stricter mode', () =>
    inFolder((folder) => {
      const file = join(folder, 'prod.json');
      writeFileSync(file, '{}', { mode: 0o400 });

      writeHandOvers(folder, 'prod', ENTRIES);

      assert.equal(statSync(file).mode & 0o777, 0o400);
    }));

  it('clean up behind a process that was killed, and nothing else', () =>
    inFolder((folder) => {
      const token = 'ab'.repeat(16);
      for (const name of [`prod.json.${token}`, `other.json.${token}`, 'prod.json.mine']) {
        writeFileSync(join(folder, name), 'x');
      }

      writeHandOvers(folder, 'prod', ENTRIES);

      assert.deepEqual(
        readdirSync(folder).sort(),
        [`other.json.${token}`, 'prod.json', 'prod.json.mine'].sort(),
      );
    }));

  it('are never written or read through a link', () =>
    inFolder((folder) => {
      const outside = join(folder, 'outside');
      const files = join(folder, 'hand-over');
      mkdirSync(outside);
      writeFileSync(join(outside, 'prod.json'), 'canary');
      symlinkSync(outside, files);
      assert.throws(() => writeHandOvers(files, 'prod', ENTRIES), /is a symbolic link/);
      assert.throws(() => readHandOvers(files), {
        name: 'ValidationError',
        message: `${files}: file is "a symbolic link"
  allowed: a file as pulumi up writes it
  fix: delete it and run pulumi up in its stack`,
      });

      const linked = join(folder, 'linked');
      mkdirSync(linked);
      symlinkSync(join(outside, 'prod.json'), join(linked, 'prod.json'));
      assert.throws(() => writeHandOvers(linked, 'prod', ENTRIES), /is a symbolic link/);
      assert.throws(() => readHandOvers(linked), { name: 'ValidationError' });
      assert.equal(readFileSync(join(outside, 'prod.json'), 'utf8'), 'canary');
      assert.deepEqual(readdirSync(outside), ['prod.json']);
    }));

  for (const [text, what] of [
    ['{', 'a file that is not valid JSON'],
    ['{}', 'a file without "clusters"'],
    ['{"clusters":{"hub/a":7}}', 'a file in which hub/a is not an object'],
    [
      '{"clusters":{"hub/a":{"floatingIP":7}}}',
      'a file in which hub/a has a value of the wrong type',
    ],
  ] as const) {
    it(`are refused that hold ${text}`, () =>
      inFolder((folder) => {
        const file = join(folder, 'prod.json');
        writeFileSync(file, text);

        assert.throws(() => readHandOvers(folder), {
          name: 'ValidationError',
          message: `${file}: file is ${JSON.stringify(what)}
  allowed: a file as pulumi up writes it
  fix: delete it and run pulumi up in its stack`,
        });
      }));
  }

  it('may not tell of one cluster twice', () =>
    inFolder((folder) => {
      writeHandOvers(folder, 'a', ENTRIES);
      writeHandOvers(folder, 'b', ENTRIES);

      assert.throws(() => readHandOvers(folder), {
        name: 'ValidationError',
        message: `${join(folder, 'b.json')}: file is "a file that contains hub/prod, as ${join(folder, 'a.json')} does"
  allowed: each cluster only in the file of its stack
  fix: delete the file of the stack that no longer contains the cluster`,
      });
    }));
});
