import { celEnvironment } from './cel-environment';
import type { CelEnvironment } from './cel-library';
import { CelRules, type UnsupportedRule } from './cel-rules';
import { SchemaPool } from './compact';
import { type FiledDefinition, readDefinitions } from './crd-folder';
import {
  type ChosenDefinitions,
  chooseDefinitions,
  type RunningReleases,
  undecidedKind,
} from './crd-release';
import { withDefaults } from './defaults';
import type { SchemaFinding } from './explain';
import type { MovedField } from './moved-fields';
import { type DefinedVersion, isRecord } from './open-api';
import { SchemaSet } from './validate';

export type { UnsupportedRule } from './cel-rules';

/** Custom resource definitions, checked as an API server does. */
export class CrdSet {
  private readonly kinds: ReadonlyMap<string, DefinedVersion>;
  private readonly undecided: ChosenDefinitions['undecided'];
  private readonly rules = new Map<string, CelRules>();
  private readonly schemas: SchemaSet;
  private environment: CelEnvironment | undefined;

  /**
   * @param running Releases whose definitions apply if there are several.
   * @param moved Fields that moved between versions of kinds outside Cluster API core.
   */
  constructor(
    definitions: readonly FiledDefinition[],
    private readonly running?: RunningReleases,
    moved: readonly MovedField[] = [],
  ) {
    const { chosen, undecided } = chooseDefinitions(definitions, running);
    this.kinds = chosen;
    this.undecided = undecided;
    const pool = new SchemaPool();
    for (const defined of chosen.values()) pool.addKind(defined);
    this.schemas = new SchemaSet([pool.data()], moved);
  }

  /** Kinds that are defined here, as `group/version/Kind`. */
  get names(): readonly string[] {
    return [...this.kinds.keys()];
  }

  /** Returns the expressions that are not checked, with the reason. Compiles the expressions of every kind. */
  unsupported(): readonly UnsupportedRule[] {
    return [...this.kinds].flatMap(([name, defined]) => this.rulesOf(name, defined).unsupported);
  }

  /**
   * Returns every reason for which an API server would refuse to create an object.
   *
   * @throws CrdFolderError if definitions of its kind differ and it is unknown which one runs.
   */
  check(object: unknown): readonly SchemaFinding[] {
    const name = isRecord(object) ? `${object.apiVersion}/${object.kind}` : '';
    const several = this.undecided.get(name);
    if (several !== undefined) throw undecidedKind(name, several, this.running);
    const defined = this.kinds.get(name);
    if (defined === undefined) return this.schemas.validate(object);
    const complete = withDefaults(defined.schema, object);
    const findings = this.schemas.validate(complete);
    // Expressions can rely on a valid schema, so an API server skips them too.
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

/**
 * Reads custom resource definitions from all YAML files in some folders and their subfolders.
 *
 * @throws CrdFolderError if a folder cannot be used.
 */
export function loadCrds(...folders: readonly string[]): CrdSet {
  return new CrdSet(folders.flatMap(readDefinitions));
}

/** Returns every reason for which an API server with these definitions would refuse to create an object. */
export function checkAgainstCrds(crds: CrdSet, object: unknown): readonly SchemaFinding[] {
  return crds.check(object);
}
