import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { getRootDirectory } from '@pulumi/pulumi';
import { Fleet } from '../constructs/index';

/**
 * Loads the fleet that a program exports as `fleet`.
 *
 * @param program File relative to the folder of `Pulumi.yaml`.
 * @throws Error when no program is named, or the file does not exist or exports no fleet.
 */
export function loadFleet(program: string | undefined): Fleet {
  if (program === undefined) throw noFleet('is missing');
  const file = resolve(getRootDirectory(), program);
  if (!existsSync(file)) throw noFleet(`is ${JSON.stringify(program)}, which does not exist`);
  const exported: unknown = require(file);
  if (typeof exported === 'object' && exported !== null && 'fleet' in exported) {
    if (exported.fleet instanceof Fleet) return exported.fleet;
  }
  throw noFleet(`is ${JSON.stringify(program)}, which exports no fleet`);
}

function noFleet(what: string): Error {
  return new Error(
    `capi-fleet:program ${what}\n` +
      '  allowed: a file with `export const fleet = new Fleet(…)`\n' +
      '  fix: pulumi config set capi-fleet:program path/to/fleet.ts',
  );
}
