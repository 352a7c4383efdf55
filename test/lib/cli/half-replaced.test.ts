import assert from 'node:assert/strict';
import { halfReplaced, turnedRound } from '../../../lib/cli/half-replaced';

const NAME = 'mothership/demo/network/subnet';
const URN = `urn:pulumi:demo::fleet::openstack:networking/subnet:Subnet::${NAME}`;
const TYPE = 'openstack:networking/subnet:Subnet';
const NEW = { urn: URN, type: TYPE, id: 'new', inputs: { cidr: '10.9.0.0/24' } };
const OLD = { urn: URN, type: TYPE, id: 'old', inputs: { cidr: '10.8.0.0/24' }, delete: true };
const ROUTER = {
  urn: 'urn:pulumi:demo::fleet::openstack:networking/router:Router::mothership/demo/network/router',
  type: 'openstack:networking/router:Router',
  id: 'router',
};
const COMPONENT = { urn: `${URN}-component`, type: 'capi-fleet:index:OpenStackNetwork' };
const deployment = { manifest: 1, resources: [COMPONENT, NEW, ROUTER, OLD] };

describe('an update that was to replace something', () => {
  it('leaves both in the stack', () => {
    assert.deepEqual(halfReplaced(deployment), [
      { name: NAME, id: 'new', isReplaced: false },
      { name: NAME, id: 'old', isReplaced: true },
    ]);
    assert.deepEqual(halfReplaced({ resources: [NEW, ROUTER] }), []);
    assert.deepEqual(halfReplaced({}), []);
  });

  it('is turned round, each in the place of the other', () => {
    const { delete: _, ...kept } = OLD;

    assert.deepEqual(turnedRound(deployment, [{ name: NAME, id: 'old', isReplaced: true }]), {
      manifest: 1,
      resources: [COMPONENT, kept, ROUTER, { ...NEW, delete: true }],
    });
  });

  it('is turned round where nothing came in its place', () => {
    const { delete: _, ...kept } = OLD;

    assert.deepEqual(
      turnedRound({ resources: [OLD] }, [{ name: NAME, id: 'old', isReplaced: true }]),
      { resources: [kept] },
    );
  });

  it('stays as it is of what the stack does not have', () => {
    assert.deepEqual(
      turnedRound(deployment, [{ name: NAME, id: 'other', isReplaced: true }]),
      deployment,
    );
  });
});
