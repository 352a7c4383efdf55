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
import {
  addMember,
  deleteLoadBalancers,
  type HandMadeNetwork,
  makeNetwork,
} from '../support/cloud-network';
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
          network: ClusterNetwork.fromName(FLOOR, { subnets: [NetworkLookup.fromName(FLOOR)] }),
          endpoint: ApiEndpoint.loadBalancer({ vipAddress, floatingIP: FloatingIP.none() }),
          securityGroups: SecurityGroups.managed(),
          controlPlane: { flavor: 'm1.k8s-master' },
        },
      },
    });

  const moved = (): Fleet => fleet('10.8.0.6');
  const without = (): Fleet =>
    labFleet({ handOver: join(pulumi.folder, 'hand-over'), clusters: {} });

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
    await stack.up(moved);

    assert.deepEqual(await addresses(), ['10.8.0.6']);
  });

  it('stays while a machine is behind it, whoever removes or replaces it', async () => {
    const remove = await addMember(cloud.cloudsFile, 'demo-control-plane-x7k2p');
    const before_ = await snapshot(cloud.cloudsFile);
    const refusal = /load-balancer\/.* is in use: server demo-control-plane-x7k2p/;

    await assert.rejects(
      () => stack.preview(() => fleet('10.8.0.7')),
      /endpoint\.vipAddress is "10\.8\.0\.7".* which 1 server uses/s,
    );
    await assert.rejects(() => stack.preview(without), refusal);
    await assert.rejects(() => stack.up(without), refusal);
    await assert.rejects(() => stack.destroy(moved), refusal);
    assert.deepEqual(differences(before_, await snapshot(cloud.cloudsFile)), []);
    await remove();
  });

  it('goes with the stack where no Cluster ever used it', async () => {
    const { counts } = await stack.destroy(moved);

    assert.deepEqual(counts, { delete: 7 });
    assert.deepEqual(differences(empty, await snapshot(cloud.cloudsFile)), []);
  });

  async function addresses(): Promise<readonly unknown[]> {
    const balancers = objectsIn(await snapshot(cloud.cloudsFile), 'load balancer');
    return balancers.map(({ vip_address }) => vip_address);
  }
});
