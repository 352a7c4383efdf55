import type { ClusterPart } from '../model/cluster-part';
import { installs } from './installed-parts';
import { valueAt } from './object-rule';
import { type ObjectSetSubject, objectSetRule, objectsOf } from './object-set-rule';
import type { Rule } from './rule';

const CONTROL_PLANE = 'controlplane.cluster.x-k8s.io';
const WAY = ['spec', 'kubeadmConfigSpec', 'initConfiguration', 'skipPhases'] as const;

/** Phases of kubeadm that bring parts of a cluster. */
const PHASES: Readonly<Record<string, readonly Extract<ClusterPart, 'kube-proxy' | 'coredns'>[]>> =
  {
    addon: ['kube-proxy', 'coredns'],
    'addon/kube-proxy': ['kube-proxy'],
    'addon/coredns': ['coredns'],
  };
const WITHOUT = {
  'kube-proxy': 'no Service is reached',
  coredns: 'no pod finds a Service by its name',
} as const;

/** Rules on phases that patches make kubeadm leave out. */
export const SKIPPED_PHASE_RULES: readonly Rule<ObjectSetSubject>[] = [
  objectSetRule({
    id: 'object-phase-skipped',
    reason: 'What kubeadm leaves out is missing, unless something else brings it.',
    source: 'kubernetes/kubernetes@v1.34.0:cmd/kubeadm/app/cmd/phases/init/addons.go',
    check(subject, refuse) {
      const { addons = [], installedOtherwise = [] } = subject.cluster ?? {};
      for (const at of objectsOf(subject, CONTROL_PLANE, 'KubeadmControlPlane')) {
        const skipped = valueAt(at.object, ...WAY);
        for (const phase of Array.isArray(skipped) ? skipped : []) {
          const parts = Object.hasOwn(PHASES, phase) ? (PHASES[String(phase)] ?? []) : [];
          for (const part of parts) {
            if (installedOtherwise.includes(part)) continue;
            if (addons.some((addon) => installs(addon, part))) continue;
            refuse(at, WAY.join('.'), {
              given: phase,
              allowed: `phases other than that of ${part}, without which ${WITHOUT[part]}`,
              fix: `add what takes the place of ${part} by Addon.helmChart() or Addon.manifest(), or write installedOtherwise: ["${part}"] in the cluster`,
            });
          }
        }
      }
    },
  }),
];
