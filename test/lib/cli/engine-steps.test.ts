import assert from 'node:assert/strict';
import type { EngineEvent } from '@pulumi/pulumi/automation';
import { EngineSteps } from '../../../lib/cli/engine-steps';

describe('EngineSteps', () => {
  it('leaves the stack and its providers out of steps and numbers', () => {
    const watched = new EngineSteps();
    watched.take(step('create', 'pulumi:pulumi:Stack', 'fleet-a'));
    watched.take(step('create', 'pulumi:providers:openstack', 'homelab/provider'));
    watched.take(step('same', 'pulumi:providers:kubernetes', 'mothership/provider'));
    watched.take(step('create', 'pulumi:providers:openstack', 'default_3_15_2'));
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

  it('marks what a running cluster has of what goes, and what stays on purpose', () => {
    const watched = new EngineSteps();
    const balancer = 'openstack:loadbalancer/listener:Listener';
    watched.take(step('delete', balancer, 'm/a/load-balancer/listener'));
    watched.take(step('replace', balancer, 'm/a/load-balancer/listener-8132'));
    watched.take(step('create', balancer, 'm/b/load-balancer/listener'));
    watched.take(step('delete', 'kubernetes:core/v1:Namespace', 'm/a/namespace', true, true));

    assert.deepEqual(
      watched.steps.map(({ operation, use }) => [operation, use]),
      [
        ['delete', 'the API server is reached through it'],
        ['replace', undefined],
        ['create', undefined],
        ['keep', undefined],
      ],
    );
    assert.deepEqual(watched.kept, ['Namespace m/a/namespace']);
  });
});

function step(
  op: string,
  type: string,
  name: string,
  logical = true,
  retainOnDelete = false,
): EngineEvent {
  const urn = `urn:pulumi:a::fleet::${type}::${name}`;
  // The types of the engine's events name more members than it sends.
  const metadata = {
    op,
    urn,
    type,
    diffs: ['tags'],
    logical,
    provider: '',
    old: { retainOnDelete },
  };
  return { sequence: 1, timestamp: 1, resourcePreEvent: { metadata } } as unknown as EngineEvent;
}
