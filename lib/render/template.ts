import type { Manifest } from '../model/addon';
import { contentHash } from '../model/content-hash';
import type { Fields } from './fields';

/** Spec of a template with the hash of what it makes machines from. */
export interface TemplateSpec {
  /** Spec of the template object. */
  readonly spec: Fields;
  /** Hash of the spec inside. */
  readonly hash: string;
}

/** Wraps what machines are made from into the spec of a template. */
export function templateSpec(spec: Fields): TemplateSpec {
  return { spec: { template: { spec } }, hash: contentHash(spec) };
}

/** Gives a template a name that changes with its spec. */
export function withHashedName(template: Manifest, known: TemplateSpec): Manifest {
  const hash = template.spec === known.spec ? known.hash : contentHash(innerSpec(template));
  const name = `${template.metadata.name}-${hash}`;
  return { ...template, metadata: { ...template.metadata, name } };
}

function innerSpec(template: Manifest): unknown {
  const spec = template.spec as { readonly template?: { readonly spec?: unknown } } | undefined;
  return spec?.template?.spec;
}
