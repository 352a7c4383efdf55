import { CrdFolderError, type FiledDefinition } from './crd-folder';

/** What is known of the releases that run. */
export interface RunningReleases {
  /** Cluster API minor, such as `1.13`. */
  readonly clusterApi: string;
  /** Infrastructure providers, each with its minor. */
  readonly providers: Readonly<Record<string, { readonly minor: string }>>;
  /** Folders of CRDs from which the schemas of the releases are. */
  readonly schemas: readonly string[];
}

/** Definitions by `group/version/Kind`, and those among which none could be chosen. */
export interface ChosenDefinitions {
  /** One definition for each kind. */
  readonly chosen: ReadonlyMap<string, FiledDefinition>;
  /** Definitions that differ, where it is unknown which one runs. */
  readonly undecided: ReadonlyMap<string, readonly FiledDefinition[]>;
}

const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io';
const CLUSTER_API = /(^|\.)cluster\.x-k8s\.io$/;
const MINOR = /(?:^|[-_/])v?(\d+\.\d+)(?=[-_/.]|$)/g;
const MOST_LISTED = 4;

/** Chooses, of the definitions that an API server serves, those of the releases that run. */
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

/** Error about definitions of one kind that differ. */
export function undecidedKind(
  name: string,
  definitions: readonly FiledDefinition[],
  running?: RunningReleases,
): CrdFolderError {
  const example = running?.schemas[0] ?? 'cluster-api-v1.13.5';
  return new CrdFolderError({
    given: definitions.slice(0, MOST_LISTED).map(({ file }) => file),
    allowed: `one definition of ${name}, or folders that are named after their releases`,
    fix: `point it at a folder of one release, or name the folders in it as ${JSON.stringify(example)}`,
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

/** Those that are left when equal ones and ones of other releases are gone. */
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
