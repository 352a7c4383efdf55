import assert from 'node:assert/strict';
import { isSyncedLabel } from '../../../../lib/cluster/model/node-labels';

describe('a label that Cluster API copies to nodes', () => {
  for (const key of [
    'node-role.kubernetes.io/gpu',
    'node-restriction.kubernetes.io/tier',
    'site.node-restriction.kubernetes.io/tier',
    'node.cluster.x-k8s.io/tier',
    'site.node.cluster.x-k8s.io/tier',
  ]) {
    it(`may be ${key}`, () => assert.ok(isSyncedLabel(key, [])));
  }

  for (const key of [
    'tier',
    'node-role.kubernetes.io',
    'my-node-restriction.kubernetes.io/tier',
    'a.node-role.kubernetes.io/gpu',
    'cluster.x-k8s.io/tier',
    'example.com/node.cluster.x-k8s.io',
  ]) {
    it(`is not ${key}`, () => assert.equal(isSyncedLabel(key, []), false));
  }

  it('may be one that the manager is told of', () => {
    assert.ok(isSyncedLabel('example.org/tier', ['^other/', '^example[.]org/']));
    assert.equal(isSyncedLabel('my-example.org/tier', ['^example[.]org/']), false);
    assert.equal(isSyncedLabel('tier', ['(']), false);
  });
});
