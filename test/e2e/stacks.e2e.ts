import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RunningCommand,
  type StacksProject,
  stacksProjectOrSkip,
} from '../support/stacks-project';

/** Resources of a cluster with the groups that they are in. */
const IN_CLUSTER = 30;
/** Key pair of a cloud, and the cloud. */
const IN_CLOUD = 2;

/** The fleet without its second cluster. */
const LEFT = { LEFT: 'b' };

describe('stacks of a fleet', () => {
  let project: StacksProject;

  before(function () {
    project = stacksProjectOrSkip(this);
  });
  after(() => project?.remove());

  it('are previewed resource by resource, in a project that is made where there is none', async () => {
    const { code, stdout, stderr } = await project.start(['preview', '--cluster', 'a']).ended;

    assert.equal(code, 0, stderr);
    assert.match(stdout, /^mothership\/a \(stack a\):\n/);
    assert.match(stdout, /^ {2}create {2}Stash +mothership\/a\/network\/network$/m);
    assert.deepEqual(counts(stdout), { a: [IN_CLUSTER, 0, 0, 0, 0] });
    assert.match(readFileSync(join(project.folder, 'Pulumi.yaml'), 'utf8'), /^main: fleet\.ts$/m);
  });

  it('are brought up, the cloud first, with the configuration and selection that people made', async () => {
    await project.pulumi('stack', 'init', 'mine').ended;
    await project.pulumi('config', 'set', '--stack', 'a', 'capi-fleet:rotation', '7').ended;
    await project.pulumi('config', 'set', '--stack', 'a', 'capi-fleet:clusters', 'a').ended;
    const { code, stdout, stderr } = await project.start(['up'], { FAIL: 'b' }).ended;

    assert.equal(code, 1);
    assert.deepEqual(counts(stdout), {
      'cloud-cloud': [IN_CLOUD, 0, 0, 0, 0],
      a: [IN_CLUSTER, 0, 0, 0, 0],
    });
    assert.match(stderr, /^\[1\/3\] up cloud-cloud: create 2/m);
    assert.ok(stderr.indexOf('[1/3]') < stderr.indexOf('up a: started'));
    assert.match(stdout, /^b +\d+ {2}failed$/m);
    assert.match(stdout, /\nmothership\/b \(stack b\):\n(.*\n)?.*no room for b/);
    assert.match(stderr, /1 stack is not finished; run capi-fleet up again to continue/);
    const config = readFileSync(join(project.folder, 'Pulumi.a.yaml'), 'utf8');
    assert.match(config, /capi-fleet:clusters: '?a'?$/m);
    assert.match(config, /capi-fleet:rotation: "?7"?$/m);
    const { stdout: stacks } = await project.pulumi('stack', 'ls', '--json').ended;
    assert.deepEqual(
      JSON.parse(stacks).flatMap((one: { name: string; current: boolean }) =>
        one.current ? one.name : [],
      ),
      ['mine'],
    );
  });

  it('end what is running at an interrupt, begin with nothing else, and keep no lock', async () => {
    const running = project.start(['up', '--parallel', '1'], { SLOW: 'cloud-cloud' });
    await said(running, 'up cloud-cloud: started');
    await updating(project, 'cloud-cloud');
    const began = Date.now();
    interrupt(running);
    const { code, stdout, stderr } = await running.ended;

    assert.equal(code, 130, stderr);
    assert.ok(Date.now() - began < 40_000, 'the program was not waited for');
    assert.match(stderr, /stopping the running operations; run capi-fleet up again to continue/);
    assert.match(stdout, /^cloud-cloud +\d+ {2}interrupted$/m);
    assert.match(stdout, /^a +0 {2}left out$/m);
    assert.match(stdout, /^b +0 {2}left out$/m);
    assert.deepEqual(locks(project), []);
  });

  it('go on where they stopped when the command is run again', async () => {
    const { code, stdout, stderr } = await project.start(['up', '--yes']).ended;

    assert.equal(code, 0, stderr);
    const { a, b, 'cloud-cloud': cloud } = counts(stdout);
    assert.deepEqual(
      [a, cloud],
      [
        [0, 0, 0, 0, IN_CLUSTER],
        [0, 0, 0, 0, IN_CLOUD],
      ],
    );
    const [created = 0, , , , same = 0] = b ?? [];
    assert.equal(created + same, IN_CLUSTER);
  });

  it('are not made anew under another name', async () => {
    await project.pulumi('stack', 'rename', 'mothership-b', '--stack', 'b').ended;
    const { code, stdout } = await project.start(['up', '--cluster', 'b']).ended;
    await project.pulumi('stack', 'rename', 'b', '--stack', 'mothership-b').ended;

    assert.equal(code, 1);
    assert.match(
      stdout,
      /the stack mothership-b exists, but the names of the clusters now require the name b\n +allowed: .*\n +fix: pulumi stack rename b --stack mothership-b\n/,
    );
  });

  it('are not destroyed by Pulumi itself without a question to the program', async () => {
    const { code, stdout, stderr } = await project.pulumi('destroy', '--yes', '--stack', 'a').ended;

    assert.notEqual(code, 0);
    assert.match(stdout + stderr, /delete hooks .* Hooks: capi-fleet:in-use/);
    assert.match(stdout + stderr, /run with the `--run-program` flag/);
  });

  it('are named and kept where their clusters left the fleet', async () => {
    const { code, stdout, stderr } = await project.start(['preview', '--cluster', 'a'], LEFT).ended;

    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /^stack b belongs to no cluster of the fleet, 29 resources; kept until you run capi-fleet destroy --stack b$/m,
    );
    assert.deepEqual(Object.keys(counts(stdout)), ['a']);
  });

  it('are told from those of the fleet', async () => {
    const stack = await project.start(['destroy', '--yes', '--stack', 'a'], LEFT).ended;
    const cluster = await project.start(['destroy', '--yes', '--cluster', 'b'], LEFT).ended;
    const plain = await project.pulumi('preview', '--stack', 'b').ended;

    assert.match(stack.stderr, /--stack is "a", .*\n {2}allowed: b\n/);
    assert.match(
      cluster.stderr,
      /--cluster is "b", .*\n.*\n {2}fix: .* capi-fleet destroy --stack/,
    );
    assert.equal(plain.code, 0, 'while the program has it, the stack is one of the fleet');
  });

  it('are destroyed from their state alone where their clusters left the fleet', async () => {
    const { code, stdout, stderr } = await project.start(['destroy', '--yes', '--stack', 'b'], LEFT)
      .ended;

    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(counts(stdout), { b: [0, 0, 0, IN_CLUSTER, 0] });
  });

  it('lose only what belongs to clusters that left', async () => {
    await project.pulumi('stack', 'init', 'both').ended;
    await project.pulumi('up', '--yes', '--skip-preview', '--stack', 'both').ended;
    const { code, stdout, stderr } = await project.start(
      ['destroy', '--yes', '--stack', 'both'],
      LEFT,
    ).ended;

    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(counts(stdout).both?.[3], IN_CLUSTER - 1);
    const left = await project.start(['preview', '--cluster', 'a'], LEFT).ended;
    assert.doesNotMatch(left.stderr, /no cluster of the fleet/);
  });

  it('are destroyed, the cloud last, and what never was is no error', async () => {
    await project.pulumi('stack', 'rm', 'b', '--force', '--yes').ended;
    const { code, stdout, stderr } = await project.start(['destroy', '--yes']).ended;

    assert.equal(code, 0, stderr);
    assert.deepEqual(counts(stdout), {
      'cloud-cloud': [0, 0, 0, IN_CLOUD, 0],
      a: [0, 0, 0, IN_CLUSTER, 0],
      b: [0, 0, 0, 0, 0],
    });
    assert.ok(stderr.indexOf('destroy cloud-cloud: started') > stderr.indexOf('] destroy a:'));
  });

  it('say what is missing where Pulumi is not logged in', async () => {
    const { code, stderr } = await project.start(['up'], { PULUMI_BACKEND_URL: '' }).ended;

    assert.equal(code, 1);
    assert.match(
      stderr,
      /^capi-fleet: the stacks cannot be listed: error: .*\n {2}allowed: .*\n {2}fix: pulumi login, or/m,
    );
  });

  it('are not run of a project whose main is another program', async () => {
    writeFileSync(
      join(project.folder, 'Pulumi.yaml'),
      'name: x\nruntime: nodejs\nmain: other.ts\n',
    );
    writeFileSync(join(project.folder, 'other.ts'), '');
    const { code, stderr } = await project.start(['up']).ended;

    assert.equal(code, 1);
    assert.match(stderr, /main of .*Pulumi\.yaml is other\.ts, not fleet\.ts\n/);
  });
});

/** Numbers of created, updated, replaced, deleted and unchanged resources in a table, by the names of stacks. */
function counts(stdout: string): Readonly<Record<string, readonly number[]>> {
  const rows = stdout.matchAll(/^(\S+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+) +\d+$/gm);
  return Object.fromEntries(
    Array.from(rows, ([, name = '', ...numbers]) => [name, numbers.map(Number)]),
  );
}

/** Sends an interrupt to the whole group of a command, as a terminal does. */
function interrupt({ process: { pid } }: RunningCommand): void {
  if (pid !== undefined) process.kill(-pid, 'SIGINT');
}

async function said({ printed }: RunningCommand, text: string): Promise<void> {
  await until(() => printed.stderr.includes(text));
}

/** Waits until an operation holds the lock of a stack. */
async function updating(project: StacksProject, stack: string): Promise<void> {
  await until(() => locks(project).some((path) => path.includes(`/${stack}/`)));
}

function locks({ backend }: StacksProject): readonly string[] {
  const folder = join(backend, '.pulumi/locks');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.json'));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(isSo());
}
