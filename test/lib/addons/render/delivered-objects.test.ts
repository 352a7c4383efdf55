import assert from 'node:assert/strict';
import type { AddonPayload } from '../../../../lib/addons/model/addon';
import {
  deliveredKey,
  deliveredObjects,
  withDelivered,
} from '../../../../lib/addons/render/delivered-objects';
import type { Manifest } from '../../../../lib/base/manifest';
import { emitDocuments } from '../../../../lib/output/emit-yaml';

const ONE: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } };
const TWO: Manifest = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'two', namespace: 'a' },
};

const TEXT = `# a comment
apiVersion: v1
kind: ConfigMap
metadata: { name: first }
---
# nothing
---
not: an object
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: last # the last one
`;

function payload(...documents: readonly (string | readonly Manifest[])[]): AddonPayload {
  const entries = documents.map((one, index) => ({ key: `${index}`, documents: one }));
  return { kind: 'configMap', suffix: '', entries };
}

function named(name: string, change: (object: Manifest) => Manifest) {
  return (object: Manifest) => (object.metadata.name === name ? change(object) : object);
}

describe('delivered objects', () => {
  it('are those of all entries, in order, lists and texts alike', () => {
    const found = deliveredObjects({
      payload: [payload([ONE], TEXT), { kind: 'existingSecret', secretName: 'a' }, payload([TWO])],
    });

    assert.deepEqual(
      found.map(({ metadata }) => metadata.name),
      ['one', 'first', 'last', 'two'],
    );
  });

  it('have keys that differ by addon, kind, namespace and name', () => {
    assert.equal(deliveredKey('x', ONE), 'delivered/x/ConfigMap//one');
    assert.equal(deliveredKey('x', TWO), 'delivered/x/ConfigMap/a/two');
  });

  it('stay the very same payload if nothing changes', () => {
    const given = [payload([ONE, TWO], TEXT)];

    const { payload: made } = withDelivered({ payload: given }, emitDocuments, (object) => object);

    assert.equal(made[0], given[0]);
  });

  it('change one by one in a list', () => {
    const changed = withDelivered(
      { payload: [payload([ONE, TWO])] },
      emitDocuments,
      named('two', (object) => ({ ...object, data: { a: '1' } })),
    );

    const [first] = changed.payload;
    assert.ok(first?.kind === 'configMap');
    assert.deepEqual(first.entries[0]?.documents, [ONE, { ...TWO, data: { a: '1' } }]);
  });

  for (const [name, others] of [
    ['first', TEXT.slice(TEXT.indexOf('---\n# nothing'))],
    ['last', TEXT.slice(0, TEXT.lastIndexOf('---'))],
  ] as const) {
    it(`keep the other documents of a text byte for byte (${name})`, () => {
      const change = named(name, (object) => ({ ...object, data: { a: '1' } }));
      const changed = withDelivered({ payload: [payload(TEXT)] }, emitDocuments, change);

      const [first] = changed.payload;
      assert.ok(first?.kind === 'configMap');
      const text = String(first.entries[0]?.documents);
      assert.ok(text.includes(others), text);
      assert.deepEqual(
        deliveredObjects(changed).map(({ metadata, data }) => [metadata.name, data]),
        [
          ['first', name === 'first' ? { a: '1' } : undefined],
          ['last', name === 'last' ? { a: '1' } : undefined],
        ],
      );
    });
  }

  it('leave a text that is no YAML as it is', () => {
    assert.deepEqual(deliveredObjects({ payload: [payload('a: [')] }), []);
  });
});
