import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBench } from './compile';

import { type Cost, measure, medianCost } from './measure';
import { benchOptions } from './options';
import { growth, sizeTable, startupTable } from './report';
import { assertSameOutput } from './same-output';
import { findSide, SIDES, type Side } from './sides';
import { STARTUPS } from './startup';
import { breaches, targetTable } from './targets';

const options = benchOptions(process.argv.slice(2));
process.chdir(join(__dirname, '..'));
compileBench();
const work = mkdtempSync(join(tmpdir(), 'capi-fleet-bench-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

const sides = (options.sides?.map(findSide) ?? SIDES).filter(isThere);
const costs = new Map<string, Cost[]>();
const folders = new Map<string, string>();
let made = 0;

for (let round = 1; round <= options.rounds; round++) {
  for (const clusters of options.clusters) oneSize(clusters);
  if (options.startup) {
    for (const { name, command } of STARTUPS) record(name, () => measure(command(work)));
  }
  console.error(`round ${round} of ${options.rounds} is done`);
}

const medians = new Map([...costs].map(([key, all]) => [key, medianCost(all)]));
const names = sides.map(({ name }) => name);
console.log(sizeTable(options.clusters, names, medians));
console.log(growth(names, medians));
if (options.startup) console.log(startupTable(STARTUPS, medians));
console.log(targetTable(medians, options.fat));
if (options.judge) {
  const all = breaches(medians, options.fat);
  for (const breach of all) console.error(`bench: ${breach}`);
  if (all.length > 0) process.exitCode = 1;
}

function oneSize(clusters: number): void {
  const fitting = sides.filter(({ largest }) => clusters <= largest);
  for (const side of fitting) record(`${side.name} ${clusters}`, () => once(side, clusters));
  const [limit, ours] = [outOf('limit'), outOf('capi-fleet')];
  if (existsSync(limit) && existsSync(ours)) assertSameOutput(limit, ours);
  folders.clear();
}

function once(side: Side, clusters: number): Cost {
  const { name, after } = side;
  if (after === undefined) folders.delete(name);
  const out = outOf(after ?? name);
  if (after !== undefined && !existsSync(out)) once(findSide(after), clusters);
  return measure(side.command({ clusters, fat: options.fat, out, work }));
}

/**
 * Output folder of another side, or a new one.
 *
 * Folders are not emptied between runs, because some file systems create files slowly for a while after a mass deletion.
 */
function outOf(side: string): string {
  const known = folders.get(side);
  if (known !== undefined) return known;
  made += 1;
  const folder = join(work, 'out', `${made}-${side.replaceAll(' ', '-')}`);
  folders.set(side, folder);
  return folder;
}

function record(key: string, run: () => Cost): void {
  costs.set(key, [...(costs.get(key) ?? []), run()]);
}

function isThere(side: Side): boolean {
  if (side.available()) return true;
  console.error(`${side.name}: not available on this machine`);
  return false;
}
