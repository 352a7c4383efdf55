import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ClusterNetwork, SharedNetwork } from '../../../../constructs/index';
import { type ClusterOverrides, type TestFleet, testFleet } from '../../../support/fleets';
import { inFolderUntil } from '../../../support/in-folder';
import { provisionedFleet, provisionedProps } from '../../../support/provisioned-fleets';
import {
  type MockedOptions,
  type MockedRun,
  namesByType,
  runMocked,
} from '../../../support/pulumi-mocks';

/** Deploys a fleet of provisioned clusters under mocks. */
function deployed(
  clusters: Readonly<Record<string, ClusterOverrides>>,
  options: MockedOptions = {},
): Promise<MockedRun<unknown>> {
  return deployedFleet((handOverFolder) => provisionedFleet(clusters, { handOverFolder }), options);
}

function deployedFleet(
  build: (handOverFolder: string) => TestFleet,
  options: MockedOptions = {},
): Promise<MockedRun<unknown>> {
  return inFolderUntil((folder) => runMocked(() => build(folder).fleet.deploy(), options));
}

describe('deploying a fleet', () => {
  it('makes what the plan of a cluster has, under names that are construct paths', async () => {
    const run = await deployed({ prod: provisionedProps() });

    const groups = 'mothership/prod/security-groups';
    const balancer = 'mothership/prod/load-balancer';
    const network = 'mothership/prod/network';
    assert.deepEqual(namesByType(run), {
      WorkloadCluster: ['mothership/prod'],
      OpenStackNetwork: [network],
      OpenStackSecurityGroups: [groups],
      OpenStackLoadBalancer: [balancer],
      Network: [`${network}/network`],
      Subnet: [`${network}/subnet`],
      Router: [`${network}/router`],
      RouterInterface: [`${network}/router-interface`],
      SecGroup: [`${groups}/control-plane`, `${groups}/workers`],
      SecGroupRule: [
        `${groups}/control-plane/egress`,
        `${groups}/control-plane/egress-ipv6`,
        `${groups}/workers/egress`,
        `${groups}/workers/egress-ipv6`,
        `${groups}/control-plane/api-server-from-control-plane`,
        `${groups}/control-plane/api-server-from-workers`,
        `${groups}/control-plane/endpoint`,
        `${groups}/control-plane/etcd-from-control-plane`,
        `${groups}/control-plane/kubelet-from-control-plane`,
        `${groups}/control-plane/kubelet-from-workers`,
        `${groups}/workers/kubelet-from-control-plane`,
        `${groups}/workers/kubelet-from-workers`,
      ],
      LoadBalancer: [`${balancer}/load-balancer`],
      Listener: [`${balancer}/listener`],
      Pool: [`${balancer}/pool`],
      Monitor: [`${balancer}/monitor`],
      FloatingIp: [`${balancer}/floating-ip`],
      FloatingIpAssociate: [`${balancer}/floating-ip-association`],
      ServerGroup: ['mothership/prod/server-group-control-plane'],
    });
    assert.deepEqual(run.calls, [
      ['openstack:networking/getNetwork:getNetwork', { name: 'public', external: true }],
    ]);
  });

  it('shows every resource directly in a component, so that what depends on the component waits for all', async () => {
    const { resources } = await deployed({ prod: provisionedProps() });

    for (const [name, { type, parent }] of Object.entries(resources)) {
      if (name === 'mothership/prod') assert.equal(parent, undefined);
      else
        assert.match(resources[parent ?? '']?.type ?? '', /^capi-fleet:index:/, `${type} ${name}`);
    }
  });

  it('leaves the provider what it changes, waits for the router, and asks before it deletes what is used', async () => {
    const { resources } = await deployed({ prod: provisionedProps() });

    const special = Object.entries(resources)
      .map(
        ([
          name,
          {
            options: { deleteBeforeReplace: _, ...rest },
          },
        ]) => [name, rest] as const,
      )
      .filter(([, options]) => Object.keys(options).length > 0);
    const at = 'mothership/prod/load-balancer';
    const groups = 'mothership/prod/security-groups';
    const network = 'mothership/prod/network';
    const dependsOn = [`${network}/router-interface`];
    const beforeDelete = ['capi-fleet:in-use'];
    assert.deepEqual(Object.fromEntries(special), {
      [`${network}/network`]: { beforeDelete },
      [`${network}/subnet`]: { beforeDelete },
      [`${network}/router-interface`]: { beforeDelete },
      [`${at}/load-balancer`]: { dependsOn, beforeDelete },
      [`${at}/listener`]: { ignoreChanges: ['allowedCidrs'], beforeDelete },
      [`${at}/pool`]: { beforeDelete },
      [`${at}/monitor`]: { beforeDelete },
      [`${at}/floating-ip`]: { beforeDelete },
      [`${at}/floating-ip-association`]: { dependsOn, beforeDelete },
      [`${groups}/control-plane`]: { ignoreChanges: ['deleteDefaultRules'], beforeDelete },
      [`${groups}/workers`]: { ignoreChanges: ['deleteDefaultRules'], beforeDelete },
    });
  });

  it('replaces what the cloud has room for only once after it has deleted it', async () => {
    const { resources } = await deployed({ prod: provisionedProps() });

    const types = Object.values(resources)
      .filter(({ options }) => options.deleteBeforeReplace === true)
      .map(({ type }) => type.split(':').at(-1));
    assert.deepEqual([...new Set(types)].sort(), [
      'Listener',
      'Monitor',
      'RouterInterface',
      'SecGroupRule',
    ]);
  });

  it('tells where the cluster is, and writes the same to the file of the stack', () =>
    inFolderUntil(async (folder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder: folder });

      const { outputs } = await runMocked(() => fleet.deploy());

      const provisioned = {
        controlPlaneGroup: 'mothership/prod/security-groups/control-plane-id',
        floatingIP: '203.0.113.10',
        network: 'mothership/prod/network/network-id',
        router: 'mothership/prod/network/router-id',
        subnets: ['mothership/prod/network/subnet-id'],
        workersGroup: 'mothership/prod/security-groups/workers-id',
      };
      assert.deepEqual(outputs.clusters, {
        'mothership/prod': {
          managementCluster: 'mothership',
          namespace: 'prod',
          cloud: 'cloud',
          kubernetesVersion: '1.32.4',
          endpoint: '203.0.113.10:6443',
          provisioned,
          kubeconfigCommand:
            'kubectl -n prod get secret prod-kubeconfig -o jsonpath={.data.value} | base64 -d',
        },
      });
      assert.equal(
        readFileSync(join(folder, 'test.json'), 'utf8'),
        `${JSON.stringify({ clusters: { 'mothership/prod': provisioned } }, undefined, 2)}\n`,
      );
    }));

  it('writes no file in a preview, and shows the same resources', () =>
    inFolderUntil(async (folder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder: folder });

      const preview = await runMocked(() => fleet.deploy(), { preview: true });

      assert.ok(!existsSync(join(folder, 'test.json')));
      const made = await deployed({ prod: provisionedProps() });
      assert.deepEqual(Object.keys(preview.resources), Object.keys(made.resources));
    }));

  it('changes nothing of a cluster when others come, go or move', async () => {
    const props = {
      alpha: provisionedProps(1),
      beta: provisionedProps(2),
      gamma: provisionedProps(3),
    };
    const names = Object.keys(props) as (keyof typeof props)[];
    const whole = (await deployed(props)).resources;

    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 1 }), async (chosen) => {
        const some = Object.fromEntries(chosen.map((name) => [name, props[name]]));
        const { resources } = await deployed(some);

        const expected = Object.entries(whole).filter(([name]) =>
          chosen.some((one) => `${name}/`.startsWith(`mothership/${one}/`)),
        );
        assert.deepEqual(resources, Object.fromEntries(expected));
      }),
      { numRuns: 4 },
    );
  });
});

