import type { OpenStackEndpoint } from '../../../../../lib/openstack/model/endpoint';
import { profile, withOpenStackProvider } from '../../../../support/models';
import { provisionedCluster } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

type Managed = Extract<OpenStackEndpoint, { kind: 'managed' }>;

const EDGE = { filter: { name: 'edge' } };
const SUBNET = '0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa';
const PROVISIONED = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] } as const;
const FLAVOR_ID = '0c1d6a54-0000-4000-8000-00000000f1a0';

/** Oldest provider that does what provider 0.12 does not. */
const PROVIDER_0_13 = withOpenStackProvider(profile('1.13'), '0.13');

/** Examples of rules on where a load balancer is. */
export const BALANCER_PLACE_CASES: readonly RuleCase[] = [
  {
    rule: 'load-balancer-subnet',
    broken: balanced({ vipSubnetId: 'edge-v4', vipNetwork: EDGE }),
    sound: balanced({ vipSubnetId: SUBNET, vipNetwork: EDGE }),
    says: `mothership/demo: endpoint.subnetId is "edge-v4"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write the ID of the subnet, or leave it out`,
  },
  {
    rule: 'load-balancer-subnet',
    broken: balanced({ vipSubnetId: SUBNET }),
    says: `mothership/demo: endpoint.subnetId is "${SUBNET}"
  allowed: a subnet of endpoint.network, which is not set
  fix: add network: NetworkLookup.fromName(…), or leave it out`,
  },
  {
    rule: 'load-balancer-network-version',
    broken: { ...balanced({ vipNetwork: EDGE }), profile: profile('1.10') },
    sound: {
      ...balanced({ vipNetwork: EDGE }),
      network: { kind: 'adopted', network: EDGE, subnets: [] },
      profile: profile('1.10'),
    },
    says: `mothership/demo: endpoint.network is {"filter":{"name":"edge"}}
  allowed: none with OpenStack provider 0.12; a network with 0.13 or later
  fix: leave it out, or use Providers.stable('1.13')`,
  },
  {
    rule: 'load-balancer-network-version',
    broken: {
      ...balanced({ vipNetwork: EDGE }),
      network: { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] },
      profile: profile('1.10'),
    },
    sound: { ...balanced({ vipNetwork: EDGE }), profile: PROVIDER_0_13 },
    says: `mothership/demo: endpoint.network is {"filter":{"name":"edge"}}
  allowed: none with OpenStack provider 0.12; a network with 0.13 or later
  fix: leave it out, or use Providers.stable('1.13')`,
  },
  {
    rule: 'load-balancer-flavor-id',
    broken: provisionedCluster({ endpoint: { ...PROVISIONED, flavorId: 'ha' } }),
    sound: provisionedCluster({ endpoint: { ...PROVISIONED, flavorId: FLAVOR_ID } }),
    says: `mothership/demo: endpoint.flavorId is "ha"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write the ID that "openstack loadbalancer flavor list" shows, or leave it out`,
  },
  {
    rule: 'load-balancer-ovn',
    broken: provisionedCluster({
      endpoint: { ...PROVISIONED, provider: 'ovn', flavorId: FLAVOR_ID },
    }),
    says: `mothership/demo: endpoint.flavorId is "${FLAVOR_ID}"
  allowed: none with the driver "ovn"
  fix: leave it out, or write provider: "amphora"`,
  },
  {
    rule: 'load-balancer-ovn',
    broken: balanced({ provider: 'ovn', flavor: 'ha' }),
    sound: balanced({ provider: 'amphora', flavor: 'ha', availabilityZone: 'az-1' }),
    says: `mothership/demo: endpoint.flavor is "ha"
  allowed: none with the driver "ovn"
  fix: leave it out, or write provider: "amphora"`,
  },
  {
    rule: 'load-balancer-ovn',
    broken: balanced({ provider: 'ovn', availabilityZone: 'az-1' }),
    says: `mothership/demo: endpoint.availabilityZone is "az-1"
  allowed: none with the driver "ovn"
  fix: leave it out, or write provider: "amphora"`,
  },
  {
    rule: 'lookup-readable',
    broken: balanced({ vipNetwork: { id: 'edge' } }),
    says: `mothership/demo: endpoint.network is "edge"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write NetworkLookup.fromName("edge") if that is its name`,
  },
  {
    rule: 'endpoint-address',
    broken: balanced({ vipAddress: '10.9.0.4' }),
    sound: balanced({ vipAddress: '10.8.0.4' }),
    says: `mothership/demo: endpoint.vipAddress is "10.9.0.4"
  allowed: an IPv4 address in 10.8.0.0/24
  fix: write an address of the subnet outside the allocation pools`,
  },
  {
    rule: 'load-balancer-text',
    broken: balanced({ availabilityZone: ' ' }),
    says: `mothership/demo: endpoint.availabilityZone is " "
  allowed: a name
  fix: leave it out to use the cloud's default`,
  },
];

function balanced(part: Partial<Managed>) {
  return cluster({ endpoint: { kind: 'managed', allowedCidrs: [], additionalPorts: [], ...part } });
}
