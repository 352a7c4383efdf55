import { CrdFolderError, type FiledDefinition } from './crd-folder';

/** The releases that run in the management cluster. */
export interface RunningReleases {
  /** Cluster API minor, such as `1.13`. */
  readonly clusterApi: string;
  /** Infrastructure providers, each with its minor. */
  readonly providers: Readonly<Record<string, { readonly minor: string }>>;
  /** Folders of the CRDs that the schemas of the releases come from. */
  readonly schemas: readonly string[];
}

/** Chosen definitions by `group/version/Kind`, and the ones that could not be chosen. */
export interface ChosenDefinitions {
  /** One definition for each kind. */
  readonly chosen: ReadonlyMap<string, FiledDefinition>;
  /** Definitions that differ, if it is unknown which one runs. */
  readonly undecided: ReadonlyMap<string, readonly FiledDefinition[]>;
}

const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io';
const CLUSTER_API = /(^|\.)cluster\.x-k8s\.io$/;
const MINOR = /(?:^|[-_/])v?(\d+\.\d+)(?=[-_/.]|$)/g;
const MOST_LISTED = 4;

/** Chooses the definitions of the running releases among those that an API server serves. */
export function chooseDefinitions(
  definitions: readonly FiledDefinition[],
  running?: RunningReleases,
): ChosenDefinitions {
  const chosen = new Map<string, FiledDefinition>();
  const undecided = new Map<string, readonly FiledDefinition[]>();
  for (const [name, all] of servedByName(definitions)) {
    const [only, ...others] = chooseOne(all, running);
    if (only !== undefined && others.length === 0) chosen.set(name, only);
    else undecided.set(name, all);
  }
  return { chosen, undecided };
}

/** Returns the error for differing definitions of one kind. */
export function undecidedKind(
  name: string,
  definitions: readonly FiledDefinition[],
  running?: RunningReleases,
): CrdFolderError {
  const example = running?.schemas[0] ?? 'cluster-api-v1.13.5';
  return new CrdFolderError({
    given: definitions.slice(0, MOST_LISTED).map(({ file }) => file),
    allowed: `one definition of ${name}, or folders named after their releases`,
    fix: `use a folder of one release, or name the folders in it as ${JSON.stringify(example)}`,
  });
}

function servedByName(definitions: readonly FiledDefinition[]): Map<string, FiledDefinition[]> {
  const byName = new Map<string, FiledDefinition[]>();
  for (const defined of definitions) {
    if (!defined.served) continue;
    const name = `${defined.group}/${defined.version}/${defined.kind}`;
    const known = byName.get(name) ?? [];
    known.push(defined);
    byName.set(name, known);
  }
  return byName;
}

/** Returns the definitions that remain without duplicates and other releases. */
function chooseOne(
  all: readonly FiledDefinition[],
  running: RunningReleases | undefined,
): readonly FiledDefinition[] {
  const different = distinct(all);
  if (different.length < 2 || running === undefined) return different;
  const exact = distinct(all.filter(({ file }) => isOfSchemas(file, running.schemas)));
  if (exact.length === 1) return exact;
  return distinct(
    all.filter(({ group, file }) =>
      minorsOf(group, running).some((minor) => minorsIn(file).includes(minor)),
    ),
  );
}

function distinct(definitions: readonly FiledDefinition[]): readonly FiledDefinition[] {
  if (definitions.length < 2) return definitions;
  return [...new Map(definitions.map((one) => [JSON.stringify(one.schema), one])).values()];
}

function isOfSchemas(file: string, schemas: readonly string[]): boolean {
  return file.split('/').some((part) => schemas.includes(part));
}

function minorsIn(file: string): string[] {
  return [...file.matchAll(MINOR)].map(([, minor = '']) => minor);
}

function minorsOf(group: string, { clusterApi, providers }: RunningReleases): readonly string[] {
  if (group === INFRASTRUCTURE) return Object.values(providers).map(({ minor }) => minor);
  return CLUSTER_API.test(group) ? [clusterApi] : [];
}
