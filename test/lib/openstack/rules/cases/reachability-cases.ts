import type { ManagementModel } from '../../../../../lib/cluster/model/management';
import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import { cloudModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, onCloud, type RuleCase } from '../../../assembly/rule-case';

const BALANCER = { kind: 'managed', additionalPorts: [] } as const;
const ALLOWED = { ...BALANCER, allowedCidrs: ['203.0.113.0/24'] } as const;
const NONE = { kind: 'none' } as const;
const PRIVATE = { ...BALANCER, allowedCidrs: [], floatingIP: NONE } as const;
const VIRTUAL = { kind: 'virtualIp', image: 'kube-vip:v1', floatingIP: NONE } as const;

/** Examples of rules on the way from a management cluster to API servers. */
export const REACHABILITY_CASES: readonly RuleCase[] = [
  {
    rule: 'management-ranges',
    broken: managed({ egressCidrs: ['198.51.100.0'] }),
    sound: managed({ egressCidrs: ['198.51.100.7/32'], reachableCidrs: ['10.0.0.0/8'] }),
    says: `mothership: egressCidrs is "198.51.100.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "198.51.100.0/24", or "198.51.100.0/32" for the single address`,
  },
  {
    rule: 'management-ranges',
    broken: managed({ reachableCidrs: ['10.0.0.1/8'] }),
    says: `mothership: reachableCidrs is "10.0.0.1/8"
  allowed: the first address of the range, 10.0.0.0/8
  fix: write "10.0.0.0/8"`,
  },
  {
    rule: 'management-ranges',
    broken: onCloud({ managementEgressCidrs: ['office'] }),
    says: `homelab: managementEgressCidrs is "office"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write an address, a slash and a prefix length`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: fromCloud('198.51.100.0/24'),
    sound: fromCloud('203.0.113.0/25'),
    says: `mothership/demo: endpoint.allowedCidrs is ["203.0.113.0/24"]
  allowed: ranges that contain 198.51.100.0/24, from which the management cluster connects
  fix: add "198.51.100.0/24"`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: managed({ egressCidrs: ['198.51.100.7/32'] }, { endpoint: ALLOWED }),
    sound: managed(
      { egressCidrs: ['198.51.100.7/32'] },
      {
        endpoint: ALLOWED,
        cloud: cloudModel({ managementEgressCidrs: ['203.0.113.7/32'] }),
      },
    ),
    says: `mothership/demo: endpoint.allowedCidrs is ["203.0.113.0/24"]
  allowed: ranges that contain 198.51.100.7/32, from which the management cluster connects
  fix: add "198.51.100.7/32"`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: fromCloud('198.51.100.0/24', '198.51.100.0/25', '198.51.100.192/26'),
    sound: fromCloud('198.51.100.0/24', '198.51.100.0/25', '198.51.100.128/25'),
    says: `mothership/demo: endpoint.allowedCidrs is ["198.51.100.0/25","198.51.100.192/26"]
  allowed: ranges that contain 198.51.100.0/24, from which the management cluster connects
  fix: add "198.51.100.0/24"`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: fromCloud('10.9.0.5/32'),
    sound: fromCloud('10.8.0.5/32'),
    says: `mothership/demo: endpoint.allowedCidrs is ["203.0.113.0/24"]
  allowed: ranges that contain 10.9.0.5/32, from which the management cluster connects
  fix: add "10.9.0.5/32"`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: fromCloud('198.51.100.7/32'),
    sound: fromCloud('2001:db8::7/128'),
    says: `mothership/demo: endpoint.allowedCidrs is ["203.0.113.0/24"]
  allowed: ranges that contain 198.51.100.7/32, from which the management cluster connects
  fix: add "198.51.100.7/32"`,
  },
  {
    rule: 'private-endpoint-reachable',
    broken: reaching(['10.9.0.0/16'], PRIVATE),
    sound: reaching(['10.9.0.0/16', '10.8.0.0/16'], PRIVATE),
    says: `mothership/demo: endpoint is "10.8.0.0/24"
  allowed: an address that mothership reaches without a floating IP: 10.9.0.0/16
  fix: route it there and add "10.8.0.0/24" to the reachableCidrs of mothership, or give the endpoint a floating IP`,
  },
  {
    rule: 'private-endpoint-reachable',
    broken: reaching([], { ...VIRTUAL, address: '10.8.0.254' }),
    sound: reaching(['10.8.0.254/32'], { ...VIRTUAL, address: '10.8.0.254' }),
    says: `mothership/demo: endpoint is "10.8.0.254"
  allowed: an address that mothership reaches without a floating IP: none
  fix: route it there and add "10.8.0.254" to the reachableCidrs of mothership, or give the endpoint a floating IP`,
  },
  {
    rule: 'private-endpoint-reachable',
    broken: reaching(['10.9.0.0/16'], { ...PRIVATE, vipAddress: '10.8.0.9' }),
    sound: reaching([], { ...PRIVATE, vipNetwork: { filter: { name: 'edge' } } }),
    says: `mothership/demo: endpoint is "10.8.0.9"
  allowed: an address that mothership reaches without a floating IP: 10.9.0.0/16
  fix: route it there and add "10.8.0.9" to the reachableCidrs of mothership, or give the endpoint a floating IP`,
  },
  {
    rule: 'private-endpoint-reachable',
    broken: managed({ reachableCidrs: [] }, { cloud: cloudModel({ externalNetwork: NONE }) }),
    sound: managed({ reachableCidrs: [] }),
    says: `mothership/demo: endpoint is "10.8.0.0/24"
  allowed: an address that mothership reaches without a floating IP: none
  fix: route it there and add "10.8.0.0/24" to the reachableCidrs of mothership, or give the endpoint a floating IP`,
  },
  {
    rule: 'allowed-ranges-management',
    broken: fromCloud('203.0.112.0/23'),
    sound: fromCloud('203.0.113.128/25'),
    says: `mothership/demo: endpoint.allowedCidrs is ["203.0.113.0/24"]
  allowed: ranges that contain 203.0.112.0/23, from which the management cluster connects
  fix: add "203.0.112.0/23"`,
  },
];

function managed(
  management: Omit<ManagementModel, 'path'>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return cluster({ management: { path: 'mothership', ...management }, ...rest });
}

function reaching(
  reachableCidrs: readonly string[],
  endpoint: OpenStackEndpoint,
): AssembledCluster {
  return managed({ reachableCidrs }, { endpoint });
}

function fromCloud(egress: string, ...allowedCidrs: string[]): AssembledCluster {
  const endpoint = allowedCidrs.length === 0 ? ALLOWED : { ...ALLOWED, allowedCidrs };
  return onCloud({ managementEgressCidrs: [egress] }, { endpoint });
}
