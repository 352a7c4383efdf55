import { spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildPeers } from '../lab/build';
import { SCHEDULER } from '../lab/peers';
import { type KubernetesLab, labBin } from './lab';

const BINARY = SCHEDULER.name;
const PORT_OFFSET = 9;

/** Starts a real kube-scheduler against a lab; the lab's `stop` ends it too. */
export async function startScheduler(lab: KubernetesLab): Promise<void> {
  buildPeers([SCHEDULER], (line) => console.log(`      built ${line}`));
  const log = openSync(join(lab.state, 'log/kube-scheduler'), 'a');
  const child = spawn(join(labBin(), BINARY), flags(lab), {
    // With the mark and the pid file, the lab's own stop script knows the process as its own.
    env: { ...process.env, LAB_KUBERNETES: lab.state },
    stdio: ['ignore', log, log],
    detached: true,
  });
  if (child.pid === undefined) throw new Error(`${BINARY} does not start`);
  writeFileSync(join(lab.state, 'pid/kube-scheduler'), String(child.pid));
  child.unref();
}

function flags(lab: KubernetesLab): string[] {
  return [
    `--kubeconfig=${lab.kubeconfig}`,
    `--cert-dir=${join(lab.state, 'tls')}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${lab.port + PORT_OFFSET}`,
    '--leader-elect=false',
    '--authentication-skip-lookup=true',
  ];
}
