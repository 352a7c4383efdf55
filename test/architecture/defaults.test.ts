import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Duration } from 'cdk8s';
import { ROOT, sourceFiles } from '../support/import-graph';

interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly doc: string;
}

const files = sourceFiles('constructs', 'lib').filter(
  (file) => /^constructs\/|\/model\//.test(file) && !file.includes('generated'),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const interfaces = new Map([...texts.values()].flatMap(interfacesOf));

describe('defaults', () => {
  const constants = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/Defaults of \{@link (\w+)\}[^/]*\*\/\s*export const (\w+)/g)].map(
      ([, owner = '', constant = '']) => ({ file, owner, constant }),
    ),
  );

  for (const { file, owner, constant } of constants) {
    it(`in the documentation of ${owner} are those of ${constant}`, () => {
      const exported: Record<string, unknown> = require(join(ROOT, file));
      const values = exported[constant];
      assert.ok(typeof values === 'object' && values !== null);

      for (const [name, value] of Object.entries(values)) {
        const literal = literalDefault((interfaces.get(owner) ?? []).find((m) => m.name === name));
        if (literal === undefined) continue;
        assert.deepEqual(plain(runInNewContext(`(${literal})`, { Duration })), plain(value), name);
      }
      for (const member of interfaces.get(owner) ?? []) {
        const literal = literalDefault(member);
        assert.ok(literal === undefined || member.name in values, `${member.name} has no constant`);
      }
    });
  }
});

describe('documentation', () => {
  it('gives every optional prop its default', () => {
    const silent = [...interfaces].flatMap(([owner, members]) =>
      members
        .filter(
          (member) =>
            /(Props|Options)$/.test(owner) && member.optional && !member.doc.includes('@default'),
        )
        .map((member) => `${owner}.${member.name}`),
    );

    assert.deepEqual(silent, []);
  });

  it('describes every member of props and options', () => {
    const silent = [...interfaces].flatMap(([owner, members]) =>
      members
        .filter((member) => /(Props|Options)$/.test(owner) && member.doc === '')
        .map((member) => `${owner}.${member.name}`),
    );

    assert.deepEqual(silent, []);
  });
});

function interfacesOf(text: string): [string, Member[]][] {
  return [...text.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g)].map(
    ([, name = '', body = '']) => [name, membersOf(body)],
  );
}

function membersOf(body: string): Member[] {
  const member = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?\n? {2}readonly (\w+)(\?)?:/g;
  return [...body.matchAll(member)].map(([, doc = '', name = '', optional]) => ({
    name,
    doc,
    optional: optional !== undefined,
  }));
}

function literalDefault(member: Member | undefined): string | undefined {
  const text = /@default (.+)/.exec(member?.doc ?? '')?.[1];
  return text === undefined || text.startsWith('- ') ? undefined : text.replace(/\*\/$/, '').trim();
}

function plain(value: unknown): unknown {
  if (value instanceof Duration) return value.toSeconds();
  return JSON.parse(JSON.stringify(value));
}
