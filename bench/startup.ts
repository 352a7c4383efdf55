import { join } from 'node:path';
import { COMMAND_LINE, COMPILED, PROGRAM } from './compile';

/** Loading cdk8s, which every program does. */
export const CDK8S = 'node -e "require(\'cdk8s\')"';
/** Precompiled program of one cluster. */
export const PRECOMPILED = 'one cluster, precompiled';
/** The same in TypeScript, whose types were checked before. */
export const SYNTH = 'one cluster, capi-fleet synth of TypeScript';
/** Baseline of tsx. */
export const EMPTY_TYPESCRIPT = 'empty TypeScript program by tsx';

/** Program whose start-up time is compared. */
export interface Startup {
  readonly name: string;
  /** Command to run; `work` is a folder that it can write to. */
  command(work: string): readonly string[];
}

const evaluate = (code: string) => () => [process.execPath, '-e', code];
const oneCluster = (script: string, out: string) => [script, '1', out, 'slim'];

/** Programs whose start-up is measured, the reference first. */
export const STARTUPS: readonly Startup[] = [
  { name: CDK8S, command: evaluate("require('cdk8s')") },
  { name: 'empty node program', command: evaluate('') },
  {
    name: PRECOMPILED,
    command: (work) => [
      process.execPath,
      ...oneCluster(join(COMPILED, 'sides/capi-fleet.js'), join(work, 'one-compiled')),
    ],
  },
  {
    name: SYNTH,
    command: () => [process.execPath, COMMAND_LINE, 'synth', PROGRAM],
  },
  {
    name: EMPTY_TYPESCRIPT,
    command: () => [process.execPath, '--import', 'tsx', 'bench/sides/empty.ts'],
  },
];
