import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/import-graph';
import { inFolderUntil } from '../support/in-folder';
import { namesByType, runMocked } from '../support/pulumi-mocks';

/** Program with a provisioned cluster, which exports its fleet and runs it. */
const PROGRAM = `
const { provisionedFleet, provisionedProps } = require(${JSON.stringify(join(ROOT, 'test/support/provisioned-fleets'))});
export const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder: __dirname });
fleet.run();
`;

/** Runs what Pulumi runs, as in a process of its own. */
async function run(main: string, config: Readonly<Record<string, string>> = {}) {
  const before = process.env.PULUMI_CONFIG;
  process.env.PULUMI_CONFIG = '{}';
  try {
    return await runMocked(() => require(main), { config });
  } finally {
    if (before === undefined) delete process.env.PULUMI_CONFIG;
    else process.env.PULUMI_CONFIG = before;
    for (const file of [main, join(ROOT, 'stacks/index.ts')]) delete require.cache[file];
  }
}

function inProgram<T>(text: string, use: (program: string) => Promise<T>): Promise<T> {
  return inFolderUntil((folder) => {
    const program = join(folder, 'fleet.ts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(program, text);
    return use(program);
  });
}

const NO_FLEET = join(ROOT, 'examples/suppliers/sites.ts');
const STACK = join(ROOT, 'stacks/index.ts');

describe('stack', () => {
  it('makes the fleet of the program that its configuration names, and tells of its clusters', () =>
    inProgram(PROGRAM, async (program) => {
      const stack = await run(STACK, { 'capi-fleet:program': program });

      assert.deepEqual(namesByType(stack).LoadBalancer, [
        'mothership/prod/load-balancer/load-balancer',
      ]);
      assert.deepEqual(Object.keys(stack.outputs), ['clusters']);
      assert.deepEqual(Object.keys(stack.outputs.clusters), ['mothership/prod']);
      assert.equal(stack.outputs.clusters['mothership/prod'].endpoint, '203.0.113.10:6443');
    }));

  it('makes the same when the program is its main, and has the outputs in the fleet', () =>
    inProgram(PROGRAM, async (program) => {
      const byName = await run(STACK, { 'capi-fleet:program': program });
      delete require.cache[program];
      const asMain = await run(program);

      assert.deepEqual(asMain.resources, byName.resources);
      assert.deepEqual(Object.keys(asMain.outputs), ['fleet']);
      assert.deepEqual({ ...asMain.outputs.fleet }, byName.outputs);
    }));

  it('takes the part of the fleet that its configuration names', () =>
    inProgram(PROGRAM, async (program) => {
      const config = { 'capi-fleet:program': program, 'capi-fleet:clusters': '[]' };
      const stack = await run(STACK, config);

      assert.deepEqual(stack.resources, {});
      assert.deepEqual(stack.outputs, { clusters: {} });
    }));

  const refused: readonly (readonly [what: string, program: string | undefined, given: string])[] =
    [
      ['when none is named', undefined, 'is missing'],
      ['when there is no such file', 'no/fleet.ts', 'is "no/fleet.ts", which does not exist'],
      ['when there is no fleet in it', NO_FLEET, `is "${NO_FLEET}", which exports no fleet`],
    ];
  for (const [what, program, given] of refused) {
    it(`says which command names the program ${what}`, async () => {
      const config = program === undefined ? {} : { 'capi-fleet:program': program };

      await assert.rejects(run(STACK, config), {
        message:
          `capi-fleet:program ${given}\n` +
          '  allowed: a file with `export const fleet = new Fleet(…)`\n' +
          '  fix: pulumi config set capi-fleet:program path/to/fleet.ts',
      });
    });
  }
});
