import assert from 'node:assert/strict';
import { renderContext } from '../../../../lib/cluster/render/context';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { GivenEndpoint } from '../../../../lib/vsphere/model/endpoint';
import { VSphereIdentity } from '../../../../lib/vsphere/model/identity';
import { VSphereZones } from '../../../../lib/vsphere/model/zones';
import { VSPHERE_RENDERER } from '../../../../lib/vsphere/render/renderer';
import { renderZones } from '../../../../lib/vsphere/render/zones';
import {
  THUMBPRINT,
  type VSphereModel,
  vCenterModel,
  vSphereCluster,
  ZONE,
} from '../../../support/vsphere-models';

const SCHEMAS = schemaSet(['cluster-api-vsphere-v1.16.1']);

/** Model of a cluster, and the fields of its VSphereCluster. */
const ROWS: readonly (readonly [name: string, model: Partial<VSphereModel>, fields: object])[] = [
  ['server', {}, { server: 'vcenter.example.org', thumbprint: THUMBPRINT }],
  ['virtual address', {}, { controlPlaneEndpoint: { host: '10.8.0.250', port: 6443 } }],
  ['port', { apiServerPort: 443 }, { controlPlaneEndpoint: { host: '10.8.0.250', port: 443 } }],
  [
    'external endpoint',
    { endpoint: GivenEndpoint.external({ host: 'api.example.org', port: 8443 }).model },
    { controlPlaneEndpoint: { host: 'api.example.org', port: 8443 } },
  ],
  [
    'external endpoint without a port',
    { endpoint: GivenEndpoint.external({ host: 'api.example.org' }).model },
    { controlPlaneEndpoint: { host: 'api.example.org', port: 6443 } },
  ],
  ['Secret', {}, { identityRef: { kind: 'Secret', name: 'demo-vcenter' } }],
  [
    'cluster identity',
    { identity: VSphereIdentity.fromClusterIdentity('shared').model },
    { identityRef: { kind: 'VSphereClusterIdentity', name: 'shared' } },
  ],
  [
    'account of the provider',
    { identity: VSphereIdentity.manager().model },
    { identityRef: undefined },
  ],
  ['modules', { clusterModules: false }, { disableClusterModule: true }],
  ['no zones', {}, { failureDomainSelector: undefined, disableClusterModule: undefined }],
  [
    'all zones of the server',
    { cloud: vCenterModel({ zones: VSphereZones.existing(['a']).model }) },
    { failureDomainSelector: {} },
  ],
  [
    'some zones',
    {
      cloud: vCenterModel({ zones: VSphereZones.existing(['a'], { selector: { x: 'y' } }).model }),
    },
    { failureDomainSelector: { matchLabels: { x: 'y' } } },
  ],
  [
    'written zones',
    { cloud: vCenterModel({ zones: VSphereZones.written({ a: ZONE }).model }) },
    { failureDomainSelector: { matchLabels: { 'capi-fleet/vcenter': 'vcenter' } } },
  ],
];

describe('VSphereCluster', () => {
  for (const [name, model, fields] of ROWS) {
    it(`has what is said of it: ${name}`, () => {
      const cluster = vSphereCluster(model);
      const object = VSPHERE_RENDERER.cluster(renderContext(cluster, VSPHERE_RENDERER));
      const spec = object.spec as Record<string, unknown>;

      for (const [field, value] of Object.entries(fields)) assert.deepEqual(spec[field], value);
      assert.deepEqual(validateObject(SCHEMAS, object), []);
    });
  }
});

describe('zones of a vCenter', () => {
  it('are written with what is said of them', () => {
    const zone = {
      ...ZONE,
      hosts: { hostGroupName: 'rack-1', vmGroupName: 'rack-1-vms' },
      networks: ['vlan-1'],
      datastore: 'ssd-1',
      resourcePool: 'pool-1',
      folder: 'folder-1',
      controlPlane: false,
    };
    const cloud = vCenterModel({ zones: VSphereZones.written({ a: zone }).model });
    const [domain, deployment, ...others] = renderZones(vSphereCluster({ cloud }));

    assert.deepEqual(others, []);
    assert.deepEqual(domain?.spec, {
      region: ZONE.region,
      zone: ZONE.zone,
      topology: {
        datacenter: 'dc-1',
        computeCluster: 'cluster-1',
        hosts: zone.hosts,
        networks: ['vlan-1'],
        datastore: 'ssd-1',
      },
    });
    assert.deepEqual(deployment?.spec, {
      server: 'vcenter.example.org',
      failureDomain: 'a',
      controlPlane: false,
      placementConstraint: { resourcePool: 'pool-1', folder: 'folder-1' },
    });
    for (const object of [domain, deployment])
      assert.deepEqual(validateObject(SCHEMAS, object), []);
  });

  it('are for control planes too, and nowhere in particular, where nothing is said', () => {
    const cloud = vCenterModel({ zones: VSphereZones.written({ a: ZONE }).model });
    const [, deployment] = renderZones(vSphereCluster({ cloud }));

    assert.deepEqual(deployment?.spec, {
      server: 'vcenter.example.org',
      failureDomain: 'a',
      controlPlane: true,
    });
  });

  it('are not written where somebody else writes them, or there are none', () => {
    const cloud = vCenterModel({ zones: VSphereZones.existing(['a']).model });

    assert.deepEqual(renderZones(vSphereCluster({ cloud })), []);
    assert.deepEqual(renderZones(vSphereCluster()), []);
  });
});
