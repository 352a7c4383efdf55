/** What Pulumi says of a passphrase, and what is the matter with it. */
const SAYINGS: readonly (readonly [saying: RegExp, matter: string])[] = [
  [/passphrase must be set/, 'missing'],
  [/incorrect passphrase/, 'wrong'],
];

/** Error of a stack whose passphrase is missing or wrong, in one sentence; any other error as it is. */
export function passphraseError(error: unknown, stack: string): unknown {
  const said = String(error);
  const matter = SAYINGS.find(([saying]) => saying.test(said))?.[1];
  if (matter === undefined) return error;
  return new Error(
    `the passphrase of the stack ${stack} is ${matter}\n` +
      '  allowed: the one that its secrets are encrypted with\n' +
      '  fix: export PULUMI_CONFIG_PASSPHRASE=…, or PULUMI_CONFIG_PASSPHRASE_FILE=path/to/it',
    { cause: error },
  );
}
