import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { COMPILED } from './compile';
import { jsonnetProgram } from './jsonnet';

/** One run of a side. */
export interface Task {
  readonly clusters: number;
  readonly fat: boolean;
  /** Folder for the output of the run. */
  readonly out: string;
  /** Folder of the whole benchmark, for inputs that are made in advance. */
  readonly work: string;
}

/** One of the compared programs. */
export interface Side {
  readonly name: string;
  /** Largest fleet to measure; larger ones would take minutes. */
  readonly largest: number;
  /** Name of the side whose output is in `out` at the start; without it, `out` is empty. */
  readonly after?: string;
  /** Whether the machine has the tools that it needs. */
  available(): boolean;
  /** Command to measure; its inputs are made before the clock starts. */
  command(task: Task): readonly string[];
}

const JSONNET = process.env.JSONNET ?? 'jsonnet';
const EVERY = Number.POSITIVE_INFINITY;
const always = () => true;

const CAPI_FLEET = { largest: EVERY, available: always } as const;

/** All sides, in the order in which a round runs them. */
export const SIDES: readonly Side[] = [
  { name: 'limit', largest: EVERY, available: always, command: (task) => node('limit', task) },
  { ...CAPI_FLEET, name: 'capi-fleet', command: (task) => node('capi-fleet', task) },
  {
    ...CAPI_FLEET,
    name: 'capi-fleet unchanged',
    after: 'capi-fleet',
    command: (task) => node('capi-fleet', task),
  },
  {
    ...CAPI_FLEET,
    name: 'capi-fleet one changed',
    after: 'capi-fleet',
    command: (task) => node('capi-fleet', task, 'changed'),
  },
  { ...CAPI_FLEET, name: 'capi-fleet lazy', command: (task) => node('capi-fleet', task, 'lazy') },
  {
    ...CAPI_FLEET,
    name: 'capi-fleet different',
    command: (task) => node('capi-fleet', task, 'different'),
  },
  {
    ...CAPI_FLEET,
    name: 'capi-fleet mixed',
    command: (task) => node('capi-fleet', task, 'mixed'),
  },
  { name: 'cdk8s', largest: 1000, available: always, command: (task) => node('cdk8s', task) },
  { name: 'jsonnet', largest: 1000, available: () => has(JSONNET), command: jsonnet },
  {
    name: 'kustomize',
    largest: 100,
    after: 'limit',
    available: () => has('kubectl'),
    command: kustomize,
  },
];

/** Finds a side by its name. */
export function findSide(name: string): Side {
  const side = SIDES.find((candidate) => candidate.name === name);
  if (side === undefined) throw new Error(`there is no side ${JSON.stringify(name)}`);
  return side;
}

function node(program: string, { clusters, out, fat }: Task, ...rest: string[]): string[] {
  const script = join(COMPILED, 'sides', `${program}.js`);
  return [process.execPath, script, String(clusters), out, fat ? 'fat' : 'slim', ...rest];
}

function jsonnet({ clusters, fat, out, work }: Task): string[] {
  const program = join(work, `fleet${fat ? '-fat' : ''}.jsonnet`);
  writeFileSync(program, jsonnetProgram(fat));
  mkdirSync(out, { recursive: true });
  return [JSONNET, '--tla-code', `n=${clusters}`, '-m', out, program];
}

function kustomize({ out }: Task): string[] {
  const each = 'for folder in "$0"/management/*/; do kubectl kustomize "$folder" || exit; done';
  return ['bash', '-c', each, out];
}

function has(command: string): boolean {
  return spawnSync('which', [command]).status === 0;
}
