import type { RuleScope, SecurityRuleModel } from '../../../../lib/addons/model/firewall-rule';
import type { OpenStackEndpoint } from '../../../../lib/openstack/model/endpoint';
import type { OpenStackNetwork } from '../../../../lib/openstack/model/network';
import { openStackRelease } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { byInfrastructure, everywhere, type PropRow, testProps } from '../../../support/rendering';

type Managed<Model> = Extract<Model, { kind: 'managed' }>;
type Members<Model> = Exclude<keyof Model, 'kind'>;

const ROUTER = { filter: { name: 'edge' } };
const SUBNET = { filter: { name: 'nodes' } };
const ROUTER_ADDRESSES = [{ subnet: SUBNET, fixedIP: '203.0.113.5' }, { subnet: ROUTER }];
const SUBNET_ID = '0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa';
const POOL = { start: '10.8.0.10', end: '10.8.0.200' };

/** Props of a managed network but for the second range, which is refused. */
const MANAGED_NETWORK: Readonly<
  Record<Exclude<Members<Managed<OpenStackNetwork>>, 'nodeCidrIPv6'>, readonly PropRow[]>
> = {
  nodeCidr: [
    network({ nodeCidr: '10.9.0.0/24' }, everywhere('spec.managedSubnets.0.cidr', '10.9.0.0/24')),
  ],
  dnsNameservers: [
    network(
      { dnsNameservers: ['172.16.1.2'] },
      everywhere('spec.managedSubnets.0.dnsNameservers', ['172.16.1.2']),
    ),
  ],
  allocationPools: [
    network(
      { allocationPools: [POOL] },
      everywhere('spec.managedSubnets.0.allocationPools', [POOL]),
    ),
  ],
  router: [network({ router: ROUTER }, everywhere('spec.router', ROUTER))],
  mtu: [
    network(
      { mtu: 1442 },
      byInfrastructure([['spec', 'networkMTU'], 1442], [['spec', 'managedNetwork', 'mtu'], 1442]),
    ),
  ],
  portSecurity: [
    network(
      { portSecurity: false },
      byInfrastructure(
        [['spec', 'disablePortSecurity'], true],
        [['spec', 'managedNetwork', 'enablePortSecurity'], false],
      ),
    ),
  ],
  externalRouterIPs: [
    network(
      { externalRouterIPs: [{ subnet: SUBNET, fixedIP: '203.0.113.5' }, { subnet: ROUTER }] },
      byInfrastructure(
        [['spec', 'externalRouterIPs'], ROUTER_ADDRESSES],
        [['spec', 'managedRouter', 'externalIPs'], ROUTER_ADDRESSES],
      ),
    ),
  ],
};

const ADOPTED_NETWORK: Readonly<Record<string, readonly PropRow[]>> = {
  network: [adopted({}, everywhere('spec.network', { filter: { tags: ['a', 'b'] } }))],
  subnets: [adopted({ subnets: [SUBNET] }, everywhere('spec.subnets', [SUBNET]))],
  router: [adopted({ router: ROUTER }, everywhere('spec.router', ROUTER))],
  nodeCidr: [adopted({ nodeCidr: '10.9.0.0/24' }, everywhere('spec.managedSubnets', undefined))],
  nodeCidrIPv6: [
    adopted({ nodeCidrIPv6: 'fd00:8::/64' }, everywhere('spec.managedSubnets', undefined)),
  ],
  mtu: [adopted({ mtu: 1442 }, everywhere('spec.managedSubnets', undefined))],
};

