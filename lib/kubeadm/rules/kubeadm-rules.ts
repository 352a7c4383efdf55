import { type Fix, leaveOut, write } from '../../base/fix';
import { isBefore } from '../../base/kubernetes-version';
import { durationFinding } from '../../base/moment';
import type { Refuse, Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { KubeadmTimeout } from '../model/kubeadm';
import type { MachineSubject } from './subjects';

/** First minor version of kubeadm with the newer API version of its configuration. */
const NEW_API_SINCE = 31;
const CONFIG = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go';
const VALIDATION =
  'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/apis/kubeadm/validation/validation.go';
const SOCKETS = { linux: 'unix:///', windows: 'npipe:////' } as const;
const USUAL_SOCKETS = {
  linux: 'unix:///run/containerd/containerd.sock',
  windows: 'npipe:////./pipe/containerd-containerd',
} as const;
const ALL_CHECKS = 'all';
const KUBE_PROXY_PHASE = 'addon/kube-proxy';
/** Timeouts that kubeadm supported before it had a field for all of them. */
const OLD_TIMEOUTS: readonly KubeadmTimeout[] = [
  'controlPlaneComponentHealthCheck',
  'tlsBootstrap',
];

const INIT_PHASES = [
  'preflight',
  'certs',
  'kubeconfig',
  'etcd',
  'control-plane',
  'kubelet-start',
  'wait-control-plane',
  'upload-config',
  'upload-certs',
  'mark-control-plane',
  'bootstrap-token',
  'kubelet-finalize',
  'addon',
  'show-join-command',
];
const JOIN_PHASES = [
  'preflight',
  'control-plane-prepare',
  'kubelet-start',
  'etcd-join',
  'kubelet-wait-bootstrap',
  'control-plane-join',
  'wait-control-plane',
];
/** Phases without which other machines cannot find the cluster, or no kubelet runs. */
const NEEDED: Readonly<Record<PhaseProp, readonly string[]>> = {
  skipInitPhases: [
    'kubeconfig',
    'control-plane',
    'kubelet-start',
    'upload-config',
    'bootstrap-token',
  ],
  skipPhases: ['kubelet-start', 'control-plane-prepare', 'control-plane-join'],
};
const PHASES: Readonly<Record<PhaseProp, readonly string[]>> = {
  skipInitPhases: INIT_PHASES,
  skipPhases: JOIN_PHASES,
};
/** Examples of subphases that can be skipped. */
const PART_PHASES: Readonly<Record<PhaseProp, string>> = {
  skipInitPhases: 'certs/etcd-ca',
  skipPhases: 'control-plane-join/mark-control-plane',
};
const PHASE_PROPS = ['skipInitPhases', 'skipPhases'] as const;

type PhaseProp = 'skipInitPhases' | 'skipPhases';

/** Rules on kubeadm settings of machines. */
export const KUBEADM_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubeadm-cri-socket',
    reason: 'kubeadm and the kubelet reach the container runtime only by an address with a scheme.',
    source: CONFIG,
    check({ machine: { path, kubeadm, os = 'linux' } }, refuse) {
      const given = kubeadm?.criSocket;
      const scheme = SOCKETS[os];
      if (given === undefined || (given.startsWith(scheme) && /^[!-~]+$/.test(given))) return;
      const isPath = os === 'linux' && /^\/[!-~]+$/.test(given);
      refuse(
        { path, prop: 'kubeadm.criSocket' },
        {
          given,
          allowed: `an address that begins with ${scheme}, such as ${JSON.stringify(USUAL_SOCKETS[os])}`,
          fix: isPath ? write(`unix://${given}`) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'kubeadm-preflight-errors',
    reason:
      'kubeadm rejects other checks together with "all", and Cluster API rejects an empty name.',
    source: VALIDATION,
    check({ machine: { path, kubeadm } }, refuse) {
      const names = kubeadm?.ignorePreflightErrors ?? [];
      const place = { path, prop: 'kubeadm.ignorePreflightErrors' };
      const hasAll = names.some((name) => name.toLowerCase() === ALL_CHECKS);
      if (hasAll && names.length > 1) {
        refuse(place, {
          given: names,
          allowed: `only ${JSON.stringify(ALL_CHECKS)}, or individual checks`,
          fix: write([ALL_CHECKS]),
        });
      }
      if (names.every((name) => name.trim() !== '')) return;
      refuse(place, {
        given: names,
        allowed: 'names of checks, such as "NumCPU"',
        fix: write(names.filter((name) => name.trim() !== '')),
      });
    },
  },
  {
    id: 'kubeadm-pull-serial-version',
    reason: 'Older kubeadm releases always pull images serially.',
    source: CONFIG,
    check({ cluster, machine: { path, kubeadm, kubernetesVersion } }, refuse) {
      if (kubeadm?.imagePullSerial === undefined) return;
      const version = kubernetesVersion ?? cluster.kubernetesVersion;
      if (!isBefore(version, NEW_API_SINCE)) return;
      refuse(
        { path, prop: 'kubeadm.imagePullSerial' },
        {
          given: kubeadm.imagePullSerial,
          allowed: `none with Kubernetes ${version}; requires 1.${NEW_API_SINCE} or newer`,
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'kubeadm-timeout-seconds',
    reason: 'kubeadm accepts timeouts only in whole seconds.',
    source: CONFIG,
    check({ machine: { path, kubeadm } }, refuse) {
      for (const [name, seconds] of Object.entries(kubeadm?.timeouts ?? {})) {
        const finding = durationFinding(seconds);
        if (finding !== undefined) refuse({ path, prop: `kubeadm.timeouts.${name}` }, finding);
      }
    },
  },
  {
    id: 'kubeadm-timeout-version',
    reason: 'The timeout has no effect if kubeadm does not support it.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/types/upstreamv1beta3/conversion.go',
    check({ cluster, machine }, refuse) {
      const { path, kubeadm, kubernetesVersion } = machine;
      const version = kubernetesVersion ?? cluster.kubernetesVersion;
      const { core, clusterApi } = cluster.profile;
      const isAnyOld = core === 'v1beta1' || isBefore(version, NEW_API_SINCE);
      for (const name of Object.keys(kubeadm?.timeouts ?? {}) as KubeadmTimeout[]) {
        const given = `${kubeadm?.timeouts?.[name]} seconds`;
        const isOfControlPlane = name === 'controlPlaneComponentHealthCheck';
        if (isOfControlPlane && machine !== cluster.controlPlane) {
          refuse(
            { path, prop: `kubeadm.timeouts.${name}` },
            { given, allowed: 'none for machines of a pool', fix: leaveOut() },
          );
        } else if (isAnyOld && !OLD_TIMEOUTS.includes(name)) {
          refuse(
            { path, prop: `kubeadm.timeouts.${name}` },
            {
              given,
              allowed: `none with Cluster API ${clusterApi} and Kubernetes ${version}; requires 1.13 and 1.${NEW_API_SINCE} or newer`,
              fix: leaveOut(),
            },
          );
        }
      }
    },
  },
  {
    id: 'kubeadm-phases',
    reason: 'kubeadm does not start with an unknown phase.',
    source: 'kubernetes/website@main:content/en/docs/reference/setup-tools/kubeadm/kubeadm-init.md',
    check({ cluster, machine }, refuse) {
      const { path, kubeadm } = machine;
      for (const prop of PHASE_PROPS) {
        for (const phase of kubeadm?.[prop] ?? []) {
          const [name = ''] = phase.split('/');
          if (PHASES[prop].includes(name)) continue;
          refuse(
            { path, prop: `kubeadm.${prop}` },
            {
              given: phase,
              allowed: `${quotedList(PHASES[prop])}, or subphases such as ${JSON.stringify(PART_PHASES[prop])}`,
              fix: phaseFix(prop, phase, machine === cluster.controlPlane),
            },
          );
        }
      }
    },
  },
  {
    id: 'kubeadm-phases-needed',
    reason:
      'Without these phases, a machine does not become a node, or other machines cannot join.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/internal/workload_cluster.go',
    check({ machine: { path, kubeadm } }, refuse) {
      for (const prop of PHASE_PROPS) {
        for (const phase of kubeadm?.[prop] ?? []) checkNeeded(path, prop, phase, refuse);
      }
    },
  },
];

/** Returns the fix for a phase that a prop does not support; machines that only join have one prop. */
function phaseFix(prop: PhaseProp, phase: string, hasBoth: boolean): Fix {
  const [name = '', ...part] = phase.split('/');
  const other = PHASE_PROPS.find((one) => one !== prop && PHASES[one].includes(name));
  if (other !== undefined) return hasBoth ? `move it to ${other}` : leaveOut();
  const better = closestWord(name, PHASES[prop]);
  return better === undefined ? leaveOut() : write([better, ...part].join('/'));
}

function checkNeeded(path: string, prop: PhaseProp, phase: string, refuse: Refuse): void {
  const place = { path, prop: `kubeadm.${prop}` };
  const isProxy = prop === 'skipInitPhases' && phase === KUBE_PROXY_PHASE;
  if (!isProxy && !NEEDED[prop].includes(phase)) return;
  refuse(place, {
    given: phase,
    allowed: isProxy
      ? 'other phases; kubeProxy sets this one'
      : 'phases that a cluster does not need',
    fix: isProxy ? 'leave it out, and set kubeProxy: KubeProxy.none()' : leaveOut(),
  });
}
