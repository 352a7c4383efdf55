import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import { cloudModel, controlPlaneModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

type MachineEndpoint = Extract<OpenStackEndpoint, { kind: 'machine' }>;

const AT = { kind: 'address', address: '203.0.113.7' } as const;
const EPHEMERAL = { kind: 'ephemeral' } as const;
const BALANCER = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] } as const;
const NO_OUTSIDE = cloudModel({ externalNetwork: { kind: 'none' } });
const IPV6_LAN = {
  kind: 'adopted',
  network: { filter: { name: 'lan' } },
  subnets: [{ filter: { name: 'nodes-v6' } }],
  nodeCidrIPv6: 'fd00:8::/64',
} as const;

/** Examples of rules on endpoints that are the floating address of a machine. */
export const MACHINE_ENDPOINT_CASES: readonly RuleCase[] = [
  {
    rule: 'machine-endpoint-replicas',
    broken: machine({}, { controlPlane: controlPlaneModel() }),
    sound: machine({}),
    says: `mothership/demo/control-plane: replicas is 3
  allowed: 1 with ApiEndpoint.machine
  fix: write 1, or use ApiEndpoint.virtualIp() or a load balancer`,
  },
  {
    rule: 'machine-endpoint-floating-address',
    broken: machine({ floatingIP: { kind: 'none' } }),
    sound: machine({ floatingIP: EPHEMERAL }),
    says: `mothership/demo: endpoint is "machine without a floating IP"
  allowed: a floating IP with ApiEndpoint.machine
  fix: write ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none() })`,
  },
  {
    rule: 'machine-endpoint-floating-address',
    broken: machine({}, { cloud: NO_OUTSIDE }),
    says: `mothership/demo: endpoint is "machine"
  allowed: an endpoint without a floating IP, because homelab has no external network
  fix: write ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none() })`,
  },
  {
    rule: 'machine-endpoint-floating-address',
    broken: machine(
      {},
      {
        network: IPV6_LAN,
        podCidrs: ['fd00:1::/56'],
        serviceCidrs: ['fd00:2::/112'],
      },
    ),
    sound: machine(
      {},
      {
        network: { ...IPV6_LAN, nodeCidr: '10.8.0.0/24' },
        podCidrs: ['192.168.0.0/16', 'fd00:1::/56'],
        serviceCidrs: ['10.96.0.0/12', 'fd00:2::/112'],
      },
    ),
    says: `mothership/demo: endpoint is "machine"
  allowed: an endpoint without a floating IP, because the machines have only IPv6 addresses
  fix: write ApiEndpoint.virtualIp({ address: '…', floatingIP: FloatingIP.none() }) with an address outside the allocation pools`,
  },
  {
    rule: 'machine-endpoint-floating-address',
    broken: provisionedCluster({
      endpoint: { kind: 'machine', floatingIP: { kind: 'none' } },
      network: provisionedNetwork({ shared: true, owner: 'homelab/floor' }),
      controlPlane: controlPlaneModel({ replicas: 1 }),
    }),
    says: `mothership/demo: endpoint is "machine without a floating IP"
  allowed: a floating IP with ApiEndpoint.machine
  fix: write ApiEndpoint.virtualIp({ address: '…', floatingIP: FloatingIP.none() }) with an address outside the allocation pools`,
  },
  {
    rule: 'ephemeral-address-rollout',
    broken: machine({ floatingIP: EPHEMERAL }, rolling({ certificatesExpiryDays: 30 })),
    sound: machine({ floatingIP: AT }, rolling({ certificatesExpiryDays: 30 })),
    says: `mothership/demo/control-plane: rollout.certificatesExpiryDays is 30
  allowed: no automatic rollout with FloatingIP.ephemeral()
  fix: leave it out, or use an allocated or existing floating IP`,
  },
  {
    rule: 'ephemeral-address-rollout',
    broken: machine({ floatingIP: EPHEMERAL }, rolling({ after: '2026-11-01T00:00:00Z' })),
    sound: machine({ floatingIP: EPHEMERAL }, rolling({ maxSurge: 1 })),
    says: `mothership/demo/control-plane: rollout.after is "2026-11-01T00:00:00Z"
  allowed: no automatic rollout with FloatingIP.ephemeral()
  fix: leave it out, or use an allocated or existing floating IP`,
  },
  {
    rule: 'ephemeral-address-name',
    broken: machine({ floatingIP: EPHEMERAL, dnsName: 'demo.k8s.example.org' }, inZone()),
    sound: machine({ floatingIP: AT, dnsName: 'demo.k8s.example.org' }, inZone()),
    says: `mothership/demo: endpoint.dnsName is "demo.k8s.example.org"
  allowed: no DNS name with FloatingIP.ephemeral()
  fix: leave it out`,
  },
  {
    rule: 'endpoint-dns-name',
    broken: machine({ dnsName: 'demo.example.com' }, inZone()),
    sound: machine({ dnsName: 'demo.k8s.example.org' }, inZone()),
    says: `mothership/demo: endpoint.dnsName is "demo.example.com"
  allowed: a DNS name that ends in .k8s.example.org
  fix: write "api.k8s.example.org"`,
  },
  {
    rule: 'hand-over',
    broken: { ...machine({}), handOver: {} },
    sound: machine({}),
    says: `mothership/demo: endpoint.floatingIP is missing
  allowed: an address that \`pulumi up\` has allocated and written to the hand-over file
  fix: run capi-fleet up --cluster demo, or pulumi up in the stack of the cluster, and commit the file that it writes`,
  },
  {
    rule: 'ephemeral-address-machine',
    broken: provisionedCluster({ endpoint: { ...BALANCER, floatingIP: EPHEMERAL } }),
    sound: provisionedCluster({ endpoint: { ...BALANCER, floatingIP: { kind: 'allocated' } } }),
    says: `mothership/demo: endpoint.floatingIP is "ephemeral"
  allowed: an allocated or existing floating IP, or none, with ApiEndpoint.loadBalancer
  fix: write FloatingIP.allocated(), or leave it out`,
  },
  {
    rule: 'api-server-port-open',
    broken: machine({}, { apiServerPort: 8443, ...opening('10.8.0.0/24') }),
    sound: machine({}, { apiServerPort: 8443, ...opening('0.0.0.0/0') }),
    says: `mothership/demo: apiServerPort is 8443
  allowed: 6443, or a port that one of securityGroups.rules opens to the machines
  fix: add { name: 'api-server', scope: 'controlPlane', protocol: 'tcp', ports: 8443, from: RulePeer.cidr('0.0.0.0/0') } to securityGroups.rules`,
  },
];

function machine(
  endpoint: Partial<MachineEndpoint>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return cluster({
    endpoint: { kind: 'machine', ...endpoint },
    controlPlane: controlPlaneModel({ replicas: 1 }),
    handOver: { floatingIP: '203.0.113.9' },
    ...rest,
  });
}

function rolling(rollout: AssembledCluster['controlPlane']['rollout']): Partial<AssembledCluster> {
  return { controlPlane: controlPlaneModel({ replicas: 1, rollout }) };
}

function inZone(): Partial<AssembledCluster> {
  return { cloud: cloudModel({ dnsZone: 'k8s.example.org' }) };
}

function opening(cidr: string): Partial<AssembledCluster> {
  const rule = {
    name: 'api-server',
    scope: 'controlPlane',
    direction: 'ingress',
    etherType: 'IPv4',
    description: 'the API server',
    protocol: 'tcp',
    portRangeMin: 8443,
    portRangeMax: 8443,
    peer: { kind: 'cidr', cidr },
  } as const;
  return { securityGroups: { kind: 'managed', allowAllInClusterTraffic: false, rules: [rule] } };
}
