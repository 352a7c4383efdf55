import assert from 'node:assert/strict';
import {
  type CalicoNetworkOptions,
  type CiliumNetworkOptions,
  Cni,
} from '../../../../lib/addons/model/cni';
import { podMtu } from '../../../../lib/addons/model/pod-mtu';
import { clusterModel } from '../../../support/models';

const IPV4 = ['192.168.0.0/16'];
const BOTH = [...IPV4, 'fd00:10::/56'];

describe('podMtu', () => {
  const calico: readonly (readonly [CalicoNetworkOptions, readonly string[], number])[] = [
    [{ encapsulation: 'none' }, IPV4, 1500],
    [{ encapsulation: 'ipip' }, IPV4, 1480],
    [{ encapsulation: 'ipip' }, BOTH, 1480],
    [{ encapsulation: 'vxlan' }, IPV4, 1450],
    [{ encapsulation: 'vxlan' }, BOTH, 1430],
  ];
  for (const [options, podCidrs, expected] of calico) {
    it(`is ${expected} for Calico with ${options.encapsulation} and ${podCidrs.length} ranges`, () => {
      assert.equal(measured(Cni.calico(options), podCidrs), expected);
    });
  }

  const cilium: readonly (readonly [CiliumNetworkOptions, readonly string[], number])[] = [
    [{ routing: 'native' }, IPV4, 1500],
    [{ routing: 'vxlan' }, IPV4, 1450],
    [{ routing: 'geneve' }, BOTH, 1430],
    [{ routing: 'native', wireguard: true }, IPV4, 1420],
    [{ routing: 'vxlan', wireguard: true }, IPV4, 1370],
  ];
  for (const [options, podCidrs, expected] of cilium) {
    it(`is ${expected} for Cilium with ${JSON.stringify(options)} and ${podCidrs.length} ranges`, () => {
      assert.equal(measured(Cni.cilium(options), podCidrs), expected);
    });
  }

  it('is unknown without the size of the network or the plugin', () => {
    const { network } = clusterModel();

    assert.equal(podMtu({ network, podCidrs: IPV4, cni: Cni.calico().model }), undefined);
    assert.equal(podMtu({ network: { ...network, mtu: 1500 }, podCidrs: IPV4 }), undefined);
  });
});

function measured({ model: cni }: Cni, podCidrs: readonly string[]): number | undefined {
  const { network } = clusterModel();
  return podMtu({ network: { ...network, mtu: 1500 }, podCidrs, cni });
}
