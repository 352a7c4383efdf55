import assert from 'node:assert/strict';
import { plainTable } from '../../../lib/base/plain-table';

const ROWS = [
  ['first', 3, 'calico, openstack-cloud-controller-manager, cluster-autoscaler'],
  ['second', 12, ''],
];

describe('plain table', () => {
  it('aligns columns without borders, numbers to the right', () => {
    assert.equal(
      plainTable({ head: ['name', 'size', 'addons'], rows: ROWS, width: 200 }),
      [
        'name    size  addons',
        'first      3  calico, openstack-cloud-controller-manager, cluster-autoscaler',
        'second    12',
      ].join('\n'),
    );
  });

  it('wraps the widest cells where a line is too short', () => {
    assert.equal(
      plainTable({ head: ['name', 'size', 'addons'], rows: ROWS, width: 60 }),
      [
        'name    size  addons',
        'first      3  calico, openstack-cloud-controller-manager,',
        '              cluster-autoscaler',
        'second    12',
      ].join('\n'),
    );
  });

  it('cuts no word', () => {
    const text = plainTable({ rows: [['a'.repeat(30), `${'b'.repeat(30)} ccc`]], width: 10 });

    assert.deepEqual(text.split('\n'), [
      `${'a'.repeat(30)}  ${'b'.repeat(30)}`,
      `${' '.repeat(32)}ccc`,
    ]);
  });

  it('masks secrets', () => {
    assert.doesNotMatch(plainTable({ rows: [['password: hunter2hunter2']] }), /hunter2/);
  });
});
