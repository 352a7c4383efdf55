import type { Issue } from '../errors';
import type { ClusterModel } from '../model/cluster';
import type { RenderedObject } from '../render/render-cluster';
import type { CrdSet } from '../schema/full-check';
import type { SchemaSet } from '../schema/validate';
import { schemaSet, validateObject } from '../schema/validate';
import type { ClusterFile } from './cluster-files';
import { findCredentials, maySpillCredentials } from './secret-scan';

/** Identifier of the rule that every object fits the schema it will meet. */
export const SCHEMA_RULE = 'object-schema';

/** Identifier of the rule that every object fits the user's own CRDs, expressions included. */
export const CRD_RULE = 'object-crd';

/** Identifier of the rule that no credential gets into the output by accident. */
export const CREDENTIAL_RULE = 'object-credentials';

/** Checks of finished objects: bundled schemas, the user's CRDs, and credentials in plain text. */
export class ObjectChecks {
  private readonly schemas = new Map<readonly string[], SchemaSet>();
  private readonly crds: CrdSet | undefined;

  constructor(crdFolder: string | undefined) {
    this.crds = crdFolder === undefined ? undefined : loadFully(crdFolder);
  }

  /** Finds every mistake in the objects of a file. */
  check(model: ClusterModel, file: ClusterFile): Issue[] {
    const issues: Issue[] = [];
    const schemas = this.schemasOf(model);
    for (const rendered of file.objects) {
      for (const { field, ...finding } of validateObject(schemas, rendered.object)) {
        issues.push({ ...place(rendered, field), ...finding, rule: SCHEMA_RULE });
      }
      if (this.crds !== undefined) {
        for (const { field, ...finding } of fullCheck().checkAgainstCrds(
          this.crds,
          rendered.object,
        )) {
          issues.push({ ...place(rendered, field), ...finding, rule: CRD_RULE });
        }
      }
    }
    if (maySpillCredentials(file.content)) issues.push(...spilled(file));
    return issues;
  }

  private schemasOf(model: ClusterModel): SchemaSet {
    const names = model.profile.schemas;
    const known = this.schemas.get(names);
    if (known !== undefined) return known;
    const loaded = schemaSet(names);
    this.schemas.set(names, loaded);
    return loaded;
  }
}

function spilled(file: ClusterFile): Issue[] {
  return file.objects
    .filter((rendered) => !rendered.plaintext)
    .flatMap((rendered) =>
      findCredentials(rendered.object).map(({ field, ...finding }) => ({
        ...place(rendered, field),
        ...finding,
        rule: CREDENTIAL_RULE,
      })),
    );
}

function place(rendered: RenderedObject, field: string): Pick<Issue, 'path' | 'prop'> {
  const { kind, metadata } = rendered.object;
  return { path: rendered.path, prop: `${field} of ${kind} ${metadata.name}` };
}

function fullCheck(): typeof import('../schema/full-check') {
  return require('../schema/full-check');
}

function loadFully(folder: string): CrdSet {
  return fullCheck().loadCrds(folder);
}
