import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PatchObject, RenderedObject } from '../lib/assembly/render-cluster';
import { closestWord } from '../lib/base/closest-word';
import type { Manifest } from '../lib/base/manifest';
import { quotedList } from '../lib/base/words';
import { zoneSuffix } from '../lib/cluster/model/pool-zones';
import type { IClusterHost, IPatchedObject } from './cluster-host';
import { ManifestObject, type ManifestObjectProps } from './manifest-object';

const RESOURCE = 'Resource';

/** IDs of objects in their construct, by their keys. */
const IDS: Readonly<Record<string, string>> = {
  namespace: 'Namespace',
  credentials: 'Credentials',
  cluster: RESOURCE,
  infrastructure: 'Infrastructure',
  controlPlane: RESOURCE,
  controlPlaneMachineTemplate: 'MachineTemplate',
  controlPlaneHealthCheck: 'MachineHealthCheck',
};

/** IDs of objects in their pool, by the last part of their keys. */
const POOL_IDS: Readonly<Record<string, string>> = {
  machineDeployment: RESOURCE,
  machineTemplate: 'MachineTemplate',
  bootstrapTemplate: 'BootstrapTemplate',
  healthCheck: 'MachineHealthCheck',
};

/** IDs that objects of a cluster can have in the cluster's construct, which pools and addons must not use. */
export const OBJECT_IDS: readonly string[] = Object.freeze([
  RESOURCE,
  'Infrastructure',
  'Namespace',
  'Credentials',
]);

/** Objects of a cluster that have become constructs, by their keys. */
export class ClusterObjects {
  private readonly objects = new Map<string, IPatchedObject>();

  /** Adds an object. */
  add(key: string, object: IPatchedObject): void {
    this.objects.set(key, object);
  }

  /** Returns the object with a key; undefined if it has not become a construct. */
  tryFind(key: string): IPatchedObject | undefined {
    return this.objects.get(key);
  }

  /** Returns a function that applies the patches; undefined if there are none. */
  get patch(): PatchObject | undefined {
    const isAnyPatched = this.some(() => true);
    if (!isAnyPatched) return undefined;
    return (key, manifest) => this.objects.get(key)?.patched(manifest) ?? manifest;
  }

  /** Tells whether an object is patched whose key starts with a prefix. */
  isPatchedBelow(prefix: string): boolean {
    return this.some((key) => key.startsWith(prefix));
  }

  /** Text that differs for different patches. */
  get state(): string {
    return [...this.objects].map(([key, object]) => `${key} ${object.patchState}`).join('\n');
  }

  private some(matches: (key: string) => boolean): boolean {
    for (const [key, object] of this.objects) if (object.isPatched && matches(key)) return true;
    return false;
  }
}

/**
 * Returns an object of a cluster as a construct that can be patched; each key has one construct.
 *
 * @param owner Construct that the object belongs to.
 */
export function clusterObject(
  cluster: IClusterHost,
  manifest: ManifestObjectProps,
  owner: Construct = cluster,
): ApiObject {
  const { key } = manifest;
  const id = objectId(key, owner);
  const known = cluster.tryFindObject(key) ?? owner.node.tryFindChild(id);
  if (known instanceof ManifestObject && known.key === key) return known;
  return new ManifestObject(owner, id, cluster, manifest);
}

/** Returns a rendered object as a construct, in the construct that it was rendered from. */
export function renderedObject(cluster: IClusterHost, rendered: RenderedObject): ApiObject {
  const { key, object } = rendered;
  return clusterObject(cluster, { key, ...identityOf(object) }, ownerOf(cluster, rendered));
}

/** Returns the kind and the names of an object, for a construct of it. */
export function identityOf({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: Manifest): Omit<ManifestObjectProps, 'key'> {
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** Returns the error for an object that does not exist, which lists those that do. */
export function noSuchObject(
  { node }: Construct,
  what: string,
  given: string,
  known: readonly string[],
): Error {
  const close = closestWord(given, known);
  const allowed = known.length === 0 ? 'none; the cluster has no such object' : quotedList(known);
  const choice = close === undefined ? 'write one of these' : `write ${JSON.stringify(close)}`;
  const fix = known.length === 0 ? 'leave it out' : choice;
  return new Error(
    `${node.path}: ${what} is ${JSON.stringify(given)}\n  allowed: ${allowed}\n  fix: ${fix}`,
  );
}

function objectId(key: string, owner: Construct): string {
  const [type = '', name, part = '', ...zone] = key.split('/');
  if (type === 'pool') {
    const id = POOL_IDS[part] ?? part;
    return zone.length === 0 ? id : `${id}-${zoneSuffix(zone.join('/'))}`;
  }
  if (name !== undefined && name === owner.node.id) return RESOURCE;
  return IDS[key] ?? key.replaceAll('/', '-');
}

function ownerOf(cluster: IClusterHost, { section, path }: RenderedObject): Construct {
  if (section === 'addons') return cluster;
  const id = path.slice(cluster.clusterPath.length + 1);
  const child = id === '' ? undefined : cluster.node.tryFindChild(id);
  return (child as Construct | undefined) ?? cluster;
}
