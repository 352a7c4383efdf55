import type { DefinedVersion } from '../open-api';
import { HEADING, type Release } from './schema-files';
import { shapeLines } from './shape-module';

/** Kinds that this library writes, by their group. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'addons.cluster.x-k8s.io': ['ClusterResourceSet'],
  'bitnami.com': ['SealedSecret'],
  'bootstrap.cluster.x-k8s.io': ['KubeadmConfigTemplate'],
  'cluster.x-k8s.io': ['Cluster', 'MachineDeployment', 'MachineHealthCheck'],
  'controlplane.cluster.x-k8s.io': ['KubeadmControlPlane'],
  'external-secrets.io': ['ExternalSecret'],
  'infrastructure.cluster.x-k8s.io': [
    'OpenStackCluster',
    'OpenStackClusterIdentity',
    'OpenStackFloatingIPPool',
    'OpenStackMachineTemplate',
  ],
};

/** Names and texts of the files with typed shapes, one for each group and version. */
export function shapeFiles(releases: readonly Release[]): [string, string][] {
  const files = new Map<string, Map<string, DefinedVersion>>();
  for (const release of [...releases].sort(byVersion)) {
    for (const defined of release.served) {
      if (WRITTEN[defined.group]?.includes(defined.kind) !== true) continue;
      const name = `${defined.group.split('.')[0]}-${defined.version}.shapes.generated.ts`;
      const kinds = files.get(name) ?? new Map<string, DefinedVersion>();
      files.set(name, kinds.set(defined.kind, defined));
    }
  }
  return [...files].sort().map(([name, kinds]) => [name, shapeFile([...kinds.values()])]);
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

/** Older releases first, so that those after them win. */
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