describe('a stack with a part of a fleet', () => {
  const withShared = (handOverFolder: string): TestFleet => {
    const test = provisionedFleet({}, { handOverFolder });
    const floor = new SharedNetwork(test.cloud, 'floor', { nodeCidr: '10.8.0.0/16' });
    for (const name of ['prod', 'stage']) {
      const podCidrs = [name === 'prod' ? '100.64.0.0/16' : '100.65.0.0/16'];
      const network = floor.clusterNetwork({ podCidrs });
      test.cluster(name, { ...provisionedProps(), network });
    }
    return test;
  };

  it('makes the shared network with its cloud, and looks it up elsewhere', async () => {
    const cloud = await deployedFleet(withShared, {
      config: { 'capi-fleet:clouds': 'cloud', 'capi-fleet:clusters': '[]' },
    });
    const prod = await deployedFleet(withShared, { config: { 'capi-fleet:clusters': 'prod' } });

    assert.deepEqual(namesByType(cloud), {
      OpenStackCloud: ['cloud'],
      OpenStackNetwork: ['cloud/floor'],
      Network: ['cloud/floor/network'],
      Subnet: ['cloud/floor/subnet'],
      Router: ['cloud/floor/router'],
      RouterInterface: ['cloud/floor/router-interface'],
    });
    assert.deepEqual(
      Object.keys(prod.resources).filter((name) => !name.startsWith('mothership/prod')),
      [],
    );
    assert.deepEqual(
      prod.calls.map(([token, args]) => [token.split(':').at(-1), args]),
      [
        ['getNetwork', { name: 'public', external: true }],
        ['getNetwork', { name: 'cloud-floor' }],
        ['getSubnet', { name: 'cloud-floor', networkId: 'cloud-floor-id' }],
      ],
    );
    const balancer = prod.resources['mothership/prod/load-balancer/load-balancer'];
    assert.equal(balancer?.inputs.vipSubnetId, 'cloud-floor-id');
  });

  it('makes in parts what it makes as a whole', async () => {
    const whole = await deployedFleet(withShared);
    const parts = [
      { 'capi-fleet:clouds': 'cloud', 'capi-fleet:clusters': '[]' },
      { 'capi-fleet:clusters': 'prod' },
      { 'capi-fleet:clusters': 'stage' },
    ];

    const names: string[] = [];
    for (const config of parts) {
      names.push(...Object.keys((await deployedFleet(withShared, { config })).resources));
    }
    assert.deepEqual(names.sort(), Object.keys(whole.resources).sort());
  });

  it('refuses a fleet with mistakes before it makes anything', async () => {
    const { fleet } = testFleet({ handOverFolder: 'nowhere' });
    const wrong = provisionedFleet({
      prod: { ...provisionedProps(), network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }) },
    }).fleet;

    await assert.rejects(
      runMocked(() => wrong.deploy()),
      /mothership\/prod: network is "managed"\n {2}allowed: a provisioned or adopted network/,
    );
    assert.deepEqual((await runMocked(() => fleet.deploy())).resources, {});
  });
});
