import assert from 'node:assert/strict';
import { AwsEndpoint } from '../../../../lib/aws/model/endpoint';
import { surroundingsOf } from '../../../../lib/aws/model/surroundings';

describe('surroundings of machines on AWS', () => {
  it('know the host of an endpoint that exists, and the metadata service', () => {
    const { model: endpoint } = AwsEndpoint.external({ host: 'api.example.org' });

    assert.deepEqual(surroundingsOf({ endpoint }), {
      endpointHosts: ['api.example.org'],
      hasUnknownEndpoint: false,
      cloudHosts: ['169.254.169.254'],
      hasAnyUserData: true,
      families: [4],
    });
  });

  it('know no host of a load balancer that is made', () => {
    for (const scheme of ['internet-facing', 'internal'] as const) {
      const { model: endpoint } = AwsEndpoint.managed({ scheme });
      const { endpointHosts, hasUnknownEndpoint } = surroundingsOf({ endpoint });

      assert.deepEqual(endpointHosts, []);
      assert.equal(hasUnknownEndpoint, scheme === 'internet-facing');
    }
  });
});
