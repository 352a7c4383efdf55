import { oversizedDocuments } from '../addons/render/resource-set';
import { bootstrapIssues, controlPlaneTextIssues, tooLongText } from '../assembly/bootstrap-checks';
import { checkObject, checkObjectSet } from '../assembly/check-object';
import type { AssembledCluster } from '../assembly/model';
import { movedFields, profileSchemas } from '../assembly/profile-schemas';
import type { RenderedObject } from '../assembly/render-cluster';
import { reservedSecretFinding } from '../assembly/reserved-secret';
import { type Finding, type Issue, ValidationError } from '../base/errors';
import type { Manifest } from '../base/manifest';
import { inPhase } from '../base/time-spent';
import type { VersionProfile } from '../cluster/model/profile';
import { CrdFolderError, type FiledDefinition, readDefinitions } from '../schema/crd-folder';
import type { SchemaFinding } from '../schema/explain';
import type { CrdSet } from '../schema/full-check';
import type { SchemaSet } from '../schema/validate';
import { schemaSet, validateObject } from '../schema/validate';
import { SECRET_SOURCE_SCHEMAS, secretKey } from '../secrets/render/secret-sources';
import { AcceptedCredentials } from '../secrets/scan/accepted';
import { findCredentials } from '../secrets/scan/find-credentials';
import type { ClusterFile } from './cluster-files';
import { emitDocuments } from './emit-yaml';
import { findBadKeys, keyIssue, mayHaveBadKeys } from './kustomize-keys';

/** Beginning of the keys of objects from which Secrets are made. */
const SECRET_KEYS = secretKey('');

/** Identifier of the rule that every object fits the schema it will meet. */
const SCHEMA_RULE = 'object-schema';

/** Identifier of the rule that every object fits the user's own CRDs, expressions included. */
const CRD_RULE = 'object-crd';

/** Identifier of the rule that no credential gets into the output by accident. */
const CREDENTIAL_RULE = 'object-credentials';

/** Identifier of the rule that no two objects of a cluster are one and the same. */
export const UNIQUE_RULE = 'object-unique';

/** Identifier of the rule that no Secret takes the place of one that Cluster API makes. */
const RESERVED_RULE = 'object-secret-reserved';

/** Identifier of the rule that what an addon delivers fits into an object. */
const SIZE_RULE = 'object-size';

/** Checks of finished objects: bundled schemas, the user's CRDs, and credentials in plain text. */
export class ObjectChecks {
  private readonly schemas = new Map<readonly string[], SchemaSet>();
  private readonly definitions: readonly FiledDefinition[] | undefined;
  private readonly crds = new Map<string, CrdSet>();

  constructor(
    crdFolder: string | undefined,
    private readonly accepted: AcceptedCredentials = new AcceptedCredentials([]),
  ) {
    this.definitions = crdFolder === undefined ? undefined : definitionsIn(crdFolder);
  }

  /** Finds every mistake in the objects of a file. */
  check(
    model: Pick<AssembledCluster, 'profile'>,
    file: Pick<ClusterFile, 'objects' | 'content'>,
  ): Issue[] {
    const issues: Issue[] = [];
    for (const rendered of file.objects) {
      const schemas = this.schemasOf(model, rendered);
      for (const finding of inPhase('schemas', () => validateObject(schemas, rendered.object))) {
        const { field, ...facts } = finding;
        issues.push(
          tooLongText(rendered.path, rendered.object, finding) ?? {
            ...place(rendered, field),
            ...facts,
            rule: SCHEMA_RULE,
          },
        );
      }
      for (const { field, ...finding } of this.crdFindings(model, rendered.object)) {
        issues.push({ ...place(rendered, field), ...finding, rule: CRD_RULE });
      }
    }
    const keys = mayHaveBadKeys(file.content);
    for (const rendered of file.objects) {
      const { path, object } = rendered;
      if (keys) issues.push(...badKeys(rendered));
      issues.push(
        ...checkObject({ path, object, profile: model.profile }),
        ...this.spilled(rendered),
      );
    }
    return issues;
  }

  /** Finds expressions that nobody can read, objects that collide or miss each other, and documents that no object can carry. */
  checkCluster(model: AssembledCluster, objects: readonly RenderedObject[]): Issue[] {
    const issues = [
      ...controlPlaneTextIssues(model),
      ...checkObjectSet({ objects, profile: model.profile, cluster: model }),
    ];
    const seen = new Set<string>();
    for (const rendered of objects) {
      const identity = identityOf(rendered.object);
      if (seen.has(identity)) issues.push({ ...collision(rendered), rule: UNIQUE_RULE });
      seen.add(identity);
      const reserved = reservedSecretFinding(model, rendered.object);
      if (reserved !== undefined) {
        issues.push(reservedSecret(rendered, reserved));
      }
      issues.push(...bootstrapIssues(rendered, model));
    }
    for (const addon of model.addons) {
      for (const { entry, bytes, limit } of oversizedDocuments(addon, emitDocuments)) {
        issues.push({
          path: addon.path,
          prop: `document of ${entry}`,
          ...tooLarge(bytes, limit),
          rule: SIZE_RULE,
        });
      }
    }
    return issues;
  }

