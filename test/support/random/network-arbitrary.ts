import fc from 'fast-check';
import {
  type AdoptedNetworkOptions,
  ApiEndpoint,
  ClusterNetwork,
  FloatingIP,
  type LoadBalancerOptions,
  type MachineEndpointOptions,
  type ManagedEndpointOptions,
  type ManagedNetworkOptions,
  NetworkLookup,
  type ProvisionedLoadBalancerOptions,
  type ProvisionedNetworkOptions,
  RulePeer,
  type SecurityGroupRule,
  SecurityGroups,
  type VirtualIpOptions,
} from '../../../constructs/index';
import { provisionedNetworkModel } from '../../../lib/openstack/model/provisioned-network';
import {
  address,
  cidr,
  type Every,
  flag,
  halfOf,
  lookup,
  oddText,
  type PartsOf,
  someOf,
  tags,
  uuid,
  word,
} from './parts';

const NODES = '10.0.0.0/24';
const ranges = {
  podCidrs: fc.constantFrom(['192.168.0.0/16'], ['172.16.0.0/16', 'fd00:1::/56']),
  serviceCidrs: fc.constantFrom(['10.96.0.0/12'], ['10.96.0.0/16', 'fd00:2::/112']),
  serviceDomain: fc.constantFrom('cluster.local', 'k8s.example'),
};
const own = {
  ...ranges,
  dnsNameservers: fc.uniqueArray(address, { maxLength: 3 }),
  allocationPools: fc.constantFrom(
    [{ start: '10.0.0.10', end: '10.0.0.200' }],
    [
      { start: '10.0.0.110', end: '10.0.0.200' },
      { start: '10.0.0.10', end: '10.0.0.100' },
    ],
  ),
  router: lookup,
  mtu: fc.integer({ min: 1280, max: 9000 }),
};
const provisioned = someOf<Omit<Every<ProvisionedNetworkOptions>, 'nodeCidr'>>({
  ...own,
  nodeCidrIPv6: fc.constant('fd00::/64'),
  ipv6Mode: fc.constantFrom('slaac', 'dhcpv6-stateful'),
  portSecurity: flag,
  name: word,
  tags,
});
const managed = someOf<Omit<Every<ManagedNetworkOptions>, 'nodeCidr' | 'nodeCidrIPv6'>>({
  ...own,
  portSecurity: flag,
  externalRouterIPs: fc.array(
    fc.record(
      { subnet: lookup, fixedIP: address },
      { requiredKeys: ['subnet'], noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 2 },
  ),
});
const adopted = someOf<Every<AdoptedNetworkOptions>>({
  ...ranges,
  subnets: fc.array(lookup, { minLength: 1, maxLength: 2 }),
  router: lookup,
  nodeCidr: fc.constant(NODES),
  nodeCidrIPv6: fc.constant('fd00::/64'),
  mtu: own.mtu,
});

/** Floating addresses that need nothing to have been provisioned. */
const knownFloatingIP = fc.oneof(
  address.map(FloatingIP.fromAddress),
  fc.constant(FloatingIP.none()),
);
const balancerParts: PartsOf<Every<LoadBalancerOptions>> = {
  provider: fc.constantFrom('amphora', 'ovn', 'octavia'),
  allowedCidrs: fc.uniqueArray(cidr, { maxLength: 2 }),
  additionalPorts: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), { maxLength: 2 }),
  monitor: halfOf({
    delaySeconds: fc.integer({ min: 6, max: 60 }),
    timeoutSeconds: fc.integer({ min: 1, max: 5 }),
    maxRetries: fc.integer({ min: 1, max: 10 }),
    maxRetriesDown: fc.integer({ min: 1, max: 10 }),
  }),
  floatingIP: knownFloatingIP,
};
const virtualIp = halfOf<Omit<Every<VirtualIpOptions>, 'floatingIP' | 'address'>>({
  dnsName: word.map((name) => `${name}.k8s.example.org`),
  image: word.map((host) => `${host}.example/kube-vip:v0.8.9`),
  interface: fc.constantFrom('eth0', 'ens3'),
  arpIntervalMilliseconds: fc.integer({ min: 500, max: 5000 }),
  lease: fc.constant({ durationSeconds: 20, renewDeadlineSeconds: 15, retryPeriodSeconds: 3 }),
});
const balancer = someOf<Omit<Every<ProvisionedLoadBalancerOptions>, 'vipAddress' | 'dnsName'>>({
  ...balancerParts,
  flavorId: uuid,
});
const managedBalancer = someOf<Every<ManagedEndpointOptions>>({
  ...balancerParts,
  flavor: word,
  availabilityZone: word,
  network: lookup,
  subnetId: uuid,
  vipAddress: fc.constantFrom('10.0.0.252', '10.0.0.253'),
});
const host = fc.oneof(
  address,
  fc.constantFrom('fd00:9::1', '2001:db8::7'),
  word.map((name) => `${name}.example`),
);

