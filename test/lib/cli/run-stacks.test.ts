import assert from 'node:assert/strict';
import type { FleetStack } from '../../../lib/cli/fleet-stacks';
import { resultsText, runStacks } from '../../../lib/cli/run-stacks';
import type { StackRunner } from '../../../lib/cli/stack-runner';

const FAILURE = `code: 1
Diagnostics:
  openstack:networking:Network (mothership/b/network/network):
    error: sdk-v2/provider2.go:571: quota exceeded
    error: 1 error occurred:
  pulumi:pulumi:Stack (fleet-b):
    error: update failed
Resources:
    1 errored`;

describe('runStacks', () => {
  it('runs clouds before clusters, and after them when everything is destroyed', async () => {
    const stacks = [stack('a'), stack('cloud-x', true), stack('b')];

    assert.deepEqual((await orderOf(stacks, 'up', 1)).order, ['cloud-x', 'a', 'b']);
    assert.deepEqual((await orderOf(stacks, 'destroy', 1)).order, ['a', 'b', 'cloud-x']);
  });

  it('runs no more than it may at a time, and every stack once', async () => {
    const stacks = Array.from({ length: 20 }, (_, i) => stack(`c${i}`));
    const { order, most } = await orderOf(stacks, 'up', 3);

    assert.equal(most, 3);
    assert.deepEqual([...order].sort(), stacks.map(({ name }) => name).sort());
  });

  it('goes on after a failure, and says what went wrong where', async () => {
    const runner: StackRunner = {
      run: async ({ name }) => {
        if (name === 'b') throw new Error(FAILURE);
        return { create: 2, same: 1 };
      },
      cancel: async () => {},
    };
    const said: string[] = [];
    const results = await runStacks([stack('a'), stack('b'), stack('c')], runner, {
      operation: 'up',
      parallel: 1,
      say: (line) => said.push(line),
      now: () => 0,
    });

    assert.deepEqual(said, [
      '[1/3] up a: create 2, 0 s',
      '[2/3] up b: failed, 0 s',
      '[3/3] up c: create 2, 0 s',
    ]);
    assert.match(
      resultsText(results),
      /mothership\/b \(stack b\):\n {2}openstack:networking:Network \(mothership\/b\/network\/network\):\n {2}error: sdk-v2\/provider2.go:571: quota exceeded\n$/,
    );
  });
});

function stack(name: string, isCloud = false): FleetStack {
  return { name, path: `mothership/${name}`, config: {}, isCloud };
}

async function orderOf(
  stacks: readonly FleetStack[],
  operation: 'up' | 'destroy',
  parallel: number,
) {
  const order: string[] = [];
  let running = 0;
  let most = 0;
  const runner: StackRunner = {
    run: async ({ name }) => {
      order.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return {};
    },
    cancel: async () => {},
  };
  await runStacks(stacks, runner, { operation, parallel, say: () => {}, now: () => 0 });
  return { order, most };
}
