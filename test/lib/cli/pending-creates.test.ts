import assert from 'node:assert/strict';
import { pendingCreates, recoveryFile } from '../../../lib/cli/pending-creates';

const URN =
  'urn:pulumi:a::fleet::capi-fleet:index:WorkloadCluster$openstack:x:Y::mothership/a/network/network';
const OTHER = 'urn:pulumi:a::fleet::openstack:x:Y::mothership/a/network/router';

describe('a killed update', () => {
  it('leaves resources that it was making', () => {
    const deployment = {
      pending_operations: [
        { type: 'creating', resource: { urn: URN } },
        { type: 'deleting', resource: { urn: OTHER } },
      ],
    };

    assert.deepEqual(pendingCreates(deployment), [
      { urn: URN, name: 'mothership/a/network/network' },
    ]);
    assert.deepEqual(pendingCreates({}), []);
  });

  it('is made good by taking over what the cloud has, in components that the state has', () => {
    const operation = { type: 'creating', resource: { urn: URN } };
    const pending = pendingCreates({ pending_operations: [operation] });
    const parent = 'mothership/a/network';
    const entry = { type: 'openstack:x:Y', name: `${parent}/network`, id: 'id-1', parent };
    const others = [
      { type: 'openstack:x:Y', name: `${parent}/router`, id: 'id-2', parent },
      { type: 'capi-fleet:index:WorkloadCluster', name: 'mothership/a', component: true as const },
    ];
    const around = `urn:pulumi:a::fleet::capi-fleet:index:OpenStackNetwork::${parent}`;

    assert.deepEqual(recoveryFile(pending, [entry, ...others], [around, OTHER]), {
      nameTable: { [parent]: around },
      resources: [entry],
    });
  });

  it('is made good with the rules that Neutron put into a group, unless the state has them', () => {
    const group = 'mothership/a/security-groups/workers';
    const urn = `urn:pulumi:a::fleet::openstack:x:Group::${group}`;
    const parent = 'mothership/a/security-groups';
    const entries = ['', '/egress', '/egress-ipv6'].map((end, index) => ({
      type: 'openstack:x:Y',
      name: `${group}${end}`,
      id: `id-${index}`,
      parent,
    }));
    const other = { ...entries[0], type: 'openstack:x:Y', name: `${group}-more`, id: 'id-9' };
    const known = `urn:pulumi:a::fleet::openstack:x:Rule::${group}/egress-ipv6`;

    const file = recoveryFile([{ urn, name: group }], [...entries, other], [known]);

    assert.deepEqual(
      file.resources.map(({ name }) => name),
      [group, `${group}/egress`],
    );
  });
});
