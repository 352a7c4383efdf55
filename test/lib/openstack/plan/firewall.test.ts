import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { RulePeer, ruleModel } from '../../../../lib/addons/model/firewall-rule';
import { CLOUD_CONTROLLER_NAME } from '../../../../lib/openstack/model/addon-facts';
import type { OpenStackEndpoint } from '../../../../lib/openstack/model/endpoint';
import type { OpenStackNetwork } from '../../../../lib/openstack/model/network';
import { type FirewallRule, firewallRules } from '../../../../lib/openstack/plan/firewall';
import { addonModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../support/provisioned';

const OPEN: OpenStackEndpoint = { kind: 'loadBalancer', allowedCidrs: [], additionalPorts: [] };
const EXTERNAL: OpenStackEndpoint = { kind: 'external', host: 'api.example.org' };

/** Things of a cluster that need rules. */
interface Needs {
  readonly endpoint: boolean;
  readonly cloudController: boolean;
  readonly inCluster: boolean;
  readonly backup: boolean;
  readonly dualStack: boolean;
}

/** Rules that each of them needs, by group and name. */
const RULES_OF: Readonly<Record<Exclude<keyof Needs, 'dualStack'>, readonly string[]>> = {
  endpoint: ['control-plane/endpoint'],
  cloudController: ['workers/node-ports-tcp', 'workers/node-ports-udp'],
  inCluster: [
    'control-plane/in-cluster-from-control-plane',
    'control-plane/in-cluster-from-workers',
    'workers/in-cluster-from-control-plane',
    'workers/in-cluster-from-workers',
  ],
  backup: ['control-plane/backup', 'workers/backup'],
};

/** Rules that every cluster needs. */
const ALWAYS = [
  'control-plane/egress',
  'control-plane/egress-ipv6',
  'workers/egress',
  'workers/egress-ipv6',
  'control-plane/api-server-from-control-plane',
  'control-plane/api-server-from-workers',
  'control-plane/etcd-from-control-plane',
  'control-plane/kubelet-from-control-plane',
  'control-plane/kubelet-from-workers',
  'workers/kubelet-from-control-plane',
  'workers/kubelet-from-workers',
];

const needs: fc.Arbitrary<Needs> = fc.record({
  endpoint: fc.boolean(),
  cloudController: fc.boolean(),
  inCluster: fc.boolean(),
  backup: fc.boolean(),
  dualStack: fc.boolean(),
});

function clusterWith(some: Needs): AssembledCluster {
  const rule = {
    name: 'backup',
    protocol: 'tcp',
    ports: 8000,
    from: RulePeer.cidr('192.0.2.0/24'),
  };
  const controller: AddonModel = addonModel({
    name: 'ccm',
    facts: CLOUD_CONTROLLER_NAME.is('demo'),
  });
  return provisionedCluster({
    endpoint: some.endpoint ? OPEN : EXTERNAL,
    network: provisionedNetwork(some.dualStack ? { nodeCidrIPv6: 'fd00:8::/64' } : {}),
    addons: some.cloudController ? [controller] : [],
    securityGroups: {
      kind: 'provisioned',
      allowAllInClusterTraffic: some.inCluster,
      rules: some.backup ? [ruleModel(rule)] : [],
    },
  });
}

const V4 = { podCidrs: ['192.168.0.0/16'], serviceCidrs: ['10.96.0.0/12'] };
const V6 = { podCidrs: ['fd00:10::/56'], serviceCidrs: ['fd00:20::/112'] };
const ENDPOINTS: readonly OpenStackEndpoint[] = [
  EXTERNAL,
  OPEN,
  { ...OPEN, provider: 'amphora' },
  { kind: 'virtualIp', address: '', image: 'example.com/kube-vip:v0.8.9' },
  { kind: 'machine' },
];
const place = fc.constantFrom(
  onNetwork(['IPv4'], V4, {}),
  onNetwork(['IPv6'], V6, {}),
  onNetwork(['IPv4'], V4, { subnets: [{ filter: { name: 'v4' } }], nodeCidr: '10.8.0.0/24' }),
  onNetwork(['IPv6'], V6, { subnets: [{ filter: { name: 'v6' } }], nodeCidr: 'fd00:8::/64' }),
  onNetwork(['IPv4', 'IPv6'], V6, { nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }),
  onNetwork(['IPv4', 'IPv6'], V4, {
    subnets: [{ filter: { name: 'v4' } }, { filter: { name: 'v6' } }],
  }),
);

/** A network that is adopted with the ranges of a cluster, and the families that its machines have. */
function onNetwork(
  families: readonly FirewallRule['etherType'][],
  ranges: typeof V4,
  part: Partial<Extract<OpenStackNetwork, { kind: 'adopted' }>>,
) {
  const network = { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] } as const;
  return { families, cluster: { ...ranges, network: { ...network, ...part } } };
}

const rulesWith = (some: Needs) => firewallRules(clusterWith(some));
const idOf = ({ group, name }: FirewallRule) => `${group}/${name}`;

