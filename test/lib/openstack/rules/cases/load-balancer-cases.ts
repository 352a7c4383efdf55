import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import { profile, withOpenStackProvider } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const PROVIDER_0_13 = { profile: withOpenStackProvider(profile('1.13'), '0.13') };
const OLD = { profile: profile('1.10') };

/** Examples of rules on managed load balancers. */
export const LOAD_BALANCER_CASES: readonly RuleCase[] = [
  {
    rule: 'additional-ports',
    broken: balancer({ additionalPorts: [443, 6443, 443, 0] }),
    sound: balancer({ additionalPorts: [443, 8132] }),
    says: `mothership/demo: endpoint.additionalPorts is [443,6443,443,0]
  allowed: distinct integers from 1 to 65535, except 6443, the API server's port
  fix: write [443]`,
  },
  {
    rule: 'additional-ports',
    broken: balancer({ additionalPorts: [6443] }),
    says: `mothership/demo: endpoint.additionalPorts is [6443]
  allowed: distinct integers from 1 to 65535, except 6443, the API server's port
  fix: leave it out`,
  },
  {
    rule: 'additional-ports-panic',
    broken: balancer({ additionalPorts: [443, 8132] }, OLD),
    sound: balancer({ additionalPorts: [443] }, OLD),
    says: `mothership/demo: endpoint.additionalPorts is [443,8132]
  allowed: one port with OpenStack provider 0.12; several with 0.12.7 or later
  fix: write [443], or use Providers.versions('1.10', '0.12.7')`,
  },
  {
    rule: 'additional-ports-panic',
    broken: balancer({ additionalPorts: [443, 8132] }, { profile: profile('1.10', '0.12.6') }),
    sound: balancer({ additionalPorts: [443, 8132] }, { profile: profile('1.10', '0.12.7') }),
    says: `mothership/demo: endpoint.additionalPorts is [443,8132]
  allowed: one port with OpenStack provider 0.12; several with 0.12.7 or later
  fix: write [443], or use Providers.versions('1.10', '0.12.7')`,
  },
  {
    rule: 'monitor-version',
    broken: balancer({ monitor: { delaySeconds: 20 } }, OLD),
    sound: balancer({ monitor: { delaySeconds: 20 } }, PROVIDER_0_13),
    says: `mothership/demo: endpoint.monitor is {"delaySeconds":20}
  allowed: none with OpenStack provider 0.12; a monitor with 0.13 or later
  fix: leave monitor out, or use Providers.stable('1.13')`,
  },
  {
    rule: 'monitor-numbers',
    broken: balancer({ monitor: { maxRetries: 11, delaySeconds: 0 } }),
    sound: balancer({ monitor: { maxRetries: 10 } }),
    says: `mothership/demo: endpoint.monitor.delaySeconds is 0
  allowed: an integer of 1 or more
  fix: leave it out
mothership/demo: endpoint.monitor.maxRetries is 11
  allowed: an integer from 1 to 10
  fix: leave it out`,
  },
  {
    rule: 'monitor-timeout',
    broken: balancer({ monitor: { timeoutSeconds: 10 } }),
    sound: balancer({ monitor: { timeoutSeconds: 9 } }),
    says: `mothership/demo: endpoint.monitor.timeoutSeconds is 10
  allowed: less than the delay of 10 seconds
  fix: write delaySeconds: 11`,
  },
  {
    rule: 'monitor-timeout',
    broken: balancer({ monitor: { delaySeconds: 5 } }),
    sound: balancer({ monitor: { delaySeconds: 5, timeoutSeconds: 4 } }),
    says: `mothership/demo: endpoint.monitor.delaySeconds is 5
  allowed: more than the timeout of 5 seconds
  fix: add timeoutSeconds: 4, or write delaySeconds: 6`,
  },
  {
    rule: 'load-balancer-text',
    broken: balancer({ provider: '' }),
    sound: balancer({ flavor: 'small' }),
    says: `mothership/demo: endpoint.provider is ""
  allowed: a name
  fix: leave it out to use the cloud's default`,
  },
  {
    rule: 'allowed-ranges',
    broken: balancer({ allowedCidrs: ['198.51.100.0', '2001:db8::/32', '192.0.2.1/24'] }),
    sound: balancer({ allowedCidrs: ['198.51.100.7/32'] }),
    says: `mothership/demo: endpoint.allowedCidrs is "198.51.100.0"
  allowed: an address range in CIDR notation, such as "10.8.0.0/24"
  fix: write "198.51.100.0/24", or "198.51.100.0/32" for the single address
mothership/demo: endpoint.allowedCidrs is "2001:db8::/32"
  allowed: IPv4 ranges
  fix: leave the IPv6 range out
mothership/demo: endpoint.allowedCidrs is "192.0.2.1/24"
  allowed: the first address of the range, 192.0.2.0/24
  fix: write "192.0.2.0/24"`,
  },
  {
    rule: 'load-balancer-ovn-name',
    broken: balancer({ provider: 'OVN' }),
    sound: balancer({ provider: 'ovn' }),
    says: `mothership/demo: endpoint.provider is "OVN"
  allowed: the name as Octavia spells it
  fix: write "ovn"`,
  },
  {
    rule: 'allowed-ranges-ovn',
    broken: balancer({ provider: 'ovn', allowedCidrs: ['192.0.2.0/24'] }),
    sound: balancer({ provider: 'amphora', allowedCidrs: ['192.0.2.0/24'] }),
    says: `mothership/demo: endpoint.allowedCidrs is ["192.0.2.0/24"]
  allowed: none with the driver "ovn"
  fix: write provider: "amphora", or leave allowedCidrs out`,
  },
];

function balancer(
  endpoint: Partial<Extract<OpenStackEndpoint, { kind: 'managed' }>>,
  rest: Partial<AssembledCluster> = {},
) {
  return cluster({
    endpoint: { kind: 'managed', allowedCidrs: [], additionalPorts: [], ...endpoint },
    ...rest,
  });
}
