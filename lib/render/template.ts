import type { Manifest } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import { hashedName } from '../model/content-hash';

/** Gives a template the name under which it is referred to, after every patch. */
export function nameTemplate(template: Manifest, naming: ClusterModel['templateNames']): Manifest {
  if (naming === 'plain') return template;
  const name = hashedName(template.metadata.name, templateSpec(template));
  return { ...template, metadata: { ...template.metadata, name } };
}

function templateSpec(template: Manifest): unknown {
  const spec = template.spec as { readonly template?: { readonly spec?: unknown } } | undefined;
  return spec?.template?.spec;
}
