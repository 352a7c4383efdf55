import assert from 'node:assert/strict';
import {
  ApiEndpoint,
  ExternalNetwork,
  ManagementCluster,
  type ManagementClusterProps,
  Providers,
  ValidationError,
} from '../../constructs/index';
import { testFleet } from '../support/fleets';

const ALLOWED = ApiEndpoint.managed({ allowedCidrs: ['203.0.113.0/24'] });

describe('ManagementCluster', () => {
  it('is known to its clusters by what it says of its ways', () => {
    const ways = { egressCidrs: ['203.0.113.7/32'], reachableCidrs: ['10.0.0.0/8'] };

    assert.deepEqual(clusterIn(ways).model().management, { path: 'hub', ...ways });
    assert.equal(clusterIn({}).model().management, undefined);
  });

  it('has its clusters let it in through what their endpoints allow', () => {
    assert.deepEqual(mistakesOf(clusterIn({ egressCidrs: ['198.51.100.7/32'] })), [
      'hub/prod endpoint.allowedCidrs allowed-ranges-management',
    ]);
    assert.deepEqual(mistakesOf(clusterIn({ egressCidrs: ['203.0.113.7/32'] })), []);
  });

  it('has its clusters be where it reaches them', () => {
    const cloud = { externalNetwork: ExternalNetwork.none() };
    const { fleet, cluster } = testFleet({ cloud });
    const hub = new ManagementCluster(fleet, 'hub', {
      providers: Providers.stable('1.13'),
      reachableCidrs: ['192.0.2.0/24'],
    });

    assert.deepEqual(mistakesOf(cluster('prod', {}, hub)), [
      'hub/prod endpoint private-endpoint-reachable',
    ]);
  });
});

function clusterIn(ways: Omit<ManagementClusterProps, 'providers'>) {
  const { fleet, cluster } = testFleet();
  const hub = new ManagementCluster(fleet, 'hub', { providers: Providers.stable('1.13'), ...ways });
  return cluster('prod', { endpoint: ALLOWED }, hub);
}

function mistakesOf(cluster: ReturnType<typeof clusterIn>): string[] {
  try {
    cluster.toJson();
    return [];
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return error.issues.map(({ path, prop, rule }) => `${path} ${prop} ${rule}`);
  }
}
