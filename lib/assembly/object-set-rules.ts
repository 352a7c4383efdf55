import { type Fix, write } from '../base/fix';
import { tryParseKubernetesVersion } from '../base/kubernetes-version';
import type { Manifest } from '../base/manifest';
import { once } from '../base/once';
import type { Rule } from '../base/rule';
import { mapAt, valueAt } from '../base/value-at';
import { closestWord, quotedList } from '../base/words';
import { compareMinors } from '../cluster/model/profile';
import { controlPlaneOf } from '../cluster/rules/control-plane-object';
import {
  groupOf,
  type ObjectSetSubject,
  objectSetRule,
  objectsOf,
} from '../cluster/rules/object-set-rule';
import { allProviders } from './provider-registry';

const CORE = 'cluster.x-k8s.io';
const OF_CLUSTER = [
  'Machine',
  'MachineDeployment',
  'MachineHealthCheck',
  'MachinePool',
  'MachineSet',
];
/** Paths of references in the objects of a cluster. */
const REFERENCES = [
  ['infrastructureRef'],
  ['controlPlaneRef'],
  ['machineTemplate', 'spec', 'infrastructureRef'],
  ['machineTemplate', 'infrastructureRef'],
  ['template', 'spec', 'infrastructureRef'],
  ['template', 'spec', 'bootstrap', 'configRef'],
] as const;
/** Kinds that the library writes, so that references to them must lead to objects of the same cluster. */
const writtenKinds = once((): readonly string[] => [
  'KubeadmConfigTemplate',
  'KubeadmControlPlane',
  ...[...allProviders().values()].flatMap(({ renderer }) => [
    renderer.clusterKind,
    renderer.machineTemplateKind,
  ]),
]);

/** Rules on the objects of a cluster together. */
export const OBJECT_SET_RULES: readonly Rule<ObjectSetSubject>[] = [
  objectSetRule({
    id: 'object-reference-missing',
    reason: 'No machine is created from a template that does not exist.',
    source: 'CAPI@v1.14.0:core/reconcilers/machinedeployment/machinedeployment_controller.go',
    check({ objects }, refuse) {
      const names = namesByKind(objects.map(({ object }) => object));
      for (const at of objects) {
        if (at.added === true || !groupOf(at.object.apiVersion).endsWith(CORE)) continue;
        for (const way of REFERENCES) {
          const { kind, name } = mapAt(at.object, 'spec', ...way);
          const known = names.get(String(kind)) ?? [];
          if (!writtenKinds().includes(String(kind)) || known.includes(String(name))) continue;
          refuse(at, `spec.${way.join('.')}.name`, {
            given: name,
            allowed: `${kind} of the cluster: ${quotedList(known) || 'none exist'}`,
            fix: fixOf(String(name), known),
          });
        }
      }
    },
  }),
  objectSetRule({
    id: 'object-cluster-missing',
    reason: 'Machines of a cluster that does not exist are never created.',
    source: 'CAPI@v1.14.0:core/reconcilers/machinedeployment/machinedeployment_controller.go',
    check(subject, refuse) {
      const known = objectsOf(subject, CORE, 'Cluster').map(({ object }) => object.metadata.name);
      for (const at of objectsOf(subject, CORE, ...OF_CLUSTER)) {
        const given = valueAt(at.object, 'spec', 'clusterName');
        if (at.added === true || given === undefined || known.includes(String(given))) continue;
        refuse(at, 'spec.clusterName', {
          given,
          allowed: `the cluster of its folder: ${quotedList(known)}`,
          fix: fixOf(String(given), known),
        });
      }
    },
  }),
  objectSetRule({
    id: 'object-version-newer',
    reason: 'A kubelet that is newer than the API server is not supported.',
    source: 'kubernetes/website@main:content/en/releases/version-skew-policy.md',
    check(subject, refuse) {
      for (const at of objectsOf(subject, CORE, 'MachineDeployment', 'MachineSet')) {
        const name = valueAt(at.object, 'spec', 'clusterName');
        const plane = controlPlaneOf(subject, ({ metadata }) => metadata.name === name);
        const served = seriesOf(valueAt(plane, 'spec', 'version'));
        const given = valueAt(at.object, 'spec', 'template', 'spec', 'version');
        const series = seriesOf(given);
        if (served === undefined || series === undefined) continue;
        if (compareMinors(series, served) <= 0) continue;
        refuse(at, 'spec.template.spec.version', {
          given,
          allowed: `${served}, the minor of the control plane, or an older one`,
          fix: 'upgrade the control plane first',
        });
      }
    },
  }),
  objectSetRule({
    id: 'object-version-mixed',
    reason:
      'Objects of one kind in two API versions drift: each conversion drops fields that one version does not have.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ objects }, refuse) {
      const seen = new Map<string, string>();
      for (const at of objects) {
        const { apiVersion, kind } = at.object;
        const group = groupOf(apiVersion);
        const first = seen.get(`${group}/${kind}`) ?? apiVersion;
        seen.set(`${group}/${kind}`, first);
        if (first === apiVersion || !group.endsWith(CORE)) continue;
        refuse(at, 'apiVersion', {
          given: apiVersion,
          allowed: `${JSON.stringify(first)}, as in other objects of this kind`,
          fix: `write it as ${first}`,
        });
      }
    },
  }),
];

function namesByKind(objects: readonly Manifest[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { kind, metadata } of objects) {
    names.set(kind, [...(names.get(kind) ?? []), metadata.name]);
  }
  return names;
}

function fixOf(given: string, known: readonly string[]): Fix {
  const close = known.length === 1 ? known[0] : closestWord(given, known);
  return close === undefined ? 'write the name of one of them' : write(close);
}

function seriesOf(version: unknown): string | undefined {
  return typeof version === 'string' ? tryParseKubernetesVersion(version)?.series : undefined;
}
