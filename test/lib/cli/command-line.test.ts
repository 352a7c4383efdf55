import assert from 'node:assert/strict';
import { commandLine, runCommandLine } from '../../../lib/cli/command-line';
import { version } from '../../../package.json';

const PROGRAM = 'examples/suppliers/main.ts';
const HINT = '(add --help for more)\n';

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

/** Name, usage and options of every command. */
const COMMANDS = commandLine(() => undefined, process).commands;

describe('command line', () => {
  const refused: readonly (readonly [args: readonly string[], text: string])[] = [
    [['deploy', PROGRAM], "unknown command 'deploy'\n(Did you mean destroy?)\n"],
    [['snyth', PROGRAM], "unknown command 'snyth'\n(Did you mean synth?)\n"],
    [['synth'], 'PROGRAM is missing, and this folder has neither fleet.ts nor main.ts\n'],
    [['plan', PROGRAM, PROGRAM], "too many arguments for 'plan'. Expected 1 argument but got 2.\n"],
    [
      ['synth', 'missing.ts'],
      "command-argument value 'missing.ts' is invalid for argument 'program'. There is no such file.\n",
    ],
    [['synth', '--onyl', 'a', PROGRAM], "unknown option '--onyl'\n(Did you mean --only?)\n"],
    [['preview', '--yes', PROGRAM], "unknown option '--yes'\n"],
    [['up', PROGRAM, '--parallel'], "option '--parallel <number>' argument missing\n"],
    ...['0', '65', '1.5', 'many'].map(
      (given) =>
        [
          ['up', '--parallel', given, PROGRAM],
          `option '--parallel <number>' argument '${given}' is invalid. It takes an integer from 1 to 64.\n`,
        ] as const,
    ),
    ...['cloud', '=entry', 'cloud=', 'a=b=c'].map(
      (given) =>
        [
          ['import', '--entry', given, PROGRAM],
          `option '--entry <cloud=entry>' argument '${given}' is invalid. It takes CLOUD=ENTRY.\n`,
        ] as const,
    ),
    [
      ['images', '--mirror', 'docker.io=http://example.org', PROGRAM],
      "option '--mirror <registry=url>' argument 'docker.io=http://example.org' is invalid. It takes REGISTRY=URL with https and without a password, such as docker.io=https://mirror.example.org/v2/docker.io.\n",
    ],
    [['explain', 'flavor-cpu5'], 'there is no rule "flavor-cpu5"; did you mean flavor-cpus?\n'],
    [
      ['init', '--yes', '--name', 'My Fleet'],
      "option '--name <name>' argument 'My Fleet' is invalid. Use at most 63 lower-case letters, digits and dashes, with no dash at either end, such as my-fleet.\n",
    ],
    [
      ['init', '--infrastructure', 'amazon'],
      "option '--infrastructure <name>' argument 'amazon' is invalid. Allowed choices are laptop, openstack, aws, azure, vsphere, hetzner.\n",
    ],
    ...['--pulumi', '--no-pulumi'].map(
      (flag) =>
        [
          ['init', '--infrastructure', 'aws', flag],
          `${flag} is for openstack, because Pulumi provisions nothing on aws: remove ${flag}\n`,
        ] as const,
    ),
    [['explain', '[]'], 'there is no rule ""; docs/rules.md lists all\n'],
  ];
  for (const [args, text] of refused) {
    it(`refuses ${JSON.stringify(args.join(' '))} with code 2`, async () => {
      assert.deepEqual(await run(...args), { code: 2, out: '', err: `capi-fleet: ${text}${HINT}` });
    });
  }

  it('prints the overview for nothing, for help and for --help', async () => {
    const { code, out, err } = await run('--help');
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    for (const command of COMMANDS) {
      assert.match(
        out,
        new RegExp(`^ {2}${command.name()} .*${command.summary().slice(0, 20)}`, 'm'),
      );
    }
    assert.match(out, /^Exit codes: 0 success, 1 mistakes or failures, 2 wrong arguments/m);
    assert.deepEqual(await run('help'), { code: 0, out, err: '' });
    assert.deepEqual(await run('-h'), { code: 0, out, err: '' });
    assert.deepEqual(await run(), { code: 2, out: '', err: out });
  });

  it('says how each command is used', async () => {
    for (const command of COMMANDS) {
      const { code, out } = await run(command.name(), '--help');
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: capi-fleet ${command.name()} \\[options\\]`));
      for (const { long } of command.options) assert.ok(long && out.includes(long), `${long}`);
    }
  });

  it('has JSON for everything that prints something to read', () => {
    const without = COMMANDS.filter(
      (command) => !command.options.some(({ long }) => long === '--json'),
    );

    assert.deepEqual(
      without.map((command) => command.name()),
      ['init', 'kubeconfig'],
    );
  });

  it('says its version', async () => {
    assert.deepEqual(await run('--version'), { code: 0, out: `${version}\n`, err: '' });
  });

  it('explains a rule, or all whose names have a part in common', async () => {
    const { code, text } = await withStdout(() => run('explain', '[flavor-cpus]'));
    assert.equal(code, 0);
    assert.match(text, /^flavor-cpus\n {2}\S.*\n {2}source: openstack\/nova@/);

    const all = await withStdout(() => run('explain', 'flavor-', '--json'));
    const rules: readonly { readonly id: string }[] = JSON.parse(all.text);
    assert.ok(rules.length > 3 && rules.every(({ id }) => id.includes('flavor-')));
  });

  it('writes a completion script for each shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { code, text } = await withStdout(() => run('complete', shell));
      assert.equal(code, 0, shell);
      assert.match(text, /capi-fleet/, shell);
    }
  });

  it('completes commands', async () => {
    const { text } = await withStdout(() => run('complete', '--', 'sy'));

    assert.match(text, /^synth\t/m);
  });
});

/** What is written to the standard output of this process meanwhile. */
async function withStdout<T extends object>(work: () => Promise<T>): Promise<T & { text: string }> {
  const { log } = console;
  const write = process.stdout.write.bind(process.stdout);
  let text = '';
  console.log = (...words: readonly unknown[]) => {
    text += `${words.join(' ')}\n`;
  };
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    return { ...(await work()), text };
  } finally {
    console.log = log;
    process.stdout.write = write;
  }
}
