import type { BastionModel } from '../../../../../lib/openstack/model/bastion';
import type {
  FloatingIPModel,
  OpenStackEndpoint,
} from '../../../../../lib/openstack/model/endpoint';
import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import { bastionModel } from '../../../../support/bastion';
import { cloudModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const LAN = { filter: { name: 'lan' } };
const ADOPTED: OpenStackNetwork = { kind: 'adopted', network: LAN, subnets: [] };
const SHARED = provisionedNetwork({ shared: true, owner: 'homelab/floor', name: 'floor' });
const BALANCER = { kind: 'managed', allowedCidrs: [], additionalPorts: [] } as const;
const NONE = { kind: 'none' } as const;
interface Floating {
  readonly floatingIP?: FloatingIPModel;
}

const ADDRESS = '203.0.113.9';

/** Examples of rules on addresses of clusters together. */
export const FLEET_ADDRESS_CASES: readonly RuleCase[] = [
  {
    rule: 'endpoint-unique',
    broken: [external('a', 443), external('b', 443)],
    sound: [external('a', 443), external('b', 444)],
    says: `mothership/b: endpoint is "api.example.org:443"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  virtualTwice({ floatingIP: { kind: 'allocated' } }),
  virtualTwice({ floatingIP: NONE }),
  virtualTwice({}),
  {
    rule: 'endpoint-unique',
    broken: [virtual('a', SHARED, '10.8.0.250'), virtual('b', SHARED, '10.8.0.250')],
    sound: [virtual('a', cluster().network), virtual('b', cluster().network)],
    says: `mothership/b: endpoint.address is "10.8.0.250"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  {
    rule: 'endpoint-unique',
    broken: [virtual('a', ADOPTED, 'fd00:8::fe'), virtual('b', ADOPTED, 'fd00:8:0::fe')],
    sound: [virtual('a', ADOPTED, 'fd00:8::fe'), virtual('b', ADOPTED, 'fd00:8::ff')],
    says: `mothership/b: endpoint.address is "fd00:8:0::fe"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  {
    rule: 'endpoint-unique',
    broken: [balanced('a', ADOPTED), balanced('b', ADOPTED)],
    sound: [balanced('a', ADOPTED), balanced('b', SHARED)],
    says: `mothership/b: endpoint.vipAddress is "10.8.0.250"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  {
    rule: 'endpoint-unique',
    broken: [balanced('a', ADOPTED), balanced('b', cluster().network, true)],
    sound: [balanced('a', SHARED), balanced('b', cluster().network, true)],
    says: `mothership/b: endpoint.vipAddress is "10.8.0.250"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  {
    rule: 'floating-address-unique',
    broken: [floating('a'), floating('b')],
    sound: [floating('a'), { ...floating('b'), cloud: cloudModel({ path: 'elsewhere' }) }],
    says: `mothership/b: endpoint.floatingIP is "203.0.113.9"
  allowed: an address other than endpoint.floatingIP of mothership/a in homelab
  fix: write another floating IP, or leave it out to have one allocated`,
  },
  {
    rule: 'floating-address-unique',
    broken: [floating('a'), withBastion('b')],
    sound: [floating('a'), withBastion('b', { floatingIP: '203.0.113.10' })],
    says: `mothership/b: bastion.floatingIP is "203.0.113.9"
  allowed: an address other than endpoint.floatingIP of mothership/a in homelab
  fix: write another floating IP, or leave it out to have one allocated`,
  },
  {
    rule: 'floating-address-unique',
    broken: [withBastion('a'), withBastion('b')],
    sound: [withBastion('a', { enabled: false }), withBastion('b')],
    says: `mothership/b: bastion.floatingIP is "203.0.113.9"
  allowed: an address other than bastion.floatingIP of mothership/a in homelab
  fix: write another floating IP, or leave it out to have one allocated`,
  },
];

/** One virtual address of two clusters on an adopted network, whatever leads to it from outside. */
function virtualTwice(floating: Floating): RuleCase {
  return {
    rule: 'endpoint-unique',
    broken: [
      virtual('a', ADOPTED, '10.8.0.250', floating),
      virtual('b', ADOPTED, '10.8.0.250', floating),
    ],
    sound: [
      virtual('a', ADOPTED, '10.8.0.250', floating),
      virtual('b', ADOPTED, '10.8.0.251', floating),
    ],
    says: `mothership/b: endpoint.address is "10.8.0.250"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  };
}

function virtual(
  name: string,
  network: OpenStackNetwork,
  address = '10.8.0.254',
  floating: Floating = { floatingIP: NONE },
): AssembledCluster {
  const endpoint: OpenStackEndpoint = {
    kind: 'virtualIp',
    address,
    image: 'kube-vip:v1',
    ...floating,
  };
  return cluster({ name, network, endpoint });
}

function balanced(name: string, network: OpenStackNetwork, isInLan = false): AssembledCluster {
  const place = isInLan ? { vipNetwork: LAN } : {};
  return cluster({ name, network, endpoint: { ...BALANCER, ...place, vipAddress: '10.8.0.250' } });
}

function floating(name: string): AssembledCluster {
  const floatingIP = { kind: 'address', address: ADDRESS } as const;
  return cluster({ name, endpoint: { ...BALANCER, floatingIP } });
}

function withBastion(name: string, bastion: Partial<BastionModel> = {}): AssembledCluster {
  return cluster({ name, bastion: bastionModel({ floatingIP: ADDRESS, ...bastion }) });
}

function external(name: string, port: number): AssembledCluster {
  return cluster({ name, endpoint: { kind: 'external', host: 'api.example.org', port } });
}
