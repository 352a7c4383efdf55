import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Cost, measure, medianCost } from './measure';
import { benchOptions } from './options';
import { growth, sizeTable, startupTable } from './report';
import { SIDES, type Side } from './sides';
import { STARTUPS } from './startup';

const options = benchOptions(process.argv.slice(2));
process.chdir(join(__dirname, '..'));
execFileSync('npx', ['tsc', '-p', 'bench'], { stdio: 'inherit' });
const work = mkdtempSync(join(tmpdir(), 'capi-fleet-bench-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

const sides = SIDES.filter(({ name }) => options.sides?.includes(name) ?? true).filter(isThere);
const costs = new Map<string, Cost[]>();

for (let round = 1; round <= options.rounds; round++) {
  for (const clusters of options.clusters) {
    for (const side of sides) {
      if (clusters <= side.largest) record(`${side.name} ${clusters}`, () => once(side, clusters));
    }
    rmSync(join(work, 'out'), { recursive: true, force: true });
  }
  if (!options.startup) continue;
  for (const { name, command } of STARTUPS) record(name, () => measure(command(work)));
  console.error(`round ${round} of ${options.rounds} is done`);
}

const medians = new Map([...costs].map(([key, all]) => [key, medianCost(all)]));
const names = sides.map(({ name }) => name);
console.log(sizeTable(options.clusters, names, medians));
console.log(growth(names, medians));
if (options.startup) console.log(startupTable(STARTUPS, medians));

function once(side: Side, clusters: number): Cost {
  const out = join(work, 'out', side.after ?? side.name);
  if (side.after === undefined) rmSync(out, { recursive: true, force: true });
  return measure(side.command({ clusters, fat: options.fat, out, work }));
}

function record(key: string, run: () => Cost): void {
  costs.set(key, [...(costs.get(key) ?? []), run()]);
}

function isThere(side: Side): boolean {
  if (side.available()) return true;
  console.error(`${side.name}: not on this machine`);
  return false;
}
