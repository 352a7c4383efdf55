import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BUNDLED } from '../../../lib/schema/generator/bundled';
import { generate, generatedFiles } from '../../../lib/schema/generator/generate';

const RELEASES = join(__dirname, 'releases');
const EXPECTED = join(__dirname, 'expected');
const COMMITTED = resolve(__dirname, '../../../lib/schema/generated');
const REAL = resolve(__dirname, '../../../../shared/crds');

describe('generator', () => {
  let out = '';

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'generate-'));
  });

  afterEach(() => rmSync(out, { recursive: true }));

  it('writes schemas, shapes and an index of what it reads', () => {
    const files = generatedFiles(RELEASES);

    assert.deepEqual(
      [...files.keys()],
      [
        'index.generated.ts',
        'toys-v9.10.0.generated.ts',
        'toys-v9.9.0.generated.ts',
        'addons-v1beta1.shapes.generated.ts',
      ],
    );
    for (const name of readdirSync(EXPECTED)) {
      const expected = readFileSync(join(EXPECTED, name), 'utf8');
      assert.equal(files.get(name.replace('.txt', '.ts')), expected, name);
    }
  });

  it('keeps no words and no expressions of a definition', () => {
    const text = [...generatedFiles(RELEASES).values()].join('');

    assert.ok(!/Left out|has\(|description|status/.test(text));
  });

  it('removes what it wrote for a release that is gone, and nothing else', () => {
    const folder = join(out, 'crds');
    cpSync(RELEASES, folder, { recursive: true });
    generate(folder, join(out, 'made'));
    cpSync(__filename, join(out, 'made/mine.ts'));
    rmSync(join(folder, 'toys-v9.9.0'), { recursive: true });

    generate(folder, join(out, 'made'));

    assert.deepEqual(readdirSync(join(out, 'made')).sort(), [
      'addons-v1beta1.shapes.generated.ts',
      'index.generated.ts',
      'mine.ts',
      'toys-v9.10.0.generated.ts',
    ]);
  });

  it('refuses a folder without releases', () => {
    assert.throws(() => generatedFiles(out), {
      name: 'RangeError',
      message: `${out} has no folders with CRDs, such as cluster-api-v1.13.5`,
    });
  });

  it('takes the releases and kinds alone that are asked for', () => {
    const files = generatedFiles(RELEASES, { 'toys-v9.9.0': ['Nothing'], 'toys-v9.10.0': 'all' });

    assert.deepEqual(
      [...files.keys()].filter((name) => name.startsWith('toys')),
      ['toys-v9.10.0.generated.ts'],
    );
  });

  it('yields what is committed', function () {
    if (!existsSync(REAL)) {
      console.log(`    skipped: no CRD files in ${REAL}`);
      this.skip();
    }

    const files = generatedFiles(REAL, BUNDLED);

    assert.deepEqual(readdirSync(COMMITTED).sort(), [...files.keys()].sort());
    for (const [name, text] of files) {
      assert.equal(readFileSync(join(COMMITTED, name), 'utf8'), text, name);
    }
  });
});
