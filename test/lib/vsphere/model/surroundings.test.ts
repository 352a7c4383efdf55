import assert from 'node:assert/strict';
import { GivenEndpoint } from '../../../../lib/vsphere/model/endpoint';
import { namedIdentity, VSphereIdentity } from '../../../../lib/vsphere/model/identity';
import { NetworkDevice } from '../../../../lib/vsphere/model/network';
import { machineFamilies, surroundingsOf } from '../../../../lib/vsphere/model/surroundings';
import { portGroup, vSphereCluster } from '../../../support/vsphere-models';

describe('what machines of vSphere have around them', () => {
  it('are the given endpoint, the vCenter and the families of their ranges', () => {
    assert.deepEqual(surroundingsOf(vSphereCluster()), {
      endpointHosts: ['10.8.0.250'],
      hasUnknownEndpoint: false,
      cloudHosts: ['vcenter.example.org'],
      families: [4],
    });
  });

  it('are the names of an endpoint', () => {
    const named = GivenEndpoint.virtualIp({ address: '10.8.0.9', dnsName: 'api.example.org' });
    const external = GivenEndpoint.external({ host: 'lb.example.org' });

    assert.deepEqual(hostsOf(named), ['10.8.0.9', 'api.example.org']);
    assert.deepEqual(hostsOf(external), ['lb.example.org']);
  });

  it('are the families that the first device asks for, where no range is known', () => {
    const both = [NetworkDevice.dhcp('a', { families: 'both' }).model];
    const pools = [NetworkDevice.fromPools('a', [{ name: 'nodes' }]).model];

    assert.deepEqual(machineFamilies({ kind: 'adopted', devices: both }), [4, 6]);
    assert.equal(machineFamilies({ kind: 'adopted', devices: pools }), undefined);
    assert.deepEqual(machineFamilies(portGroup({ nodeCidrIPv6: 'fd00:8::/64' })), [4, 6]);
  });
});

describe('the account of a cluster', () => {
  it('is in a Secret of its own where it comes from a source', () => {
    const source = VSphereIdentity.fromExternalSecret({ store: 'vault', extract: { key: 'a' } });

    assert.deepEqual(named(source), 'prod-vcenter');
    assert.deepEqual(named(VSphereIdentity.fromSecret('mine')), 'mine');
    assert.deepEqual(namedIdentity(VSphereIdentity.manager().model, 'prod'), { kind: 'manager' });
  });
});

function hostsOf(endpoint: GivenEndpoint): readonly string[] {
  return surroundingsOf(vSphereCluster({ endpoint: endpoint.model })).endpointHosts;
}

function named({ model }: VSphereIdentity): unknown {
  const identity = namedIdentity(model, 'prod');
  return identity.kind === 'secret' ? identity.secretName : undefined;
}