const machine = someOf<Omit<Every<MachineEndpointOptions>, 'floatingIP'>>({
  dnsName: word.map((name) => `${name}.k8s.example.org`),
});
/** Floating addresses of a machine, which is the only one of its control plane. */
const machines = fc.oneof(
  fc.constant(ApiEndpoint.machine({ floatingIP: FloatingIP.ephemeral() })),
  fc
    .tuple(machine, address)
    .map(([options, one]) =>
      ApiEndpoint.machine({ ...options, floatingIP: FloatingIP.fromAddress(one) }),
    ),
);

/** Endpoints that any network can have. */
const anywhere = fc.oneof(
  machines,
  managedBalancer.map(ApiEndpoint.managed),
  fc
    .tuple(host, fc.integer({ min: 1, max: 65_535 }))
    .map(([name, port]) => ApiEndpoint.external({ host: name, port })),
);
const none = fc.constant(FloatingIP.none());
const anyVirtualIp = heldAt(fc.constantFrom('10.0.0.250', '10.0.0.251'), knownFloatingIP);
/** The last address of the range, which is derived. */
const derivedVirtualIp = (floatingIP: fc.Arbitrary<FloatingIP>) =>
  fc
    .tuple(virtualIp, floatingIP)
    .map(([options, one]) => ApiEndpoint.virtualIp({ ...options, floatingIP: one }));
const balanced = fc
  .tuple(balancer, knownFloatingIP)
  .map(([options, floatingIP]) => ApiEndpoint.loadBalancer({ ...options, floatingIP }));
const inside = fc.oneof(anywhere, balanced, anyVirtualIp);
const external = host.map((name) => ApiEndpoint.external({ host: name }));
/** Endpoints with an address of IPv6, which have no floating addresses and no ranges that are let in. */
const ofIPv6 = fc.oneof(
  external,
  heldAt(fc.constantFrom('fd00::10', 'fd00::ffff'), none),
  balancer.map(({ allowedCidrs: _ranges, ...options }) =>
    ApiEndpoint.loadBalancer({ ...options, floatingIP: FloatingIP.none() }),
  ),
);

/** Virtual IP at an address that is given. */
function heldAt(where: fc.Arbitrary<string>, floating: fc.Arbitrary<FloatingIP>) {
  return fc
    .tuple(virtualIp, floating, where)
    .map(([options, floatingIP, one]) =>
      ApiEndpoint.virtualIp({ ...options, floatingIP, address: one }),
    );
}

const NODES_IPV6 = 'fd00::/64';
const SIX = { podCidrs: ['fd00:1::/56'], serviceCidrs: ['fd00:2::/112'] };
const SIX_FIRST = {
  podCidrs: ['fd00:1::/56', '172.16.0.0/16'],
  serviceCidrs: ['fd00:2::/112', '10.96.0.0/16'],
};
const lan = someOf({ router: lookup, mtu: own.mtu, serviceDomain: ranges.serviceDomain });