const MANAGED_ENDPOINT: Readonly<Record<Members<Managed<OpenStackEndpoint>>, readonly PropRow[]>> =
  {
    provider: [endpoint({ provider: 'ovn' }, loadBalancer('provider', 'ovn'))],
    availabilityZone: [
      endpoint({ availabilityZone: 'az-1' }, loadBalancer('availabilityZone', 'az-1')),
    ],
    vipNetwork: [endpoint({ vipNetwork: SUBNET }, loadBalancer('network', SUBNET))],
    vipSubnetId: [
      endpoint({ vipSubnetId: SUBNET_ID }, loadBalancer('subnets', [{ id: SUBNET_ID }])),
    ],
    vipAddress: [
      endpoint(
        { vipAddress: '10.8.0.9' },
        byInfrastructure(
          [['spec', 'apiServerFixedIP'], '10.8.0.9'],
          [['spec', 'apiServer', 'fixedIP'], '10.8.0.9'],
        ),
      ),
    ],
    flavor: [endpoint({ flavor: 'small' }, loadBalancer('flavor', 'small'))],
    allowedCidrs: [
      endpoint(
        { allowedCidrs: ['203.0.113.0/24'] },
        loadBalancer('allowedCIDRs', ['203.0.113.0/24']),
      ),
    ],
    additionalPorts: [
      endpoint({ additionalPorts: [9345] }, loadBalancer('additionalPorts', [9345])),
    ],
    monitor: [
      {
        ...endpoint(
          { monitor: { delaySeconds: 20, timeoutSeconds: 15, maxRetries: 4, maxRetriesDown: 2 } },
          loadBalancer('monitor', { delay: 20, timeout: 15, maxRetries: 4, maxRetriesDown: 2 }),
        ),
        only: (versions) => openStackRelease(versions).minor !== '0.12',
      },
    ],
    floatingIP: [
      endpoint(
        { floatingIP: { kind: 'address', address: '203.0.113.7' } },
        byInfrastructure(
          [['spec', 'apiServerFloatingIP'], '203.0.113.7'],
          [['spec', 'apiServer', 'floatingIP'], '203.0.113.7'],
        ),
      ),
      endpoint(
        { floatingIP: { kind: 'none' } },
        byInfrastructure(
          [['spec', 'disableAPIServerFloatingIP'], true],
          [['spec', 'apiServer', 'enableFloatingIP'], false],
        ),
      ),
    ],
  };

const EXTERNAL: AssembledCluster['endpoint'] = { kind: 'external', host: 'api.example', port: 443 };

const EXTERNAL_ENDPOINT: Readonly<Record<string, readonly PropRow[]>> = {
  'host and port': [
    row(EXTERNAL, everywhere('spec.controlPlaneEndpoint', { host: 'api.example', port: 443 })),
    { ...row(EXTERNAL, certSANs(['api.example'])), key: 'controlPlane' },
  ],
  'no floating address': [
    row(
      EXTERNAL,
      byInfrastructure(
        [['spec', 'disableAPIServerFloatingIP'], true],
        [['spec', 'apiServer', 'enableFloatingIP'], false],
      ),
    ),
  ],
  'no load balancer': [
    row(
      EXTERNAL,
      byInfrastructure(
        [['spec', 'apiServerLoadBalancer'], undefined],
        [['spec', 'apiServer', 'managedLoadBalancer'], undefined],
      ),
    ),
  ],
};

const IDENTITY: Readonly<Record<string, readonly PropRow[]>> = {
  region: [
    {
      model: {
        credentials: {
          kind: 'secret',
          secretName: 'cloud-config',
          cloudName: 'openstack',
          region: 'RegionTwo',
        },
      },
      key: 'infrastructure',
      lands: everywhere('spec.identityRef.region', 'RegionTwo'),
    },
  ],
};

const RULE: SecurityRuleModel = {
  name: 'dns',
  scope: 'allNodes',
  direction: 'egress',
  etherType: 'IPv6',
  protocol: 'udp',
  portRangeMin: 53,
  portRangeMax: 54,
  description: 'to the resolver',
  peer: { kind: 'cidr', cidr: '2001:db8::/64' },
};
const { scope: _scope, peer: _peer, ...PLAIN_RULE } = RULE;