/** What Neutron compares when it refuses a rule as one that the group has. */
function neutronKey({ group, direction, etherType, protocol, ...rest }: FirewallRule): string {
  const { portRangeMin, portRangeMax, remote } = rest;
  return JSON.stringify([
    group,
    direction,
    etherType,
    protocol,
    portRangeMin,
    portRangeMax,
    remote,
  ]);
}

describe('firewall rules', () => {
  it('are those of what a cluster has, and none of what it has not', () => {
    fc.assert(
      fc.property(needs, (some) => {
        const { dualStack, ...features } = some;
        const expected = [
          ...ALWAYS,
          ...Object.entries(features).flatMap(([name, is]) =>
            is ? RULES_OF[name as keyof typeof RULES_OF] : [],
          ),
        ];
        const found = rulesWith(some).map(idOf);

        const ofIPv4 = found.filter((id) => expected.includes(id));
        const ofIPv6 = found.filter((id) => !expected.includes(id));
        assert.deepEqual(ofIPv4.sort(), expected.sort());
        assert.ok(ofIPv6.length > 0 === dualStack, ofIPv6.join());
        assert.ok(
          ofIPv6.every((id) => /-ipv6$|\/endpoint-2$/.test(id)),
          ofIPv6.join(),
        );
      }),
    );
  });

  it('lose with each thing what it needed, and nothing else', () => {
    fc.assert(
      fc.property(needs, fc.constantFrom(...Object.keys(RULES_OF)), (some, thing) => {
        const name = thing as keyof typeof RULES_OF;
        const without = rulesWith({ ...some, [name]: false }).map(idOf);
        const gone = rulesWith({ ...some, [name]: true })
          .map(idOf)
          .filter((id) => !without.includes(id));

        const bare = gone.filter((id) => !/-ipv6$|\/endpoint-2$/.test(id));
        assert.deepEqual(bare.sort(), [...RULES_OF[name]].sort());
      }),
    );
  });

  it('are in no group twice, by name or by what Neutron compares', () => {
    const rule = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      protocol: fc.constantFrom('tcp', 'udp'),
      ports: fc.constantFrom(6443, 10250, 8000),
      from: fc.constantFrom(
        RulePeer.cidr('10.8.0.0/24'),
        RulePeer.groups('controlplane'),
        RulePeer.groups('controlplane', 'worker'),
      ),
    });
    const rules = fc.uniqueArray(rule, { selector: ({ name }) => name, maxLength: 3 });
    fc.assert(
      fc.property(needs, rules, (some, own) => {
        const cluster = clusterWith(some);
        const securityGroups = {
          kind: 'provisioned' as const,
          allowAllInClusterTraffic: some.inCluster,
          rules: own.map(ruleModel),
        };
        const found = firewallRules({ ...cluster, securityGroups });

        assert.equal(new Set(found.map(idOf)).size, found.length);
        assert.equal(new Set(found.map(neutronKey)).size, found.length);
      }),
    );
  });

  it('let nobody in from everywhere but to an endpoint that is open to all', () => {
    const endpoint = fc.constantFrom<OpenStackEndpoint>(
      EXTERNAL,
      { ...OPEN, allowedCidrs: ['192.0.2.0/24'] },
      { ...OPEN, provider: 'amphora' },
    );
    fc.assert(
      fc.property(needs, endpoint, (some, closed) => {
        for (const rule of firewallRules({ ...clusterWith(some), endpoint: closed })) {
          if (rule.direction === 'egress') continue;
          assert.ok(rule.remote !== undefined, idOf(rule));
          assert.notDeepEqual(rule.remote, { cidr: '0.0.0.0/0' }, idOf(rule));
        }
      }),
    );
  });

  it('are of the families that machines have, each with ranges of its own family', () => {
    fc.assert(
      fc.property(needs, place, fc.constantFrom(...ENDPOINTS), (some, where, endpoint) => {
        const rules = firewallRules({ ...clusterWith(some), ...where.cluster, endpoint });
        const ingress = rules.filter((rule) => rule.direction === 'ingress');

        for (const { etherType, remote, name } of rules) {
          if (remote === undefined || !('cidr' in remote) || name === 'backup') continue;
          assert.equal(etherType, remote.cidr.includes(':') ? 'IPv6' : 'IPv4', name);
        }
        const own = ingress.filter(({ name }) => name !== 'backup');
        const families = new Set(own.map(({ etherType }) => etherType));
        assert.deepEqual([...families].sort(), where.families);
      }),
    );
  });

  it('say in a word of the rules what needs them', () => {
    for (const { reason, name } of firewallRules(
      clusterWith({
        endpoint: true,
        cloudController: true,
        inCluster: true,
        backup: true,
        dualStack: true,
      }),
    )) {
      assert.ok(reason.length > 3 && reason.length <= 255, name);
    }
  });

  it('are none where Cluster API makes the groups', () => {
    const managed = { kind: 'managed', allowAllInClusterTraffic: false, rules: [] } as const;

    assert.deepEqual(firewallRules(provisionedCluster({ securityGroups: managed })), []);
  });
});
