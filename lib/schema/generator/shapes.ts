import type { DefinedVersion } from '../open-api';
import { WRITTEN } from './bundled';
import { HEADING, type Release } from './schema-files';
import { shapeLines } from './shape-module';

const KINDS: Readonly<Record<string, readonly string[]>> = WRITTEN;
const INFRASTRUCTURE = 'infrastructure.cluster.x-k8s.io';

/** Folder name of a provider's release. */
const PROVIDER = /^cluster-api-(.+)-v\d/;

/** Returns the files with typed shapes by name: one per version of a group, or per provider of the shared group. */
export function shapeFiles(releases: readonly Release[]): [string, string][] {
  const files = new Map<string, Map<string, DefinedVersion>>();
  for (const release of [...releases].sort(byVersion)) {
    for (const defined of release.served) {
      const module = moduleOf(release, defined);
      if (KINDS[module]?.includes(defined.kind) !== true) continue;
      const name = `${module}-${defined.version}.shapes.generated.ts`;
      const kinds = files.get(name) ?? new Map<string, DefinedVersion>();
      files.set(name, kinds.set(defined.kind, defined));
    }
  }
  return [...files].sort().map(([name, kinds]) => [name, shapeFile([...kinds.values()])]);
}

function moduleOf({ name }: Release, { group }: DefinedVersion): string {
  if (group === INFRASTRUCTURE) return PROVIDER.exec(name)?.[1] ?? '';
  return group.split('.')[0] ?? '';
}

function shapeFile(kinds: readonly DefinedVersion[]): string {
  const sorted = [...kinds].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return [
    HEADING,
    "import type { ObjectMeta } from '../metadata';",
    '',
    ...shapeLines(sorted),
  ].join('\n');
}

/** Sorts older releases first, so that newer ones replace them. */
function byVersion(a: Release, b: Release): number {
  const [left, right] = [numbers(a.name), numbers(b.name)];
  const place = left.findIndex((part, i) => part !== right[i]);
  return (left[place] ?? 0) - (right[place] ?? 0);
}

function numbers(name: string): readonly number[] {
  return name
    .slice(name.lastIndexOf('-v') + 2)
    .split('.')
    .map(Number);
}
