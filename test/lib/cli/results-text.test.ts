import assert from 'node:assert/strict';
import { resultsText, unfinishedText } from '../../../lib/cli/results-text';
import type { StackResult } from '../../../lib/cli/run-stacks';

describe('resultsText', () => {
  it('counts what became of each stack, and tells below what went wrong', () => {
    const results: readonly StackResult[] = [
      {
        stack: stack('cloud-x'),
        state: 'done',
        outcome: { changes: { create: 12, import: 1, same: 2 }, steps: [] },
        seconds: 4.4,
      },
      { stack: stack('a'), state: 'failed', error: '  quota exceeded', seconds: 100 },
      { stack: stack('b'), state: 'left out', seconds: 0 },
    ];

    assert.equal(
      resultsText(results),
      `stack    created  updated  replaced  deleted  unchanged  seconds
cloud-x       13        0         0        0          2        4
a                                                            100  failed
b                                                              0  left out

mothership/a (stack a):
  quota exceeded
`,
    );
  });

  it('lists above what would change, by construct path', () => {
    const step = (operation: string, name: string, differing: readonly string[] = []) => ({
      operation,
      kind: name.endsWith('network') ? 'Network' : 'Subnet',
      name,
      differing,
    });
    const steps = [step('create', 'm/a/subnet'), step('update', 'm/a/network', ['mtu', 'tags'])];
    const text = resultsText([
      { stack: stack('a'), state: 'done', outcome: { changes: {}, steps }, seconds: 1 },
    ]);

    assert.match(
      text,
      /^mothership\/a \(stack a\):\n {2}update {2}Network {2}m\/a\/network: mtu, tags\n {2}create {2}Subnet {3}m\/a\/subnet\n\nstack/,
    );
  });

  it('marks what a running cluster loses, of a preview that failed too, and tells what stays', () => {
    const use = 'it is the address of the API server';
    const step = { kind: 'FloatingIp', name: 'm/a/floating-ip', differing: [], use };
    const kept = ['Namespace m/b/namespace'];
    const text = resultsText([
      {
        stack: stack('a'),
        state: 'failed',
        error: '  in use',
        steps: [{ operation: 'delete', ...step }],
        seconds: 1,
      },
      { stack: stack('b'), state: 'done', outcome: { changes: {}, steps: [], kept }, seconds: 1 },
    ]);

    assert.match(
      text,
      /^ {2}delete {2}FloatingIp {2}m\/a\/floating-ip {2}! it is the address of the API server$/m,
    );
    assert.match(text, /^stack b leaves behind, on purpose: Namespace m\/b\/namespace$/m);
    assert.match(text, /mothership\/a \(stack a\):\n {2}in use\n$/);
  });
});

describe('unfinishedText', () => {
  it('goes on only with what changes something', () => {
    assert.equal(
      unfinishedText(1, 'up'),
      '1 stack is not finished; run capi-fleet up again to continue',
    );
    assert.equal(
      unfinishedText(2, 'destroy'),
      '2 stacks are not finished; run capi-fleet destroy again to continue',
    );
    assert.equal(
      unfinishedText(2, 'preview'),
      '2 stacks could not be previewed; nothing was changed',
    );
  });
});

function stack(name: string) {
  return { name, path: `mothership/${name}`, config: {}, isCloud: false, planned: [] };
}
