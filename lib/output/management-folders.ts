import type { AssembledCluster } from '../assembly/model';
import type { Manifest } from '../base/manifest';
import type { VersionProfile } from '../cluster/model/profile';
import { kustomization } from './cluster-files';
import type { ExtraFile } from './extra-file';
import { SharedFiles } from './shared-files';

/** Management cluster of a fleet. */
export interface ManagementTurn {
  /** Name of the management cluster and of its folder. */
  readonly name: string;
  /** Construct path. */
  readonly path: string;
  /** What its versions can express. */
  readonly profile: VersionProfile;
}

/** What the folder of a management cluster holds besides the folders of its clusters. */
interface ManagementFolder {
  readonly clusters: string[];
  readonly shared: SharedFiles;
}

/** Folders of the management clusters, each with a file of what these share and a kustomization, clusters or not. */
export class ManagementFolders {
  private readonly folders = new Map<string, ManagementFolder>();

  constructor(managementClusters: readonly ManagementTurn[]) {
    for (const { name } of managementClusters) this.folder(name);
  }

  /** Adds a cluster. */
  add(model: AssembledCluster): void {
    const folder = this.folder(model.managementCluster);
    folder.clusters.push(model.name);
    folder.shared.add(model);
  }

  /** Objects that the clusters of a management cluster share. */
  shared(name: string): readonly Manifest[] {
    return this.folders.get(name)?.shared.objects() ?? [];
  }

  /** Objects that clusters share, of all management clusters. */
  allShared(): readonly Manifest[] {
    return [...this.folders.keys()].flatMap((name) => this.shared(name));
  }

  /** Files of the folders, the user's own charts listed. */
  files(extraFiles: readonly ExtraFile[]): readonly ExtraFile[] {
    return [...this.folders].flatMap(([name, { clusters, shared }]) => {
      const own = shared.files();
      const charts = extraFiles
        .filter((file) => file.managementCluster === name)
        .map((file) => file.path.slice(name.length + 1));
      const resources = [...own.map((file) => file.name), ...charts.sort(), ...clusters.sort()];
      return [
        ...own.map((file) => ({ path: `${name}/${file.name}`, content: file.content })),
        { path: `${name}/kustomization.yaml`, content: kustomization(resources) },
      ];
    });
  }

  private folder(name: string): ManagementFolder {
    const known = this.folders.get(name);
    if (known !== undefined) return known;
    const folder = { clusters: [], shared: new SharedFiles() };
    this.folders.set(name, folder);
    return folder;
  }
}
