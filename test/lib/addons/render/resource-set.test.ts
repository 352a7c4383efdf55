import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { AddonModel, AddonPayload, PayloadEntry } from '../../../../lib/addons/model/addon';
import { MOST_VALUE_BYTES } from '../../../../lib/addons/render/payload-texts';
import { oversizedDocuments } from '../../../../lib/addons/render/resource-set';
import type { Manifest } from '../../../../lib/base/manifest';
import { emitDocuments } from '../../../../lib/output/emit-yaml';
import { addonModel, clusterModel, configMap } from '../../../support/models';
import { at, rendered } from '../../../support/rendering';

const ANNOTATION_BYTES = 262_144;
const OBJECT_BYTES = 1_048_576;
const PAYLOAD = /^addon\/hello\/payload\//;

/** Document by the number and kind of its letters, some of which JSON makes longer. */
const document = fc.record({
  length: fc.integer({ min: 1, max: 30_000 }),
  letter: fc.constantFrom('x', '<', '"', 'ä', '\u2028'),
});

/** Entries of documents, as objects or as one text. */
const entries = fc.array(
  fc.record({
    asText: fc.boolean(),
    documents: fc.array(document, { minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('a payload of any size', () => {
  it('is delivered document by document, in order, below every limit', () => {
    const kinds = fc.constantFrom('configMap' as const, 'secret' as const);
    fc.assert(
      fc.property(entries, kinds, (shapes, kind) => {
        const all = shapes.map(({ asText, documents }, index): PayloadEntry => {
          const maps = documents.map(({ length, letter }) => configMapOf(letter.repeat(length)));
          return { key: `entry-${index}`, documents: asText ? emitDocuments(maps) : maps };
        });
        const objects = payloadObjects([{ kind, suffix: '', entries: all }]);

        assert.deepEqual(objects.flatMap(deliveredNames), all.flatMap(documentNames));
        for (const object of objects) assertBelowLimits(object);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a value', () => {
  for (const [what, short] of [
    ['a short text', 'a: 1'],
    ['a short text with an end', 'a: 1\n'],
    ['an empty text', ''],
  ] as const) {
    it(`is filled up to 32 bytes when it is ${what}`, () => {
      const [object] = payloadObjects([configMapPayload([{ key: 'a', documents: short }])]);
      const value = String(at(object, ['data', '00-a.yaml']));

      assert.ok(Buffer.byteLength(value) >= 32);
      assert.ok(value.startsWith(short));
      assert.doesNotMatch(value.slice(short.length), /^[^\n#]/m);
    });
  }

  it('stays as it is when it is long enough', () => {
    const [object] = payloadObjects([configMapPayload([{ key: 'a', documents: 'ä'.repeat(16) }])]);

    assert.equal(at(object, ['data', '00-a.yaml']), 'ä'.repeat(16));
  });
});

describe('keys', () => {
  it('sort in the order of the entries however many there are', () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      key: `e${i}`,
      documents: [configMap(`c${i}`)],
    }));
    const [object] = payloadObjects([configMapPayload(many)]);
    const keys = Object.keys(object?.data as object);

    assert.deepEqual(keys.toSorted(), keys);
    assert.deepEqual(keys.slice(0, 2), ['0000-e0.yaml', '0010-e1.yaml']);
  });
});

describe('the resources of an addon', () => {
  it('are named for cluster and addon', () => {
    const big = configMapOf('x'.repeat(200_000));
    const objects = payloadObjects([
      configMapPayload([{ key: 'a', documents: [big, configMapOf('y'.repeat(200_000))] }]),
      { kind: 'configMap', suffix: 'more', entries: [{ key: 'b', documents: [configMap('b')] }] },
      { kind: 'secret', suffix: 'keys', entries: [{ key: 'c', documents: [configMap('c')] }] },
    ]);

    assert.deepEqual(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      [
        'ConfigMap demo-hello',
        'ConfigMap demo-hello-2',
        'ConfigMap demo-hello-more',
        'Secret demo-hello-keys',
      ],
    );
  });

  it('are named for their contents where the addon wants it', () => {
    const names = ['a', 'a', 'b'].map((name) => {
      const entry = { key: 'job', documents: [configMap(name)] };
      const payload = { kind: 'configMap', suffix: '', entries: [entry], hashed: true } as const;
      return payloadObjects([payload])[0]?.metadata.name;
    });

    assert.match(String(names[0]), /^demo-hello-[0-9a-f]{8}$/);
    assert.equal(names[0], names[1]);
    assert.notEqual(names[0], names[2]);
  });

  it('have the type that a ClusterResourceSet accepts of a Secret', () => {
    const [secret] = payloadObjects([
      { kind: 'secret', suffix: '', entries: [{ key: 'c', documents: [configMap('c')] }] },
    ]);

    assert.equal(secret?.type, 'addons.cluster.x-k8s.io/resource-set');
  });
});

describe('a ClusterResourceSet', () => {
  it('selects its cluster, and names its resources in order', () => {
    const set = sets([
      { kind: 'existingSecret', secretName: 'mine' },
      configMapPayload([{ key: 'a', documents: [configMap('a')] }]),
    ])[0];

    assert.deepEqual(set?.spec, {
      strategy: 'ApplyOnce',
      clusterSelector: { matchLabels: { 'capi-fleet/cluster': 'demo' } },
      resources: [
        { kind: 'Secret', name: 'mine' },
        { kind: 'ConfigMap', name: 'demo-hello' },
      ],
    });
  });

  it('takes the strategy of the addon', () => {
    const delivery = { kind: 'clusterResourceSet', strategy: 'Reconcile' } as const;
    const model = clusterModel({ addons: [addonModel({ delivery })] });

    assert.equal(
      at(rendered(model).get('addon/hello/resourceSet'), ['spec', 'strategy']),
      'Reconcile',
    );
  });

  it('gets a second one for more than 100 resources', () => {
    const payload = Array.from(
      { length: 201 },
      (_, i): AddonPayload => ({ kind: 'existingSecret', secretName: `s${i}` }),
    );
    const all = sets(payload);

    assert.deepEqual(
      all.map(({ metadata }) => metadata.name),
      ['demo-hello', 'demo-hello-2', 'demo-hello-3'],
    );
    assert.deepEqual(
      all.map((set) => (at(set, ['spec', 'resources']) as readonly unknown[]).length),
      [100, 100, 1],
    );
  });

  it('is left out where there is nothing to deliver', () => {
    assert.deepEqual(sets([]), []);
  });
});

describe('a document that is too large', () => {
  const large = emitDocuments([configMapOf('x'.repeat(MOST_VALUE_BYTES)), configMap('b')]);

  it('is reported with its entry', () => {
    const found = oversizedDocuments(
      addon([configMapPayload([{ key: 'a', documents: large }])]),
      emitDocuments,
    );

    assert.equal(found.length, 1);
    assert.equal(found[0]?.entry, 'a');
    assert.equal(found[0]?.limit, MOST_VALUE_BYTES);
    assert.ok((found[0]?.bytes ?? 0) > MOST_VALUE_BYTES);
  });

  it('is reported with its kind and name where an object carries its text', () => {
    const text = (padding: number) => emitDocuments([configMapOf('x'.repeat(padding))]);
    const check = (padding: number) =>
      oversizedDocuments(
        addonModel({ carriedTexts: [`${emitDocuments([configMap('b')])}---\n${text(padding)}`] }),
        emitDocuments,
      ).map(({ entry }) => entry);

    assert.deepEqual(check(MOST_VALUE_BYTES), [`ConfigMap map-${MOST_VALUE_BYTES}`]);
    assert.deepEqual(check(MOST_VALUE_BYTES - 1_000), []);
  });

  it('is counted in base64 for a Secret', () => {
    const documents = [configMapOf('x'.repeat((MOST_VALUE_BYTES * 4) / 5))];
    const check = (kind: 'configMap' | 'secret') =>
      oversizedDocuments(
        addon([{ kind, suffix: '', entries: [{ key: 'a', documents }] }]),
        emitDocuments,
      );

    assert.equal(check('configMap').length, 0);
    assert.equal(check('secret').length, 1);
  });
});

function configMapPayload(all: readonly PayloadEntry[]): AddonPayload {
  return { kind: 'configMap', suffix: '', entries: all };
}

function addon(payload: readonly AddonPayload[]): AddonModel {
  return addonModel({ payload });
}

function payloadObjects(payload: readonly AddonPayload[]): readonly Manifest[] {
  const objects = rendered(clusterModel({ addons: [addon(payload)] }));
  return [...objects].filter(([key]) => PAYLOAD.test(key)).map(([, object]) => object);
}

function sets(payload: readonly AddonPayload[]): readonly Manifest[] {
  const objects = rendered(clusterModel({ addons: [addon(payload)] }));
  return [...objects.values()].filter(({ kind }) => kind === 'ClusterResourceSet');
}

function configMapOf(value: string): Manifest {
  return { ...configMap(`map-${value.length}`), data: { value } };
}

function documentNames({ documents }: PayloadEntry): readonly string[] {
  return typeof documents === 'string'
    ? namesIn(documents)
    : documents.map(({ metadata }) => metadata.name);
}

function deliveredNames(object: Manifest): readonly string[] {
  const data = Object.entries(object.data as Readonly<Record<string, string>>);
  const texts = data.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  const plain = (value: string) =>
    object.kind === 'Secret' ? Buffer.from(value, 'base64').toString() : value;
  return texts.map(plain).flatMap(namesIn);
}

function namesIn(yaml: string): readonly string[] {
  return parseAllDocuments(yaml).map((one) => String(one.getIn(['metadata', 'name'])));
}

function assertBelowLimits(object: Manifest): void {
  const asKubectlKeepsIt = JSON.stringify(object).replace(/[<>&\u2028\u2029]/g, '\\u0000');
  const values = Object.values(object.data as Readonly<Record<string, string>>);

  assert.ok(Buffer.byteLength(asKubectlKeepsIt) < ANNOTATION_BYTES);
  assert.ok(Buffer.byteLength(JSON.stringify(object)) < OBJECT_BYTES);
  for (const value of values) assert.ok(Buffer.byteLength(value) >= 32);
}
