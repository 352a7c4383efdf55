import { ApiEndpoint, ClusterNetwork, SecurityGroups, ServerGroup } from '../../constructs/index';
import type { LabFleet } from './provisioned-fleet';

type ClusterEdit = LabFleet['clusters'][string];

/** Edit of a cluster, with what it comes to. */
export interface Edit {
  /** What is edited. */
  readonly what: string;
  /** Props of the cluster afterwards. */
  readonly props: ClusterEdit;
  /** What becomes of resources, by the ends of their names. */
  readonly steps: readonly string[];
}

const nodeCidr = '10.8.0.0/24';

/** Edits that change what is there, or add to it. */
export const UPDATES: readonly Edit[] = [
  {
    what: 'tags',
    props: { tags: ['floor-1'] },
    steps: [
      'update security-groups/control-plane',
      'update security-groups/workers',
      'update load-balancer/floating-ip',
      'update load-balancer/load-balancer',
    ],
  },
  {
    what: 'name servers',
    props: { network: ClusterNetwork.provisioned({ nodeCidr, dnsNameservers: ['203.0.113.53'] }) },
    steps: ['update network/subnet'],
  },
  {
    what: 'allocation pools',
    props: {
      network: ClusterNetwork.provisioned({
        nodeCidr,
        allocationPools: [{ start: '10.8.0.10', end: '10.8.0.250' }],
      }),
    },
    steps: ['update network/subnet'],
  },
  {
    what: 'the largest packet',
    props: { network: ClusterNetwork.provisioned({ nodeCidr, mtu: 1400 }) },
    steps: ['update network/network'],
  },
  {
    what: 'the name of the network',
    props: { network: ClusterNetwork.provisioned({ nodeCidr, name: 'floor' }) },
    steps: ['update network/network', 'update network/subnet', 'update network/router'],
  },
  {
    what: 'the health probe',
    props: { endpoint: ApiEndpoint.loadBalancer({ monitor: { delaySeconds: 20 } }) },
    steps: ['update load-balancer/monitor'],
  },
  {
    what: 'a rule more',
    props: {
      securityGroups: SecurityGroups.provisioned({ allowAllInClusterTraffic: true }),
    },
    steps: [
      'create security-groups/workers/in-cluster-from-workers',
      'create security-groups/control-plane/in-cluster-from-workers',
      'create security-groups/control-plane/in-cluster-from-control-plane',
      'create security-groups/workers/in-cluster-from-control-plane',
    ],
  },
];

/** Edits for which something is made anew. */
export const REPLACEMENTS: readonly Edit[] = [
  {
    what: 'ranges that may connect',
    props: { endpoint: ApiEndpoint.loadBalancer({ allowedCidrs: ['198.51.100.0/24'] }) },
    steps: [
      'replace security-groups/control-plane/endpoint',
      'create security-groups/control-plane/endpoint-2',
    ],
  },
  {
    what: 'the range of the subnet',
    props: { network: ClusterNetwork.provisioned({ nodeCidr: '10.9.0.0/24' }) },
    steps: [
      'replace network/subnet',
      'replace network/router-interface',
      'replace load-balancer/load-balancer',
      'replace load-balancer/listener',
      'update load-balancer/floating-ip-association',
      'replace load-balancer/pool',
      'replace load-balancer/monitor',
    ],
  },
  {
    what: 'the address of the load balancer',
    props: { endpoint: ApiEndpoint.loadBalancer({ vipAddress: '10.8.0.5' }) },
    steps: [
      'replace load-balancer/load-balancer',
      'replace load-balancer/listener',
      'update load-balancer/floating-ip-association',
      'replace load-balancer/pool',
      'replace load-balancer/monitor',
    ],
  },
  {
    what: 'the driver of the load balancer',
    props: { endpoint: ApiEndpoint.loadBalancer({ provider: 'ovn' }) },
    steps: [
      'replace load-balancer/load-balancer',
      'replace load-balancer/listener',
      'update load-balancer/floating-ip-association',
      'replace load-balancer/pool',
      'replace load-balancer/monitor',
    ],
  },
  {
    what: 'the port of the API server',
    props: { apiServerPort: 443 },
    steps: [
      'replace security-groups/control-plane/endpoint',
      'replace security-groups/control-plane/api-server-from-control-plane',
      'replace security-groups/control-plane/api-server-from-workers',
      'replace load-balancer/listener',
      'replace load-balancer/pool',
      'replace load-balancer/monitor',
    ],
  },
  {
    what: 'the policy of the server group',
    props: { controlPlane: { flavor: 'm1.k8s-master', serverGroup: ServerGroup.antiAffinity() } },
    steps: ['replace server-group-control-plane'],
  },
];

/** Many of the updates at once. */
export const ALL_UPDATES: ClusterEdit = {
  tags: ['floor-1'],
  network: ClusterNetwork.provisioned({
    nodeCidr,
    name: 'floor',
    mtu: 1400,
    dnsNameservers: ['203.0.113.53'],
    allocationPools: [{ start: '10.8.0.10', end: '10.8.0.250' }],
  }),
  endpoint: ApiEndpoint.loadBalancer({ monitor: { delaySeconds: 20 } }),
};
