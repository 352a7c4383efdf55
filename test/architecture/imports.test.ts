import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Import, importsOf, ROOT, sourceFiles } from '../support/import-graph';

const LAYERS = [
  'lib/base',
  'lib/masking',
  'lib/errors',
  'lib/files',
  'lib/model',
  'lib/schema',
  'lib/rules',
  'lib/input',
  'lib/render',
  'lib/secrets',
  'lib/plan',
  'lib/synth',
  'lib/openstack',
  'lib/registry',
  'lib/management',
  'lib/validation',
  'lib/pulumi',
  'lib/cli',
  'constructs',
  'stacks',
  'examples',
];

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'lib/base': [],
  'lib/masking': [],
  'lib/errors': ['lib/masking'],
  'lib/files': [],
  'lib/model': ['lib/errors'],
  'lib/schema': ['lib/model', 'lib/errors'],
  'lib/rules': ['lib/model', 'lib/errors'],
  'lib/input': ['lib/rules', 'lib/model', 'lib/errors'],
  'lib/render': ['lib/schema', 'lib/model', 'lib/errors'],
  'lib/secrets': ['lib/masking', 'lib/model', 'lib/errors'],
  'lib/plan': ['lib/files', 'lib/masking', 'lib/model', 'lib/errors'],
  'lib/management': [],
  'lib/pulumi': [
    'lib/openstack',
    'lib/management',
    'lib/plan',
    'lib/render',
    'lib/model',
    'lib/errors',
    '@pulumi/pulumi',
    '@pulumi/openstack',
    '@pulumi/kubernetes',
  ],
  'lib/synth': [
    'lib/files',
    'lib/masking',
    'lib/secrets',
    'lib/render',
    'lib/rules',
    'lib/schema',
    'lib/model',
    'lib/errors',
    'cdk8s',
    'constructs',
  ],
  'lib/validation': ['lib/masking', 'lib/rules', 'lib/schema', 'lib/model', 'lib/errors'],
  'lib/openstack': ['lib/masking', 'lib/plan', 'lib/model', 'lib/errors'],
  'lib/registry': ['lib/model', 'lib/errors'],
  'lib/cli': [
    'lib/masking',
    'lib/openstack',
    'lib/management',
    'lib/registry',
    'lib/plan',
    '@pulumi/pulumi',
    'lib/synth',
    'lib/schema',
    'lib/model',
    'lib/errors',
  ],
  constructs: [
    'lib/files',
    'lib/masking',
    'lib/secrets',
    'lib/plan',
    'lib/openstack',
    'lib/pulumi',
    'lib/synth',
    'lib/validation',
    'lib/render',
    'lib/input',
    'lib/rules',
    'lib/schema',
    'lib/model',
    'lib/errors',
    'cdk8s',
    'cdk8s-plus-28',
    'constructs',
  ],
  stacks: ['constructs', 'lib/model', '@pulumi/pulumi'],
  examples: ['constructs', 'cdk8s', 'cdk8s-plus-28'],
};

const FRAMEWORKS = /^(cdk8s|cdk8s-plus-28|constructs|@pulumi\/.*)$/;
const imports = sourceFiles('lib', 'constructs', 'stacks', 'examples').flatMap(importsOf);

describe('imports', () => {
  it('point down the layers only', () => {
    assert.deepEqual(
      imports.filter((one) => !isAllowed(one)),
      [],
    );
  });

  it('name files that exist', () => {
    const missing = imports.filter(
      (one) => one.to.endsWith('.ts') && !existsSync(join(ROOT, one.to)),
    );

    assert.deepEqual(missing, []);
  });

  it('reach the constructs from examples and stacks through the index alone', () => {
    const deep = imports.filter(
      (one) =>
        /^(examples|stacks)\//.test(one.from) &&
        one.to.startsWith('constructs/') &&
        one.to !== 'constructs/index.ts',
    );

    assert.deepEqual(deep, []);
  });

  it('reach Pulumi from one place in the constructs, which loads it when it is needed', () => {
    const direct = imports.filter(
      ({ from, to }) => from.startsWith('constructs/') && to.startsWith('lib/pulumi/'),
    );

    assert.deepEqual(
      [...new Set(direct.map(({ from, to }) => `${from} ${to}`))],
      ['constructs/fleet.ts lib/provision/pulumi/deploy.ts'],
    );
  });

  it('form no cycle', () => {
    assert.deepEqual(cycles(imports.filter((one) => !one.typeOnly)), []);
  });
});

function isAllowed({ from, to }: Import): boolean {
  if (!to.endsWith('.ts') && !FRAMEWORKS.test(to)) return true;
  const layer = layerOf(from);
  const goal = to.endsWith('.ts') ? layerOf(to) : (/^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
  return goal === layer || goal === 'lib/base' || (ALLOWED[layer] ?? []).includes(goal);
}

/** Words of a fix belong to the errors that say them. */
const PARTS: Readonly<Record<string, string>> = { 'lib/base/fix.ts': 'lib/errors' };

function layerOf(file: string): string {
  const found = LAYERS.find((layer) => file === `${layer}.ts` || file.startsWith(`${layer}/`));
  return PARTS[file] ?? found ?? file;
}

function cycles(graph: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of graph) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
