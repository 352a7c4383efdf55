import type {
  LoadBalancerModel,
  OpenStackEndpoint,
} from '../../../../../lib/openstack/model/endpoint';
import { bastionModel } from '../../../../support/bastion';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster } from '../../../../support/provisioned';
import { cluster, onCloud, type RuleCase } from '../../../assembly/rule-case';

type VirtualIp = Extract<OpenStackEndpoint, { kind: 'virtualIp' }>;
type Balancer = Extract<OpenStackEndpoint, LoadBalancerModel>;

const NONE = { kind: 'none' } as const;
const AT = { kind: 'address', address: '203.0.113.7' } as const;
const GUARDED = bastionModel({ securityGroups: [{ filter: { name: 'ssh' } }] });
const FIRST_SUBNET = { filter: { name: 'nodes-v6' } };

/** Examples of rules on endpoints that kube-vip holds. */
export const VIRTUAL_IP_CASES: readonly RuleCase[] = [
  {
    rule: 'virtual-ip-floating-address',
    broken: cluster({ endpoint: virtual() }),
    sound: cluster({ endpoint: virtual({ floatingIP: NONE }) }),
    says: `mothership/demo: endpoint.floatingIP is "allocated"
  allowed: none on a managed network
  fix: write floatingIP: FloatingIP.none(), or use ClusterNetwork.provisioned({ … })`,
  },
  {
    rule: 'virtual-ip-floating-address',
    broken: cluster({
      endpoint: virtual({ floatingIP: { kind: 'address', address: '203.0.113.7' } }),
    }),
    sound: onCloud({ externalNetwork: { kind: 'none' } }, { endpoint: virtual() }),
    says: `mothership/demo: endpoint.floatingIP is "203.0.113.7"
  allowed: none on a managed network
  fix: write floatingIP: FloatingIP.none(), or use ClusterNetwork.provisioned({ … })`,
  },
  {
    rule: 'floating-address-family',
    broken: onIPv6({}),
    sound: onIPv6({ floatingIP: NONE }),
    says: `mothership/demo: endpoint.floatingIP is "allocated"
  allowed: no floating IP for fd00:8::10
  fix: write floatingIP: FloatingIP.none()`,
  },
  {
    rule: 'floating-address-family',
    broken: onIPv6Balancer({}),
    sound: onIPv6Balancer({ floatingIP: NONE }),
    says: `mothership/demo: endpoint.floatingIP is "allocated"
  allowed: no floating IP for a load balancer in an IPv6 network
  fix: write floatingIP: FloatingIP.none()`,
  },
  {
    rule: 'floating-address-family',
    broken: onIPv6Balancer({ kind: 'managed', floatingIP: AT }),
    sound: onIPv6Balancer({ kind: 'managed', vipNetwork: { filter: { name: 'edge' } } }),
    says: `mothership/demo: endpoint.floatingIP is "203.0.113.7"
  allowed: no floating IP for a load balancer in an IPv6 network
  fix: write floatingIP: FloatingIP.none()`,
  },
  {
    rule: 'floating-address-family',
    broken: onDual({ vipAddress: 'fd00:8::10' }),
    sound: onDual({ vipAddress: '10.8.0.10' }),
    says: `mothership/demo: endpoint.floatingIP is "allocated"
  allowed: no floating IP for fd00:8::10
  fix: write floatingIP: FloatingIP.none()`,
  },
  {
    rule: 'allowed-ranges-family',
    broken: onIPv6Balancer({ floatingIP: NONE, allowedCidrs: ['192.0.2.0/24'] }),
    sound: onDual({ allowedCidrs: ['192.0.2.0/24'] }),
    says: `mothership/demo: endpoint.allowedCidrs is ["192.0.2.0/24"]
  allowed: none for a load balancer with an IPv6 address
  fix: leave it out, and restrict access with security groups`,
  },
  {
    rule: 'allowed-ranges-family',
    broken: onIPv6Balancer({ floatingIP: NONE, allowedCidrs: ['2001:db8::/32'] }),
    says: `mothership/demo: endpoint.allowedCidrs is ["2001:db8::/32"]
  allowed: none for a load balancer with an IPv6 address
  fix: leave it out, and restrict access with security groups`,
  },
  {
    rule: 'bastion-family',
    broken: onIPv6({ floatingIP: NONE }, { bastion: GUARDED }),
    sound: onIPv6({ floatingIP: NONE }, { bastion: { ...GUARDED, enabled: false } }),
    says: `mothership/demo: bastion is "allocated"
  allowed: none; the machines have only IPv6 addresses
  fix: leave the bastion out, or adopt a network with a subnet of each address family`,
  },
  {
    rule: 'bastion-family',
    broken: onIPv6({ floatingIP: NONE }, { bastion: { ...GUARDED, floatingIP: '203.0.113.9' } }),
    sound: { ...onDual({}), bastion: { ...GUARDED, floatingIP: '203.0.113.9' } },
    says: `mothership/demo: bastion.floatingIP is "203.0.113.9"
  allowed: none; the machines have only IPv6 addresses
  fix: leave the bastion out, or adopt a network with a subnet of each address family`,
  },
  {
    rule: 'virtual-ip-image',
    broken: provisionedCluster({
      endpoint: virtual({ image: 'registry.example.org:5000/kube-vip' }),
    }),
    sound: provisionedCluster({
      endpoint: virtual({ image: 'registry.example.org:5000/kube-vip:v1' }),
    }),
    says: `mothership/demo: endpoint.image is "registry.example.org:5000/kube-vip"
  allowed: an image with a tag or digest
  fix: write, for example, "registry.example.org/kube-vip:v0.8.9", or leave it out`,
  },
  {
    rule: 'virtual-ip-interface',
    broken: provisionedCluster({ endpoint: virtual({ interface: 'eth0:1' }) }),
    sound: provisionedCluster({ endpoint: virtual({ interface: 'ens3' }) }),
    says: `mothership/demo: endpoint.interface is "eth0:1"
  allowed: a name of 1 to 15 characters without spaces, colons and slashes
  fix: write, for example, "ens3", or leave it out to use that of the default route`,
  },
  {
    rule: 'virtual-ip-arp-interval',
    broken: provisionedCluster({ endpoint: virtual({ arpIntervalMilliseconds: 0 }) }),
    sound: provisionedCluster({ endpoint: virtual({ arpIntervalMilliseconds: 1000 }) }),
    says: `mothership/demo: endpoint.arpIntervalMilliseconds is 0
  allowed: an integer of 1 or more
  fix: leave it out to use 3000`,
  },
  {
    rule: 'virtual-ip-lease',
    broken: provisionedCluster({ endpoint: virtual({ lease: { durationSeconds: 5 } }) }),
    sound: provisionedCluster({
      endpoint: virtual({
        lease: { durationSeconds: 5, renewDeadlineSeconds: 3, retryPeriodSeconds: 1 },
      }),
    }),
    says: `mothership/demo: endpoint.lease is {"durationSeconds":5,"renewDeadlineSeconds":10,"retryPeriodSeconds":2}
  allowed: integers of 1 or more; durationSeconds above renewDeadlineSeconds, and that above 1.2 times retryPeriodSeconds
  fix: write { durationSeconds: 15, renewDeadlineSeconds: 10, retryPeriodSeconds: 2 }, or leave it out`,
  },
  {
    rule: 'virtual-ip-lease',
    broken: provisionedCluster({ endpoint: virtual({ lease: { retryPeriodSeconds: 9 } }) }),
    says: `mothership/demo: endpoint.lease is {"durationSeconds":15,"renewDeadlineSeconds":10,"retryPeriodSeconds":9}
  allowed: integers of 1 or more; durationSeconds above renewDeadlineSeconds, and that above 1.2 times retryPeriodSeconds
  fix: write { durationSeconds: 15, renewDeadlineSeconds: 10, retryPeriodSeconds: 2 }, or leave it out`,
  },
  {
    rule: 'virtual-ip-lease',
    broken: leased(10, 10, 2),
    sound: leased(11, 10, 2),
    says: `mothership/demo: endpoint.lease is {"durationSeconds":10,"renewDeadlineSeconds":10,"retryPeriodSeconds":2}
  allowed: integers of 1 or more; durationSeconds above renewDeadlineSeconds, and that above 1.2 times retryPeriodSeconds
  fix: write { durationSeconds: 15, renewDeadlineSeconds: 10, retryPeriodSeconds: 2 }, or leave it out`,
  },
  {
    rule: 'virtual-ip-lease',
    broken: leased(15, 6, 5),
    sound: leased(15, 7, 5),
    says: `mothership/demo: endpoint.lease is {"durationSeconds":15,"renewDeadlineSeconds":6,"retryPeriodSeconds":5}
  allowed: integers of 1 or more; durationSeconds above renewDeadlineSeconds, and that above 1.2 times retryPeriodSeconds
  fix: write { durationSeconds: 15, renewDeadlineSeconds: 10, retryPeriodSeconds: 2 }, or leave it out`,
  },
];

