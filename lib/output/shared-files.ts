import type { AssembledCluster } from '../assembly/model';
import { sharedObjects } from '../assembly/shared-objects';
import type { Manifest } from '../base/manifest';
import type { ClusterFile } from './cluster-files';
import { emitDocuments } from './emit-yaml';
import { identitySopsFiles } from './sops-files';

const FILE = 'providers.yaml';

/** Files beside the clusters of a management cluster, for what these share. */
export class SharedFiles {
  private readonly shared = new Map<string, Manifest>();
  private readonly secrets = new Map<string, Manifest>();
  private readonly sops = new Map<string, ClusterFile>();

  /** Takes what a cluster shares with others. */
  add(model: AssembledCluster): void {
    const { objects, secrets } = sharedObjects(model, emitDocuments);
    for (const object of objects) this.shared.set(`${object.metadata.name} ${object.kind}`, object);
    for (const object of secrets) {
      this.secrets.set(`${object.metadata.namespace}/${object.metadata.name}`, object);
    }
    for (const file of identitySopsFiles(model)) this.sops.set(file.name, file);
  }

  /** Objects of the files, what others refer to first. */
  objects(): readonly Manifest[] {
    return [...inOrder(this.secrets), ...inOrder(this.shared)];
  }

  /** Files in the order in which a kustomization lists them. */
  files(): readonly ClusterFile[] {
    const objects = this.objects();
    const own = objects.length === 0 ? [] : [{ name: FILE, content: emitDocuments(objects) }];
    return [...own.map((file) => ({ ...file, objects: [] })), ...inOrder(this.sops)];
  }
}

function inOrder<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
