import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../../lib/input/generator/table-file';
import { ROOT } from '../../support/import-graph';

describe('the table of what users hand in', () => {
  it('is what the typings say; npm run generate:input writes it', function () {
    this.timeout(120_000);
    for (const [path, text] of generatedFiles(ROOT)) {
      const written = readFileSync(join(ROOT, path), 'utf8');

      assert.ok(written === text, `${path} is old; run npm run generate:input`);
    }
  });
});
