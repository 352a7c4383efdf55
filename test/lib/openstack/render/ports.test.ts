import assert from 'node:assert/strict';
import type { PortModel } from '../../../../lib/openstack/model/port';
import { controlPlanePorts, machinePorts } from '../../../../lib/openstack/render/ports';
import { clusterModel, controlPlaneModel, poolModel, profile } from '../../../support/models';
import { provisionedCluster } from '../../../support/provisioned';
import { at, renderedObject } from '../../../support/rendering';

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

  it('carry it on every port that may be on an adopted network, where none is known to be', () => {
    const network = { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] } as const;
    const byId = { ...PLAIN, network: { id: '0c1d6a54-0000-4000-8000-000000000000' } };
    const storage = { ...PLAIN, network: STORAGE };

    assert.deepEqual(
      controlPlanePorts(
        clusterModel({
          network,
          controlPlane: controlPlaneModel({ ports: [storage, byId] }),
          endpoint: { kind: 'virtualIp', address: PAIR.ipAddress, image: 'kube-vip:v1' },
        }),
      ),
      [storage, { ...byId, allowedAddressPairs: [PAIR] }],
    );
  });
});

describe('ports on an adopted network with subnets', () => {
  const subnet = { filter: { name: 'nodes' } };
  const network = { kind: 'adopted', network: STORAGE, subnets: [subnet] } as const;
  const older = clusterModel({ network, profile: profile('1.10') });
  const placed = { ...PLAIN, network: STORAGE, fixedIPs: [{ subnet }] };

  it('are in these subnets, whichever provider it is', () => {
    assert.deepEqual(machinePorts(older), [placed]);
    assert.deepEqual(machinePorts(clusterModel({ network })), [placed]);
    assert.deepEqual(machinePorts(older, [PLAIN, { ...PLAIN, network: { id: 'lan' } }]), [
      placed,
      { ...PLAIN, network: { id: 'lan' } },
    ]);
  });

  it('are in these subnets where they carry a virtual address too', () => {
    const endpoint = { kind: 'virtualIp', address: PAIR.ipAddress, image: 'kube-vip:v1' } as const;
    const controlPlane = controlPlaneModel({ ports: [PLAIN] });

    assert.deepEqual(controlPlanePorts({ ...older, controlPlane, endpoint }), [
      { ...placed, allowedAddressPairs: [PAIR] },
    ]);
  });

  it('have the addresses that are given', () => {
    const given = { ...PLAIN, fixedIPs: [{ ipAddress: '10.8.0.9' }] };

    assert.deepEqual(machinePorts(older, [given]), [given]);
  });

  it('are left to newer providers where names are to stay as they were', () => {
    const kept = clusterModel({ network, templateNames: 'hashed-0.1' });

    assert.deepEqual(machinePorts(kept, [PLAIN]), [PLAIN]);
    assert.deepEqual(machinePorts({ ...older, templateNames: 'hashed-0.1' }), [placed]);
  });

  it('are left to Neutron where no subnets are given', () => {
    assert.deepEqual(machinePorts({ ...older, network: { ...network, subnets: [] } }), []);
    assert.deepEqual(machinePorts({ ...older, network: clusterModel().network }), []);
  });

  it('are on templates of pools', () => {
    const pools = [poolModel({ ports: [PLAIN] })];
    const template = renderedObject({ ...older, pools }, 'pool/workers/machineTemplate');

    assert.deepEqual(at(template, ['spec', 'template', 'spec', 'ports']), [
      { network: STORAGE, fixedIPs: [{ subnet }] },
    ]);
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
