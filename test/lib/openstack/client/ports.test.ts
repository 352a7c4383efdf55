import assert from 'node:assert/strict';
import { isOnSubnet, isServerPort, mayTakeOver } from '../../../../lib/openstack/client/ports';

const OWN = { fixed_ips: [{ ip_address: '10.8.0.5' }, { ip_address: 'fd00::5' }] };

describe('ports of Neutron', () => {
  it("are servers', whatever these are called, but for Octavia's own machines", () => {
    const owned = (name: string, owner = 'compute:nova') => ({ name, device_owner: owner });

    assert.equal(isServerPort(owned('demo-workers-x7k2p')), true);
    assert.equal(isServerPort(owned('octavia-x-workers-x7k2p')), true);
    assert.equal(isServerPort(owned('octavia-lb-vrrp-1')), false);
    assert.equal(isServerPort(owned('', 'network:dhcp')), false);
  });

  it('are on the subnets of their addresses', () => {
    const port = { fixed_ips: [{ subnet_id: 'a' }, { subnet_id: 'b' }] };

    assert.equal(isOnSubnet(port, 'b'), true);
    assert.equal(isOnSubnet(port, 'c'), false);
    assert.equal(isOnSubnet({}, 'c'), false);
  });

  it('may take over any address of another one, with a length or without', () => {
    const paired = (address: string) => ({ allowed_address_pairs: [{ ip_address: address }] });

    assert.equal(mayTakeOver(paired('10.8.0.5'), OWN), true);
    assert.equal(mayTakeOver(paired('10.8.0.5/32'), OWN), true);
    assert.equal(mayTakeOver(paired('fd00::5/128'), OWN), true);
    assert.equal(mayTakeOver(paired('10.8.0.6'), OWN), false);
    assert.equal(mayTakeOver({}, OWN), false);
  });
});
