import { contentHash } from '../../base/content-hash';
import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import { ordered } from './unordered';

/** Spec of a template, with the hash of its inner spec. */
export interface TemplateSpec {
  /** Spec of the template object. */
  readonly spec: Fields;
  /** Hash of the inner spec. */
  readonly hash: string;
}

/** Converts a machine spec to a form that does not depend on the API version. */
export type NeutralForm = (spec: Fields) => Fields;

/** Sorts the lists of a spec whose order has no meaning, unless the cluster keeps the hashes of version 0.1. */
export function inOrder<T>({ templateNames }: Pick<ClusterModel, 'templateNames'>, spec: T): T {
  return templateNames === 'hashed-0.1' ? spec : ordered(spec);
}

/** Wraps a machine spec into the spec of a template. */
export function templateSpec(
  cluster: Pick<ClusterModel, 'templateNames'>,
  neutral: NeutralForm | undefined,
  machine: Fields,
): TemplateSpec {
  const spec = inOrder(cluster, machine);
  return { spec: { template: { spec } }, hash: templateHash(cluster, neutral, spec) };
}

/** Gives a template a name that changes with its spec, including patches. */
export function withHashedName(
  cluster: Pick<ClusterModel, 'templateNames'>,
  neutral: NeutralForm | undefined,
  template: Manifest,
  known: TemplateSpec,
): Manifest {
  const hash =
    template.spec === known.spec ? known.hash : templateHash(cluster, neutral, innerSpec(template));
  const name = `${template.metadata.name}-${hash}`;
  return { ...template, metadata: { ...template.metadata, name } };
}

function templateHash(
  { templateNames }: Pick<ClusterModel, 'templateNames'>,
  neutral: NeutralForm | undefined,
  spec: Fields | undefined,
): string {
  const keepsForm = spec === undefined || neutral === undefined || templateNames === 'hashed-0.1';
  return contentHash(keepsForm ? spec : neutral(spec));
}

function innerSpec(template: Manifest): Fields | undefined {
  const spec = template.spec as { readonly template?: { readonly spec?: Fields } } | undefined;
  return spec?.template?.spec;
}
