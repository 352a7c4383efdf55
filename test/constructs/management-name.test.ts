import assert from 'node:assert/strict';
import { checkManagementFolders, checkManagementName } from '../../constructs/management-name';
import { formatIssue } from '../../lib/base/errors';

const WORDS = 'lower-case letters, digits and dashes, no dash at either end, at most 63 characters';
const DEVICE = 'a name that no operating system reserves for a device';

describe('checkManagementName', () => {
  for (const name of ['mothership', 'eu-1', 'a', 'console', 'com', 'com10']) {
    it(`takes ${name}`, () => {
      assert.deepEqual(checkManagementName(name, name), []);
    });
  }

  for (const [name, allowed, better] of [
    ['.git', WORDS, 'git'],
    ['-x', WORDS, 'x'],
    ['..', WORDS, 'mothership'],
    ['a b', WORDS, 'a-b'],
    ['Mothership', WORDS, 'mothership'],
    ['a.b', WORDS, 'a-b'],
    ['ä', WORDS, 'mothership'],
    ['~', WORDS, 'mothership'],
    ['x'.repeat(64), WORDS, 'x'.repeat(63)],
    ['con', DEVICE, 'con-1'],
    ['lpt9', DEVICE, 'lpt9-1'],
    ['Con', DEVICE, 'con-1'],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.equal(
        checkManagementName('path', name).map(formatIssue).join('\n'),
        `path: name is ${JSON.stringify(name)}
  allowed: ${allowed}
  fix: name it ${JSON.stringify(better)}`,
      );
      assert.deepEqual(checkManagementName('path', better), []);
    });
  }

  it('refuses two that would share a folder', () => {
    const clusters = ['eu/hub', 'us/other', 'us/hub'].map((path) => ({
      path,
      name: path.slice(3),
    }));

    assert.equal(
      checkManagementFolders(clusters).map(formatIssue).join('\n'),
      `us/hub: name is "hub"
  allowed: a name other than that of eu/hub, because both are folders of the output
  fix: name it "hub-2"`,
    );
  });
});
