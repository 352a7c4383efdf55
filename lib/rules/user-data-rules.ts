import type { Rule } from './rule';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

type Texts = Readonly<Record<string, string>>;

/** Bytes that Nova takes once they are written in base64. */
const MOST_BYTES = 49_000;
/** Bytes of kubeadm's configuration, with the certificates that a control plane gets. */
const CONTROL_PLANE_BYTES = 20_000;
const WORKER_BYTES = 5_000;
const SOURCE = 'openstack/nova@master:doc/source/user/user-data.rst';
const REASON =
  'Nova takes 65,535 bytes of user data in base64, in which machines get their arguments.';

/** Rules on the user data of control planes. */
export const CONTROL_PLANE_USER_DATA_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-user-data',
    reason: REASON,
    source: SOURCE,
    check({ controlPlane }, refuse) {
      const bytes = CONTROL_PLANE_PROPS.map((prop) => textBytes(controlPlane[prop]));
      const sum = bytes.reduce((a, b) => a + b, CONTROL_PLANE_BYTES);
      if (sum <= MOST_BYTES) return;
      const largest = CONTROL_PLANE_PROPS[bytes.indexOf(Math.max(...bytes))] ?? '';
      refuse({ path: controlPlane.path, prop: largest }, sizeFinding(sum, Math.max(...bytes)));
    },
  },
];

/** Rules on the user data of pools. */
export const POOL_USER_DATA_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-user-data',
    reason: REASON,
    source: SOURCE,
    check({ pool: { path, nodeLabels, kubeletExtraArgs } }, refuse) {
      const [labels, args] = [textBytes(nodeLabels), textBytes(kubeletExtraArgs)];
      const sum = WORKER_BYTES + labels + args;
      if (sum <= MOST_BYTES) return;
      const prop = labels > args ? 'labels' : 'kubeletExtraArgs';
      refuse({ path, prop }, sizeFinding(sum, Math.max(labels, args)));
    },
  },
];

const CONTROL_PLANE_PROPS = [
  'apiServerExtraArgs',
  'controllerManagerExtraArgs',
  'schedulerExtraArgs',
  'kubeletExtraArgs',
] as const;

function textBytes(texts: Texts): number {
  let bytes = 0;
  for (const key in texts) bytes += key.length + (texts[key]?.length ?? 0);
  return bytes;
}

function sizeFinding(sum: number, own: number) {
  return {
    given: `${own} bytes`,
    allowed: `at most ${MOST_BYTES} bytes of user data, of which there would be about ${sum}`,
    fix: 'move the longest into configuration files of the image',
  };
}
