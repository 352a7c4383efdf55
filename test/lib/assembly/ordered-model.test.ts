import assert from 'node:assert/strict';
import { orderedModel } from '../../../lib/assembly/ordered-model';
import { clusterModel, controlPlaneModel, poolModel } from '../../support/models';

describe('ordered model', () => {
  it('is the cluster itself where no list is to be sorted', () => {
    const tls = { cipherSuites: ['TLS_AES_128_GCM_SHA256'] };
    const cluster = clusterModel({
      controlPlane: controlPlaneModel({ tls }),
      pools: [poolModel()],
    });

    assert.equal(orderedModel(cluster), cluster);
  });

  it('leaves the cluster and what is in order as they are', () => {
    const cipherSuites = ['TLS_B', 'TLS_A'];
    const cluster = clusterModel({ controlPlane: controlPlaneModel({ tls: { cipherSuites } }) });

    const ordered = orderedModel(cluster);

    assert.deepEqual(ordered.controlPlane.tls, { cipherSuites: ['TLS_A', 'TLS_B'] });
    assert.deepEqual(cluster.controlPlane.tls, { cipherSuites: ['TLS_B', 'TLS_A'] });
    assert.equal(ordered.network, cluster.network);
  });
});
