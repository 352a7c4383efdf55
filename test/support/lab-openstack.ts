import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { findLab, freePort, runScript, stateHome, stopAbandoned, stopper } from './lab';

/** Running OpenStack on loopback. */
export interface OpenStackLab {
  /** File with the clouds `admin` and `demo`. */
  readonly cloudsFile: string;
}

const FIRST_PORT = 17_800;
const PORTS_PER_LAB = 14;

let running: Promise<OpenStackLab> | undefined;

/**
 * The OpenStack of this test process, started when it is first asked for and ended with the process.
 *
 * `CAPI_FLEET_OPENSTACK` names the state folder of one that runs already; it is used and left running.
 */
export function openStackOrSkip(suite: Mocha.Context): Promise<OpenStackLab> {
  const given = process.env.CAPI_FLEET_OPENSTACK;
  if (given !== undefined) return Promise.resolve({ cloudsFile: join(given, 'clouds.yaml') });
  const why = missing();
  if (why !== undefined) {
    console.log(`      skipped: ${why}`);
    return suite.skip();
  }
  running ??= start(join(findLab() ?? '', 'openstack'));
  return running;
}

function missing(): string | undefined {
  const lab = findLab();
  if (lab === undefined || !existsSync(join(lab, 'openstack/start'))) {
    return 'no OpenStack lab at ../shared/lab, and CAPI_FLEET_LAB names no other folder';
  }
  const cache = process.env.LAB_CACHE ?? join(cacheHome(), 'lab-openstack');
  if (existsSync(join(cache, 'venv/bin/python'))) return undefined;
  return 'the OpenStack lab is not installed: run ../shared/lab/openstack/install';
}

/** Folder of what can be made again. */
export function cacheHome(): string {
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
}

async function start(scripts: string): Promise<OpenStackLab> {
  stopAbandoned(scripts);
  const first = Number(process.env.LAB_OPENSTACK_PORT ?? FIRST_PORT);
  const offsets = Array.from({ length: PORTS_PER_LAB }, (_, offset) => offset);
  const port = await freePort(first, PORTS_PER_LAB, offsets);
  const home = join(stateHome(), `cloud-${port}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'owner'), String(process.pid));
  const env = { LAB_STATE: home, LAB_OPENSTACK_PORT: String(port) };
  stopper(scripts, env);
  const script = join(scripts, 'start');
  // On a busy machine its Nova may answer too late for the script, which then gives up.
  await runScript(script, [], env).catch(() => runScript(script, [], env));
  return { cloudsFile: join(home, 'openstack/clouds.yaml') };
}
