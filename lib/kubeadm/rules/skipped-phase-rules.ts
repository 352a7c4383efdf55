import type { AddonModel } from '../../addons/model/addon';
import { installs } from '../../addons/rules/installed-parts';
import type { Rule } from '../../base/rule';
import { valueAt } from '../../base/value-at';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import {
  fieldPlace,
  type ObjectSetSubject,
  objectsOf,
  type PlacedObject,
} from '../../cluster/rules/object-set-rule';
import type { KubeadmCluster } from '../model/cluster';

const CONTROL_PLANE = 'controlplane.cluster.x-k8s.io';
const WAY = ['spec', 'kubeadmConfigSpec', 'initConfiguration', 'skipPhases'] as const;

type SkippedPart = Extract<ClusterPart, 'kube-proxy' | 'coredns'>;

/** Phases of kubeadm that install parts of a cluster. */
const PHASES: Readonly<Record<string, readonly SkippedPart[]>> = {
  addon: ['kube-proxy', 'coredns'],
  'addon/kube-proxy': ['kube-proxy'],
  'addon/coredns': ['coredns'],
};
const WITHOUT = {
  'kube-proxy': 'no Service is reachable',
  coredns: 'no pod can resolve the name of a Service',
} as const;

type PhaseSubject = ObjectSetSubject<
  Pick<KubeadmCluster, 'controlPlane' | 'addons' | 'installedOtherwise'>
>;

/** Rules on phases of kubeadm that patches skip. */
export const SKIPPED_PHASE_RULES: readonly Rule<PhaseSubject>[] = [
  {
    id: 'object-phase-skipped',
    reason: 'A part that kubeadm skips is missing unless something else installs it.',
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
            refuse(placeOf(at, part, subject), {
              given: isOfProp(part, subject) ? 'none' : phase,
              allowed: isOfProp(part, subject)
                ? `kube-proxy or a replacement, without which ${WITHOUT[part]}`
                : `phases other than that of ${part}, without which ${WITHOUT[part]}`,
              fix: fixFor(part, addons),
            });
          }
        }
      }
    },
  },
];

/** Tells whether a prop of the control plane leaves a part out, rather than a patch. */
function isOfProp(part: SkippedPart, { cluster }: PhaseSubject): boolean {
  return part === 'kube-proxy' && cluster?.controlPlane.kubeProxy?.kind === 'none';
}

/** Returns the place where a part is left out. */
function placeOf(at: PlacedObject, part: SkippedPart, subject: PhaseSubject) {
  const path = subject.cluster?.controlPlane.path;
  if (path === undefined || !isOfProp(part, subject)) return fieldPlace(at, WAY.join('.'));
  return { path, prop: 'kubeProxy' };
}

/** Returns the fix if nothing replaces a part. */
function fixFor(part: SkippedPart, addons: readonly AddonModel[]): string {
  const otherwise = `write installedOtherwise: ["${part}"] in the cluster`;
  const cilium = addons.find(({ helmChart }) => helmChart?.chart === 'cilium');
  return part === 'kube-proxy' && cilium !== undefined
    ? `write values: { kubeProxyReplacement: true } in ${cilium.path}, or ${otherwise}`
    : `add a replacement for ${part} with Addon.helmChart() or Addon.manifest(), or ${otherwise}`;
}