const SECURITY_RULES: Readonly<Record<string, readonly PropRow[]>> = {
  'rules for all nodes': [
    rules('allNodes', 'allNodesSecurityGroupRules', 'clusterNodesSecurityGroupRules'),
  ],
  'rules for the control plane': [
    rules(
      'controlPlane',
      'controlPlaneNodesSecurityGroupRules',
      'controlPlaneNodesSecurityGroupRules',
    ),
  ],
  'rules for workers': [
    rules('workers', 'workerNodesSecurityGroupRules', 'workerNodesSecurityGroupRules'),
  ],
  'rules between groups': [
    peer({ kind: 'groups', groups: ['worker'] }, { remoteManagedGroups: ['worker'] }),
  ],
  'rules for another group': [peer({ kind: 'group', id: 'abc' }, { remoteGroupID: 'abc' })],
};

describe('a rendered OpenStackCluster', () => {
  describe('with a managed network', () => testProps(MANAGED_NETWORK));
  describe('with an adopted network', () => testProps(ADOPTED_NETWORK));
  describe('with a managed endpoint', () => testProps(MANAGED_ENDPOINT));
  describe('with an external endpoint', () => testProps(EXTERNAL_ENDPOINT));
  describe('with an identity', () => testProps(IDENTITY));
  describe('with managed security groups', () => testProps(SECURITY_RULES));
});

function network(part: Partial<Managed<OpenStackNetwork>>, lands: PropRow['lands']): PropRow {
  const usual = { kind: 'managed', nodeCidr: '10.8.0.0/24', dnsNameservers: [] } as const;
  return {
    model: { network: { ...usual, allocationPools: [], ...part } },
    key: 'infrastructure',
    lands,
  };
}

function adopted(
  part: Partial<Extract<OpenStackNetwork, { kind: 'adopted' }>>,
  lands: PropRow['lands'],
): PropRow {
  const network = { filter: { tags: ['a', 'b'] } };
  return {
    model: { network: { kind: 'adopted', network, subnets: [], ...part } },
    key: 'infrastructure',
    lands,
  };
}

function endpoint(part: Partial<Managed<OpenStackEndpoint>>, lands: PropRow['lands']): PropRow {
  return row({ kind: 'managed', allowedCidrs: [], additionalPorts: [], ...part }, lands);
}

function row(endpointModel: OpenStackEndpoint, lands: PropRow['lands']): PropRow {
  return { model: { endpoint: endpointModel }, key: 'infrastructure', lands };
}

function loadBalancer(field: string, value: unknown): PropRow['lands'] {
  return byInfrastructure(
    [['spec', 'apiServerLoadBalancer', field], value],
    [['spec', 'apiServer', 'managedLoadBalancer', field], value],
  );
}

function certSANs(names: readonly string[]): PropRow['lands'] {
  return everywhere('spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs', names);
}

function rules(scope: RuleScope, v1beta1: string, v1beta2: string): PropRow {
  const rendered = [{ ...PLAIN_RULE, remoteIPPrefix: '2001:db8::/64' }];
  return {
    model: {
      securityGroups: {
        kind: 'managed',
        allowAllInClusterTraffic: false,
        rules: [{ ...RULE, scope }],
      },
    },
    key: 'infrastructure',
    lands: byInfrastructure(
      [['spec', 'managedSecurityGroups', v1beta1], rendered],
      [['spec', 'managedSecurityGroups', v1beta2], rendered],
    ),
  };
}

function peer(side: SecurityRuleModel['peer'], fields: object): PropRow {
  const place = ['spec', 'managedSecurityGroups'];
  const landed = [{ ...PLAIN_RULE, ...fields }];
  return {
    model: {
      securityGroups: {
        kind: 'managed',
        allowAllInClusterTraffic: false,
        rules: [{ ...RULE, peer: side }],
      },
    },
    key: 'infrastructure',
    lands: byInfrastructure(
      [[...place, 'allNodesSecurityGroupRules'], landed],
      [[...place, 'clusterNodesSecurityGroupRules'], landed],
    ),
  };
}
