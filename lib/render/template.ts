import type { Manifest } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import { contentHash } from '../model/content-hash';

/** Hashes of specs, which equal pools of many clusters share. */
const hashes = new WeakMap<object, string>();

/** Gives a template the name under which it is referred to, after every patch. */
export function nameTemplate(template: Manifest, naming: ClusterModel['templateNames']): Manifest {
  if (naming === 'plain') return template;
  const name = `${template.metadata.name}-${specHash(template)}`;
  return { ...template, metadata: { ...template.metadata, name } };
}

function specHash(template: Manifest): string {
  const spec = template.spec as { readonly template?: { readonly spec?: unknown } };
  const known = hashes.get(spec);
  if (known !== undefined) return known;
  const hash = contentHash(spec.template?.spec);
  hashes.set(spec, hash);
  return hash;
}
