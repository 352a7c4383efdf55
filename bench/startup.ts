import { join } from 'node:path';
import { COMPILED } from './compile';

/** A program whose start is compared with others'. */
export interface Startup {
  readonly name: string;
  /** Command to run; `work` is a folder that it may write to. */
  command(work: string): readonly string[];
}

const evaluate = (code: string) => () => [process.execPath, '-e', code];
const oneCluster = (script: string, out: string) => [script, '1', out, 'slim'];

/** Programs whose start-up is measured, the yardstick first. */
export const STARTUPS: readonly Startup[] = [
  { name: 'node -e "require(\'cdk8s\')"', command: evaluate("require('cdk8s')") },
  { name: 'empty node program', command: evaluate('') },
  {
    name: 'one cluster, precompiled',
    command: (work) => [
      process.execPath,
      ...oneCluster(join(COMPILED, 'sides/capi-fleet.js'), join(work, 'one-compiled')),
    ],
  },
  {
    name: 'one cluster, TypeScript by tsx',
    command: (work) => [
      process.execPath,
      '--import',
      'tsx',
      ...oneCluster('bench/sides/capi-fleet.ts', join(work, 'one-source')),
    ],
  },
  {
    name: 'empty TypeScript program by tsx',
    command: () => [process.execPath, '--import', 'tsx', 'bench/sides/empty.ts'],
  },
];
