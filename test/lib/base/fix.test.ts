import assert from 'node:assert/strict';
import {
  add,
  call,
  changeOf,
  type Fix,
  fixText,
  leaveOut,
  nameIt,
  suchAs,
  write,
} from '../../../lib/base/fix';

const SENTENCES: readonly (readonly [Fix, string])[] = [
  ['upgrade first', 'upgrade first'],
  [write('8Gi'), 'write "8Gi"'],
  [write(2, { or: 'leave it out' }), 'write 2, or leave it out'],
  [write(['a', 'b']), 'write ["a", "b"]'],
  [write({ minSize: 1, 'a-b': {} }), 'write { minSize: 1, "a-b": {} }'],
  [write(call('Duration.seconds', 30)), 'write Duration.seconds(30)'],
  [
    write(call('Cni.calico', { typha: true }), { prop: 'cni' }),
    'write Cni.calico({ typha: true })',
  ],
  [
    write(1, { prop: 'rollout.maxUnavailable', begins: 'write maxUnavailable:' }),
    'write maxUnavailable: 1',
  ],
  [suchAs(30), 'write, for example, 30'],
  [suchAs('8Gi', 'the RAM of the flavor'), 'write the RAM of the flavor, such as "8Gi"'],
  [nameIt('data'), 'name it "data"'],
  [add('10.8.0.0/24', { ends: ' to the list' }), 'add "10.8.0.0/24" to the list'],
  [leaveOut(), 'leave it out'],
  [
    leaveOut({ ends: ' to have 110', or: 'write "110"' }),
    'leave it out to have 110, or write "110"',
  ],
  [leaveOut({ begins: 'leave the taint out' }), 'leave the taint out'],
];

describe('fixText', () => {
  for (const [fix, sentence] of SENTENCES) {
    it(`says ${sentence}`, () => {
      assert.equal(fixText(fix), sentence);
    });
  }
});

describe('changeOf', () => {
  it('is the data of a fix that is one change, and nothing of a sentence', () => {
    assert.deepEqual(changeOf(write(2)), { write: 2 });
    assert.deepEqual(changeOf(leaveOut({ path: 'prod', prop: 'cni' })), {
      leaveOut: true,
      path: 'prod',
      prop: 'cni',
    });
    assert.equal(changeOf('upgrade first'), undefined);
  });
});
