import assert from 'node:assert/strict';
import type { StateResource } from '../../../../lib/provision/stack-state';
import { emptyCloud } from '../../../support/cloud-contents';
import { PROJECT } from '../../../support/fake-cloud';
import { controlPlaneModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { demo, issuesOf } from '../../../support/preflight-issues';
import { provisionedNetwork } from '../../../support/provisioned';

const NAME = 'mothership-demo';
const BALANCER = 'k8s-clusterapi-cluster-demo-demo-kubeapi';
const AT = 'mothership/demo';
/** Names of what the stack holds, with their identifiers in the cloud. */
const IDS: Readonly<Record<string, string>> = {
  'network/network': 'net',
  'network/subnet': 'sub',
  'network/router': 'rtr',
  'network/router-interface': 'leg',
  'load-balancer/load-balancer': 'lb',
  'load-balancer/listener': 'lis',
  'load-balancer/pool': 'pool',
  'load-balancer/monitor': 'mon',
  'load-balancer/floating-ip': 'fip',
  'load-balancer/floating-ip-association': 'fip',
  'server-group-control-plane': 'grp',
};
const STATE: readonly StateResource[] = Object.entries(IDS).map(([name, id]) => held(name, id));

function held(name: string, id: string, isReplaced = false): StateResource {
  return { name: `${AT}/${name}`, id, isReplaced };
}

function cluster(overrides: Partial<AssembledCluster> = {}): AssembledCluster {
  return demo({
    securityGroups: { kind: 'managed', allowAllInClusterTraffic: false, rules: [] },
    controlPlane: controlPlaneModel({
      replicas: 1,
      serverGroup: { filter: { name: `${NAME}-control-plane` } },
      serverGroupPolicy: 'soft-anti-affinity',
    }),
    pools: [],
    ...overrides,
  });
}

function subnet(id: string, cidr: string) {
  return { id, name: NAME, network_id: 'net', cidr, ip_version: 4 };
}

/** Everything of the cluster, with as many servers as wanted on it. */
function made(servers: number, more: Readonly<Record<string, unknown>> = {}) {
  const count = (of: (index: number) => unknown) =>
    Array.from({ length: servers }, (_, i) => of(i));
  const leg = { id: 'leg', device_owner: 'network:router_interface', device_id: 'rtr' };
  return emptyCloud({
    '/network/v2.0/networks': { networks: [{ id: 'net', name: NAME }] },
    '/network/v2.0/subnets': { subnets: [subnet('sub', '10.8.0.0/24')] },
    '/network/v2.0/routers': {
      routers: [{ id: 'rtr', name: NAME, external_gateway_info: { network_id: 'public-id' } }],
    },
    [`/network/v2.0/ports?device_id=rtr&project_id=${PROJECT}`]: {
      ports: [{ ...leg, network_id: 'net', fixed_ips: [{ subnet_id: 'sub' }] }],
    },
    [`/network/v2.0/ports?id=leg&project_id=${PROJECT}`]: {
      ports: [{ ...leg, network_id: 'net', fixed_ips: [{ subnet_id: 'sub' }] }],
    },
    '/network/v2.0/ports?network_id=net': {
      ports: ['octavia-lb-vrrp-0f8a', ...count((i) => `demo-control-plane-${i}`).map(String)].map(
        (name) => ({
          id: name,
          name,
          device_owner: 'compute:nova',
          network_id: 'net',
          fixed_ips: [{ subnet_id: 'sub' }],
        }),
      ),
    },
    '/network/v2.0/floatingips': {
      floatingips: [
        {
          id: 'fip',
          port_id: 'vip',
          router_id: 'rtr',
          floating_network_id: 'public-id',
          floating_ip_address: '203.0.113.10',
        },
      ],
    },
    '/load-balancer/v2.0/lbaas/loadbalancers': {
      loadbalancers: [
        {
          id: 'lb',
          name: BALANCER,
          vip_port_id: 'vip',
          vip_subnet_id: 'sub',
          vip_address: '10.8.0.9',
          provider: 'amphora',
        },
      ],
    },
    '/load-balancer/v2.0/lbaas/listeners': {
      listeners: [
        {
          id: 'lis',
          name: `${BALANCER}-6443`,
          protocol: 'TCP',
          protocol_port: 6443,
          loadbalancers: [{ id: 'lb' }],
        },
      ],
    },
    '/load-balancer/v2.0/lbaas/pools': {
      pools: [
        {
          id: 'pool',
          name: `${BALANCER}-6443`,
          protocol: 'TCP',
          loadbalancers: [{ id: 'lb' }],
          listeners: [{ id: 'lis' }],
          members: count((i) => ({ id: `member-${i}` })),
        },
      ],
    },
    '/load-balancer/v2.0/lbaas/healthmonitors': {
      healthmonitors: [
        { id: 'mon', name: `${BALANCER}-6443`, type: 'TCP', pools: [{ id: 'pool' }] },
      ],
    },
    '/compute/os-server-groups': {
      server_groups: [
        {
          id: 'grp',
          name: `${NAME}-control-plane`,
          policies: ['soft-anti-affinity'],
          members: count((i) => `server-${i}`),
        },
      ],
    },
    ...more,
  });
}

/** Props that are refused of a changed cluster, with what they were. */
async function refused(
  overrides: Partial<AssembledCluster>,
  servers = 3,
): Promise<readonly (readonly [prop: string, allowed: string])[]> {
  const issues = await issuesOf({
    answers: made(servers),
    cluster: cluster(overrides),
    state: STATE,
  });
  return issues.map((issue) => {
    const [, prop = '', allowed = ''] = /: (\S+) is .*\n +allowed: (.*)\n/.exec(issue) ?? [];
    return [prop, allowed] as const;
  });
}

describe('preflight on what exists', () => {
  it('has nothing to say about what the stack holds as planned', async () => {
    const given = { answers: made(3), cluster: cluster() };

    assert.deepEqual(await issuesOf({ ...given, state: STATE }), []);
    assert.deepEqual(await issuesOf(given), []);
  });

  describe('under planned names', () => {
    it('refuses what the stack does not hold, with how it is taken over or deleted', async () => {
      const state = STATE.filter(({ name }) => !name.includes('/load-balancer/'));

      const [issue, ...others] = await issuesOf({ answers: made(0), cluster: cluster(), state });

      assert.deepEqual(others, []);
      assert.equal(
        issue,
        `mothership/demo: planned names is ["loadBalancer ${BALANCER} (lb)","listener ${BALANCER}-6443 (lis)","3 more"]\n` +
          '  allowed: names that nothing in the project has, except the resources of the stack\n' +
          '  fix: import what belongs to this cluster: capi-fleet import --cluster demo --json PROGRAM > import.json, and pulumi import --file import.json --generate-code=false --protect=false in the stack; or delete what nothing uses: openstack loadbalancer delete --cascade lb',
      );
    });

    it('refuses them in a stack that has nothing yet', async () => {
      const [issue = ''] = await issuesOf({ answers: made(0), cluster: cluster(), state: [] });

      assert.match(issue, /planned names is \["network mothership-demo \(net\)",.*"\d+ more"\]/);
    });

    it('says nothing of them where the stack is not known', async () => {
      assert.deepEqual(await issuesOf({ answers: made(0), cluster: cluster() }), []);
    });

    it('refuses a second one beside that of the stack, where names are all that counts', async () => {
      const networks = [
        { id: 'net', name: NAME },
        { id: 'other', name: NAME },
      ];
      const answers = made(0, { '/network/v2.0/networks': { networks } });
      const given = { answers, state: STATE };

      assert.deepEqual(await issuesOf({ ...given, cluster: cluster() }), [
        'mothership/demo: network in the cloud is "mothership-demo"\n' +
          '  allowed: only one of that name in the project, not 2 (net, other), because the OpenStack provider finds it by name\n' +
          '  fix: rename or delete those that do not belong to this cluster',
      ]);
      const handOver = { floatingIP: '203.0.113.10', ids: { network: 'net' } };
      assert.deepEqual(await issuesOf({ ...given, cluster: cluster({ handOver }) }), []);
    });

    it('refuses a credential of the name, which cannot be taken over', async () => {
      const credential = { id: 'cred', name: 'mothership-demo-1' };
      const answers = made(0, {
        '/identity/v3/users/user-1/application_credentials': {
          application_credentials: [credential],
        },
      });
      const credentials = {
        kind: 'applicationCredential',
        secretName: 'demo-cloud-config',
        cloudName: 'openstack',
      } as const;
      const given = { answers, cluster: cluster({ credentials }) };
      const own = held('credential', 'cred');

      assert.deepEqual(await issuesOf({ ...given, state: [...STATE, own] }), []);
      assert.match(
        String(await issuesOf({ ...given, state: STATE })),
        /applicationCredential mothership-demo-1 \(cred\)"\]\n.*\n {2}fix: openstack application credential delete cred$/,
      );
    });
  });

  describe('under running machines', () => {
    const changed = {
      'the range of a subnet': {
        overrides: { network: provisionedNetwork({ nodeCidr: '10.9.0.0/24' }) },
        issues: [
          [
            'network.nodeCidr',
            'the current value, "10.8.0.0/24", because it cannot change on subnet mothership-demo, which 3 servers use',
          ],
        ],
      },
      'the router': {
        overrides: { network: provisionedNetwork({ router: { id: 'edge' } }) },
        issues: [
          [
            'network.router',
            'the current value, "rtr", because it cannot change on router interface leg, which 3 servers use',
          ],
        ],
      },
      'address and driver of a load balancer': {
        overrides: {
          endpoint: {
            kind: 'loadBalancer',
            allowedCidrs: [],
            additionalPorts: [],
            vipAddress: '10.8.0.5',
            provider: 'ovn',
          },
        },
        issues: [
          [
            'endpoint.vipAddress',
            `the current value, "10.8.0.9", because it cannot change on load balancer ${BALANCER}, which 3 servers use`,
          ],
          [
            'endpoint.provider',
            `the current value, "amphora", because it cannot change on load balancer ${BALANCER}, which 3 servers use`,
          ],
        ],
      },
      'the port of a listener': {
        overrides: { apiServerPort: 443 },
        issues: [
          [
            'apiServerPort',
            `the current value, 6443, because it cannot change on listener ${BALANCER}-6443, which 3 servers use`,
          ],
        ],
      },
      'the policy of a server group': {
        overrides: {
          controlPlane: controlPlaneModel({
            replicas: 1,
            serverGroup: { filter: { name: `${NAME}-control-plane` } },
            serverGroupPolicy: 'anti-affinity',
          }),
        },
        issues: [
          [
            'serverGroup',
            'the current value, ["soft-anti-affinity"], because it cannot change on server group mothership-demo-control-plane, which 3 servers use',
          ],
        ],
      },
      'the floating address': {
        overrides: {
          endpoint: {
            kind: 'loadBalancer',
            allowedCidrs: [],
            additionalPorts: [],
            floatingIP: { kind: 'address', address: '203.0.113.99' },
          },
        },
        issues: [
          [
            'endpoint.floatingIP',
            'the current value, "203.0.113.10", because it cannot change on floating IP 203.0.113.10, which 3 servers use',
          ],
        ],
      },
    } satisfies Record<
      string,
      { overrides: Partial<AssembledCluster>; issues: readonly (readonly [string, string])[] }
    >;

    for (const [what, { overrides, issues }] of Object.entries(changed)) {
      it(`refuses to make anew for ${what}`, async () => {
        assert.deepEqual(await refused(overrides), issues);
      });

      it(`leaves it to Pulumi for ${what} where there are none`, async () => {
        assert.deepEqual(await refused(overrides, 0), []);
      });
    }

    it('says what to go back to', async () => {
      const network = provisionedNetwork({ nodeCidr: '10.9.0.0/24' });
      const [issue] = await issuesOf({
        answers: made(1),
        cluster: cluster({ network }),
        state: STATE,
      });

      assert.equal(
        issue,
        'mothership/demo: network.nodeCidr is "10.9.0.0/24"\n' +
          '  allowed: the current value, "10.8.0.0/24", because it cannot change on subnet mothership-demo, which 1 server uses\n' +
          '  fix: change it back to "10.8.0.0/24", or create a new cluster beside this one',
      );
    });

    it('refuses another external network while the router leads floating addresses there', async () => {
      const cloud = {
        ...cluster().cloud,
        externalNetwork: { kind: 'lookup', network: { id: 'backbone' } } as const,
      };
      const networks = [{ id: 'backbone', name: 'backbone', 'router:external': true }];
      const answers = made(0, {
        '/network/v2.0/networks?router:external=true': { networks },
        '/network/v2.0/networks?id=backbone': { networks },
      });

      const issues = await issuesOf({ answers, cluster: cluster({ cloud }), state: STATE });

      assert.deepEqual(issues, [
        'homelab: externalNetwork is "backbone"\n' +
          '  allowed: the current value, "public-id", because it cannot change on router mothership-demo, which 1 floating IP uses\n' +
          '  fix: change it back to "public-id", or create a new cluster beside this one',
      ]);
    });
  });

  describe('of an update that did not come to its end', () => {
    const subnets = [subnet('sub', '10.8.0.0/24'), subnet('new', '10.9.0.0/24')];
    const answers = (servers: number) => made(servers, { '/network/v2.0/subnets': { subnets } });
    const state = [
      ...STATE.filter(({ id }) => id !== 'sub'),
      held('network/subnet', 'new'),
      held('network/subnet', 'sub', true),
    ];

    it('names the subnet that is as planned, for the way back', async () => {
      assert.deepEqual(await issuesOf({ answers: answers(3), cluster: cluster(), state }), [
        'mothership/demo: subnet in the stack is "new"\n' +
          '  allowed: sub, which matches the plan; an interrupted update was about to replace it\n' +
          '  fix: run capi-fleet up, which keeps it and deletes the other one',
      ]);
    });

    it('refuses the way on while servers are on the one that is replaced', async () => {
      const given = {
        cluster: cluster({ network: provisionedNetwork({ nodeCidr: '10.9.0.0/24' }) }),
        state,
      };

      assert.deepEqual(await issuesOf({ ...given, answers: answers(0) }), []);
      assert.match(
        String(await issuesOf({ ...given, answers: answers(2) })),
        /^mothership\/demo: network.nodeCidr is "10.9.0.0\/24"\n {2}allowed: the current value, "10.8.0.0\/24", .* which 2 servers use\n/,
      );
    });
  });
});
