import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileHash, INDEX_FILE, indexText, readIndex } from '../../../lib/output/output-index';
import { inFolder } from '../../support/in-folder';
import { contents, write } from './output-tree';

const HASH = fileHash('1');
const RESTORE =
  'restore it from Git, or delete it together with the files of this fleet, then run the synth again';

function refused(text: string, message: (file: string) => string): void {
  inFolder((folder) => {
    const file = join(folder, INDEX_FILE);
    writeFileSync(file, text);

    assert.throws(() => write(folder, { 'a.yaml': '1' }), {
      name: 'ValidationError',
      message: message(file),
    });
    assert.deepEqual(contents(folder), {});
    assert.equal(readFileSync(file, 'utf8'), text);
  });
}

describe('readIndex', () => {
  it('reads what is written, with two hashes while a commit is under way', () =>
    inFolder((folder) => {
      const index = new Map([
        ['m/a/cluster.yaml', [HASH]],
        ['m/kustomization.yaml', [HASH, fileHash('2')]],
      ]);
      writeFileSync(join(folder, INDEX_FILE), indexText(index));

      assert.deepEqual(readIndex(folder), index);
    }));

  for (const text of ['{', '', 'null', '[]', '"x"']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      refused(
        text,
        (file) => `${file}: text is ${JSON.stringify(text)}
  allowed: the JSON index that synth writes
  fix: ${RESTORE}`,
      );
    });
  }

  it('tells people with an older library to upgrade it', () => {
    refused(
      '{"version":2,"files":{}}',
      (file) => `${file}: version is 2
  allowed: 1, the version that this capi-fleet reads
  fix: upgrade capi-fleet: npm install capi-fleet@latest`,
    );
  });

  for (const version of ['"1"', '0', '-1', 'null', '{}']) {
    it(`refuses the version ${version}`, () => {
      refused(
        `{"version":${version},"files":{}}`,
        (file) => `${file}: version is ${version}
  allowed: 1, the version that this capi-fleet reads
  fix: ${RESTORE}`,
      );
    });
  }

  for (const files of ['null', '[]', '"x"', '7']) {
    it(`refuses ${files} for its files`, () => {
      refused(
        `{"version":1,"files":${files}}`,
        (file) => `${file}: files is ${files}
  allowed: a map from paths to hashes
  fix: ${RESTORE}`,
      );
    });
  }

  for (const path of [
    '../victim.yaml',
    '/etc/x.yaml',
    'm/../../victim.yaml',
    '.git/config.yaml',
    '.github/workflows/ci.yaml',
    'README.md',
    'package.json',
    'm/a/b/c.yaml',
    'm\\\\x.yaml',
    '-x.yaml',
    '__proto__',
  ]) {
    it(`refuses the path ${path}, which no fleet writes`, () => {
      refused(
        `{"version":1,"files":{"${path}":"${HASH}"}}`,
        (file) => `${file}: files is ${JSON.stringify(path.replace('\\\\', '\\'))}
  allowed: paths that a fleet writes
  fix: ${RESTORE}`,
      );
    });
  }

  for (const hash of ['7', 'null', '""', '"x"', '[]', '[7]', '{}', `"${HASH.toUpperCase()}"`]) {
    it(`refuses the hash ${hash}`, () => {
      refused(
        `{"version":1,"files":{"m/a.yaml":${hash}}}`,
        (file) => `${file}: files["m/a.yaml"] is ${hash}
  allowed: a SHA-256 hash, or a list of them
  fix: ${RESTORE}`,
      );
    });
  }

  it('lets nothing outside of the folder be removed', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      write(outdir, { 'a.yaml': '1' });
      writeFileSync(join(folder, 'victim.yaml'), '1');
      const index = readFileSync(join(outdir, INDEX_FILE), 'utf8');
      writeFileSync(join(outdir, INDEX_FILE), index.replace('"a.yaml"', '"../victim.yaml"'));

      assert.throws(() => write(outdir, { 'b.yaml': '2' }), { name: 'ValidationError' });

      assert.ok(existsSync(join(folder, 'victim.yaml')));
    }));
});
