import { rangeContains, unionContains } from '../../base/bounds';
import { type Cidr, cidrContains, isAddress, parseCidrs, tryParseCidr } from '../../base/cidr';
import { add } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { unalignedRange, unreadableRange } from '../../cluster/rules/ranges';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer } from '../model/endpoint';

const BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const CONTROL_PLANE = 'CAPI@v1.14.0:controllers/clustercache/cluster_accessor.go';

/** Rules on the connections from a management cluster to API servers. */
export const REACHABILITY_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'management-ranges',
    reason: 'Ranges that cannot be parsed cannot be compared with those of an endpoint.',
    source: BALANCER,
    check({ management, cloud }, refuse) {
      const lists = [
        [management?.path, 'egressCidrs', management?.egressCidrs],
        [management?.path, 'reachableCidrs', management?.reachableCidrs],
        [cloud.path, 'managementEgressCidrs', cloud.managementEgressCidrs],
      ] as const;
      for (const [path = '', prop, texts = []] of lists) {
        for (const text of texts) {
          const cidr = tryParseCidr(text);
          if (cidr === undefined) refuse({ path, prop }, unreadableRange(text, 'peers'));
          else if (!cidr.aligned) refuse({ path, prop }, unalignedRange(cidr));
        }
      }
    },
  },
  {
    id: 'allowed-ranges-management',
    reason:
      'Cluster API reaches the API server through the endpoint, and waits forever if it is not allowed to.',
    source: BALANCER,
    check({ path, endpoint, network, cloud, management }, refuse) {
      if (!hasBalancer(endpoint) || endpoint.allowedCidrs.length === 0) return;
      // The provider itself adds the subnets of the machines.
      const allowed = parseCidrs([...endpoint.allowedCidrs, network.nodeCidr ?? '']);
      for (const text of cloud.managementEgressCidrs ?? management?.egressCidrs ?? []) {
        const needed = tryParseCidr(text);
        // The lists contain only IPv4 ranges.
        if (needed?.family !== 4 || unionContains(allowed, needed)) continue;
        refuse(
          { path, prop: 'endpoint.allowedCidrs' },
          {
            given: endpoint.allowedCidrs,
            allowed: `ranges that contain ${text}, from which the management cluster connects`,
            fix: add(text),
          },
        );
      }
    },
  },
  {
    id: 'private-endpoint-reachable',
    reason: 'Cluster API waits forever for an API server that it cannot reach.',
    source: CONTROL_PLANE,
    check(cluster, refuse) {
      const { path, management } = cluster;
      if (management?.reachableCidrs === undefined) return;
      const place = privatePlace(cluster);
      if (place === undefined) return;
      const { reachableCidrs } = management;
      const ranges = parseCidrs(reachableCidrs);
      if (ranges.length < reachableCidrs.length || ranges.some((range) => holds(range, place))) {
        return;
      }
      const list = reachableCidrs.length === 0 ? 'none' : reachableCidrs.join(', ');
      refuse(
        { path, prop: 'endpoint' },
        {
          given: place,
          allowed: `an address that ${management.path} reaches without a floating IP: ${list}`,
          fix: `route it there and add ${JSON.stringify(place)} to the reachableCidrs of ${management.path}, or give the endpoint a floating IP`,
        },
      );
    },
  },
];

/** Returns the address of an endpoint without a floating IP, or the range that contains it; undefined if unknown. */
function privatePlace({ endpoint, network, cloud }: OpenStackCluster): string | undefined {
  if (endpoint.kind === 'external' || endpoint.kind === 'machine') return undefined;
  const isPrivate = endpoint.floatingIP?.kind === 'none' || cloud.externalNetwork?.kind === 'none';
  if (!isPrivate) return undefined;
  const address = endpoint.kind === 'virtualIp' ? endpoint.address : endpoint.vipAddress;
  if (address !== undefined && address !== '') return address;
  if (endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined) return undefined;
  return network.nodeCidr;
}

function holds(range: Cidr, place: string): boolean {
  if (isAddress(place)) return cidrContains(range, place);
  const cidr = tryParseCidr(place);
  return cidr === undefined || rangeContains(range, cidr);
}
