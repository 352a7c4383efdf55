import assert from 'node:assert/strict';
import type { OpenStackEndpoint } from '../../../../lib/openstack/model/endpoint';
import {
  clusterModel,
  controlPlaneModel,
  openStackRelease,
  PROFILES,
  profile,
} from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { assertFitsSchemas, at, renderedObject } from '../../../support/rendering';

type MachineEndpoint = Extract<OpenStackEndpoint, { kind: 'machine' }>;

/** Cluster whose only control-plane machine is the endpoint. */
function machine(endpoint: Partial<MachineEndpoint>): AssembledCluster {
  return clusterModel({
    endpoint: { kind: 'machine', ...endpoint },
    controlPlane: controlPlaneModel({ replicas: 1 }),
    handOver: { floatingIP: '203.0.113.9' },
  });
}

/** What the provider is told of the way to the API server. */
function access(cluster: AssembledCluster): unknown {
  const { spec } = renderedObject(cluster, 'infrastructure');
  const fields = Object.entries(Object(spec)).filter(([name]) =>
    /apiServer|controlPlaneEndpoint/i.test(name),
  );
  return Object.fromEntries(fields);
}

describe('a machine that is the endpoint', () => {
  for (const [clusterApi, provider] of PROFILES) {
    const on = (endpoint: Partial<MachineEndpoint>): AssembledCluster => ({
      ...machine(endpoint),
      profile: profile(clusterApi, provider),
    });
    const isNew = openStackRelease(profile(clusterApi, provider)).apiVersion === 'v1beta2';
    const withAddress = (floatingIP: string) =>
      isNew ? { apiServer: { floatingIP } } : { apiServerFloatingIP: floatingIP };

    describe(`with Cluster API ${clusterApi} and provider ${provider}`, () => {
      it('gets the address that was allocated, and neither a load balancer nor a host', () => {
        assert.deepEqual(access(on({})), withAddress('203.0.113.9'));
        assertFitsSchemas(on({}));
      });

      it('gets the address that is given', () => {
        const floatingIP = { kind: 'address', address: '203.0.113.7' } as const;

        assert.deepEqual(access(on({ floatingIP })), withAddress('203.0.113.7'));
      });

      it('leaves an ephemeral address to the provider', () => {
        const ephemeral = on({ floatingIP: { kind: 'ephemeral' } });

        assert.deepEqual(access(ephemeral), {});
        assertFitsSchemas(ephemeral);
      });
    });
  }

  it('has its name in the certificate', () => {
    const path = 'spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs'.split('.');
    const controlPlane = renderedObject(machine({ dnsName: 'api.example.org' }), 'controlPlane');

    assert.deepEqual(at(controlPlane, path), ['api.example.org']);
  });
});
