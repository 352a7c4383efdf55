import assert from 'node:assert/strict';
import { Cni } from '../../../../lib/addons/model/cni';
import { cniSecurityRules } from '../../../../lib/addons/model/cni-rules';

describe('the firewall rules of a network plugin', () => {
  for (const [what, cni, rules] of [
    ['Calico as it comes', Cni.calico(), ['tcp 179', '4 any']],
    ['Calico with VXLAN', Cni.calico({ encapsulation: 'vxlan' }), ['udp 4789']],
    ['Calico without wrapping', Cni.calico({ encapsulation: 'none' }), ['tcp 179']],
    ['Calico with Typha', Cni.calico({ typha: true }), ['tcp 179', '4 any', 'tcp 5473']],
    ['Cilium as it comes', Cni.cilium(), ['tcp 4240', 'icmp any', 'udp 8472', 'tcp 4244']],
    [
      'Cilium with Geneve',
      Cni.cilium({ routing: 'geneve', hubble: false }),
      ['tcp 4240', 'icmp any', 'udp 6081'],
    ],
    [
      'Cilium with WireGuard',
      Cni.cilium({ routing: 'native', hubble: false, wireguard: true }),
      ['tcp 4240', 'icmp any', 'udp 51871'],
    ],
  ] as const) {
    it(`admit what ${what} sends`, () => {
      const opened = cniSecurityRules(cni.model).map(
        ({ protocol, portRangeMin = 'any' }) => `${protocol} ${portRangeMin}`,
      );

      assert.deepEqual(opened, rules);
    });
  }

  it('admit nothing from outside the cluster', () => {
    for (const cni of [Cni.calico({ typha: true }), Cni.cilium({ wireguard: true })]) {
      for (const { peer, direction, scope } of cniSecurityRules(cni.model)) {
        assert.deepEqual(peer, { kind: 'groups', groups: ['controlplane', 'worker'] });
        assert.deepEqual([direction, scope], ['ingress', 'allNodes']);
      }
    }
  });

  it('have names of their own', () => {
    const names = cniSecurityRules(Cni.cilium({ wireguard: true }).model).map(({ name }) => name);

    assert.equal(new Set(names).size, names.length);
  });
});
