import { contentHash } from '../../base/content-hash';
import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import { ordered } from './unordered';

/** Spec of a template with the hash of what it makes machines from. */
export interface TemplateSpec {
  /** Spec of the template object. */
  readonly spec: Fields;
  /** Hash of the spec inside. */
  readonly hash: string;
}

/** Says what machines are made from in one version of an API, whichever it is written in. */
export type NeutralForm = (spec: Fields) => Fields;

/** Puts the lists of a spec in order whose order means nothing, unless the cluster keeps what it has. */
export function inOrder<T>({ templateNames }: Pick<ClusterModel, 'templateNames'>, spec: T): T {
  return templateNames === 'hashed-0.1' ? spec : ordered(spec);
}

/** Wraps what machines are made from into the spec of a template. */
export function templateSpec(
  cluster: Pick<ClusterModel, 'templateNames'>,
  neutral: NeutralForm | undefined,
  machine: Fields,
): TemplateSpec {
  const spec = inOrder(cluster, machine);
  return { spec: { template: { spec } }, hash: templateHash(cluster, neutral, spec) };
}

/** Gives a template a name that changes with its spec, which may have been patched. */
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
