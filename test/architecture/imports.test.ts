import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Import, importsOf, ROOT, sourceFiles } from '../support/import-graph';
import { HOUSE, roomOf } from './house';

const FRAMEWORKS = /^(cdk8s|cdk8s-plus-28|constructs|@pulumi\/.*)$/;
const imports = sourceFiles('lib', 'constructs', 'stacks', 'examples', 'recipes').flatMap(
  importsOf,
);

describe('imports', () => {
  it('point down the layers only', () => {
    const upwards = imports.filter((one) => !isAllowed(one));

    assert.deepEqual(
      upwards.map(({ from, to }) => `${from} -> ${to}`),
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

  it('reach no construct from the library', () => {
    const up = imports.filter((one) => /^lib\//.test(one.from) && /^constructs\//.test(one.to));

    assert.deepEqual(up, []);
  });

  it('reach Pulumi from one place outside, which loads it when it is needed', () => {
    const isOfPulumi = (file: string) => /^lib\/\w+\/pulumi\//.test(file);
    const direct = imports.filter(({ from, to }) => !isOfPulumi(from) && isOfPulumi(to));

    assert.deepEqual(
      [...new Set(direct.map(({ from, to }) => `${from} ${to}`))],
      ['lib/assembly/provisioning.ts lib/openstack/pulumi/deploy.ts'],
    );
  });

  it('form no circle', () => {
    assert.deepEqual(circles(imports.filter((one) => !one.typeOnly)), []);
  });

  it('form no circle of types either', () => {
    assert.deepEqual(circles(imports), []);
  });
});

function isAllowed({ from, to }: Import): boolean {
  if (!to.endsWith('.ts') && !FRAMEWORKS.test(to)) return true;
  const layer = roomOf(from);
  const goal = goalOf(to);
  return goal === layer || goal === 'lib/base' || (HOUSE[layer]?.may ?? []).includes(goal);
}

function goalOf(to: string): string {
  return to.endsWith('.ts') ? roomOf(to) : (/^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
}

/** Groups of files of which each leads to every other one. */
function circles(graph: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of graph) targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const place = order.size;
    order.set(file, place);
    open.push(file);
    let first = place;
    for (const next of targets.get(file) ?? []) {
      const known = order.get(next);
      if (known === undefined) first = Math.min(first, visit(next));
      else if (open.includes(next)) first = Math.min(first, known);
    }
    if (first < place) return first;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1 || targets.get(file)?.includes(file)) found.push(circle.sort());
    return first;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return found;
}
