import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { COMPILED, compileBench } from './compile';
import { type Cost, measure, medianCost } from './measure';
import { type EngineTask, operate, prepare } from './provision/engine';
import { BY_HAND, OURS, provisionTable, SIDES, targetsTable } from './provision/tables';

const { values } = parseArgs({
  options: {
    clusters: { type: 'string', default: '1,10,50' },
    plan: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    engine: { type: 'boolean', default: false },
    'engine-up': { type: 'string', default: '' },
  },
});
const sizes = values.clusters.split(',').map(Number);
const costs = new Map<string, Cost[]>();

process.chdir(join(__dirname, '..'));
compileBench();
const work = mkdtempSync(join(tmpdir(), 'capi-fleet-provision-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

assertSameResources();
for (let round = 1; round <= Number(values.rounds); round++) {
  onePlan(Number(values.plan));
  for (const clusters of sizes) {
    for (const operation of ['preview', 'up']) {
      for (const side of inTurn(round)) {
        record(`${side} ${operation} with mocks ${clusters}`, () =>
          measure(mocked(side, clusters, operation)),
        );
      }
    }
    if (values.engine) oneEngineRound(round, clusters);
  }
  console.error(`round ${round} of ${values.rounds} is done`);
}
const medians = new Map([...costs].map(([key, all]) => [key, medianCost(all)]));
console.log(provisionTable(Number(values.plan), sizes, medians));
console.log(targetsTable(sizes, medians));

/** Alternates the order of the sides, because the second of two runs has warmer caches. */
function inTurn(round: number): readonly string[] {
  return round % 2 === 1 ? SIDES : [...SIDES].reverse();
}

function onePlan(clusters: number): void {
  const out = join(work, 'plan');
  for (const operation of ['synth', 'plan']) {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(join(out, 'hand-over'), { recursive: true });
    const program = join(COMPILED, 'provision/plan.js');
    record(`${operation} ${clusters}`, () =>
      measure([process.execPath, program, operation, String(clusters), out]),
    );
  }
}

function mocked(side: string, clusters: number, operation: string, ...rest: string[]): string[] {
  const program = join(COMPILED, 'provision/mocked.js');
  return [process.execPath, program, side, String(clusters), operation, work, ...rest];
}

/** Costs are comparable only if both sides create the same resources. */
function assertSameResources(): void {
  const [ours, byHand] = [OURS, BY_HAND].map((side) => {
    const [command = '', ...args] = mocked(side, 3, 'up', 'digest');
    return spawnSync(command, args, { encoding: 'utf8' }).stdout;
  });
  if (ours !== byHand || ours === '') throw new Error(`not the same: ${ours} and ${byHand}`);
}

function oneEngineRound(round: number, clusters: number): void {
  const ups = values['engine-up'].split(',').map(Number);
  for (const side of inTurn(round)) {
    const task: EngineTask = { side, clusters, work };
    prepare(task, (file, text) => writeFileSync(file, text));
    record(`${side} preview ${clusters}`, () => measure(operate(task, 'preview')));
    if (!ups.includes(clusters)) continue;
    record(`${side} up ${clusters}`, () => measure(operate(task, 'up')));
    record(`${side} up unchanged ${clusters}`, () => measure(operate(task, 'up')));
    measure(operate(task, 'destroy'));
  }
}

function record(key: string, run: () => Cost): void {
  costs.set(key, [...(costs.get(key) ?? []), run()]);
}
