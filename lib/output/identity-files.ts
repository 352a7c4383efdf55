import { identityObjects } from '../assembly/identity-objects';
import type { AssembledCluster } from '../assembly/model';
import type { Manifest } from '../base/manifest';
import type { ClusterFile } from './cluster-files';
import { emitDocuments } from './emit-yaml';
import { identitySopsFiles } from './sops-files';

const FILE = 'providers.yaml';

/** Files beside the clusters of a management cluster, for the identities that these share. */
export class IdentityFiles {
  private readonly identities = new Map<string, Manifest>();
  private readonly secrets = new Map<string, Manifest>();
  private readonly sops = new Map<string, ClusterFile>();

  /** Takes the identity of a cluster, where it is written. */
  add(model: AssembledCluster): void {
    const shared = identityObjects(model, emitDocuments);
    if (shared === undefined) return;
    const { identity, secrets } = shared;
    this.identities.set(identity.metadata.name, identity);
    for (const object of secrets) {
      this.secrets.set(`${object.metadata.namespace}/${object.metadata.name}`, object);
    }
    for (const file of identitySopsFiles(model)) this.sops.set(file.name, file);
  }

  /** Objects of the files, what others refer to first. */
  objects(): readonly Manifest[] {
    return [...inOrder(this.secrets), ...inOrder(this.identities)];
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
