import assert from 'node:assert/strict';
import { Addon } from '../../../../constructs/addons/addon';
import { CLOUD_CONF, CLOUD_CONTROLLER_NAME } from '../../../../lib/openstack/model/addon-facts';
import {
  conf,
  delivered,
  described,
  find,
  member,
  PLAINTEXT,
  podSpec,
} from '../../../constructs/addons/described';
import { cloudModel, clusterModel, poolModel } from '../../../support/models';
import type { AssembledPool } from '../../../support/openstack-cluster';

describe('Addon.openStackCloudControllerManager', () => {
  it('runs on control-plane nodes that wait for it', () => {
    const spec = podSpec(
      find(delivered(described(Addon.openStackCloudControllerManager())), 'DaemonSet'),
    );
    assert.deepEqual(member(spec, 'nodeSelector'), { 'node-role.kubernetes.io/control-plane': '' });
    assert.equal(member(spec, 'hostNetwork'), true);
    assert.match(JSON.stringify(spec), /node\.cloudprovider\.kubernetes\.io\/uninitialized/);
  });

  it('names load balancers after the cluster or as the user says', () => {
    assert.equal(
      CLOUD_CONTROLLER_NAME.of(described(Addon.openStackCloudControllerManager())),
      'demo',
    );
    const model = described(Addon.openStackCloudControllerManager({ clusterName: 'old' }));
    assert.equal(CLOUD_CONTROLLER_NAME.of(model), 'old');
    assert.match(JSON.stringify(delivered(model)), /--cluster-name=old/);
  });

  it('takes sections and keys of cloud.conf in any capitals for one', () => {
    const cloud = cloudModel({ externalNetwork: { kind: 'lookup', network: { id: 'f00' } } });
    const cloudConf = {
      loadbalancer: { 'Floating-Network-ID': 'f01', 'LB-Provider': 'ovn' },
      'loadbalancerclass "Inside"': { 'Subnet-ID': 'f02' },
    };
    const model = described(Addon.openStackCloudControllerManager({ cloudConf }), { cloud });
    assert.deepEqual(CLOUD_CONF.of(model)?.merged.LoadBalancer, {
      'floating-network-id': 'f01',
      'lb-provider': 'ovn',
      'lb-method': 'SOURCE_IP_PORT',
    });
    const text = conf(model, 'ConfigMap');
    assert.match(text, /\[LoadBalancer\]\nfloating-network-id=f01\nlb-provider=ovn\n/);
    assert.match(text, /\[LoadBalancerClass "Inside"\]\nsubnet-id=f02\n/);
    assert.doesNotMatch(text, /loadbalancer/);
  });

  const networks = [
    [{ filter: { name: 'public' } }, /\[Networking\]\npublic-network-name=public\n/],
    [{ id: 'f00' }, /\[LoadBalancer\]\nfloating-network-id=f00\n/],
  ] as const;
  const OVN = 'lb-provider=ovn\nlb-method=SOURCE_IP_PORT\n';
  const inConf = { cloudConf: { LoadBalancer: { 'lb-provider': 'ovn' } } };
  const drivers = [
    ['its option', { loadBalancerProvider: 'amphora' }, 'ovn', undefined, 'lb-provider=amphora\n'],
    ['its option', { loadBalancerProvider: 'ovn' }, undefined, undefined, OVN],
    ['the endpoint', {}, 'ovn', 'amphora', OVN],
    ['the cloud', {}, undefined, 'ovn', OVN],
    ['its cloud.conf', inConf, undefined, undefined, OVN],
    ['its cloud.conf', inConf, 'amphora', 'amphora', OVN],
    ['nobody', {}, undefined, undefined, ''],
  ] as const;
  for (const [who, options, provider, loadBalancerProvider, expected] of drivers) {
    it(`has the driver that ${who} names, with ${JSON.stringify(expected)}`, () => {
      const model = described(Addon.openStackCloudControllerManager(options), {
        cloud: cloudModel({ ...(loadBalancerProvider !== undefined && { loadBalancerProvider }) }),
        endpoint: {
          kind: 'managed',
          allowedCidrs: [],
          additionalPorts: [],
          ...(provider === undefined ? {} : { provider }),
        },
      });
      assert.equal(conf(model, 'ConfigMap').split('[LoadBalancer]\n')[1] ?? '', expected);
    });
  }

  it('has the driver of the cloud beside an endpoint without a load balancer', () => {
    const model = described(Addon.openStackCloudControllerManager(), {
      cloud: cloudModel({ loadBalancerProvider: 'ovn' }),
      endpoint: { kind: 'virtualIp', address: '10.8.0.254', image: 'kube-vip:v1' },
    });

    assert.match(conf(model, 'ConfigMap'), /lb-provider=ovn\nlb-method=SOURCE_IP_PORT\n/);
  });

  const port = { fixedIPs: [], securityGroups: [] };
  const inStorage = [poolModel({ ports: [port, { ...port, network: { id: 'f00' } }] })];
  const clusterNetworks = [
    ['the managed network', clusterModel().network, 'k8s-clusterapi-cluster-demo-demo'],
    [
      'an adopted network by its name',
      { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] },
      'lan',
    ],
    [
      'an adopted network without a name',
      { kind: 'adopted', network: { id: 'f00d' }, subnets: [] },
      undefined,
    ],
  ] as const;
  for (const [what, network, name] of clusterNetworks) {
    it(`tells the controller of ${what} where machines are in others too`, () => {
      const addon = Addon.openStackCloudControllerManager();
      const networking = (pools: readonly AssembledPool[]) =>
        CLOUD_CONF.of(described(addon, { network, pools }))?.merged.Networking ?? {};

      assert.deepEqual(
        networking(inStorage),
        name === undefined ? {} : { 'internal-network-name': name },
      );
      assert.deepEqual(networking([poolModel({ ports: [port] })]), {});
    });
  }

  it('writes a cloud.conf for an external network and OVN', () => {
    const cloud = cloudModel({
      externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
    });
    const options = {
      loadBalancerProvider: 'ovn',
      cloudConf: { LoadBalancer: { 'create-monitor': true }, Route: { 'router-id': 'f00' } },
    };
    const model = described(Addon.openStackCloudControllerManager(options), { cloud });
    assert.deepEqual(CLOUD_CONF.of(model), {
      given: options.cloudConf,
      merged: {
        Networking: { 'public-network-name': 'public' },
        LoadBalancer: {
          'lb-provider': 'ovn',
          'lb-method': 'SOURCE_IP_PORT',
          'create-monitor': true,
        },
        Route: { 'router-id': 'f00' },
      },
    });
    assert.equal(
      conf(model, 'ConfigMap'),
      `[Global]
use-clouds=true
clouds-file=/etc/openstack/clouds.yaml
cloud=openstack

[Networking]
public-network-name=public

[LoadBalancer]
lb-provider=ovn
lb-method=SOURCE_IP_PORT
create-monitor=true

[Route]
router-id=f00
`,
    );
  });

  it('writes a cloud.conf with credentials in plain text', () => {
    const model = described(Addon.openStackCloudControllerManager(), { credentials: PLAINTEXT });
    assert.equal(
      conf(model, 'Secret'),
      `[Global]
auth-url=https://keystone.example.com:5000/v3
username=fake-user
password="fake;pass#word"
tenant-name=fake-project
user-domain-name=Default
region=RegionOne
os-endpoint-type=public
tls-insecure=true
`,
    );
  });

  it('asks in the region that credentials state, over that of their entry', () => {
    const secret = {
      kind: 'secret',
      secretName: 'a',
      cloudName: 'b',
      region: 'RegionTwo',
    } as const;
    const plain = { ...PLAINTEXT, region: 'RegionTwo' };

    for (const [credentials, kind] of [
      [secret, 'ConfigMap'],
      [plain, 'Secret'],
    ] as const) {
      const model = described(Addon.openStackCloudControllerManager(), { credentials });
      assert.match(conf(model, kind), /^region=RegionTwo$/m);
      assert.doesNotMatch(conf(model, kind), /^region=RegionOne$/m);
    }
  });

  it('takes arguments over its own', () => {
    const extraArgs = { v: '2', 'cluster-name': 'mine' };
    const model = described(Addon.openStackCloudControllerManager({ extraArgs }));
    const container = member(podSpec(find(delivered(model), 'DaemonSet')), 'containers', 0);
    const args = member(container, 'args');
    assert.ok(Array.isArray(args));
    assert.deepEqual(args.slice(-2), ['--cluster-name=mine', '--v=2']);
    assert.equal(args.filter((arg) => String(arg).startsWith('--cluster-name')).length, 1);
    assert.equal(CLOUD_CONTROLLER_NAME.of(model), 'mine');
  });

  for (const [network, expected] of networks) {
    it(`knows the external network ${JSON.stringify(network)}`, () => {
      const cloud = cloudModel({ externalNetwork: { kind: 'lookup', network } });
      const model = described(Addon.openStackCloudControllerManager(), { cloud });
      assert.match(conf(model, 'ConfigMap'), expected);
    });
  }
});
