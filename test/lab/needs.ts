import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { labBin, run } from '../support/lab';
import { PEERS } from './peers';

/** Skips the suite that `this` belongs to where a management cluster can be neither started nor built, and says why. */
export async function managementClusterOrSkip(suite: Mocha.Context): Promise<void> {
  const built = PEERS.every(({ name }) => existsSync(join(labBin(), name)));
  const commands = ['etcd', 'kubectl', 'openssl', 'go'];
  for (const command of commands) {
    const { code } = await run('sh', ['-c', `command -v ${command}`]);
    if (code === 0) continue;
    console.log(
      `      skipped: no ${command} in PATH${built ? '' : ', and peers are to be built'}`,
    );
    suite.skip();
  }
}
