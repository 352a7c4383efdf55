import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import {
  ApiEndpoint,
  ClusterNetwork,
  type Fleet,
  FloatingIP,
  NetworkLookup,
  SecurityGroups,
} from '../../constructs/index';
import { deleteLoadBalancers, type HandMadeNetwork, makeNetwork } from '../support/cloud-network';
import { type CloudSnapshot, differences, objectsIn, snapshot } from '../support/cloud-snapshot';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type FleetStack, type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { labFleet } from '../support/provisioned-fleet';

const FLOOR = 'floor';

// The tests are the life of one stack, in order.
describe('load balancer on a network that exists', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let stack: FleetStack;
  let network: HandMadeNetwork;
  let empty: CloudSnapshot;
  const fleet = (vipAddress = '10.8.0.5'): Fleet =>
    labFleet({
      handOver: join(pulumi.folder, 'hand-over'),
      clusters: {
        demo: {
          network: ClusterNetwork.fromName(FLOOR, { subnets: [NetworkLookup.named(FLOOR)] }),
          endpoint: ApiEndpoint.loadBalancer({ vipAddress, floatingIP: FloatingIP.none() }),
          securityGroups: SecurityGroups.managed(),
          controlPlane: { flavor: 'm1.k8s-master' },
        },
      },
    });

  before(async function () {
    this.timeout(0);
    cloud = await openStackOrSkip(this);
    pulumi = pulumiOrSkip(this, cloud);
    network = await makeNetwork(cloud.cloudsFile, FLOOR, '10.8.0.0/24');
    empty = await snapshot(cloud.cloudsFile);
    stack = await pulumi.stack('dev', fleet);
  });

  after(async () => {
    if (network === undefined) return;
    await deleteLoadBalancers(cloud.cloudsFile);
    await network.remove();
    pulumi.remove();
  });

  it('is made where the network is', async () => {
    const { steps } = await stack.up();

    assert.equal(steps.length, 8, steps.join('\n'));
    assert.deepEqual(await addresses(), ['10.8.0.5']);
  });

  it('does not stay beside the one that replaces it', async () => {
    await stack.up(() => fleet('10.8.0.6'));

    assert.deepEqual(await addresses(), ['10.8.0.6']);
  });

  it('stays when the stack goes, as the OpenStack provider deletes it with its cluster', async () => {
    await stack.destroy();

    assert.deepEqual(await addresses(), ['10.8.0.6']);
    await deleteLoadBalancers(cloud.cloudsFile);
    assert.deepEqual(differences(empty, await snapshot(cloud.cloudsFile)), []);
  });

  async function addresses(): Promise<readonly unknown[]> {
    const balancers = objectsIn(await snapshot(cloud.cloudsFile), 'load balancer');
    return balancers.map(({ vip_address }) => vip_address);
  }
});
