/** A program whose start is compared with others'. */
export interface Startup {
  readonly name: string;
  command(work: string): readonly string[];
}

const evaluate = (code: string) => () => [process.execPath, '-e', code];

/** Programs whose start-up is measured, the yardstick first. */
export const STARTUPS: readonly Startup[] = [
  { name: "require('cdk8s')", command: evaluate("require('cdk8s')") },
  { name: 'empty node program', command: evaluate('') },
];
