import assert from 'node:assert/strict';
import { ApiEndpoint, ClusterNetwork, ExternalNetwork } from '../../../../constructs/index';
import { itemsOf } from '../../../../lib/openstack/plan/fleet-plan';
import { isResource, type PlanValue } from '../../../../lib/openstack/plan/plan';
import { testFleet } from '../../../support/fleets';

const FLAVOR_ID = '0c1d6a54-0000-4000-8000-00000000f1a0';

describe('plan of a load balancer', () => {
  it('has the flavor that was given, and the default one otherwise', () => {
    assert.equal(argsOf(ApiEndpoint.loadBalancer({ flavorId: FLAVOR_ID }))?.flavorId, FLAVOR_ID);
    assert.equal(argsOf(ApiEndpoint.loadBalancer())?.flavorId, undefined);
  });
});

function argsOf(endpoint: ApiEndpoint): Readonly<Record<string, PlanValue>> | undefined {
  const test = testFleet({ cloud: { externalNetwork: ExternalNetwork.only('public') } });
  const network = ClusterNetwork.provisioned({ nodeCidr: '10.8.0.0/24' });
  test.cluster('prod', { network, endpoint });
  const resources = itemsOf(test.fleet.plan()).filter(isResource);
  return resources.find(({ kind }) => kind === 'loadBalancer')?.args;
}
