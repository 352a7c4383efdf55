import { COMMAND_VARIABLE, type FleetCommand } from '../provision/fleet-command';

const NOTHING: FleetCommand = { command: 'none', json: false, selection: {} };

let loading = 0;
let before: string | undefined;

/**
 * Loads a program whose `fleet.run()` then neither writes nor provisions anything, and returns what it exports.
 *
 * ```ts
 * const { fleet } = await loadProgram(() => import('../main'));
 * ```
 *
 * A module runs when it is loaded for the first time, so load a program with this function only.
 */
export async function loadProgram<T>(load: () => T | Promise<T>): Promise<T> {
  if (loading === 0) before = process.env[COMMAND_VARIABLE];
  loading += 1;
  process.env[COMMAND_VARIABLE] = JSON.stringify(NOTHING);
  try {
    return await load();
  } finally {
    loading -= 1;
    if (loading === 0) restore();
  }
}

function restore(): void {
  if (before === undefined) delete process.env[COMMAND_VARIABLE];
  else process.env[COMMAND_VARIABLE] = before;
}
