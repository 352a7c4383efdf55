import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue } from '../../../lib/base/errors';
import type { Manifest } from '../../../lib/base/manifest';
import { emitYaml } from '../../../lib/output/emit-yaml';
import { findBadKeys, keyIssue, mayHaveBadKeys } from '../../../lib/output/kustomize-keys';
import { inFolder } from '../../support/in-folder';

/** Keys of annotations that kustomize takes for something else than text. */
const BAD = [
  '123',
  '0',
  '00',
  '08',
  '-1',
  '+1',
  '-0',
  '1.5',
  '.5',
  '1.',
  '1e3',
  '1E3',
  '1e+3',
  '1.e3',
  '12e03',
  '1_000',
  '1__0',
  '1_',
  '1_000.5',
  '0x1f',
  '0X1F',
  '-0x1f',
  '0o7',
  '0O7',
  '0b11',
  '07',
  '.inf',
  '-.inf',
  '+.inf',
  '.nan',
  '.NaN',
  'true',
  'True',
  'TRUE',
  'false',
  'null',
  'Null',
  'NULL',
  '~',
  '2020-01-01',
  '2020-1-1',
  '2020-01-01T00:00:00Z',
  '',
  '<<',
];

/** Keys that look like it, and are taken for text. */
const GOOD = [
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n',
  '1:30',
  '190:20:30',
  '=',
  '-',
  '?',
  '+',
  '1e',
  'e3',
  '12abc',
  '1.0.0.1',
  '1.2.3',
  '1,000',
  '0x',
  '0x1G',
  '0b2',
  '_1',
  '1e3.5',
  'a b',
  'a: b',
  '# x',
  '@a',
  '{}',
  'tRue',
  'example.com/123',
  'null.x',
];

function annotated(key: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', annotations: { [key]: 'v' } },
  };
}

/** What `kubectl kustomize` makes of an object; undefined where there is no kubectl. */
function kustomized(object: Manifest): string | undefined {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'a.yaml'), emitYaml(object));
    writeFileSync(join(folder, 'kustomization.yaml'), 'resources:\n  - a.yaml\n');
    const { error, status, stdout } = spawnSync('kubectl', ['kustomize', folder], {
      encoding: 'utf8',
    });
    if (error !== undefined) return undefined;
    return status === 0 ? stdout : '';
  });
}

describe('keys of what is written', () => {
  for (const key of BAD) {
    it(`may not be ${JSON.stringify(key)} in annotations, which kustomize stops at or loses`, () => {
      const object = annotated(key);
      const output = kustomized(object);

      assert.equal(findBadKeys(object).length, 1);
      assert.ok(mayHaveBadKeys(emitYaml(object)));
      if (output !== undefined) assert.doesNotMatch(output, /: v$/m);
    });
  }

  for (const key of GOOD) {
    it(`may be ${JSON.stringify(key)} in annotations`, () => {
      const object = annotated(key);
      const output = kustomized(object);

      assert.deepEqual(findBadKeys(object), []);
      if (output !== undefined) assert.match(output, /: v$/m);
    });
  }

  it('may look like numbers where kustomize keeps the quotes', () => {
    const object = { ...annotated('a'), data: { 123: 'v', true: 'v' } };
    const output = kustomized(object);

    assert.deepEqual(findBadKeys(object), []);
    if (output !== undefined) assert.match(output, /data:\n {2}"123": v\n {2}"true": v\n/);
  });

  it('are told with their places, at any depth', () => {
    const object: Manifest = {
      ...annotated('true'),
      spec: { list: [{ '<<': { a: 1 } }], map: { '': 'x', gone: undefined } },
    };

    const issues = findBadKeys(object).map((finding) =>
      keyIssue('mothership/prod', object, finding),
    );

    assert.equal(
      issues.map(formatIssue).join('\n'),
      `mothership/prod: a key in metadata.annotations of ConfigMap a is "true"
  allowed: keys that kubectl kustomize reads as text: not empty, not <<, and in annotations not a number, boolean, null or date
  fix: name it "example.com/true"
mothership/prod: a key in spec.list[0] of ConfigMap a is "<<"
  allowed: keys that kubectl kustomize reads as text: not empty, not <<, and in annotations not a number, boolean, null or date
  fix: give it another name
mothership/prod: a key in spec.map of ConfigMap a is ""
  allowed: keys that kubectl kustomize reads as text: not empty, not <<, and in annotations not a number, boolean, null or date
  fix: give it another name`,
    );
  });
});
