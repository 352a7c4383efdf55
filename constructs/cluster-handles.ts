import type { ApiObject } from 'cdk8s';
import { deliveredKey, deliveredObjects } from '../lib/addons/render/delivered-objects';
import type { AssembledCluster } from '../lib/assembly/model';
import { providerOfCluster } from '../lib/assembly/provider-registry';
import type { RenderedObject } from '../lib/assembly/render-cluster';
import { sharedKey, sharedObjects } from '../lib/assembly/shared-objects';
import type { Manifest } from '../lib/base/manifest';
import { valueAt } from '../lib/base/value-at';
import { emitDocuments } from '../lib/output/emit-yaml';
import { secretKey } from '../lib/secrets/render/secret-sources';
import type { IClusterHost } from './cluster-host';
import { clusterObject, identityOf, noSuchObject } from './cluster-objects';

/** Cluster whose objects are looked up. */
export interface IRenderedCluster extends IClusterHost {
  /** Returns the cluster as plain data. */
  model(): AssembledCluster;
  /** Renders the objects of the cluster. */
  render(): readonly RenderedObject[];
}

/** Object that an addon delivers into its cluster. */
export interface DeliveredObjectQuery {
  /** Kind of the object. */
  readonly kind: string;
  /**
   * Name of the object.
   *
   * @default - the addon delivers one object of the kind
   */
  readonly name?: string;
  /**
   * Namespace of the object.
   *
   * @default - any namespace
   */
  readonly namespace?: string;
}

/** Kinds of the objects that create Secrets, by the kind of the source. */
const SOURCE_KINDS: Readonly<Record<string, string>> = {
  externalSecret: 'ExternalSecret',
  sealedSecret: 'SealedSecret',
};

/** Returns an object by the part of its key after a prefix; an unknown one is an error that lists the known ones. */
export function objectBelow(
  cluster: IRenderedCluster,
  prefix: string,
  what: string,
  given: string,
): ApiObject {
  const keys = cluster.render().map(({ key }) => key);
  const known = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  if (!known.includes(given)) throw noSuchObject(cluster, what, given, known);
  return objectAt(cluster, `${prefix}${given}`);
}

/** Returns the object that holds or creates the credentials of a cluster; undefined if the library writes none. */
export function credentialsObject(cluster: IRenderedCluster): ApiObject | undefined {
  const model = cluster.model();
  const [secret] = providerOfCluster(model).secrets?.(model) ?? [];
  if (secret === undefined) return undefined;
  if (secret.writtenBy === 'manifests') return objectAt(cluster, 'credentials');
  const kind = SOURCE_KINDS[secret.source?.kind ?? ''];
  if (kind === undefined) return undefined;
  const { name } = secret;
  return objectAt(cluster, secret.ofIdentity ? `shared/${kind}/${name}` : secretKey(name));
}

/** Returns the identity that a cluster uses; undefined if the library does not write it. */
export function identityObject(cluster: IRenderedCluster): ApiObject | undefined {
  const infrastructure = cluster.findManifest('infrastructure');
  const name = valueAt(infrastructure, 'spec', 'identityRef', 'name');
  const identity = sharedIn(cluster).find(
    ({ kind, metadata }) => kind.endsWith('Identity') && metadata.name === name,
  );
  return identity && objectAt(cluster, sharedKey(identity));
}

/** Returns an object that a cluster shares with others, by kind and name. */
export function sharedObject(cluster: IRenderedCluster, kind: string, name: string): ApiObject {
  const known = sharedIn(cluster).map((object) => `${object.kind}/${object.metadata.name}`);
  const given = `${kind}/${name}`;
  if (!known.includes(given)) throw noSuchObject(cluster, 'shared object', given, known);
  return objectAt(cluster, `shared/${given}`);
}

/** Returns an object that an addon delivers into its cluster. */
export function deliveredObject(
  cluster: IRenderedCluster,
  addon: string,
  { kind, name, namespace }: DeliveredObjectQuery,
): ApiObject {
  const { addons } = cluster.model();
  const model = addons.find((one) => one.name === addon);
  if (model === undefined) {
    const names = addons.map((one) => one.name);
    throw noSuchObject(cluster, 'addon', addon, names);
  }
  const objects = deliveredObjects(model);
  const found = objects.filter(
    (object) =>
      object.kind === kind &&
      (name === undefined || object.metadata.name === name) &&
      (namespace === undefined || object.metadata.namespace === namespace),
  );
  const [object, ...others] = found;
  const given = [kind, namespace, name].filter((part) => part !== undefined).join('/');
  if (object === undefined || others.length > 0) {
    const listed = others.length > 0 ? found : objects;
    throw noSuchObject(cluster, `object of the addon ${addon}`, given, listed.map(titleOf));
  }
  return clusterObject(cluster, { key: deliveredKey(addon, object), ...identityOf(object) });
}

/** Returns an object that is not rendered among those of the cluster's folder, by its key. */
export function manifestBeside(cluster: IRenderedCluster, key: string): Manifest | undefined {
  const shared = sharedIn(cluster).find((object) => sharedKey(object) === key);
  if (shared !== undefined) return cluster.tryFindObject(key)?.patched(shared) ?? shared;
  const [, addon = ''] = key.split('/');
  const addons = cluster.model().addons.filter(({ name }) => name === addon);
  return addons.flatMap(deliveredObjects).find((object) => deliveredKey(addon, object) === key);
}

/** Returns the objects that a cluster shares with others, without patches. */
export function sharedIn(cluster: IRenderedCluster): readonly Manifest[] {
  const { objects, secrets } = sharedObjects(cluster.model(), emitDocuments);
  return [...secrets, ...objects];
}

function objectAt(cluster: IRenderedCluster, key: string): ApiObject {
  return clusterObject(cluster, { key, ...identityOf(cluster.findManifest(key)) });
}

function titleOf({ kind, metadata: { namespace, name } }: Manifest): string {
  return [kind, namespace, name].filter((part) => part !== undefined).join('/');
}
