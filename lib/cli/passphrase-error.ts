/** Messages of Pulumi about a passphrase, and the problem that each reports. */
const SAYINGS: readonly (readonly [saying: RegExp, matter: string])[] = [
  [/passphrase must be set/, 'missing'],
  [/incorrect passphrase/, 'wrong'],
];

/** Shortens the error of a missing or wrong passphrase; returns any other error as it is. */
export function passphraseError(error: unknown, stack: string): unknown {
  const said = String(error);
  const matter = SAYINGS.find(([saying]) => saying.test(said))?.[1];
  if (matter === undefined) return error;
  return new Error(
    `the passphrase of the stack ${stack} is ${matter}\n` +
      '  allowed: the passphrase that encrypts its secrets\n' +
      '  fix: export PULUMI_CONFIG_PASSPHRASE=…, or PULUMI_CONFIG_PASSPHRASE_FILE=path/to/file',
    { cause: error },
  );
}
