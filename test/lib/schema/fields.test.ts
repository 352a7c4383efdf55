import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notProps } from '../../../lib/assembly/not-props';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import type { NotProps } from '../../../lib/schema/not-props/not-prop';
import { expressionOf, reasonOf } from '../../support/fields/listed-fields';
import {
  fieldsOfKinds,
  fieldsOfRandomPrograms,
  type KindFields,
} from '../../support/fields/written-fields';
import { ROOT, sourceFiles } from '../../support/import-graph';

const KINDS = fieldsOfKinds();
const KIND = /kind(?::| =) '(\w+)'[,;]$/gim;
const SENTENCE = /^[A-Z`](?=.* .* ).{20,}\.$/;

describe('fields of the kinds that are rendered', () => {
  it('are all written by some program or listed with a reason, in every combination of releases', () => {
    assert.deepEqual(
      KINDS.flatMap((kind) =>
        leaves(kind, (leaf) => !isWritten(kind, leaf) && !listed(kind, leaf)),
      ),
      [],
    );
  });

  it('are not listed where a program writes them', () => {
    assert.deepEqual(
      KINDS.flatMap((kind) => leaves(kind, (leaf) => isWritten(kind, leaf) && listed(kind, leaf))),
      [],
    );
  });

  it('are not listed where a random program writes them', () => {
    assert.deepEqual(
      fieldsOfRandomPrograms().flatMap((kind) =>
        leaves(kind, (leaf) => isWritten(kind, leaf) && listed(kind, leaf)),
      ),
      [],
    );
  });

  it('are those of every kind that the renderers name and a release defines', () => {
    const defined = new Set(
      Object.values(bundledSets).flatMap((set) =>
        Object.keys(set().kinds).map((name) => name.split('/')[2] ?? ''),
      ),
    );
    const named = sourceFiles('lib')
      .filter((file) => file.includes('/render/'))
      .sort()
      .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(KIND)]);
    const kinds = named.map(([, kind = '']) => kind).filter((kind) => defined.has(kind));

    assert.deepEqual(
      [...new Set(KINDS.map(({ kind }) => kind))].sort(),
      [...new Set(kinds)].sort(),
    );
  });

  it('add up', () => {
    for (const kind of KINDS) {
      const count = [...kind.all].filter((leaf) => listed(kind, leaf)).length;
      assert.equal(count + kind.written.size, kind.all.size, `${kind.versions} ${kind.kind}`);
    }
  });

  it('are not listed where no release has them, or where they are listed already', () => {
    const needless = Object.entries(notProps()).flatMap(([name, tables]) => {
      const kinds = KINDS.filter(({ kind }) => kind === name);
      return tables
        .flatMap((table) => table.fields.map((field) => ({ table, field })))
        .filter(({ table, field }) => !kinds.some((kind) => isNeeded(kind, table, field)))
        .map(({ field }) => `${name} ${field}`);
    });

    assert.deepEqual(needless, []);
  });

  it('have a sentence for a reason', () => {
    const reasons = Object.values(notProps()).flatMap((tables) => tables.map(({ why }) => why));

    assert.deepEqual(
      reasons.filter((why) => !SENTENCE.test(why) || /^not yet/i.test(why)),
      [],
    );
  });
});

function isWritten({ written }: KindFields, leaf: string): boolean {
  return written.has(leaf);
}

function listed(kind: KindFields, leaf: string): boolean {
  return reasonOf(kind, leaf) !== undefined;
}

function isNeeded(kind: KindFields, table: NotProps, field: string): boolean {
  return [...kind.all].some(
    (leaf) => expressionOf(field).test(leaf) && reasonOf(kind, leaf) === table,
  );
}

function leaves(kind: KindFields, holds: (leaf: string) => boolean): string[] {
  const name = `${kind.versions.join(' ')} ${kind.kind}`;
  return [...kind.all].filter(holds).map((leaf) => `${name} ${leaf}`);
}
