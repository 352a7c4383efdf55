import { celEnvironment } from './cel-environment';
import type { CelEnvironment } from './cel-library';
import { CelRules, type UnsupportedRule } from './cel-rules';
import { SchemaPool } from './compact';
import { readDefinitions } from './crd-folder';
import { withDefaults } from './defaults';
import type { SchemaFinding } from './explain';
import { type DefinedVersion, isRecord } from './open-api';
import { SchemaSet } from './validate';

export type { UnsupportedRule } from './cel-rules';

/** Custom resource definitions as an API server would have them. */
export class CrdSet {
  private readonly kinds = new Map<string, DefinedVersion>();
  private readonly rules = new Map<string, CelRules>();
  private readonly schemas: SchemaSet;
  private environment: CelEnvironment | undefined;

  constructor(definitions: readonly DefinedVersion[]) {
    const pool = new SchemaPool();
    for (const defined of definitions.filter(({ served }) => served)) {
      const name = nameOf(defined);
      const known = this.kinds.get(name);
      if (known !== undefined && !alike(known, defined)) throw twice(name);
      this.kinds.set(name, defined);
      pool.addKind(defined);
    }
    this.schemas = new SchemaSet([pool.data()]);
  }

  /** Kinds that are defined here, as `group/version/Kind`. */
  get names(): readonly string[] {
    return [...this.kinds.keys()];
  }

  /** Expressions that are not checked, with the reason. Compiles those of every kind. */
  unsupported(): readonly UnsupportedRule[] {
    return [...this.kinds].flatMap(([name, defined]) => this.rulesOf(name, defined).unsupported);
  }

  /** Everything for which an API server would refuse to create an object. */
  check(object: unknown): readonly SchemaFinding[] {
    const name = isRecord(object) ? `${object.apiVersion}/${object.kind}` : '';
    const defined = this.kinds.get(name);
    if (defined === undefined) return this.schemas.validate(object);
    const complete = withDefaults(defined.schema, object);
    const findings = this.schemas.validate(complete);
    // Expressions may count on what the schema promises, so an API server skips them too.
    return findings.length > 0 ? findings : this.rulesOf(name, defined).check(complete);
  }

  private rulesOf(name: string, defined: DefinedVersion): CelRules {
    const known = this.rules.get(name);
    if (known !== undefined) return known;
    this.environment ??= celEnvironment();
    const rules = new CelRules(this.environment, name, defined.schema);
    this.rules.set(name, rules);
    return rules;
  }
}

/** Reads custom resource definitions from all YAML files in some folders and the folders in them. */
export function loadCrds(...folders: readonly string[]): CrdSet {
  const definitions = folders.flatMap(readDefinitions);
  if (definitions.length > 0) return new CrdSet(definitions);
  throw new RangeError(`no custom resource definitions in ${folders.join(', ')}`);
}

/** Everything for which an API server with these definitions would refuse to create an object. */
export function checkAgainstCrds(crds: CrdSet, object: unknown): readonly SchemaFinding[] {
  return crds.check(object);
}

function nameOf({ group, version, kind }: DefinedVersion): string {
  return `${group}/${version}/${kind}`;
}

function alike(a: DefinedVersion, b: DefinedVersion): boolean {
  return JSON.stringify(a.schema) === JSON.stringify(b.schema);
}

function twice(name: string): RangeError {
  return new RangeError(
    `${name} is defined twice, and differently; keep the CRD files of one release in the folder`,
  );
}
