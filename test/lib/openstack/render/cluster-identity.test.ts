import assert from 'node:assert/strict';
import { renderClusterIdentity } from '../../../../lib/openstack/render/cluster-identity';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { profile } from '../../../support/models';

describe('a rendered cluster identity', () => {
  const identity = renderClusterIdentity('shared', {
    secretRef: { name: 'cloud', namespace: 'ops' },
    namespaceSelector: { b: '2', a: '1' },
  });

  it('points to its Secret and to the namespaces that may use it', () => {
    assert.deepEqual(identity.spec, {
      secretRef: { name: 'cloud', namespace: 'ops' },
      namespaceSelector: { matchLabels: { a: '1', b: '2' } },
    });
  });

  it('fits its schema', () => {
    assert.deepEqual(validateObject(schemaSet(profile('1.14').schemas), identity), []);
  });

  it('admits every namespace where none is selected', () => {
    const { spec } = renderClusterIdentity('shared', { secretRef: { name: 'a', namespace: 'b' } });

    assert.deepEqual(spec, { secretRef: { name: 'a', namespace: 'b' } });
  });
});
