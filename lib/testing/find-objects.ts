import { AssertionError } from 'node:assert';
import type { Manifest } from '../base/manifest';
import { closestWord } from '../base/words';
import { nameWithoutHash } from './hashes';
import { deliveredObjects, renderedObjects } from './rendered-objects';
import type { ClusterChoice, FoundObject, ObjectSource } from './tested-fleet';

/** Objects to find; every property that is set must match. */
export interface ObjectQuery extends ClusterChoice {
  /**
   * Kind of the object.
   *
   * @default - any kind
   */
  readonly kind?: string;
  /**
   * Name of the object, with or without the hash at its end, or an expression that matches it.
   *
   * @default - any name
   */
  readonly name?: string | RegExp;
  /**
   * Namespace of the object.
   *
   * @default - any namespace, or none
   */
  readonly namespace?: string;
  /**
   * API version such as `cluster.x-k8s.io/v1beta1`, or only its group.
   *
   * @default - any version
   */
  readonly apiVersion?: string;
  /**
   * Path of the file below the output folder.
   *
   * @default - any file
   */
  readonly file?: string;
  /**
   * Whether objects are searched that addons deliver into workload clusters, instead of those of management clusters.
   *
   * @default false
   */
  readonly delivered?: boolean;
}

const MOST_LISTED = 20;

/**
 * Returns the objects that match a query.
 *
 * @throws ValidationError with every mistake in the fleet.
 */
export function findObjects(source: ObjectSource, query: ObjectQuery = {}): readonly Manifest[] {
  return matching(candidates(source, query), query).map(({ object }) => object);
}

/**
 * Returns the only object that matches a query.
 *
 * @throws AssertionError that lists similar objects if none matches, or the matching ones if several do.
 * @throws ValidationError with every mistake in the fleet.
 */
export function findObject(source: ObjectSource, query: ObjectQuery): Manifest {
  return foundObject(source, query, findObject).object;
}

/** Returns the only object that matches a query, with its place; `caller` starts the stack of an error. */
export function foundObject(
  source: ObjectSource,
  query: ObjectQuery,
  caller: (...args: never[]) => unknown,
): FoundObject {
  const all = candidates(source, query);
  const [found, ...others] = matching(all, query);
  if (found === undefined) throw failure(noneText(all, query), caller);
  if (others.length > 0) throw failure(severalText([found, ...others], query), caller);
  return found;
}

/** Returns the text of a query for messages. */
export function queryText(query: ObjectQuery): string {
  const { kind = 'object', name, namespace, apiVersion, cluster, file, delivered } = query;
  const parts = [
    kind,
    ...(name === undefined ? [] : [String(name)]),
    ...(namespace === undefined ? [] : [`in namespace ${namespace}`]),
    ...(apiVersion === undefined ? [] : [`of ${apiVersion}`]),
    ...(delivered === true ? ['delivered'] : []),
    ...(cluster === undefined ? [] : [`in cluster ${cluster}`]),
    ...(file === undefined ? [] : [`in file ${file}`]),
  ];
  return parts.join(' ');
}

/** Returns the title of an object for messages. */
export function titleOf({ object, file }: FoundObject): string {
  const { namespace, name } = object.metadata;
  return `${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name} in ${file}`;
}

/** Returns an assertion that failed. */
export function failure(
  message: string,
  caller: (...args: never[]) => unknown,
  values: { readonly actual?: unknown; readonly expected?: unknown } = {},
): AssertionError {
  return new AssertionError({ message, stackStartFn: caller, ...values });
}

function candidates(
  source: ObjectSource,
  { cluster, delivered = false }: ObjectQuery,
): readonly FoundObject[] {
  const choice = cluster === undefined ? {} : { cluster };
  return delivered ? deliveredObjects(source, choice) : renderedObjects(source, choice);
}

function matching(
  found: readonly FoundObject[],
  { kind, name, namespace, apiVersion, file }: ObjectQuery,
): readonly FoundObject[] {
  return found.filter(
    (one) =>
      (kind === undefined || one.object.kind === kind) &&
      (name === undefined || isNamed(one.object, name)) &&
      (namespace === undefined || one.object.metadata.namespace === namespace) &&
      (apiVersion === undefined || isOfVersion(one.object, apiVersion)) &&
      (file === undefined || one.file === file),
  );
}

function isNamed({ metadata }: Manifest, name: string | RegExp): boolean {
  if (typeof name !== 'string') return name.test(metadata.name);
  return metadata.name === name || nameWithoutHash(metadata.name) === name;
}

function isOfVersion({ apiVersion }: Manifest, wanted: string): boolean {
  return apiVersion === wanted || apiVersion.startsWith(`${wanted}/`);
}

function noneText(all: readonly FoundObject[], query: ObjectQuery): string {
  const ofKind =
    query.kind === undefined ? all : all.filter((one) => one.object.kind === query.kind);
  const intro = `there is no ${queryText(query)}`;
  if (ofKind.length > 0) return `${intro}; there are:\n${listOf(ofKind)}`;
  const kinds = [...new Set(all.map((one) => one.object.kind))].sort();
  const close = closestWord(query.kind ?? '', kinds);
  const hint = close === undefined ? '' : `\ndid you mean ${close}?`;
  return `${intro}; there are the kinds ${kinds.join(', ') || 'of no object'}${hint}`;
}

function severalText(found: readonly FoundObject[], query: ObjectQuery): string {
  return `${found.length} objects match ${queryText(query)}; name one of them:\n${listOf(found)}`;
}

function listOf(found: readonly FoundObject[]): string {
  const lines = found.slice(0, MOST_LISTED).map((one) => `  ${titleOf(one)}`);
  const rest = found.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n');
}
