import assert from 'node:assert/strict';
import type { AssembledCluster as AnyCluster } from '../../lib/assembly/model';
import { type RenderOptions, renderCluster } from '../../lib/assembly/render-cluster';
import type { Manifest } from '../../lib/base/manifest';
import type { VersionProfile } from '../../lib/cluster/model/profile';
import { emitDocuments } from '../../lib/output/emit-yaml';
import { schemaSet, validateObject } from '../../lib/schema/validate';
import { clusterModel, openStackRelease, PROFILES, profile } from './models';
import type { AssembledCluster } from './openstack-cluster';

/** Way to a field of an object. */
export type Path = readonly (string | number)[];

/** Place and value of a field in one profile. */
export type Landing = readonly [path: Path, value: unknown];

/** A prop of a model, and where it must turn up. */
export interface PropRow {
  /** Model that sets the prop to something unusual. */
  readonly model: Partial<AssembledCluster>;
  /** Key of the object in which it turns up. */
  readonly key: string;
  /** Where it turns up. */
  readonly lands: (profile: VersionProfile) => Landing;
  /** Says in which profiles the prop can be expressed; absent for all. */
  readonly only?: (profile: VersionProfile) => boolean;
}

/** Landing that every profile shares. */
export function everywhere(path: string, value: unknown): PropRow['lands'] {
  return () => [path.split('.'), value];
}

/** Landing that depends on the version of Cluster API's own groups. */
export function byCore(v1beta1: Landing, v1beta2: Landing): PropRow['lands'] {
  return ({ core }) => (core === 'v1beta1' ? v1beta1 : v1beta2);
}

/** Landing that depends on the version of the infrastructure group. */
export function byInfrastructure(v1beta1: Landing, v1beta2: Landing): PropRow['lands'] {
  return (versions) => (openStackRelease(versions).apiVersion === 'v1beta1' ? v1beta1 : v1beta2);
}

/** Objects of a cluster by their keys. */
export function rendered(
  model: AnyCluster,
  options: Partial<RenderOptions> = {},
): ReadonlyMap<string, Manifest> {
  const objects = renderCluster(model, { emitDocuments, ...options });
  return new Map(objects.map(({ key, object }) => [key, object]));
}

/** One object of a cluster. */
export function renderedObject(model: AnyCluster, key: string): Manifest {
  const object = rendered(model).get(key);
  assert.ok(object, `no object ${key}`);
  return object;
}

/** Field of an object, or undefined. */
export function at(object: unknown, path: Path): unknown {
  let value = object;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Asserts that no object of a cluster differs from the schemas of its profile. */
export function assertFitsSchemas(model: AssembledCluster): void {
  const set = schemaSet(model.profile.schemas);
  for (const [key, object] of rendered(model)) {
    assert.deepEqual(validateObject(set, object), [], `${model.profile.name}: ${key}`);
  }
}

/** Declares a test for every row: the prop lands where it must in every profile, and nowhere by itself. */
export function testProps(rows: Readonly<Record<string, readonly PropRow[]>>): void {
  for (const [prop, cases] of Object.entries(rows)) {
    it(`carries ${prop}`, () => {
      for (const row of cases) {
        for (const [clusterApi, provider] of PROFILES)
          assertLands(row, profile(clusterApi, provider));
      }
    });
  }
}

function assertLands(row: PropRow, versions: VersionProfile): void {
  if (row.only?.(versions) === false) return;
  const model = clusterModel({ ...row.model, profile: versions });
  const [path, value] = row.lands(versions);
  const usual = rendered(clusterModel({ profile: versions })).get(row.key);

  assert.deepEqual(at(renderedObject(model, row.key), path), value, `${versions.name}: ${path}`);
  assert.notDeepEqual(at(usual, path), value, `${versions.name}: ${path} by itself`);
  assertFitsSchemas(model);
}
