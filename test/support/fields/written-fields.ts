import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type InfrastructureName,
  Providers,
  type WorkloadCluster,
} from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { SharedFiles } from '../../../lib/output/shared-files';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import { SECRET_SOURCE_SCHEMAS } from '../../../lib/secrets/render/secret-sources';
import { testFleet } from '../fleets';
import { PROFILES } from '../models';
import { randomProgram, tryRender, type Versions } from '../random/random-program';
import { type KindSchema, leavesIn, leavesOf } from './field-paths';
import { WIDE_ADDONS } from './wide-addons';
import { WIDE_CONTROL_PLANE } from './wide-control-plane';
import { WIDE_MACHINES } from './wide-machines';
import { WIDE_ON_CLOUDS, type WideOnCloud } from './wide-on-clouds';
import { WIDE_OPEN_STACK } from './wide-open-stack';
import type { WideProgram } from './wide-program';

/** Fields of one kind in one combination of releases. */
export interface KindFields {
  /** Combination of releases. */
  readonly versions: Versions;
  readonly apiVersion: string;
  readonly kind: string;
  /** Every leaf below `spec`. */
  readonly all: ReadonlySet<string>;
  /** Leaves that some of the programs write. */
  readonly written: ReadonlySet<string>;
}

const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io/';
const SEED = 20_260_801;
const RANDOM_PROGRAMS = 5;
const WIDE: readonly WideProgram[] = [
  ...WIDE_MACHINES,
  ...WIDE_CONTROL_PLANE,
  ...WIDE_OPEN_STACK,
  ...WIDE_ADDONS,
];
const GATES = { machineTaintPropagation: true, kubeadmBootstrapFormatIgnition: true };

/** Fields of every kind that is rendered, in each combination of releases, with those that wide programs write. */
export function fieldsOfKinds(): readonly KindFields[] {
  return [
    ...PROFILES.flatMap((versions) =>
      fieldsOf(
        kindsOf('openstack', versions),
        versions,
        WIDE.flatMap((program) => wideObjects(program, versions)),
      ),
    ),
    ...WIDE_ON_CLOUDS.flatMap((wide) =>
      wide.versions.flatMap((versions) =>
        fieldsOf(
          kindsOf(wide.kind, versions),
          versions,
          objectsOnCloud(wide, versions).filter(({ apiVersion }) =>
            apiVersion.startsWith(INFRASTRUCTURE),
          ),
        ),
      ),
    ),
  ];
}

/** The same with the fields that random programs write. */
export function fieldsOfRandomPrograms(): readonly KindFields[] {
  return PROFILES.flatMap((versions) =>
    fieldsOf(kindsOf('openstack', versions), versions, randomObjects(versions)),
  );
}

function fieldsOf(
  kinds: ReadonlyMap<string, KindSchema>,
  versions: Versions,
  objects: readonly Manifest[],
): readonly KindFields[] {
  const written = new Map<string, Set<string>>();
  for (const { apiVersion, kind, spec } of objects) {
    const name = `${apiVersion}/${kind}`;
    const schema = kinds.get(name);
    if (schema === undefined) continue;
    const known = written.get(name) ?? new Set();
    written.set(name, known);
    for (const leaf of leavesIn(schema, spec)) known.add(leaf);
  }
  return [...written].sort(byName).map(([name, leaves]) => {
    const [group, version, kind = ''] = name.split('/');
    const schema = kinds.get(name);
    assert.ok(schema, name);
    return {
      versions,
      apiVersion: `${group}/${version}`,
      kind,
      all: leavesOf(schema),
      written: leaves,
    };
  });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function kindsOf(
  infrastructure: InfrastructureName,
  versions: Versions,
): ReadonlyMap<string, KindSchema> {
  const { schemas = [] } = providersOf(infrastructure, versions).tryProfile() ?? {};
  const kinds = new Map<string, KindSchema>();
  for (const name of [...schemas, ...SECRET_SOURCE_SCHEMAS]) {
    const data = bundledSets[name]?.();
    assert.ok(data, name);
    for (const [kind, index] of Object.entries(data.kinds)) {
      const spec = data.nodes[index]?.fields?.spec;
      if (spec !== undefined) kinds.set(kind, { data, spec });
    }
  }
  return kinds;
}

function randomObjects(versions: Versions): readonly Manifest[] {
  const terms = fc.boolean().chain((gates) => randomProgram({ versions, gates, helm: gates }));
  return fc
    .sample(terms, { seed: SEED, numRuns: RANDOM_PROGRAMS })
    .flatMap((program) => tryRender(program, versions) ?? [])
    .map(({ object }) => object);
}

/** Objects of a program, which has to be a legal one. */
function wideObjects(program: WideProgram, versions: Versions): readonly Manifest[] {
  const providers = providersOf('openstack', versions);
  const test = testFleet({ providers, ...(program.cloud && { cloud: program.cloud }) });
  const cluster = program.cluster(test.cluster, versions);
  if (cluster === undefined) return [];
  return objectsOf(cluster);
}

function objectsOnCloud({ kind, clusters }: WideOnCloud, versions: Versions): readonly Manifest[] {
  const { management } = testFleet({ providers: providersOf(kind, versions) });
  return clusters(management, versions).flatMap(objectsOf);
}

function providersOf(kind: InfrastructureName, [clusterApi, provider]: Versions): Providers {
  return Providers.versions(
    clusterApi,
    { [kind]: provider },
    { featureGates: GATES, helmAddonProvider: true },
  );
}

function objectsOf(cluster: WorkloadCluster): readonly Manifest[] {
  const model = cluster.model();
  assert.deepEqual([...checkCluster(model), ...checkRendering(model)], [], model.name);
  const shared = new SharedFiles();
  shared.add(model);
  return [...cluster.renderModel(model).map(({ object }) => object), ...shared.objects()];
}
