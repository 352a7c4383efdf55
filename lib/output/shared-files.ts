import type { AssembledCluster } from '../assembly/model';
import type { PatchObject } from '../assembly/render-cluster';
import { sharedKey, sharedObjects } from '../assembly/shared-objects';
import type { Manifest } from '../base/manifest';
import type { ClusterFile } from './cluster-files';
import { emitDocuments } from './emit-yaml';
import type { PlacedObject } from './fleet-file';
import { identitySopsFiles } from './sops-files';

const FILE = 'providers.yaml';

/** Files with the objects that the clusters of a management cluster share. */
export class SharedFiles {
  private readonly shared = new Map<string, SharedObject>();
  private readonly secrets = new Map<string, SharedObject>();
  private readonly sops = new Map<string, ClusterFile>();

  /** Adds the objects that a cluster shares with others. */
  add(model: AssembledCluster, patch?: PatchObject): void {
    const { objects, secrets } = sharedObjects(model, emitDocuments);
    const { path } = model.cloud;
    for (const object of objects) {
      put(this.shared, `${object.metadata.name} ${object.kind}`, { object, path }, patch);
    }
    for (const object of secrets) {
      const { namespace, name } = object.metadata;
      put(this.secrets, `${namespace}/${name}`, { object, path }, patch);
    }
    for (const file of identitySopsFiles(model)) this.sops.set(file.name, file);
  }

  /** Objects of the files, referenced objects first. */
  objects(): readonly Manifest[] {
    return this.placed().map(({ object }) => object);
  }

  /** The same objects, with their construct paths. */
  placed(): readonly PlacedObject[] {
    return [...inOrder(this.secrets), ...inOrder(this.shared)].map(patched);
  }

  /** Files in the order in which a kustomization lists them. */
  files(): readonly SharedFile[] {
    const objects = this.placed();
    const content = emitDocuments(objects.map(({ object }) => object));
    const own = objects.length === 0 ? [] : [{ name: FILE, content, objects }];
    return [...own, ...inOrder(this.sops)];
  }
}

/** File of shared objects. */
export type SharedFile = Pick<ClusterFile, 'name' | 'content'> & {
  /** Objects of the file; none if it is copied. */
  readonly objects: readonly PlacedObject[];
};

/** Shared object, with the patches of all clusters that share it. */
interface SharedObject extends PlacedObject {
  readonly patches: readonly PatchObject[];
}

function put(
  map: Map<string, SharedObject>,
  id: string,
  placed: PlacedObject,
  patch: PatchObject | undefined,
): void {
  const patches = map.get(id)?.patches ?? [];
  map.set(id, { ...placed, patches: patch === undefined ? patches : [...patches, patch] });
}

function patched({ object, path, patches }: SharedObject): PlacedObject {
  const key = sharedKey(object);
  return { path, object: patches.reduce((last: Manifest, patch) => patch(key, last), object) };
}

function inOrder<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
