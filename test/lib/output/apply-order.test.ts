import assert from 'node:assert/strict';
import { inApplyOrder } from '../../../lib/output/apply-order';

function item(kind: string, name = 'a') {
  const object = { apiVersion: 'example.com/v1', kind, metadata: { name } };
  return { object, text: `${kind} ${name}\n` };
}

describe('inApplyOrder', () => {
  it('puts first what others are in, are described by, or read', () => {
    const kinds = ['Cluster', 'OpenStackMachineTemplate', 'OpenStackClusterIdentity', 'Secret'];
    const more = ['ServiceAccount', 'CustomResourceDefinition', 'Namespace'];

    assert.equal(
      inApplyOrder([...kinds, ...more].map((kind) => item(kind))),
      [...kinds, ...more]
        .reverse()
        .map((kind) => `${kind} a\n`)
        .join('---\n'),
    );
  });

  it('knows the identities of every provider', () => {
    const kinds = ['Cluster', 'VSphereMachineTemplate', 'VSphereClusterIdentity', 'Secret'];

    assert.equal(
      inApplyOrder(kinds.map((kind) => item(kind))),
      kinds
        .toReversed()
        .map((kind) => `${kind} a\n`)
        .join('---\n'),
    );
  });

  it('keeps the order of all others', () => {
    const items = [item('Z', 'b'), item('A', 'a'), item('Z', 'a')];

    assert.equal(inApplyOrder(items), 'Z b\n---\nA a\n---\nZ a\n');
  });
});
