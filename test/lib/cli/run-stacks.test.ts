import assert from 'node:assert/strict';
import type { FleetStack } from '../../../lib/cli/fleet-stacks';
import { type RunStacksOptions, runStacks, type StackResult } from '../../../lib/cli/run-stacks';
import type { StackOutcome, StackRunner } from '../../../lib/cli/stack-runner';

const NOTHING: StackOutcome = { changes: {}, steps: [] };

describe('runStacks', () => {
  it('runs clouds before clusters, and after them when everything is destroyed', async () => {
    const stacks = [stack('a'), stack('cloud-x', true), stack('b')];

    assert.deepEqual((await orderOf(stacks, 'up', 1)).order, ['cloud-x', 'a', 'b']);
    assert.deepEqual((await orderOf(stacks, 'destroy', 1)).order, ['a', 'b', 'cloud-x']);
  });

  it('waits for all clouds before it begins with clusters', async () => {
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 20));
    const ended: string[] = [];
    await run([stack('a'), stack('cloud-x', true), stack('cloud-y', true)], async ({ name }) => {
      if (name === 'cloud-x') await slow;
      ended.push(name);
      return NOTHING;
    });

    assert.deepEqual(ended, ['cloud-y', 'cloud-x', 'a']);
  });

  it('runs no more than it may at a time, and every stack once', async () => {
    const stacks = Array.from({ length: 20 }, (_, i) => stack(`c${i}`));
    const { order, most } = await orderOf(stacks, 'up', 3);

    assert.equal(most, 3);
    assert.deepEqual([...order].sort(), stacks.map(({ name }) => name).sort());
  });

  it('goes on after a failure, a cloud included, and gives the results in the order of the stacks', async () => {
    const stacks = [stack('cloud-x', true), stack('a'), stack('b')];
    const results = await run(stacks, async ({ name }) => {
      if (name !== 'a') throw new Error(`no ${name}`);
      return NOTHING;
    });

    assert.deepEqual(states(results), ['cloud-x failed', 'a done', 'b failed']);
    assert.deepEqual(
      results.map(({ error }) => error),
      ['  no cloud-x', undefined, '  no b'],
    );
  });

  it('tells how it goes', async () => {
    const told: string[] = [];
    const runner: StackRunner['run'] = async (_stack, _operation, _stop, onLine) => {
      onLine('creating');
      return NOTHING;
    };
    await run([stack('a')], runner, {
      progress: {
        began: ({ name }) => told.push(`${name} began`),
        line: ({ name }, text) => told.push(`${name} ${text}`),
        ended: ({ state }) => told.push(state),
        close: () => told.push('closed'),
      },
    });

    assert.deepEqual(told, ['a began', 'a creating', 'done', 'closed']);
  });

  it('stops what is running when it is told to, and begins with nothing else', async () => {
    const stop = new AbortController();
    const stacks = [stack('a'), stack('b'), stack('c'), stack('cloud-x', true)];
    const runner: StackRunner['run'] = async ({ name, isCloud }, _operation, signal) => {
      if (isCloud) return NOTHING;
      const stopped = new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error(`${name} cancelled`)));
      });
      if (name === 'b') stop.abort();
      await stopped;
      return NOTHING;
    };
    const results = await run(stacks, runner, { stop: stop.signal, parallel: 2 });

    assert.deepEqual(states(results), [
      'a interrupted',
      'b interrupted',
      'c left out',
      'cloud-x done',
    ]);
  });
});

function stack(name: string, isCloud = false): FleetStack {
  return { name, path: `mothership/${name}`, config: {}, isCloud, planned: [] };
}

function states(results: readonly StackResult[]): readonly string[] {
  return results.map(({ stack: { name }, state }) => `${name} ${state}`);
}

function run(
  stacks: readonly FleetStack[],
  runner: StackRunner['run'],
  options: Partial<RunStacksOptions> = {},
): Promise<readonly StackResult[]> {
  const progress = { began: () => {}, line: () => {}, ended: () => {}, close: () => {} };
  return runStacks(
    stacks,
    { run: runner, left: async () => [], end: async () => {} },
    {
      operation: 'up',
      parallel: 4,
      stop: new AbortController().signal,
      progress,
      now: () => 0,
      ...options,
    },
  );
}

async function orderOf(
  stacks: readonly FleetStack[],
  operation: 'up' | 'destroy',
  parallel: number,
) {
  const order: string[] = [];
  let running = 0;
  let most = 0;
  const runner: StackRunner['run'] = async ({ name }) => {
    order.push(name);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return NOTHING;
  };
  await run(stacks, runner, { operation, parallel });
  return { order, most };
}
