import assert from 'node:assert/strict';
import { passphraseError } from '../../../lib/cli/passphrase-error';

describe('passphraseError', () => {
  it('says in one sentence what is the matter with a passphrase', () => {
    const missing = new Error(
      'code: 255\n stderr: error: getting stack configuration: get stack secrets manager: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables',
    );
    const wrong = new Error('code: 255\n stderr: error: incorrect passphrase');
    const messages = [missing, wrong].map((error) => passphraseError(error, 'shop'));

    assert.deepEqual(
      messages.map((error) => (error instanceof Error ? error.message : error)),
      ['missing', 'wrong'].map(
        (matter) =>
          `the passphrase of the stack shop is ${matter}\n` +
          '  allowed: the passphrase that encrypts its secrets\n' +
          '  fix: export PULUMI_CONFIG_PASSPHRASE=…, or PULUMI_CONFIG_PASSPHRASE_FILE=path/to/file',
      ),
    );
  });

  it('leaves all other errors as they are', () => {
    const error = new Error('no quota');

    assert.equal(passphraseError(error, 'shop'), error);
  });
});
