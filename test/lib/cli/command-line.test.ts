import assert from 'node:assert/strict';
import { COMMANDS, runCommandLine } from '../../../lib/cli/command-line';
import { OVERVIEW, USAGES } from '../../../lib/cli/usage';

const PROGRAM = 'examples/suppliers/main.ts';

/** Runs a command line that starts no program. */
async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

describe('command line', () => {
  const refused: readonly (readonly [args: readonly string[], text: string])[] = [
    [[], OVERVIEW],
    [['deploy', PROGRAM], `capi-fleet: there is no command deploy\n${OVERVIEW}`],
    [['synth'], `capi-fleet: PROGRAM is missing\n${USAGES.synth}`],
    [['plan', 'a', 'b'], `capi-fleet: there is more than one PROGRAM: a, b\n${USAGES.plan}`],
    [['synth', 'missing.ts'], `capi-fleet: there is no file missing.ts\n${USAGES.synth}`],
    [
      ['synth', '--onyl', 'a', PROGRAM],
      `capi-fleet: synth has no option --onyl; it has --only, --force, --profile, --help\n${USAGES.synth}`,
    ],
    [
      ['preview', '--yes', PROGRAM],
      `capi-fleet: preview has no option --yes; it has --cluster, --cloud, --parallel, --help\n${USAGES.preview}`,
    ],
    [
      ['up', PROGRAM, '--parallel'],
      `capi-fleet: Option '--parallel <value>' argument missing\n${USAGES.up}`,
    ],
    ...['0', '65', '1.5', 'many'].map(
      (given) =>
        [
          ['up', '--parallel', given, PROGRAM],
          `capi-fleet: --parallel is "${given}": it takes an integer from 1 to 64\n${USAGES.up}`,
        ] as const,
    ),
    [
      ['plan', '--json=yes', PROGRAM],
      `capi-fleet: Option '--json' does not take an argument\n${USAGES.plan}`,
    ],
    ...['cloud', '=entry', 'cloud=', 'a=b=c'].map(
      (given) =>
        [
          ['import', '--entry', given, PROGRAM],
          `capi-fleet: --entry is "${given}": it takes CLOUD=ENTRY\n${USAGES.import}`,
        ] as const,
    ),
  ];
  for (const [args, text] of refused) {
    it(`refuses ${JSON.stringify(args.join(' '))} with code 2`, async () => {
      assert.deepEqual(await run(...args), { code: 2, out: '', err: text });
    });
  }

  it('says how each command is used, and which there are', async () => {
    assert.deepEqual(await run('--help'), { code: 0, out: OVERVIEW, err: '' });
    for (const [name, usage] of Object.entries(USAGES)) {
      assert.deepEqual(await run(name, '--help'), { code: 0, out: usage, err: '' });
      assert.match(OVERVIEW, new RegExp(`^ {2}${name} `, 'm'));
    }
  });

  it('tells of every option of a command', () => {
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      const told = USAGES[name as keyof typeof USAGES].matchAll(/^ {2}--([a-z-]+)/gm);

      assert.deepEqual(
        Array.from(told, ([, option]) => option).sort(),
        Object.keys(options).sort(),
      );
    }
  });
});
