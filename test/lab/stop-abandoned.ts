import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateHome } from './machine';
import { Processes } from './processes';

/** Stops management clusters whose test process was killed before it could do so itself. */
export async function stopAbandonedLabs(): Promise<void> {
  if (!existsSync(stateHome())) return;
  for (const name of readdirSync(stateHome())) {
    const home = join(stateHome(), name);
    const owner = join(home, 'owner');
    const state = join(home, 'kubernetes');
    if (!existsSync(owner) || !existsSync(join(state, 'pid'))) continue;
    if (existsSync(`/proc/${readFileSync(owner, 'utf8')}`)) continue;
    await new Processes(state).stop();
  }
}

if (require.main === module) void stopAbandonedLabs();
