import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { CrdSet, checkAgainstCrds, loadCrds } from '../../../lib/schema/full-check';
import type { CelRule, OpenApiSchema } from '../../../lib/schema/open-api';

const RELEASES = join(__dirname, 'releases');
const ROOT = resolve(__dirname, '../../..');

/** Definitions with one kind, whose `spec` has a schema. */
function toys(spec: OpenApiSchema): CrdSet {
  const schema: OpenApiSchema = { type: 'object', properties: { spec } };
  const kind = { group: 'toys.example', version: 'v1', kind: 'Toy' };
  return new CrdSet([{ ...kind, served: true, schema, file: 'toys.yaml' }]);
}

function toy(spec: unknown) {
  return { apiVersion: 'toys.example/v1', kind: 'Toy', metadata: { name: 'a' }, spec };
}

function rules(...all: CelRule[]): OpenApiSchema {
  return {
    type: 'object',
    properties: { size: { type: 'integer', default: 3 }, 'wheel-count': { type: 'integer' } },
    'x-kubernetes-validations': all,
  };
}

describe('CrdSet', () => {
  it('reads definitions in folders below a folder', () => {
    const set = loadCrds(join(RELEASES, 'toys-v9.10.0'));

    assert.deepEqual(set.names, ['addons.cluster.x-k8s.io/v1beta1/ClusterResourceSet']);
  });

  it('refuses folders that are not there or hold no definitions', () => {
    assert.throws(
      () => loadCrds(join(RELEASES, 'none')),
      /^CrdFolderError: ".*none" is not an existing folder; /,
    );
    assert.throws(
      () => loadCrds(join(__dirname, 'expected')),
      /^CrdFolderError: ".*expected" is not a folder with custom resource definitions /,
    );
  });

  it('says of a broken expression what the definition says', () => {
    const set = toys(rules({ rule: 'self.size < 3', message: 'small ones only' }));

    assert.deepEqual(checkAgainstCrds(set, toy({ size: 4 })), [
      {
        field: 'spec',
        given: { size: 4 },
        allowed: 'small ones only',
        fix: 'change it so that self.size < 3 holds',
      },
    ]);
  });

  it('makes a message with an expression of the definition', () => {
    const rule = {
      rule: 'self.size < 3',
      message: 'small ones only',
      messageExpression: '"below 3, not " + string(self.size)',
    };

    assert.equal(checkAgainstCrds(toys(rules(rule)), toy({}))[0]?.allowed, 'below 3, not 3');
  });

  it('falls back on the fixed message where that expression fails', () => {
    const rule = { rule: 'self.size < 3', message: 'small', messageExpression: 'self.wheels' };

    assert.equal(checkAgainstCrds(toys(rules(rule)), toy({}))[0]?.allowed, 'small');
  });

  it('points at the field that a rule names', () => {
    const set = toys(rules({ rule: 'self.size < 3', fieldPath: '.size' }));

    assert.deepEqual(checkAgainstCrds(set, toy({ size: 5 })), [
      {
        field: 'spec.size',
        given: 5,
        allowed: 'a value that satisfies self.size < 3',
        fix: 'change it so that self.size < 3 holds',
      },
    ]);
  });

  it('fills in defaults first', () => {
    const set = toys(rules({ rule: 'self.size < 3' }));

    assert.equal(checkAgainstCrds(set, toy({})).length, 1);
  });

  it('refuses what an expression cannot read', () => {
    const set = toys(rules({ rule: 'self.wheel__dash__count > 2' }));

    assert.deepEqual(checkAgainstCrds(set, toy({ 'wheel-count': 3 })), []);
    assert.equal(
      checkAgainstCrds(set, toy({}))[0]?.fix,
      'set the fields that self.wheel__dash__count > 2 uses (No such key: wheel__dash__count)',
    );
  });

  it('leaves out rules about changes, unless they hold for new objects too', () => {
    const immutable = { rule: 'self.size == oldSelf.size' };
    const either = { rule: 'oldSelf.hasValue() || self.size == 1', optionalOldSelf: true };

    assert.deepEqual(checkAgainstCrds(toys(rules(immutable)), toy({})), []);
    assert.equal(checkAgainstCrds(toys(rules(either)), toy({})).length, 1);
    assert.deepEqual(checkAgainstCrds(toys(rules(either)), toy({ size: 1 })), []);
  });

  it('lists expressions that it cannot evaluate and checks the others', () => {
    const set = toys(rules({ rule: 'self.shine()' }, { rule: 'self.size <' }, { rule: 'false' }));

    assert.deepEqual(
      set.unsupported().map(({ kind, field, rule }) => [kind, field, rule]),
      [
        ['toys.example/v1/Toy', 'spec', 'self.shine()'],
        ['toys.example/v1/Toy', 'spec', 'self.size <'],
      ],
    );
    assert.equal(checkAgainstCrds(set, toy({})).length, 1);
  });

  it('evaluates rules of items and of map values where they are', () => {
    const even: OpenApiSchema = {
      type: 'integer',
      'x-kubernetes-validations': [{ rule: 'self % 2 == 0' }],
    };
    const set = toys({
      type: 'object',
      properties: {
        list: { type: 'array', items: even },
        map: { type: 'object', additionalProperties: even },
      },
    });

    const findings = checkAgainstCrds(set, toy({ list: [2, 3], map: { a: 4, b: 5 } }));

    assert.deepEqual(
      findings.map(({ field, given }) => [field, given]),
      [
        ['spec.list[1]', 3],
        ['spec.map.b', 5],
      ],
    );
  });

  it('refuses unknown versions and kinds of its groups and passes other groups', () => {
    const set = toys(rules());

    assert.equal(checkAgainstCrds(set, { ...toy({}), apiVersion: 'toys.example/v2' }).length, 1);
    assert.equal(checkAgainstCrds(set, { ...toy({}), kind: 'Game' }).length, 1);
    assert.deepEqual(checkAgainstCrds(set, { ...toy({}), apiVersion: 'other.example/v1' }), []);
  });

  it('is not needed, nor what it loads, to check against bundled schemas', () => {
    const program = `
      const { schemaSet, validateObject } = require('./lib/schema/validate');
      validateObject(schemaSet(['cluster-api-v1.10.5']), { apiVersion: 'v1', kind: 'Secret' });
      const loaded = Object.keys(require.cache).join(' ');
      console.log(/js-yaml|cel-js|full-check|v1\\.14/.test(loaded), /v1\\.10\\.5/.test(loaded));
    `;

    const output = execFileSync(process.execPath, ['--import', 'tsx', '--eval', program], {
      cwd: ROOT,
      encoding: 'utf8',
    });

    assert.equal(output.trim(), 'false true');
  });
});
