import assert from 'node:assert/strict';
import type { EngineEvent } from '@pulumi/pulumi/automation';
import { EngineSteps } from '../../../lib/cli/engine-steps';

describe('EngineSteps', () => {
  it('leaves the stack and its providers out of steps and numbers', () => {
    const watched = new EngineSteps();
    watched.take(step('create', 'pulumi:pulumi:Stack', 'fleet-a'));
    watched.take(step('create', 'pulumi:providers:openstack', 'homelab/provider'));
    watched.take(step('same', 'pulumi:providers:kubernetes', 'mothership/provider'));
    watched.take(step('create', 'openstack:networking/network:Network', 'm/a/network/network'));
    watched.take({ sequence: 1, timestamp: 1, stdoutEvent: { message: 'x', color: 'never' } });

    assert.deepEqual(watched.steps, [
      { operation: 'create', kind: 'Network', name: 'm/a/network/network', differing: [] },
    ]);
    assert.deepEqual(watched.changes({ create: 3, same: 1 }), { create: 1 });
  });

  it('counts a provider that is replaced once, as the engine does', () => {
    const watched = new EngineSteps();
    for (const [op, logical] of [
      ['create-replacement', false],
      ['replace', true],
      ['delete-replaced', false],
    ] as const) {
      watched.take(step(op, 'pulumi:providers:openstack', 'homelab/provider', logical));
    }

    assert.deepEqual(watched.changes({ replace: 1, same: 4 }), { same: 4 });
  });

  it('says which arguments of a resource differ, where it is there already', () => {
    const watched = new EngineSteps();
    watched.take(step('update', 'openstack:networking/subnet:Subnet', 'm/a/network/subnet'));
    watched.take(step('same', 'openstack:networking/router:Router', 'm/a/network/router'));

    assert.deepEqual(watched.steps, [
      { operation: 'update', kind: 'Subnet', name: 'm/a/network/subnet', differing: ['tags'] },
    ]);
  });
});

function step(op: string, type: string, name: string, logical = true): EngineEvent {
  const urn = `urn:pulumi:a::fleet::${type}::${name}`;
  // The types of the engine's events name more members than it sends.
  const metadata = { op, urn, type, diffs: ['tags'], logical, provider: '' };
  return { sequence: 1, timestamp: 1, resourcePreEvent: { metadata } } as unknown as EngineEvent;
}
