import type { ProvidersOptions } from '../../lib/assembly/providers';
import type { Manifest } from '../../lib/base/manifest';
import { addonModel, clusterModel, controlPlaneModel, poolModel, profile } from './models';
import type { AssembledCluster } from './openstack-cluster';
import { rendered, renderedObject } from './rendering';

/** Steps to a field, and the value that it gets; undefined removes it. */
export type FieldPatch = readonly [way: string, value: unknown];

const HEALTH_CHECK = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [] };

/** Object of the cluster `demo` in which fields have been patched. */
export function patchedObject(
  key: string,
  patches: readonly FieldPatch[],
  overrides: Partial<AssembledCluster> = {},
): Manifest {
  return withFields(renderedObject(demoModel(overrides), key), patches);
}

/** Objects of the cluster `demo`, in some of which fields have been patched. */
export function patchedObjects(
  patches: Readonly<Record<string, readonly FieldPatch[]>>,
  overrides: Partial<AssembledCluster> = {},
): readonly Manifest[] {
  return [...rendered(demoModel(overrides))].map(([key, object]) =>
    withFields(object, patches[key] ?? []),
  );
}

function demoModel(overrides: Partial<AssembledCluster>): AssembledCluster {
  return clusterModel({
    controlPlane: controlPlaneModel({ healthCheck: HEALTH_CHECK }),
    pools: [poolModel({ autoscale: { minSize: 0, maxSize: 2 } })],
    addons: [addonModel()],
    templateNames: 'plain',
    ...overrides,
  });
}

/** Object in which fields have been patched. */
export function withFields(from: Manifest, patches: readonly FieldPatch[]): Manifest {
  let object: unknown = structuredClone(from);
  for (const [way, value] of patches) object = withField(object, way.split(' '), value);
  return object as Manifest;
}

/** Versions whose manifests are older, in the middle and newest. */
export const VERSIONS = {
  oldest: (options?: ProvidersOptions) => profile('1.10', '0.12', options),
  usual: (options?: ProvidersOptions) => profile('1.14', '0.14', options),
  newest: (options?: ProvidersOptions) => profile('1.14', '0.15', options),
};

function withField(from: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (/^\d+$/.test(step)) {
    const list: unknown[] = Array.isArray(from) ? [...from] : [];
    list[Number(step)] = withField(list[Number(step)], rest, value);
    return list;
  }
  const map: Record<string, unknown> = typeof from === 'object' && from !== null ? { ...from } : {};
  const changed = withField(map[step], rest, value);
  if (changed === undefined) delete map[step];
  else map[step] = changed;
  return map;
}
