import { Compiler, type Test } from './compile';
import { coreKinds } from './core-kinds';
import { Explainer, type SchemaFinding } from './explain';
import { bundledSets } from './generated/index.generated';
import type { MovedField } from './moved-fields';
import { isRecord } from './open-api';
import type { SchemaData } from './schema-data';
import { isClusterApiGroup, mayBeForeign } from './shared-groups';
import { nearestName } from './text';

export type { SchemaFinding } from './explain';

const FINE: readonly SchemaFinding[] = Object.freeze([]);

interface Kind {
  readonly data: SchemaData;
  readonly compiler: Compiler;
  readonly index: number;
  test: Test | undefined;
}

/** Schemas of all kinds that some releases define together. */
export class SchemaSet {
  /** API groups whose kinds are known; in a group that is not shared, unknown kinds are refused. */
  readonly groups: ReadonlySet<string>;
  private readonly kinds = new Map<string, Map<string, Kind>>();

  /** @param moved Fields that moved between versions of kinds outside Cluster API core. */
  constructor(
    releases: readonly SchemaData[],
    private readonly moved: readonly MovedField[] = [],
  ) {
    for (const data of [coreKinds(), ...releases]) this.addKinds(data);
    const versions = [...this.kinds.keys()].filter((version) => version.includes('/'));
    this.groups = new Set(versions.map(groupOf));
  }

  /** Tells whether objects of a kind are checked. Others are accepted unchecked. */
  checks(apiVersion: string, kind: string): boolean {
    if (this.kinds.get(apiVersion)?.has(kind) === true) return true;
    return this.unknownKind(apiVersion, kind).length > 0;
  }

  /** Returns everything that is wrong with an object. */
  validate(object: unknown): readonly SchemaFinding[] {
    if (!isRecord(object)) return [notAnObject(object)];
    const { apiVersion, kind } = object;
    if (typeof apiVersion !== 'string') return [missing('apiVersion', apiVersion)];
    if (typeof kind !== 'string') return [missing('kind', kind)];
    const known = this.kinds.get(apiVersion)?.get(kind);
    if (known === undefined) return this.unknownKind(apiVersion, kind);
    known.test ??= known.compiler.test(known.index);
    if (known.test(object)) return FINE;
    return new Explainer(known.data.nodes, known.compiler, this.moved).explain(known.index, object);
  }

  private addKinds(data: SchemaData): void {
    const compiler = new Compiler(data.nodes);
    for (const [name, index] of Object.entries(data.kinds)) {
      const [group = '', version = '', kind = ''] = name.split('/');
      const apiVersion = group === '' ? version : `${group}/${version}`;
      const kinds = this.kinds.get(apiVersion) ?? new Map<string, Kind>();
      kinds.set(kind, { data, compiler, index, test: undefined });
      this.kinds.set(apiVersion, kinds);
    }
  }

  private unknownKind(apiVersion: string, kind: string): readonly SchemaFinding[] {
    const group = groupOf(apiVersion);
    if (!this.groups.has(group)) return FINE;
    const serving = this.serving(group, kind);
    if (serving.length > 0) return [wrongVersion(apiVersion, serving)];
    const known = this.kindsOf(group);
    return mayBeForeign(group, kind, known) ? FINE : [wrongKind(kind, known)];
  }

  /** Returns the versions of a kind; those of other Cluster API groups if its own group has none. */
  private serving(group: string, kind: string): readonly string[] {
    const all = [...this.kinds].filter(([, kinds]) => kinds.has(kind)).map(([name]) => name);
    const own = all.filter((name) => groupOf(name) === group);
    if (own.length > 0 || !isClusterApiGroup(group)) return own;
    return all.filter((name) => isClusterApiGroup(groupOf(name)));
  }

  private kindsOf(group: string): ReadonlySet<string> {
    const versions = [...this.kinds].filter(([name]) => groupOf(name) === group);
    return new Set(versions.flatMap(([, kinds]) => [...kinds.keys()]));
  }
}

/** Returns the schemas bundled with this library, by release name. */
export function schemaSet(names: readonly string[], moved: readonly MovedField[] = []): SchemaSet {
  return new SchemaSet(names.map(bundled), moved);
}

/** Returns every difference between an object and the schema of its kind. */
export function validateObject(set: SchemaSet, object: unknown): readonly SchemaFinding[] {
  return set.validate(object);
}

function bundled(name: string): SchemaData {
  const load = bundledSets[name];
  if (load !== undefined) return load();
  throw new RangeError(`no schemas for ${name}; available: ${Object.keys(bundledSets).join(', ')}`);
}

function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
}

function notAnObject(given: unknown): SchemaFinding {
  const allowed = 'an object with apiVersion, kind and metadata';
  return { field: '', given, allowed, fix: 'emit an object' };
}

function missing(field: string, given: unknown): SchemaFinding {
  return { field, given, allowed: 'a string of 1 or more characters', fix: `set ${field}` };
}

function wrongVersion(given: string, serving: readonly string[]): SchemaFinding {
  return {
    field: 'apiVersion',
    given,
    allowed: serving.join(' or '),
    fix: `use ${serving.at(-1)}`,
  };
}

function wrongKind(given: string, kinds: ReadonlySet<string>): SchemaFinding {
  const near = nearestName(given, kinds);
  return {
    field: 'kind',
    given,
    allowed: [...kinds].sort().join(', '),
    fix: near === undefined ? 'use a kind that this version has' : `use ${near}`,
  };
}
