import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImageDigests, writeImageDigests } from '../../../lib/output/images-file';
import { inFolder } from '../../support/in-folder';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

describe('the file of digests', () => {
  it('is read as it was written, sorted by images', () =>
    inFolder((folder) => {
      const file = join(folder, 'images.json');
      writeImageDigests(file, { 'b:1': DIGEST, 'a:1': DIGEST });

      assert.equal(
        readFileSync(file, 'utf8'),
        `{\n  "images": {\n    "a:1": "${DIGEST}",\n    "b:1": "${DIGEST}"\n  }\n}\n`,
      );
      assert.deepEqual(readImageDigests(file), { 'a:1': DIGEST, 'b:1': DIGEST });
      assert.equal(readImageDigests(join(folder, 'none.json')), undefined);
    }));

  it('is refused where it is something else', () =>
    inFolder((folder) => {
      const file = join(folder, 'images.json');
      const others = [
        '',
        '[]',
        '{}',
        '{"images":[]}',
        '{"images":{"a:1":"x"}}',
        '{"images":{"a:1":7}}',
      ];
      const names = ['a', `a:1@${DIGEST}`, 'A B:1'].map(
        (name) => `{"images":{"${name}":"${DIGEST}"}}`,
      );
      for (const text of [...others, ...names]) {
        writeFileSync(file, text);
        assert.throws(() => readImageDigests(file), {
          message: `Fleet: imagesFile is ${JSON.stringify(file)}
  allowed: a file with { "images": { "<image>:<tag>": "sha256:…" } }
  fix: write it with "capi-fleet images --resolve", or delete it`,
        });
      }
    }));

  it('is never written through a link', () =>
    inFolder((folder) => {
      const file = join(folder, 'images.json');
      symlinkSync(join(folder, 'target'), file);
      assert.throws(() => writeImageDigests(file, {}), /images\.json: is a symbolic link/);
    }));
});
