import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { SecretsJson } from '../output/secrets-json';
import { secretsTable } from '../output/secrets-table';
import { type Command, FLAG, LIST, lastOf, type OptionValues, UsageError } from './command';
import { selectionOf } from './plan-command';
import { askProgram } from './program';

/** Lists the Secrets that a fleet needs, and tells of credentials that expire. */
export const secretsCommand: Command = {
  options: { cluster: LIST, cloud: LIST, json: FLAG, 'expires-within': LIST },

  async run(program, values) {
    const days = daysOf(values);
    const selection = selectionOf(values);
    const answer = await askProgram(program, { command: 'secrets', json: true, selection });
    if (answer === undefined) return 1;
    const { secrets, expiries } = JSON.parse(answer) as SecretsJson;
    process.stdout.write(values.json === undefined ? secretsTable(secrets) : answer);
    const now = new Date();
    const expiring = expiringWithin(expiries, days ?? NOTICE_DAYS, now);
    for (const line of expiryLines(expiring, now)) process.stderr.write(`${line}\n`);
    return days !== undefined && expiring.length > 0 ? 1 : 0;
  },
};

function daysOf(values: OptionValues): number | undefined {
  const text = lastOf(values, 'expires-within');
  if (text === undefined) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new UsageError(
    `--expires-within is ${JSON.stringify(text)}: it takes a number of days from 0 to 9999`,
  );
}
