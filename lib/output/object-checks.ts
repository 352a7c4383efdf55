import { oversizedDocuments } from '../addons/render/resource-set';
import { bootstrapIssues, controlPlaneTextIssues, tooLongText } from '../assembly/bootstrap-checks';
import { checkObject, checkObjectSet } from '../assembly/check-object';
import type { AssembledCluster } from '../assembly/model';
import { movedFields, profileSchemas } from '../assembly/profile-schemas';
import type { RenderedObject } from '../assembly/render-cluster';
import { reservedSecretFinding } from '../assembly/reserved-secret';
import { sharedKey } from '../assembly/shared-objects';
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
import type { PlacedObject } from './fleet-file';
import { findBadKeys, keyIssue, mayHaveBadKeys } from './kustomize-keys';

/** Prefix of the keys of objects that produce Secrets. */
const SECRET_KEYS = secretKey('');

/** Keys of objects that produce the Secrets of identities. */
const SHARED_SOURCE = /^shared\/(ExternalSecret|SealedSecret)\//;

/** Identifier of the rule that every object matches its schema. */
const SCHEMA_RULE = 'object-schema';

/** Identifier of the rule that every object matches the CRDs of the user, including their CEL expressions. */
const CRD_RULE = 'object-crd';

/** Identifier of the rule that the output contains no credential by accident. */
const CREDENTIAL_RULE = 'object-credentials';

/** Identifier of the rule that no two objects of a cluster have the same identity. */
export const UNIQUE_RULE = 'object-unique';

/** Identifier of the rule that no Secret has a name that Cluster API uses. */
const RESERVED_RULE = 'object-secret-reserved';

/** Identifier of the rule that every document of an addon fits into an object. */
const SIZE_RULE = 'object-size';

/** Checks of rendered objects: bundled schemas, CRDs of the user, and credentials in plain text. */
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

  /** Finds invalid expressions, objects that collide or lack each other, and documents too large for an object. */
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

  /** Finds every mistake in objects that the clusters of a management cluster share. */
  checkShared(
    model: Pick<AssembledCluster, 'profile'>,
    placed: readonly PlacedObject[],
  ): readonly Issue[] {
    const objects = placed.map(({ object, path }): RenderedObject => {
      const key = sharedKey(object);
      return { key, section: 'cluster', group: '', path, object, plaintext: false };
    });
    return this.check(model, { objects, content: '' });
  }

  /**
   * Finds mistakes in the objects of user charts.
   *
   * @param profiles Profiles of the management clusters that the objects may be meant for; one of them must accept them.
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

  /** Schemas for an object; the source of a Secret has fixed schemas, whatever release the user runs. */
  private schemasOf(
    { profile }: Pick<AssembledCluster, 'profile'>,
    { key }: RenderedObject,
  ): SchemaSet {
    const isSource = key.startsWith(SECRET_KEYS) || SHARED_SOURCE.test(key);
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

/** Reports an invalid folder of CRD files as a mistake. */
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

/** Mistake about a Secret with a name that Cluster API uses. */
export function reservedSecret(rendered: RenderedObject, finding: Finding): Issue {
  return { ...place(rendered, 'metadata.name'), ...finding, rule: RESERVED_RULE };
}

/** Identity of an object in its cluster, independent of the API version. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  const group = apiVersion.slice(0, apiVersion.lastIndexOf('/') + 1);
  return `${group}${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Mistake about an object with the identity of another one. */
export function collision(rendered: RenderedObject): Omit<Issue, 'rule'> {
  return {
    ...place(rendered, 'metadata.name'),
    given: rendered.object.metadata.name,
    allowed: 'a name that no other object of this kind in the cluster has',
    fix: 'rename the addon, pool or object',
  };
}

function tooLarge(bytes: number, limit: number): Pick<Issue, 'given' | 'allowed' | 'fix'> {
  return {
    given: `${bytes} bytes`,
    allowed: `a document of ${limit} bytes or less`,
    fix: 'split it into smaller documents, or install it with a Job or another tool',
  };
}
