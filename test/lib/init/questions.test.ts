import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { AWS } from '../../../lib/init/aws';
import type { GivenChoices, NewProject } from '../../../lib/init/new-project';
import { askChoices } from '../../../lib/init/questions';

const ENTER = '\r';
const DOWN = '\u001b[B';
const CANCEL = '\u0003';

/** Answers the questions of a terminal one by one; the keys of each follow its message. */
async function asked(
  given: GivenChoices,
  answers: readonly (readonly [message: RegExp, ...keys: readonly string[]])[],
): Promise<NewProject | undefined> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const project = askChoices(given, { input, output });
  for (const [message, ...keys] of answers) {
    while (!message.test(shown)) await setTimeout(1);
    shown = '';
    for (const key of keys) {
      input.write(key);
      await setTimeout(10);
    }
  }
  return project;
}

describe('questions of init', () => {
  it('are about everything that is not given', async () => {
    const project = await asked({}, [
      [/Folder of the project/, 'my-fleet', ENTER],
      [/Name of the project \(Enter for my-fleet\)/, 'prod', ENTER],
      [/Infrastructure of the first cluster/, DOWN, ENTER],
      [/Provision networks and security groups with Pulumi\?/, 'y'],
    ]);

    assert.deepEqual(
      { ...project, infrastructure: project?.infrastructure.name },
      { folder: 'my-fleet', name: 'prod', infrastructure: 'openstack', pulumi: true },
    );
  });

  it('have answers for those who press Enter', async () => {
    const project = await asked({}, [
      [/Folder/, ENTER],
      [/Name/, ENTER],
      [/Infrastructure/, ENTER],
    ]);

    assert.equal(project?.folder, '.');
    assert.equal(project?.infrastructure.name, 'laptop');
    assert.equal(project?.pulumi, false);
  });

  it('are not about what is given, nor about Pulumi where it provisions nothing', async () => {
    const given = { folder: 'fleets/prod', infrastructure: AWS };
    const project = await asked(given, [[/Name of the project \(Enter for prod\)/, ENTER]]);

    assert.deepEqual(project, { ...given, name: 'prod', pulumi: false });
  });

  it('leave out the infrastructure if only one has a choice of Pulumi', async () => {
    const project = await asked({ folder: 'prod', pulumi: true }, [[/Name/, ENTER]]);

    assert.equal(project?.infrastructure.name, 'openstack');
    assert.equal(project?.pulumi, true);
  });

  it('refuse an invalid name until it is corrected', async () => {
    const project = await asked({ folder: 'prod', infrastructure: AWS }, [
      [/Name/, 'Prod', ENTER],
      [/such as prod\./, '\b\b\b\b', 'stage', ENTER],
    ]);

    assert.equal(project?.name, 'stage');
  });

  it('can be cancelled at each question', async () => {
    const answers = [
      [/Folder/, ENTER],
      [/Name/, ENTER],
      [/Infrastructure/, DOWN, ENTER],
      [/Provision/, ENTER],
    ] as const;
    for (const [index, [message]] of answers.entries()) {
      const project = await asked({}, [...answers.slice(0, index), [message, CANCEL]]);
      assert.equal(project, undefined);
    }
  });
});
