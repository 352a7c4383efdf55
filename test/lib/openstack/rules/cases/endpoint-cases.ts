import type { SecurityRuleModel } from '../../../../../lib/addons/model/firewall-rule';
import type { FloatingIPModel } from '../../../../../lib/openstack/model/endpoint';
import { bastionModel } from '../../../../support/bastion';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, onCloud, type RuleCase, UNKNOWN_NETWORK } from '../../../assembly/rule-case';

const NO_NETWORK = { externalNetwork: { kind: 'none' } } as const;
const OPEN: SecurityRuleModel = {
  name: 'api',
  scope: 'controlPlane',
  direction: 'ingress',
  etherType: 'IPv4',
  protocol: 'tcp',
  portRangeMin: 8443,
  portRangeMax: 8443,
  description: 'api',
  peer: { kind: 'cidr', cidr: '0.0.0.0/0' },
};

const ON_IPV6: Partial<AssembledCluster> = {
  endpoint: { kind: 'external', host: 'api.example' },
  network: {
    kind: 'adopted',
    network: { filter: { name: 'lan' } },
    subnets: [{ filter: { name: 'v6' } }],
    nodeCidr: 'fd00:8::/64',
  },
  podCidrs: ['fd00:10::/56'],
  serviceCidrs: ['fd00:20::/112'],
};

/** Examples of rules on the way to the API server. */
export const ENDPOINT_CASES: readonly RuleCase[] = [
  {
    rule: 'floating-ip-without-external-network',
    broken: onCloud(NO_NETWORK, floating({ kind: 'allocated' })),
    sound: onCloud(NO_NETWORK, floating({ kind: 'none' })),
    says: `mothership/demo: endpoint.floatingIP is "allocated"
  allowed: none; homelab has no external network
  fix: write FloatingIP.none(), or set externalNetwork on homelab`,
  },
  {
    rule: 'floating-ip-without-external-network',
    broken: onCloud(NO_NETWORK, floating({ kind: 'address', address: '203.0.113.10' })),
    sound: onCloud(NO_NETWORK),
    says: `mothership/demo: endpoint.floatingIP is "203.0.113.10"
  allowed: none; homelab has no external network
  fix: write FloatingIP.none(), or set externalNetwork on homelab`,
  },
  {
    rule: 'floating-ip-address',
    broken: cluster(floating({ kind: 'address', address: 'https://203.0.113.10:6443' })),
    sound: cluster(floating({ kind: 'address', address: '203.0.113.10' })),
    says: `mothership/demo: endpoint.floatingIP is "https://203.0.113.10:6443"
  allowed: an IPv4 address
  fix: write FloatingIP.fromAddress('203.0.113.10')`,
  },
  {
    rule: 'floating-ip-address',
    broken: cluster(floating({ kind: 'address', address: '2001:db8::10' })),
    says: `mothership/demo: endpoint.floatingIP is "2001:db8::10"
  allowed: an IPv4 address
  fix: write a floating IP of the project, such as "203.0.113.10"`,
  },
  {
    rule: 'endpoint-host',
    broken: external('https://api.example.org:6443/'),
    sound: external('api.example.org'),
    says: `mothership/demo: endpoint.host is "https://api.example.org:6443/"
  allowed: a host name or an IP address, without scheme and port
  fix: write "api.example.org"`,
  },
  {
    rule: 'endpoint-host',
    broken: external(''),
    sound: external('2001:db8::10'),
    says: `mothership/demo: endpoint.host is ""
  allowed: a host name or an IP address, without scheme and port
  fix: write, for example, "api.example.org"`,
  },
  {
    rule: 'endpoint-port',
    broken: external('api.example.org', 70_000),
    sound: external('api.example.org', 443),
    says: `mothership/demo: endpoint.port is 70000
  allowed: an integer from 1 to 65535
  fix: leave it out to use apiServerPort`,
  },
  {
    rule: 'api-server-port-open',
    broken: cluster({ apiServerPort: 8443 }),
    sound: cluster({
      apiServerPort: 8443,
      securityGroups: { kind: 'managed', allowAllInClusterTraffic: false, rules: [OPEN] },
    }),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('0.0.0.0/0') } to securityGroups.rules`,
  },
  {
    rule: 'api-server-port-open',
    broken: cluster({
      apiServerPort: 8443,
      network: UNKNOWN_NETWORK,
      podCidrs: ['fd00:10::/56'],
      serviceCidrs: ['fd00:20::/112'],
    }),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', etherType: 'IPv6', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('::/0') } to securityGroups.rules`,
  },
  {
    rule: 'api-server-port-open',
    broken: opened(OPEN, ON_IPV6),
    sound: opened({ ...OPEN, etherType: 'IPv6', peer: { kind: 'cidr', cidr: '::/0' } }, ON_IPV6),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', etherType: 'IPv6', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('::/0') } to securityGroups.rules`,
  },
  {
    rule: 'api-server-port-open',
    broken: opened({ ...OPEN, peer: { kind: 'cidr', cidr: '192.0.2.1/32' } }),
    sound: opened({ ...OPEN, peer: { kind: 'cidr', cidr: '10.8.0.0/25' } }),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('0.0.0.0/0') } to securityGroups.rules`,
  },
  {
    rule: 'api-server-port-open',
    broken: opened(
      { ...OPEN, peer: { kind: 'groups', groups: ['bastion'] } },
      { bastion: bastionModel() },
    ),
    sound: opened(
      { ...OPEN, peer: { kind: 'cidr', cidr: '192.0.2.1/32' } },
      { endpoint: { kind: 'external', host: 'api.example' } },
    ),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('0.0.0.0/0') } to securityGroups.rules`,
  },
];

/** Cluster whose API server has another port, with a rule of the user's. */
function opened(rule: SecurityRuleModel, rest: Partial<AssembledCluster> = {}) {
  const groups = { kind: 'managed', allowAllInClusterTraffic: false } as const;
  return cluster({ apiServerPort: 8443, securityGroups: { ...groups, rules: [rule] }, ...rest });
}

function floating(floatingIP: FloatingIPModel) {
  return {
    endpoint: { kind: 'managed', allowedCidrs: [], additionalPorts: [], floatingIP },
  } as const;
}

function external(host: string, port?: number) {
  return cluster({ endpoint: { kind: 'external', host, ...(port === undefined ? {} : { port }) } });
}
