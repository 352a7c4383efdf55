import assert from 'node:assert/strict';
import {
  GivenEndpoint,
  NetworkDevice,
  PciDevice,
  Providers,
  VCenterCertificate,
  VmTemplate,
  VSphereIdentity,
  VSphereZones,
} from '../../../constructs/index';
import { checkCluster } from '../../../lib/assembly/check-cluster';
import { SharedFiles } from '../../../lib/output/shared-files';
import { fleetFacts } from '../../../lib/vsphere/rules/cloud-summary';
import { testFleet } from '../../support/fleets';
import { testVCenter, type VSphereProgram, vSphereProgram } from '../../support/vsphere';
import { THUMBPRINT, ZONE } from '../../support/vsphere-models';

const SIZE = { cpus: 2, memory: '8Gi', disk: '40Gi' };

describe('VCenter', () => {
  it('is plain data, of its certificate, identity, places, sizes and zones', () => {
    const device = PciDevice.vgpu('grid_a100-10c');
    const { model } = testVCenter(fleet().fleet, {
      folder: 'kubernetes',
      templates: ['ubuntu'],
      sizes: { small: SIZE, large: { ...SIZE, pciDevices: [device] } },
      zones: VSphereZones.existing(['eu-1']),
    });

    assert.deepEqual(model, {
      kind: 'vsphere',
      path: 'vcenter',
      name: 'vcenter',
      server: 'vcenter.example.org',
      thumbprint: THUMBPRINT,
      identity: { kind: 'secret', secretName: 'demo-vcenter' },
      sizes: { small: SIZE, large: { ...SIZE, pciDevices: [device.model] } },
      placement: { datacenter: 'dc-1', folder: 'kubernetes' },
      templates: ['ubuntu'],
      zones: { kind: 'existing', names: ['eu-1'], selector: {} },
    });
  });

  it('has no fingerprint where its certificate is not checked', () => {
    const certificate = VCenterCertificate.unchecked({ reason: 'it is of a laboratory' });

    assert.equal(testVCenter(fleet().fleet, { certificate }).model.thumbprint, undefined);
  });
});

describe('clusters on vSphere', () => {
  it('have a Secret, networks, ranges and an endpoint', () => {
    const identity = VSphereIdentity.fromSopsFile('missing.yaml');
    const devices = [NetworkDevice.dhcp('lan', { mtu: 9000 })];
    const { model } = program({
      cloud: { identity },
      cluster: {
        clusterModules: false,
        network: {
          devices,
          nodeCidr: '10.8.0.0/24',
          nodeCidrIPv6: 'fd00:8::/64',
          podCidrs: ['10.244.0.0/16'],
          serviceCidrs: ['10.97.0.0/16'],
          serviceDomain: 'cluster.example',
        },
      },
    });

    assert.equal('secretName' in model.identity && model.identity.secretName, 'demo-vcenter');
    assert.deepEqual(model.network, {
      kind: 'adopted',
      devices: devices.map((device) => device.model),
      nodeCidr: '10.8.0.0/24',
      nodeCidrIPv6: 'fd00:8::/64',
      mtu: 9000,
    });
    assert.deepEqual(
      [model.podCidrs, model.serviceCidrs, model.serviceDomain, model.clusterModules],
      [['10.244.0.0/16'], ['10.97.0.0/16'], 'cluster.example', false],
    );
    assert.deepEqual(model.surroundings.endpointHosts, ['10.8.0.250']);
    assert.deepEqual(model.surroundings.families, [4, 6]);
  });

  it('may have an account, and machines a template and places, of their own', () => {
    const { model } = program({
      cluster: { identity: VSphereIdentity.manager() },
      pool: { template: VmTemplate.linkedClone('other'), datastore: 'slow', diskGiB: 9 },
    });
    const [pool] = model.pools;

    assert.deepEqual(model.identity, { kind: 'manager' });
    assert.equal(model.controlPlane.template.template, 'ubuntu-2204-kube-v1.32.4');
    assert.deepEqual(model.controlPlane.placement, {});
    assert.deepEqual(pool?.template, { template: 'other', cloneMode: 'linkedClone' });
    assert.deepEqual(pool?.placement, { datastore: 'slow' });
    assert.deepEqual(pool?.rootVolume, { sizeGiB: 9 });
  });

  it('have no mistakes, and share the zones of their vCenter', () => {
    const { model } = program({
      cloud: { zones: VSphereZones.written({ b: ZONE, a: ZONE }) },
      pool: { failureDomain: 'a' },
    });
    const files = new SharedFiles();
    for (const name of ['demo', 'other']) files.add({ ...model, name });

    assert.deepEqual(checkCluster(model), []);
    assert.deepEqual(
      files.objects().map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      [
        'VSphereDeploymentZone a',
        'VSphereFailureDomain a',
        'VSphereDeploymentZone b',
        'VSphereFailureDomain b',
      ],
    );
    assert.deepEqual(
      files.files().map(({ name }) => name),
      ['providers.yaml'],
    );
  });

  it('are reached at addresses that are theirs alone, on their network or anywhere', () => {
    const external = (port?: number) =>
      GivenEndpoint.external({ host: 'api.example', ...(port && { port }) });
    const reached = (cluster: VSphereProgram['cluster'] = {}) =>
      fleetFacts(program({ cluster }).model).addresses.map(({ key }) => key);

    assert.deepEqual(reached(), ['vcenter vlan-120 10.8.0.250']);
    assert.deepEqual(reached({ endpoint: external(443) }), ['api.example:443']);
    assert.deepEqual(reached({ endpoint: external(), apiServerPort: 8443 }), ['api.example:8443']);
    assert.deepEqual(reached({ network: { devices: [] } }), []);
  });
});

function fleet() {
  return testFleet({ providers: Providers.stable('1.14', { infrastructure: ['vsphere'] }) });
}

function program(props: VSphereProgram) {
  const { management, fleet: scope } = fleet();
  return { model: vSphereProgram(management, scope, props).model() };
}
