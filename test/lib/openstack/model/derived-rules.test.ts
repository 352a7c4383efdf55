import assert from 'node:assert/strict';
import { withDerivedRules } from '../../../../lib/openstack/model/derived-rules';
import { SecurityGroups } from '../../../../lib/openstack/model/security-groups';

const BARE = { addons: [], podCidrs: ['192.168.0.0/16'] };

describe('derived firewall rules', () => {
  it('are those of IPv6 for what the provider opens for IPv4, where pods are mainly of IPv6', () => {
    const groups = withDerivedRules(SecurityGroups.managed().model, {
      ...BARE,
      podCidrs: ['fd00:10::/56', '192.168.0.0/16'],
    });

    assert.ok(groups.kind === 'managed');
    assert.deepEqual(
      groups.rules.map(({ name, scope, etherType, portRangeMin, portRangeMax }) => [
        name,
        scope,
        etherType,
        portRangeMin,
        portRangeMax,
      ]),
      [
        ['ipv6-api-server', 'controlPlane', 'IPv6', 6443, 6443],
        ['ipv6-etcd', 'controlPlane', 'IPv6', 2379, 2380],
        ['ipv6-kubelet', 'allNodes', 'IPv6', 10250, 10250],
        ['ipv6-node-ports-tcp', 'workers', 'IPv6', 30_000, 32_767],
        ['ipv6-node-ports-udp', 'workers', 'IPv6', 30_000, 32_767],
      ],
    );
  });

  it('are none where pods are mainly of IPv4, and in groups of others', () => {
    const managed = SecurityGroups.managed().model;
    const adopted = SecurityGroups.fromLookups({ controlPlane: [], workers: [] }).model;

    assert.deepEqual(withDerivedRules(managed, BARE), managed);
    assert.equal(withDerivedRules(adopted, { ...BARE, podCidrs: ['fd00:10::/56'] }), adopted);
  });
});
