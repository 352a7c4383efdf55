import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasRelease } from './config-files';
import { crdFolder, labBin, run } from './machine';
import { PEERS } from './peers';
import { type LabProfile, releasesOf } from './profiles';

/** Skips the suite that `this` belongs to where a management cluster cannot be had, and says why. */
export async function kubernetesOrSkip(
  suite: Mocha.Context,
  profile: LabProfile = 'v1.13',
): Promise<void> {
  const why = (await missingCommand()) ?? missingRelease(profile);
  if (why === undefined) return;
  console.log(`      skipped: ${why}`);
  suite.skip();
}

async function missingCommand(): Promise<string | undefined> {
  const built = PEERS.every(({ name }) => existsSync(join(labBin(), name)));
  for (const command of ['etcd', 'kubectl', 'openssl', 'go']) {
    const { code } = await run('sh', ['-c', `command -v ${command}`]);
    if (code !== 0) return `no ${command} in PATH${built ? '' : ', and peers are to be built'}`;
  }
  return undefined;
}

function missingRelease(profile: LabProfile): string | undefined {
  const missing = releasesOf(profile).filter((release) => !hasRelease(release));
  if (missing.length === 0) return undefined;
  return `no ${missing.join(', ')} in ${crdFolder()}, and LAB_CRDS names no other folder`;
}
