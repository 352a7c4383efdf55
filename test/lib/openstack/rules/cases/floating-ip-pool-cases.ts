import type { FloatingIPPoolModel } from '../../../../../lib/openstack/model/floating-ip-pool';
import { cloudModel, controlPlaneModel, poolModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const EDGE: FloatingIPPoolModel = {
  path: 'mothership/demo/edge',
  name: 'edge',
  preAllocatedFloatingIPs: [],
  reclaimPolicy: 'Delete',
};
const WORKERS = { pools: [poolModel({ floatingIPPool: 'edge' })] };
const SINGLE = controlPlaneModel({ replicas: 1, floatingIPPool: 'edge' });
const EPHEMERAL = { kind: 'machine', floatingIP: { kind: 'ephemeral' } } as const;
const OUTSIDE = { kind: 'external', host: 'api.example' } as const;
const IPV6_LAN = {
  kind: 'adopted',
  network: { filter: { name: 'lan' } },
  subnets: [{ filter: { name: 'nodes-v6' } }],
  nodeCidrIPv6: 'fd00:8::/64',
} as const;

/** Examples of rules on pools of floating addresses. */
export const FLOATING_IP_POOL_CASES: readonly RuleCase[] = [
  {
    rule: 'floating-ip-pool-name',
    broken: withEdge({ name: 'Edge' }),
    sound: withEdge({}),
    says: `mothership/demo/edge: name is "Edge"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "edge"`,
  },
  {
    rule: 'floating-ip-pool-network',
    broken: withEdge({}, { cloud: cloudModel({ externalNetwork: { kind: 'none' } }) }),
    sound: withEdge({}),
    says: `mothership/demo/edge: name is "edge"
  allowed: none; homelab has no external network
  fix: leave out the pool, and floatingIPPool of the machines`,
  },
  {
    rule: 'floating-ip-pool-network',
    broken: withEdge(
      {},
      {
        network: IPV6_LAN,
        podCidrs: ['fd00:1::/56'],
        serviceCidrs: ['fd00:2::/112'],
        endpoint: { kind: 'external', host: 'api.example' },
      },
    ),
    says: `mothership/demo/edge: name is "edge"
  allowed: none; the machines have only IPv6 addresses
  fix: leave out the pool, and floatingIPPool of the machines`,
  },
  {
    rule: 'floating-ip-pool-addresses',
    broken: withEdge({ preAllocatedFloatingIPs: ['203.0.113.7', '203.0.113'] }),
    sound: withEdge({ preAllocatedFloatingIPs: ['203.0.113.7', '203.0.113.8'] }),
    says: `mothership/demo/edge: preAllocatedFloatingIPs is "203.0.113"
  allowed: unique IPv4 addresses that are not used by the endpoint, the bastion or another pool
  fix: leave it out`,
  },
  {
    rule: 'floating-ip-pool-addresses',
    broken: withEdge(
      { preAllocatedFloatingIPs: ['203.0.113.7'] },
      {
        endpoint: {
          kind: 'managed',
          allowedCidrs: [],
          additionalPorts: [],
          floatingIP: { kind: 'address', address: '203.0.113.7' },
        },
      },
    ),
    says: `mothership/demo/edge: preAllocatedFloatingIPs is "203.0.113.7"
  allowed: unique IPv4 addresses that are not used by the endpoint, the bastion or another pool
  fix: leave it out`,
  },
  {
    rule: 'floating-ip-pool-size',
    broken: withEdge({ maxIPs: 2 }, WORKERS),
    sound: withEdge({ maxIPs: 3 }, WORKERS),
    says: `mothership/demo/edge: maxIPs is 2
  allowed: 3 or more, for that many machines during a rollout
  fix: write 3, or leave it out`,
  },
  {
    rule: 'floating-ip-pool-size',
    broken: withEdge({ maxIPs: 0 }),
    sound: withEdge(
      { maxIPs: 2 },
      {
        pools: [poolModel({ floatingIPPool: 'edge', rollout: { maxSurge: 0, maxUnavailable: 1 } })],
      },
    ),
    says: `mothership/demo/edge: maxIPs is 0
  allowed: an integer of 1 or more
  fix: leave it out for no limit`,
  },
  {
    rule: 'floating-ip-pool-known',
    broken: cluster(WORKERS),
    sound: withEdge({}, WORKERS),
    says: `mothership/demo/workers: floatingIPPool is "edge"
  allowed: a pool of the cluster, which has none
  fix: add cluster.addFloatingIPPool("edge")`,
  },
  {
    rule: 'floating-ip-pool-known',
    broken: withEdge({}, { pools: [poolModel({ floatingIPPool: 'edges' })] }),
    says: `mothership/demo/workers: floatingIPPool is "edges"
  allowed: a pool of the cluster: "edge"
  fix: write "edge", or add cluster.addFloatingIPPool("edges")`,
  },
  {
    rule: 'floating-ip-pool-endpoint',
    broken: withEdge({}, { endpoint: EPHEMERAL, controlPlane: SINGLE }),
    sound: withEdge({}, { controlPlane: SINGLE }),
    says: `mothership/demo/control-plane: floatingIPPool is "edge"
  allowed: none on a control plane with ApiEndpoint.machine
  fix: leave it out`,
  },
  {
    rule: 'floating-ip-pool-endpoint',
    broken: withEdge({}, { endpoint: OUTSIDE, controlPlane: SINGLE }),
    sound: withEdge({}, { endpoint: OUTSIDE, ...WORKERS }),
    says: `mothership/demo/control-plane: floatingIPPool is "edge"
  allowed: none on a control plane with ApiEndpoint.external
  fix: leave it out`,
  },
];

function withEdge(
  pool: Partial<FloatingIPPoolModel>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return cluster({ floatingIPPools: [{ ...EDGE, ...pool }], ...rest });
}
