import assert from 'node:assert/strict';
import type { OpenStackEndpoint } from '../../../../lib/openstack/model/endpoint';
import type { OpenStackNetwork } from '../../../../lib/openstack/model/network';
import { planCluster } from '../../../../lib/openstack/plan/cluster-plan';
import { cloudModel } from '../../../support/models';
import { provisionedCluster, provisionedNetwork } from '../../../support/provisioned';

const NAME = 'api.example.org';
const NONE = { kind: 'none' } as const;
const IMAGE = 'example.com/kube-vip:v1';
const LAN = { kind: 'adopted', network: { id: 'lan' }, subnets: [{ id: 'v6' }] } as const;
const IPV6: OpenStackNetwork = { ...LAN, nodeCidr: 'fd00:8::/64' };
const BALANCER = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] } as const;

/** Type of the record by which Designate knows an endpoint. */
function recordType(network: OpenStackNetwork, endpoint: OpenStackEndpoint): unknown {
  const cluster = provisionedCluster({
    cloud: cloudModel({ dnsZone: 'example.org' }),
    network,
    endpoint,
  });
  const plan = planCluster(cluster, {
    externalNetwork: () => ({ id: 'public', name: 'public' }),
    dnsZone: () => 'zone',
    roles: () => [],
    makes: () => true,
    rotation: '1',
  });
  return plan.items.find(({ name }) => name.endsWith('/dns-record'))?.args.type;
}

describe('record of an endpoint', () => {
  it('has the family of a virtual IP', () => {
    const virtual = (address: string): OpenStackEndpoint => {
      return { kind: 'virtualIp', address, image: IMAGE, dnsName: NAME, floatingIP: NONE };
    };

    assert.equal(recordType(IPV6, virtual('fd00:8::10')), 'AAAA');
    assert.equal(recordType(provisionedNetwork(), virtual('10.8.0.254')), 'A');
  });

  it('has the family of a load balancer', () => {
    const inside: OpenStackEndpoint = { ...BALANCER, dnsName: NAME, floatingIP: NONE };

    assert.equal(recordType(IPV6, inside), 'AAAA');
    assert.equal(recordType(LAN, { ...inside, vipAddress: 'fd00:8::10' }), 'AAAA');
    assert.equal(recordType(provisionedNetwork({ nodeCidrIPv6: 'fd00:8::/64' }), inside), 'A');
  });

  it('is one of IPv4 for a floating address', () => {
    const given = { kind: 'address', address: '203.0.113.7' } as const;

    assert.equal(recordType(provisionedNetwork(), { ...BALANCER, dnsName: NAME }), 'A');
    assert.equal(recordType(provisionedNetwork(), { kind: 'machine', dnsName: NAME }), 'A');
    assert.equal(recordType(LAN, { kind: 'machine', dnsName: NAME, floatingIP: given }), 'A');
  });
});
