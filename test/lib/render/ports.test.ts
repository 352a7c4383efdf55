import assert from 'node:assert/strict';
import type { PortModel } from '../../../lib/model/port';
import { controlPlanePorts } from '../../../lib/render/ports';
import { controlPlaneModel } from '../../support/models';
import { provisionedCluster } from '../../support/provisioned';

const STORAGE = { filter: { name: 'storage' } };
const PAIR = { ipAddress: '10.8.0.254' };
const PLAIN: PortModel = { fixedIPs: [], securityGroups: [] };

describe('ports of a control plane with a virtual address', () => {
  it('are one that may carry it, where none are given', () => {
    assert.deepEqual(portsOf(), [{ ...PLAIN, allowedAddressPairs: [PAIR] }]);
  });

  it("keep their own address pairs, and carry it on the cluster's network alone", () => {
    const own = { ...PLAIN, allowedAddressPairs: [{ ipAddress: '10.8.0.7' }] };

    assert.deepEqual(portsOf({ ...PLAIN, network: STORAGE }, own, PLAIN), [
      { ...PLAIN, network: STORAGE },
      { ...PLAIN, allowedAddressPairs: [{ ipAddress: '10.8.0.7' }, PAIR] },
      PLAIN,
    ]);
  });

  it('say so once', () => {
    const own = { ...PLAIN, allowedAddressPairs: [PAIR] };

    assert.deepEqual(portsOf(own), [own]);
  });

  it('need no pair without port security', () => {
    const own = { ...PLAIN, enablePortSecurity: false };

    assert.deepEqual(portsOf(own), [own]);
  });

  it("carry it on a port that names the cluster's network itself", () => {
    const own = { ...PLAIN, network: { filter: { name: 'mothership-demo' } } };

    assert.deepEqual(portsOf({ ...PLAIN, network: STORAGE }, own)?.[1], {
      ...own,
      allowedAddressPairs: [PAIR],
    });
  });
});

function portsOf(...ports: PortModel[]): readonly PortModel[] | undefined {
  const given = ports.length === 0 ? {} : { ports };
  return controlPlanePorts(
    provisionedCluster({
      controlPlane: controlPlaneModel(given),
      endpoint: { kind: 'virtualIp', address: PAIR.ipAddress, image: 'kube-vip:v1' },
    }),
  );
}
