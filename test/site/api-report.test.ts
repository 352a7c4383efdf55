import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as library from '../../constructs/index';
import { entryPoints } from '../../site/entry-points';
import { ROOT } from '../support/import-graph';

describe('API reports', () => {
  for (const { name, source } of entryPoints()) {
    it(`is there for ${name}, without a path of a machine`, () => {
      const report = readFileSync(join(ROOT, dirname(source), 'api.md'), 'utf8');

      assert.match(report, /^\/\/ @public/m);
      assert.ok(!report.includes(ROOT));
      assert.doesNotMatch(report, /\/(home|root|tmp|usr)\//);
    });
  }

  it('lists everything that programs can import', () => {
    const report = readFileSync(join(ROOT, 'constructs/api.md'), 'utf8');
    const exported = Object.keys(library);

    assert.ok(exported.length > 80);
    assert.deepEqual(
      exported.filter(
        (name) =>
          !new RegExp(`^export (declare )?(abstract )?(class|function|const) ${name}\\b`, 'm').test(
            report,
          ),
      ),
      [],
    );
  });
});
