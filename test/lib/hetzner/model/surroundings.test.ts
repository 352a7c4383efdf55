import assert from 'node:assert/strict';
import { HetznerEndpoint } from '../../../../lib/hetzner/model/endpoint';
import { HetznerSecret, namedSecret } from '../../../../lib/hetzner/model/hetzner-secret';
import { surroundingsOf } from '../../../../lib/hetzner/model/surroundings';
import { hetznerCluster } from '../../../support/hetzner-models';

describe('what machines of Hetzner Cloud have around them', () => {
  it('are an endpoint that nobody knows yet, the metadata service and a limit of user data', () => {
    assert.deepEqual(surroundingsOf(hetznerCluster()), {
      endpointHosts: [],
      hasUnknownEndpoint: true,
      cloudHosts: ['169.254.169.254'],
      mostUserDataBytes: 32_768,
      families: [4],
    });
  });

  it('are the names of an endpoint', () => {
    const named = HetznerEndpoint.managed({ region: 'fsn1', dnsName: 'api.example.org' });
    const external = HetznerEndpoint.external({ host: 'lb.example.org' });

    for (const [endpoint, host] of [
      [named, 'api.example.org'],
      [external, 'lb.example.org'],
    ] as const) {
      const { endpointHosts, hasUnknownEndpoint } = surroundingsOf({ endpoint: endpoint.model });
      assert.deepEqual([endpointHosts, hasUnknownEndpoint], [[host], false]);
    }
  });
});

describe('the token of a cluster', () => {
  it('is in a Secret of its own where it comes from a source', () => {
    const external = { store: 'vault', extract: { key: 'hcloud' } };
    const name = (secret: HetznerSecret) => namedSecret(secret.model, 'prod').secretName;

    assert.equal(name(HetznerSecret.fromExternalSecret(external)), 'prod-hcloud');
    assert.equal(name(HetznerSecret.fromExternalSecret(external, { secretName: 'its' })), 'its');
    assert.equal(name(HetznerSecret.fromSecret('mine')), 'mine');
  });
});
