import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressAt, placeOf, tryParseCidr } from '../../../../lib/base/cidr';
import {
  ApiEndpoint,
  FloatingIP,
  type VirtualIpOptions,
} from '../../../../lib/openstack/model/endpoint';
import {
  ClusterNetwork,
  type ManagedNetworkOptions,
} from '../../../../lib/openstack/model/network';
import { provisionedNetworkModel } from '../../../../lib/openstack/model/provisioned-network';
import { placedEndpoint, placedNetwork } from '../../../../lib/openstack/model/provisioning';

const CLUSTER = {
  path: 'mothership/demo',
  name: 'demo',
  namespace: 'demo',
  managementCluster: 'mothership',
};
const RANGE = '10.8.0.0/24';

describe('a virtual IP on a managed network', () => {
  it('has the last address of the range, which the pools leave out', () => {
    const { endpoint, network } = placed({});

    assert.equal(endpoint.kind === 'virtualIp' && endpoint.address, '10.8.0.254');
    assert.deepEqual(poolsOf(network), [{ start: '10.8.0.2', end: '10.8.0.253' }]);
  });

  it('has pools on both sides of an address that was given', () => {
    const { network } = placed({ address: '10.8.0.10' });

    assert.deepEqual(poolsOf(network), [
      { start: '10.8.0.2', end: '10.8.0.9' },
      { start: '10.8.0.11', end: '10.8.0.254' },
    ]);
  });

  it('leaves pools that were given as they are', () => {
    const allocationPools = [{ start: '10.8.0.50', end: '10.8.0.99' }];

    assert.deepEqual(poolsOf(placed({}, { allocationPools }).network), allocationPools);
  });

  it('leaves the network of an unreadable range or a foreign address without pools', () => {
    assert.deepEqual(poolsOf(placed({}, { nodeCidr: 'lan' }).network), []);
    assert.deepEqual(poolsOf(placed({ address: '10.9.0.1' }).network), []);
  });
});

describe('a virtual IP on a shared network', () => {
  const place = { owner: 'homelab/floor', shared: true, name: 'floor' };
  const model = provisionedNetworkModel({ nodeCidr: RANGE }, place);

  it('has the address that was given, and no other', () => {
    const given = ApiEndpoint.virtualIp({ address: '10.8.0.9' }).model;
    const missing = ApiEndpoint.virtualIp().model;

    assert.equal(placedEndpoint(given, model), given);
    assert.equal(placedEndpoint(missing, model), missing);
  });

  it('leaves the pools of the network as they are', () => {
    assert.equal(placedNetwork(model, ApiEndpoint.virtualIp().model, CLUSTER), model);
  });
});

describe('a network without a virtual IP', () => {
  it('stays as it is', () => {
    const network = ClusterNetwork.managed({ nodeCidr: RANGE }).model;

    assert.equal(placedNetwork(network, ApiEndpoint.managed().model, CLUSTER), network);
  });
});

describe('pools around a virtual IP', () => {
  it('hold every address of a range but gateway, virtual address and the two ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 30 }), fc.nat(253), (prefix, at) => {
        const nodeCidr = `10.8.0.0/${prefix}`;
        const cidr = tryParseCidr(nodeCidr);
        assert.ok(cidr);
        const address = addressAt(cidr, 1 + (at % (2 ** (32 - prefix) - 2))) ?? '';
        const held = poolsOf(placed({ address }, { nodeCidr }).network).flatMap(
          ({ start, end }) => {
            const [first = 0, last = 0] = [placeOf(cidr, start), placeOf(cidr, end)];
            return Array.from({ length: last - first + 1 }, (_, i) => first + i);
          },
        );

        const expected = Array.from({ length: 2 ** (32 - prefix) - 3 }, (_, i) => i + 2);
        assert.deepEqual(
          held,
          expected.filter((place) => place !== placeOf(cidr, address)),
        );
      }),
    );
  });
});

function placed(options: VirtualIpOptions, network: Partial<ManagedNetworkOptions> = {}) {
  const endpoint = ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none(), ...options }).model;
  const { model } = ClusterNetwork.managed({ nodeCidr: RANGE, ...network });
  const placedModel = placedNetwork(model, endpoint, CLUSTER);
  return { network: placedModel, endpoint: placedEndpoint(endpoint, placedModel) };
}

function poolsOf(network: ReturnType<typeof placedNetwork>) {
  assert.ok(network.kind === 'managed');
  return network.allocationPools;
}
