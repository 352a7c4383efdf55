import { type Cidr, cidrContains, tryParseCidr } from '../../base/cidr';
import { suchAs } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { HetznerCluster } from '../model/cluster';
import { HETZNER_NETWORK_DEFAULTS, type HetznerNetworkModel } from '../model/network';
import { mostServers } from '../model/servers';
import { API } from './sources';

const LONGEST_NETWORK = 24;
const LONGEST_SUBNET = 30;
const MOST_IN_NETWORK = 100;
/** Gateway of the public addresses of servers. */
const GATEWAY = '172.31.1.1';
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap(
  (text) => tryParseCidr(text) ?? [],
);

type Managed = Extract<HetznerNetworkModel, { kind: 'managed' }>;

/** Rules for private networks. */
export const HETZNER_NETWORK_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-network-range',
    reason:
      'Hetzner creates private networks only in private IPv4 ranges with at least 256 addresses.',
    source: API,
    check({ path, network }, refuse) {
      const { cidrBlock = '' } = managed(network);
      const cidr = tryParseCidr(cidrBlock);
      if (cidr !== undefined && isNetwork(cidr)) return;
      refuse(
        { path, prop: 'network.cidrBlock' },
        {
          given: cidrBlock,
          allowed: `an aligned range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, a /${LONGEST_NETWORK} or larger`,
          fix: suchAs(HETZNER_NETWORK_DEFAULTS.cidrBlock),
        },
      );
    },
  },
  {
    id: 'hetzner-subnet-range',
    reason:
      'A subnet is part of its network, and must not contain the gateway of public server addresses.',
    source: API,
    check({ path, network }, refuse) {
      const { cidrBlock = '', nodeCidr = '' } = managed(network);
      const whole = tryParseCidr(cidrBlock);
      const part = tryParseCidr(nodeCidr);
      if (whole === undefined || !isNetwork(whole)) return;
      if (part !== undefined && isSubnet(part, whole)) return;
      const room = Math.max(whole.prefix, LONGEST_NETWORK);
      refuse(
        { path, prop: 'network.subnetCidrBlock' },
        {
          given: nodeCidr,
          allowed: `an aligned range in ${cidrBlock}, a /${LONGEST_SUBNET} or larger, without ${GATEWAY}`,
          fix: suchAs(`${whole.network}/${room}`),
        },
      );
    },
  },
  {
    id: 'hetzner-network-servers',
    reason: 'A private network holds at most 100 servers and load balancers.',
    source: 'docs.hetzner.com@2026:cloud/networks/overview',
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      const all = mostServers(cluster) + (endpoint.kind === 'external' ? 0 : 1);
      if (all <= MOST_IN_NETWORK) return;
      refuse(
        { path, prop: 'network' },
        {
          given: `${all} servers and load balancers, including those of a rollout`,
          allowed: `at most ${MOST_IN_NETWORK} in a private network`,
          fix: 'write network: HetznerNetwork.public(), or make pools smaller',
        },
      );
    },
  },
];

function managed(network: HetznerNetworkModel): Partial<Managed> {
  return network.kind === 'managed' ? network : {};
}

function isNetwork({ network, prefix, aligned }: Cidr): boolean {
  const within = PRIVATE.find((range) => cidrContains(range, network));
  return within !== undefined && aligned && prefix >= within.prefix && prefix <= LONGEST_NETWORK;
}

function isSubnet(part: Cidr, whole: Cidr): boolean {
  const isWithin = cidrContains(whole, part.network) && part.prefix >= whole.prefix;
  return isWithin && part.aligned && part.prefix <= LONGEST_SUBNET && !cidrContains(part, GATEWAY);
}
