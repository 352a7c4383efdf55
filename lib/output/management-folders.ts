import type { AssembledCluster } from '../assembly/model';
import type { PatchObject } from '../assembly/render-cluster';
import type { Manifest } from '../base/manifest';
import type { VersionProfile } from '../cluster/model/profile';
import { kustomization } from './cluster-files';
import type { ExtraFile } from './extra-file';
import type { FleetFile, PlacedObject } from './fleet-file';
import { SharedFiles } from './shared-files';

/** Management cluster of a fleet. */
export interface ManagementTurn {
  /** Name of the management cluster and of its folder. */
  readonly name: string;
  /** Construct path. */
  readonly path: string;
  /** Versions and what they support. */
  readonly profile: VersionProfile;
}

/** Clusters and shared files of a management cluster's folder. */
interface ManagementFolder {
  readonly clusters: string[];
  readonly shared: SharedFiles;
}

/** Folders of the management clusters, each with the shared objects and a kustomization, even without clusters. */
export class ManagementFolders {
  private readonly folders = new Map<string, ManagementFolder>();

  constructor(managementClusters: readonly ManagementTurn[]) {
    for (const { name } of managementClusters) this.folder(name);
  }

  /** Adds a cluster, with its patches of shared objects. */
  add(model: AssembledCluster, patch?: PatchObject): void {
    const folder = this.folder(model.managementCluster);
    folder.clusters.push(model.name);
    folder.shared.add(model, patch);
  }

  /** Objects that the clusters of a management cluster share. */
  shared(name: string): readonly PlacedObject[] {
    return this.folders.get(name)?.shared.placed() ?? [];
  }

  /** Objects that clusters share, in all management clusters. */
  allShared(): readonly Manifest[] {
    const shared = [...this.folders.keys()].flatMap((name) => this.shared(name));
    return shared.map(({ object }) => object);
  }

  /** Files of the folders; their kustomizations list the user charts too. */
  files(extraFiles: readonly ExtraFile[]): readonly FleetFile[] {
    return [...this.folders].flatMap(([name, { clusters, shared }]) => {
      const own = shared.files();
      const charts = extraFiles
        .filter((file) => file.managementCluster === name)
        .map((file) => file.path.slice(name.length + 1));
      const resources = [...own.map((file) => file.name), ...charts.sort(), ...clusters.sort()];
      return [
        ...own.map(({ name: file, content, objects }) => ({
          path: `${name}/${file}`,
          content,
          objects,
        })),
        { path: `${name}/kustomization.yaml`, content: kustomization(resources), objects: [] },
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
