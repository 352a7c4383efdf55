import { ApiObject, type ApiObjectMetadataDefinition, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { ValidationError } from '../lib/base/errors';
import type { Manifest } from '../lib/base/manifest';
import type { IClusterHost, IPatchedObject } from './cluster-host';

/** What a manifest object is, before its cluster is rendered. */
export interface ManifestObjectProps {
  /** Key of the object in its cluster. */
  readonly key: string;
  /** API version in the cluster's profile. */
  readonly apiVersion: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object, for a hashed template without its hash. */
  readonly name: string;
}

const OBJECT_SYMBOL = Symbol.for('capi-fleet.ManifestObject');

/**
 * Object that the library emits, as a cdk8s `ApiObject` that may be patched.
 *
 * Its contents are rendered with the whole cluster, so `toJson()` is complete only when the cluster is. A patch of a
 * template changes the template's name, as every other change does.
 */
export class ManifestObject extends ApiObject implements IPatchedObject {
  /** Tells these objects from other ones, which `instanceof` of an `ApiObject` alone does not. */
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
      metadata: { name: manifest.name },
    });
    Object.defineProperty(this, OBJECT_SYMBOL, { value: true });
    cluster.registerObject(manifest.key, this);
  }

  /** Adds RFC 6902 operations that are applied to the rendered object. */
  override addJsonPatch(...operations: JsonPatch[]): void {
    this.operations.push(...operations);
  }

  /** Object as it is written, patches included. */
  override toJson(): Manifest {
    return this.cluster.findManifest(this.manifest.key);
  }

  /** Object with the patches applied; the given one stays as it is. */
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
        'operations whose paths are there',
        'add the parents of the path first',
      );
    }
  }

  /** A patched object, as long as it is still the one that others refer to. */
  private checked(before: Manifest, after: Manifest): Manifest {
    const identity = ({ apiVersion, kind, metadata }: Manifest): string =>
      `${apiVersion} ${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`;
    if (identity(before) === identity(after)) return after;
    const allowed = 'patches that leave apiVersion, kind, name and namespace alone';
    throw this.refusal(identity(after), allowed, 'name the construct otherwise');
  }

  private refusal(given: string, allowed: string, fix: string): ValidationError {
    const prop = `patch of ${this.manifest.kind} ${this.manifest.name}`;
    return new ValidationError([
      { path: this.node.path, prop, given, allowed, fix, rule: 'object-patch' },
    ]);
  }
}

function addedMetadata(
  definition: ApiObjectMetadataDefinition,
  manifest: Manifest,
): Manifest['metadata'] | undefined {
  const { name: _name, namespace: _namespace, ...added } = definition.toJson();
  const labels: Record<string, string> = added.labels ?? {};
  const annotations: Record<string, string> = added.annotations ?? {};
  const others = Object.keys(added).filter((key) => key !== 'labels' && key !== 'annotations');
  if (others.length + Object.keys(labels).length + Object.keys(annotations).length === 0) {
    return undefined;
  }
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
