import assert from 'node:assert/strict';
import { withoutConsequences } from '../../../lib/assembly/consequences';
import type { Issue } from '../../../lib/base/errors';

function issue(prop: string, given?: unknown, path = 'm/a'): Issue {
  const rest = given === undefined ? {} : { given };
  return { path, prop, ...rest, allowed: 'something else', fix: 'fix it', rule: 'a-rule' };
}

/** Props of which mistakes are left, where one of them was refused before rules looked. */
function left(refused: string, ...found: readonly Issue[]): readonly string[] {
  const [first, ...others] = withoutConsequences([issue(refused)], found);

  assert.equal(first?.prop, refused);
  return others.map(({ prop }) => prop);
}

describe('consequences of what was refused', () => {
  it('are what rules say of the same prop, or of a part of it', () => {
    assert.deepEqual(left('network', issue('network.nodeCidr', 'x')), []);
    assert.deepEqual(left('labels', issue('labels["a"]', 'x')), []);
  });

  it('are what rules say of a list or map that has lost a part', () => {
    assert.deepEqual(left('network.podCidrs[0]', issue('network.podCidrs', [])), []);
    assert.deepEqual(left('network.podCidrs[0]', issue('network.podCidrs')), []);
    assert.deepEqual(left('certSANs[3]', issue('certSANs.length', 101)), []);
    assert.deepEqual(left('labels["a.b"]', issue('labels', {})), []);
  });

  it('are none of what rules say of parts that are there, of other props, and elsewhere', () => {
    const others = [
      issue('network.podCidrs', '10.0.0.0/99'),
      issue('network.podCidrsIPv6', []),
      issue('network.serviceCidrs', []),
      issue('network.podCidrs', [], 'm/b'),
    ];

    assert.deepEqual(
      left('network.podCidrs[0]', ...others),
      others.map(({ prop }) => prop),
    );
  });
});
