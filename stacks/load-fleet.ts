import { isAbsolute, resolve } from 'node:path';
import { Fleet } from '../constructs/index';

/**
 * Loads the fleet that a program exports as `fleet`.
 *
 * @throws Error when the file is missing or exports no fleet.
 */
export function loadFleet(program: string): Fleet {
  const file = isAbsolute(program) ? program : resolve(__dirname, '..', program);
  const exported: unknown = require(file);
  if (typeof exported === 'object' && exported !== null && 'fleet' in exported) {
    if (exported.fleet instanceof Fleet) return exported.fleet;
  }
  throw new Error(
    `capi-fleet:program is ${JSON.stringify(program)}, which exports no fleet\n` +
      '  allowed: a file with `export const fleet = new Fleet(…)`\n' +
      '  fix: pulumi config set capi-fleet:program path/to/fleet.ts',
  );
}