function leased(durationSeconds: number, renewDeadlineSeconds: number, retryPeriodSeconds: number) {
  const lease = { durationSeconds, renewDeadlineSeconds, retryPeriodSeconds };
  return provisionedCluster({ endpoint: virtual({ lease }) });
}

function virtual(props: Partial<VirtualIp> = {}): VirtualIp {
  return { kind: 'virtualIp', address: '10.8.0.254', image: 'kube-vip:v1', ...props };
}

function onIPv6(props: Partial<VirtualIp>, rest: Partial<AssembledCluster> = {}) {
  return provisionedCluster({
    podCidrs: ['fd00:10::/56'],
    serviceCidrs: ['fd00:20::/112'],
    network: {
      kind: 'adopted',
      network: { filter: { name: 'tenant' } },
      subnets: [FIRST_SUBNET],
      nodeCidr: 'fd00:8::/64',
    },
    endpoint: virtual({ address: 'fd00:8::10', ...props }),
    ...rest,
  });
}

function onIPv6Balancer(props: Partial<Balancer>) {
  return onIPv6({}, { endpoint: balancer(props) });
}

function onDual(props: Partial<Balancer>) {
  return provisionedCluster({
    network: {
      kind: 'adopted',
      network: { filter: { name: 'tenant' } },
      subnets: [FIRST_SUBNET, { filter: { name: 'nodes-v4' } }],
      nodeCidr: '10.8.0.0/24',
      nodeCidrIPv6: 'fd00:8::/64',
    },
    endpoint: balancer(props),
  });
}

function balancer(props: Partial<Balancer>): OpenStackEndpoint {
  return { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [], ...props };
}