  private spilled({ path, object, plaintext }: RenderedObject): readonly Issue[] {
    if (plaintext) return [];
    return inPhase('credentials', () => this.credentialIssues(path, object));
  }

  private credentialIssues(path: string, object: Manifest): readonly Issue[] {
    const found = findCredentials(object);
    const title = `${object.kind} ${object.metadata.name}`;
    return found
      .filter((finding) => !this.accepted.accepts(path, title, finding))
      .map(({ field, ...finding }) => ({
        path,
        prop: `${field} of ${title}`,
        ...finding,
        rule: CREDENTIAL_RULE,
      }));
  }

  /**
   * Finds every mistake in objects of the user's own charts, as far as it can be known for which cluster they are.
   *
   * @param profiles What the management clusters can express that the objects may be for; one of them has to fit.
   */
  checkCharts(objects: readonly RenderedObject[], profiles: readonly VersionProfile[]): Issue[] {
    const issues: Issue[] = objects.flatMap((rendered) => [
      ...bootstrapIssues(rendered),
      ...badKeys(rendered),
    ]);
    const candidates = profiles.map((profile) => this.check({ profile }, { objects, content: '' }));
    const best = candidates.toSorted((a, b) => a.length - b.length)[0];
    return [...issues, ...(best ?? objects.flatMap((one) => this.spilled(one)))];
  }

  private crdFindings(
    { profile }: Pick<AssembledCluster, 'profile'>,
    object: Manifest,
  ): readonly SchemaFinding[] {
    if (this.definitions === undefined) return [];
    const { CrdSet, checkAgainstCrds } = fullCheck();
    const crds =
      this.crds.get(profile.name) ?? new CrdSet(this.definitions, profile, movedFields(profile));
    this.crds.set(profile.name, crds);
    return inFolder(() => checkAgainstCrds(crds, object));
  }

  /** Schemas for an object; those of a Secret's source are held against what is written here, and no other release of a user's. */
  private schemasOf(
    { profile }: Pick<AssembledCluster, 'profile'>,
    { key }: RenderedObject,
  ): SchemaSet {
    const isSource = key.startsWith(SECRET_KEYS);
    const names = isSource ? SECRET_SOURCE_SCHEMAS : profile.schemas;
    const known = this.schemas.get(names);
    if (known !== undefined) return known;
    const loaded = isSource ? schemaSet(names) : profileSchemas(profile);
    this.schemas.set(names, loaded);
    return loaded;
  }
}

function badKeys({ path, object }: RenderedObject): readonly Issue[] {
  return findBadKeys(object).map((finding) => keyIssue(path, object, finding));
}

function place(rendered: RenderedObject, field: string): Pick<Issue, 'path' | 'prop'> {
  const { kind, metadata } = rendered.object;
  const where = field === '' ? '' : `${field} of `;
  return { path: rendered.path, prop: `${where}${kind} ${metadata.name}` };
}

function fullCheck(): typeof import('../schema/full-check') {
  return require('../schema/full-check');
}

function definitionsIn(folder: string): readonly FiledDefinition[] {
  return inFolder(() => readDefinitions(folder));
}

/** Reports what is wrong with the user's folder of CRD files as the mistake that it is. */
function inFolder<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CrdFolderError)) throw error;
    throw new ValidationError([
      { path: 'Fleet', prop: 'crds', ...error.finding, rule: 'crd-folder' },
    ]);
  }
}

/** Mistake about a Secret whose name is one of Cluster API's. */
export function reservedSecret(rendered: RenderedObject, finding: Finding): Issue {
  return { ...place(rendered, 'metadata.name'), ...finding, rule: RESERVED_RULE };
}

/** What tells an object from all others of its cluster, whatever the version of its kind. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  const group = apiVersion.slice(0, apiVersion.lastIndexOf('/') + 1);
  return `${group}${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Mistake about an object that another one already is. */
export function collision(rendered: RenderedObject): Omit<Issue, 'rule'> {
  return {
    ...place(rendered, 'metadata.name'),
    given: rendered.object.metadata.name,
    allowed: 'a name that no other object of this kind in the cluster has',
    fix: 'name the addon, pool or object otherwise',
  };
}

function tooLarge(bytes: number, limit: number): Pick<Issue, 'given' | 'allowed' | 'fix'> {
  return {
    given: `${bytes} bytes`,
    allowed: `a document of ${limit} bytes or less`,
    fix: 'divide it into documents, or let a Job or another tool bring it',
  };
}
