import assert from 'node:assert/strict';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { nodeEnvironment } from '../../../../lib/kubeadm/model/node-environment';
import { directHosts } from '../../../../lib/kubeadm/model/node-proxy';
import { cloudModel, clusterModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { provisionedNetwork } from '../../../support/provisioned';

const PROXY = { httpProxy: 'http://proxy.example:3128' };

describe('hosts that are reached without a proxy', () => {
  it('are the cluster, its machines and the cloud', () => {
    const cluster = clusterModel({
      cloud: cloudModel({ authUrl: 'https://keystone.example:5000/v3' }),
    });

    assert.deepEqual(directHosts(cluster, { ...PROXY, noProxy: ['.corp', '.svc'] }), [
      'localhost',
      '127.0.0.1',
      '10.8.0.0/24',
      '192.168.0.0/16',
      '10.96.0.0/12',
      '.svc',
      '.cluster.local',
      '169.254.169.254',
      'keystone.example',
      '.corp',
    ]);
  });

  it('have both families where the cluster has', () => {
    const adopted = { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] } as const;
    for (const network of [provisionedNetwork(), adopted]) {
      const both = { ...network, nodeCidrIPv6: 'fd00::/64' };
      const hosts = directHosts(clusterModel({ network: both }), PROXY);

      assert.ok(hosts.includes('::1') && hosts.includes('fd00::/64'));
    }
  });

  it('have every name and address of the endpoint that is known', () => {
    assert.deepEqual(endpointOf({ endpoint: { kind: 'external', host: 'api.example' } }), [
      'api.example',
    ]);
    assert.deepEqual(
      endpointOf({
        endpoint: { kind: 'virtualIp', address: '10.8.0.254', dnsName: 'k8s.example', image: 'a' },
        handOver: { floatingIP: '203.0.113.9' },
      }),
      ['10.8.0.254', 'k8s.example', '203.0.113.9'],
    );
    assert.deepEqual(
      endpointOf({
        endpoint: { kind: 'machine', dnsName: 'k8s.example' },
        handOver: { floatingIP: '203.0.113.9' },
      }),
      ['k8s.example', '203.0.113.9'],
    );
    assert.deepEqual(
      endpointOf({
        endpoint: { kind: 'machine', floatingIP: { kind: 'ephemeral' } },
        handOver: { floatingIP: '203.0.113.9' },
      }),
      [],
    );
    assert.deepEqual(
      endpointOf({
        endpoint: {
          kind: 'managed',
          allowedCidrs: [],
          additionalPorts: [],
          floatingIP: { kind: 'address', address: '203.0.113.7' },
        },
      }),
      ['203.0.113.7'],
    );
  });
});

describe('the surroundings of machines', () => {
  it('are nothing where none are stated', () => {
    assert.deepEqual(nodeEnvironment(clusterModel(), PLAIN_BOOTSTRAP), {
      files: [],
      preKubeadmCommands: [],
    });
  });

  it("hold the cloud's authority where it is asked for", () => {
    const cluster = clusterModel({ cloud: cloudModel({ caCertificate: 'PEM' }) });
    const { files } = nodeEnvironment(cluster, {
      ...PLAIN_BOOTSTRAP,
      trustedCAs: [{ kind: 'cloud' }],
    });

    assert.deepEqual(files, [{ path: '/etc/capi-fleet/ca/cloud.crt', content: 'PEM' }]);
  });

  it('have the registry itself behind its mirrors unless it is left out', () => {
    const mirror = { registry: 'ghcr.io', endpoints: [{ url: 'http://mirror.example:5000' }] };
    const { files } = nodeEnvironment(clusterModel(), {
      ...PLAIN_BOOTSTRAP,
      registryMirrors: [mirror],
    });

    assert.deepEqual(files, [
      {
        path: '/etc/containerd/certs.d/ghcr.io/hosts.toml',
        content: '[host."http://mirror.example:5000"]\n  capabilities = ["pull", "resolve"]\n',
      },
    ]);
  });
});

function endpointOf(model: Partial<AssembledCluster>): readonly string[] {
  const usual = new Set(directHosts(clusterModel(), PROXY));
  return directHosts(clusterModel(model), PROXY).filter((host) => !usual.has(host));
}