/** Clusters with the main family IPv6, or no other. */
const mainlyIPv6 = [
  fc.record({
    network: provisioned.map((options) =>
      ClusterNetwork.provisioned({
        nodeCidr: NODES,
        ...options,
        nodeCidrIPv6: NODES_IPV6,
        ...SIX_FIRST,
      }),
    ),
    endpoint: inside,
  }),
  fc.record({
    network: fc.tuple(word, lookup, lan).map(([name, subnet, options]) =>
      ClusterNetwork.fromName(name, {
        ...options,
        subnets: [subnet],
        nodeCidr: NODES_IPV6,
        ...SIX,
      }),
    ),
    endpoint: ofIPv6,
  }),
  fc.record({
    network: fc.tuple(word, word, word, lan).map(([name, first, second, options]) =>
      ClusterNetwork.fromName(name, {
        ...options,
        subnets: [`${first}-v6`, `${second}-v4`].map(NetworkLookup.fromName),
        nodeCidr: NODES,
        nodeCidrIPv6: NODES_IPV6,
        ...SIX_FIRST,
      }),
    ),
    endpoint: ofIPv6,
  }),
];

/** Clusters on a network that others may be on too. */
const shared = fc.record({
  network: provisioned.map(({ podCidrs: _pods, serviceCidrs: _services, ...options }) => {
    const place = { owner: 'cloud/floor', shared: true, name: 'cloud-floor' };
    const model = provisionedNetworkModel({ nodeCidr: NODES, ...options }, place);
    return new ClusterNetwork({}, model);
  }),
  endpoint: inside,
});

/** Network of a cluster with an endpoint that it can have. */
export const reached = fc.oneof(
  ...mainlyIPv6,
  shared,
  fc.record({
    network: managed.map((options) => ClusterNetwork.managed({ nodeCidr: NODES, ...options })),
    endpoint: fc.oneof(
      anywhere,
      heldAt(fc.constantFrom('10.0.0.250', '10.0.0.251'), none),
      derivedVirtualIp(none),
    ),
  }),
  fc.record({
    network: provisioned.map((options) =>
      ClusterNetwork.provisioned({ nodeCidr: NODES, ...options }),
    ),
    endpoint: fc.oneof(inside, derivedVirtualIp(knownFloatingIP)),
  }),
  fc.record({
    network: fc
      .tuple(word, lookup, adopted)
      .map(([name, subnet, options]) =>
        ClusterNetwork.fromName(name, { subnets: [subnet], ...options }),
      ),
    endpoint: inside,
  }),
  fc.record({
    network: fc.tuple(uuid, adopted).map(([id, options]) => ClusterNetwork.fromId(id, options)),
    endpoint: anywhere,
  }),
);

const peer = fc.oneof(
  cidr.map(RulePeer.cidr),
  uuid.map(RulePeer.group),
  fc
    .subarray(['controlplane', 'worker'] as const, { minLength: 1 })
    .map((groups) => RulePeer.groups(...groups)),
);
const rule: fc.Arbitrary<SecurityGroupRule> = fc
  .tuple(
    word,
    peer,
    halfOf({
      scope: fc.constantFrom('allNodes', 'controlPlane', 'workers'),
      direction: fc.constantFrom('ingress', 'egress'),
      description: oddText,
    }),
    fc.constantFrom(
      {},
      { protocol: 'tcp', ports: 8000 },
      { protocol: 'udp', ports: [1, 65_535] as const },
      { protocol: 'icmp' },
      { protocol: '4' },
    ),
  )
  .map(([name, from, rest, traffic]) => ({ name, from, ...rest, ...traffic }));
const rules = fc.uniqueArray(rule, { maxLength: 3, selector: ({ name }) => name });
const groupOptions = halfOf({ allowAllInClusterTraffic: flag, rules });

/** Firewall of a cluster. */
export const securityGroups = fc.oneof(
  fc.constant(SecurityGroups.none()),
  groupOptions.map(SecurityGroups.managed),
  groupOptions.map(SecurityGroups.provisioned),
  fc
    .tuple(lookup, lookup)
    .map(([controlPlane, workers]) =>
      SecurityGroups.fromLookups({ controlPlane: [controlPlane], workers: [workers] }),
    ),
);
