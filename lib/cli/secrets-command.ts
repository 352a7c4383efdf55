import { type Command, Option } from 'commander';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { SecretsJson } from '../output/secrets-json';
import { secretsTable } from '../output/secrets-table';
import {
  type End,
  integerBetween,
  jsonOption,
  newCommand,
  programArgument,
  programOf,
  type SelectionOptions,
  selectionOf,
  selectionOptions,
} from './command';
import { askForText } from './program';

const MOST_DAYS = 9999;

interface SecretsOptions extends SelectionOptions {
  readonly expiresWithin?: number;
  readonly json?: true;
}

/** Lists the Secrets that a fleet needs, and warns about credentials that expire. */
export function secretsCommand(end: End): Command {
  const command = newCommand(
    'secrets',
    'list the Secrets that must exist before the manifests are applied',
    'list the Secrets that the fleet needs, with their namespaces and keys, and which of them you have to create; credentials that expire soon are reported on the standard error stream',
  ).addArgument(programArgument());
  return selectionOptions(command)
    .addOption(
      new Option(
        '--expires-within <days>',
        `exit with code 1 if credentials have expired or expire within this many days (default for the report: ${NOTICE_DAYS})`,
      ).argParser(integerBetween(0, MOST_DAYS)),
    )
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: SecretsOptions) => {
      end(await listSecrets(programOf(named), options));
    });
}

async function listSecrets(program: string, options: SecretsOptions): Promise<number> {
  const selection = selectionOf(options);
  const answer = await askForText(program, { command: 'secrets', json: true, selection });
  if (answer === undefined) return 1;
  const { secrets, expiries } = JSON.parse(answer) as SecretsJson;
  process.stdout.write(options.json === undefined ? secretsTable(secrets) : answer);
  const { expiresWithin: days } = options;
  const now = new Date();
  const expiring = expiringWithin(expiries, days ?? NOTICE_DAYS, now);
  for (const line of expiryLines(expiring, now)) process.stderr.write(`${line}\n`);
  return days !== undefined && expiring.length > 0 ? 1 : 0;
}
