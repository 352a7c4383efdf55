import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { jsonBytes, splitDocuments } from '../../../lib/base/yaml-documents';

const line = fc.constantFrom(
  '---',
  '--- # note',
  '# note',
  '',
  'a: 1',
  '  b: |',
  '    --- no border',
  '...',
);

describe('splitting a text', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, ended) => {
        const text = lines.join('\n') + (ended ? '\n' : '');

        assert.equal(splitDocuments(text).join(''), text);
      }),
    );
  });

  it('cuts at borders only', () => {
    const documents = ['a: 1\n', '---\nb: |\n  --- no border\n', '--- # note\nc: 3\n'];

    assert.deepEqual(splitDocuments(documents.join('')), documents);
  });

  it('leaves no piece without a document', () => {
    const text = '# licence\n---\n---\na: 1\n---\n# nothing here\n---\nb: 2\n---\n';

    assert.deepEqual(splitDocuments(text), [
      '# licence\n---\n---\na: 1\n',
      '---\n# nothing here\n---\nb: 2\n---\n',
    ]);
  });
});

describe('the size of a text in JSON', () => {
  it('is that of the text which kubectl keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printable = text.replace(/[\b\f]/g, '');
        const kept = JSON.stringify(printable).replace(/[<>&\u2028\u2029]/g, '\\u0000');

        assert.equal(jsonBytes(printable), Buffer.byteLength(kept));
      }),
    );
  });

  it('takes control characters for the longest that they may become', () => {
    assert.equal(jsonBytes('\b\f\u0000'), 2 + 3 * 6);
  });
});
