import { ApiObject, type ApiObjectMetadataDefinition, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { ValidationError } from '../lib/base/errors';
import type { Manifest } from '../lib/base/manifest';
import type { IClusterHost, IPatchedObject } from './cluster-host';

/** Properties of a manifest object that are known before its cluster is rendered. */
export interface ManifestObjectProps {
  /** Key of the object in its cluster. */
  readonly key: string;
  /** API version in the cluster's profile. */
  readonly apiVersion: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object; for a hashed template, without the hash. */
  readonly name: string;
  /**
   * Namespace of the object.
   *
   * @default - the namespace of the cluster
   */
  readonly namespace?: string;
}

const OBJECT_SYMBOL = Symbol.for('capi-fleet.ManifestObject');

/**
 * Object that the library emits, as a cdk8s `ApiObject` that can be patched.
 *
 * Its content is rendered with the whole cluster, so `toJson()` is complete only when the cluster is. A patch of a
 * template changes the template's name, like every other change.
 */
export class ManifestObject extends ApiObject implements IPatchedObject {
  /** Recognizes these objects; `instanceof` of an `ApiObject` matches other objects too. */
  static override [Symbol.hasInstance](value: unknown): value is ManifestObject {
    return typeof value === 'object' && value !== null && OBJECT_SYMBOL in value;
  }

  private readonly operations: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly cluster: IClusterHost,
    private readonly manifest: ManifestObjectProps,
  ) {
    super(scope, id, {
      apiVersion: manifest.apiVersion,
      kind: manifest.kind,
      metadata: {
        name: manifest.name,
        ...(manifest.namespace === undefined ? {} : { namespace: manifest.namespace }),
      },
    });
    Object.defineProperty(this, OBJECT_SYMBOL, { value: true });
    cluster.registerObject(manifest.key, this);
  }

  /** Adds RFC 6902 operations that are applied to the rendered object. */
  override addJsonPatch(...operations: JsonPatch[]): void {
    this.operations.push(...operations);
  }

  /** Key of the object in its cluster. */
  get key(): string {
    return this.manifest.key;
  }

  /** Whether the object has patches, labels or annotations of the user. */
  get isPatched(): boolean {
    return this.operations.length > 0 || hasAdditions(this.metadata);
  }

  /** Text that differs for different patches, labels and annotations of the object. */
  get patchState(): string {
    return `${this.operations.length} ${JSON.stringify(this.metadata.toJson())}`;
  }

  /** Returns the object as it is written, including patches. */
  override toJson(): Manifest {
    return structuredClone(this.cluster.findManifest(this.manifest.key));
  }

  /** Returns the object with its patches applied; the given one is not changed. */
  patched(manifest: Manifest): Manifest {
    const metadata = addedMetadata(this.metadata, manifest);
    if (metadata === undefined && this.operations.length === 0) return manifest;
    const copy = structuredClone({ ...manifest, ...(metadata && { metadata }) });
    return this.checked(manifest, this.apply(copy));
  }

  private apply(copy: Manifest): Manifest {
    try {
      return JsonPatch.apply(copy, ...this.operations);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.refusal(
        reason,
        'operations on existing paths',
        'add the parents of the path first',
      );
    }
  }

  /** Returns a patched object if its identity, which others refer to, is unchanged. */
  private checked(before: Manifest, after: Manifest): Manifest {
    const identity = ({ apiVersion, kind, metadata }: Manifest): string =>
      `${apiVersion} ${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`;
    if (identity(before) === identity(after)) return after;
    const allowed = 'patches that do not change apiVersion, kind, name or namespace';
    throw this.refusal(identity(after), allowed, 'rename the construct');
  }

  private refusal(given: string, allowed: string, fix: string): ValidationError {
    const prop = `patch of ${this.manifest.kind} ${this.manifest.name}`;
    return new ValidationError([
      { path: this.node.path, prop, given, allowed, fix, rule: 'object-patch' },
    ]);
  }
}

/** Tells whether metadata has more than the names that identify the object. */
function hasAdditions(definition: ApiObjectMetadataDefinition): boolean {
  const { name: _name, namespace: _namespace, ...added } = definition.toJson();
  const { labels = {}, annotations = {}, ...others } = added;
  return [others, labels, annotations].some((part) => Object.keys(part).length > 0);
}

function addedMetadata(
  definition: ApiObjectMetadataDefinition,
  manifest: Manifest,
): Manifest['metadata'] | undefined {
  if (!hasAdditions(definition)) return undefined;
  const { name: _name, namespace: _namespace, ...added } = definition.toJson();
  const labels: Record<string, string> = added.labels ?? {};
  const annotations: Record<string, string> = added.annotations ?? {};
  return {
    ...added,
    ...manifest.metadata,
    ...mapOf('labels', { ...manifest.metadata.labels, ...labels }),
    ...mapOf('annotations', { ...manifest.metadata.annotations, ...annotations }),
  };
}

function mapOf(key: string, map: Record<string, string>): Record<string, Record<string, string>> {
  return Object.keys(map).length === 0 ? {} : { [key]: map };
}
