import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkObject } from '../../../lib/assembly/check-object';
import { isMap } from '../../../lib/base/is-map';
import type { Manifest } from '../../../lib/base/manifest';
import { EXAMPLES, treeOf } from '../../support/examples';
import { edited, type Keys, valueIn } from '../../support/fixes/edit';
import { parsed } from '../../support/foreign-hosts';
import { ROOT } from '../../support/import-graph';
import { profile } from '../../support/models';

/** What a template of Jinja would not leave as it is. */
const BROKEN = ['{% if', '{# note', '{{ 1 +'];

const CONFIGS = Object.fromEntries(
  EXAMPLES.flatMap((example) => {
    const tree = treeOf(join(ROOT, 'examples', example, 'expected'));
    return Object.values(tree).flatMap(parsed);
  }).flatMap((object) => {
    const way = wayOf(String(object.kind));
    return way === undefined ? [] : [[`${object.kind} of ${shape(object, way)}`, { object, way }]];
  }),
);

describe('texts that reach the configuration of machines', () => {
  it('are looked at in every form that examples have', () => {
    assert.ok(Object.keys(CONFIGS).length > 4);
  });

  for (const [title, { object, way }] of Object.entries(CONFIGS)) {
    it(`are refused wherever they would be taken for a template: ${title.slice(0, 60)}`, () => {
      const leaves = [...texts(valueIn(object, way))].filter(
        (keys) => !isPacked(object, way, keys),
      );
      assert.notEqual(leaves.length, 0);
      const open = leaves.flatMap((keys) =>
        BROKEN.filter((text) => {
          const broken = edited(object, [...way, ...keys], (value) => `${value}${text}`);
          const subject = { path: 'demo', object: broken as Manifest, profile: profile('1.14') };
          return checkObject(subject).length === 0;
        }).map((text) => `${keys.join('.')}: ${text}`),
      );

      assert.deepEqual(open, []);
    });
  }
});

/** Way to the part of an object that Cluster API writes into user data. */
function wayOf(kind: string): Keys | undefined {
  if (kind === 'KubeadmControlPlane') return ['spec', 'kubeadmConfigSpec'];
  return kind === 'KubeadmConfigTemplate' ? ['spec', 'template', 'spec'] : undefined;
}

/** Fields of a configuration, by which equal ones are looked at once. */
function shape(object: unknown, way: Keys): string {
  const paths = [...texts(valueIn(object, way))].map((keys) => keys.filter(isName).join('.'));
  return [...new Set(paths)].sort().join(' ');
}

function isName(key: string | number): boolean {
  return typeof key === 'string';
}

function* texts(value: unknown, keys: Keys = []): Generator<Keys> {
  if (typeof value === 'string') yield keys;
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* texts(one, [...keys, index]);
  } else if (isMap(value)) {
    for (const [key, one] of Object.entries(value)) yield* texts(one, [...keys, key]);
  }
}

/** Tells whether a text is unpacked on the machine, or names something that never gets there. */
function isPacked(object: unknown, way: Keys, keys: Keys): boolean {
  if (keys.includes('contentFrom') || keys.includes('passwdFrom')) return true;
  const file = valueIn(object, [...way, ...keys.slice(0, -1)]);
  return isMap(file) && typeof file.encoding === 'string';
}
