import type { Infrastructure } from './infrastructure';

/** Names that every program imports. */
const IMPORTS = [
  'CalicoJob',
  'CalicoManifest',
  'Checksum',
  'Fleet',
  'ManagementCluster',
  'Providers',
  'WorkloadCluster',
];

/** Name of the module that defines the clusters of a new project. */
export const CLUSTERS = 'clusters';

/** Folder of the manifests in a new project. */
export const MANIFESTS = 'manifests';

/** Returns the file that defines the clusters of a new project. */
export function clustersFile(infrastructure: Infrastructure, pulumi: boolean): string {
  const { imports, cloud, providers, cluster, addons } = infrastructure.clusters(pulumi);
  const names = [...IMPORTS, ...imports].sort((a, b) => a.localeCompare(b, 'en'));
  return `import {
${names.map((name) => `  ${name},\n`).join('')}} from 'capi-fleet';

/** Defines the fleet, which fleet.ts writes and test/fleet.test.ts checks. */
export function newFleet(): Fleet {
  const fleet = new Fleet({ outdir: '${MANIFESTS}' });

${indented(cloud)}

  // The Kubernetes cluster that runs Cluster API and creates the other clusters.
  const management = new ManagementCluster(fleet, '${infrastructure.managementCluster}', {
    providers: Providers.stable('1.14', { infrastructure: [${providers.map(quoted).join(', ')}] }),
  });

${indented(cluster)}

  // Every cluster needs a network plugin. To pin its manifest, write Checksum.sha256('…') with
  // what sha256sum prints for it.
  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    encapsulation: 'vxlan',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the download is trusted' }),
    }),
  });
${addons === undefined ? '' : `${indented(addons)}\n`}
  return fleet;
}
`;
}

function indented(text: string): string {
  return text.trim().replace(/^(?=.)/gm, '  ');
}

function quoted(text: string): string {
  return `'${text}'`;
}
