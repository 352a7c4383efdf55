import { type CelEnvironment, type CelExpression, celLibrary } from './cel-library';
import { celValue } from './cel-value';
import { join, type SchemaFinding } from './explain';
import { type CelRule, isRecord, type OpenApiSchema } from './open-api';

/** Expression that cannot be evaluated and is therefore not checked. */
export interface UnsupportedRule {
  /** Kind with its API version, such as `cluster.x-k8s.io/v1beta2/Cluster`. */
  readonly kind: string;
  /** Path of the field that the rule applies to, such as `spec.files[]`. */
  readonly field: string;
  /** The expression. */
  readonly rule: string;
  /** Why it cannot be evaluated. */
  readonly reason: string;
}

interface CompiledRule extends CelRule {
  readonly holds: CelExpression;
  readonly words: CelExpression | undefined;
}

type Context = Readonly<Record<string, unknown>>;

/** Expressions at one level of a schema and below. */
interface RuleTree {
  readonly schema: OpenApiSchema;
  readonly rules: readonly CompiledRule[];
  readonly fields: readonly (readonly [string, RuleTree])[];
  readonly items: RuleTree | undefined;
  readonly values: RuleTree | undefined;
}

/** Compiles the expressions of a kind and evaluates them on new objects. */
export class CelRules {
  /** Expressions that are skipped, with the reason. */
  readonly unsupported: UnsupportedRule[] = [];
  private readonly tree: RuleTree | undefined;

  constructor(
    private readonly environment: CelEnvironment,
    private readonly kind: string,
    schema: OpenApiSchema,
  ) {
    this.tree = this.compile(schema, '');
  }

  /** Returns the expressions that do not hold for an object whose defaults are filled in. */
  check(object: unknown): readonly SchemaFinding[] {
    return this.tree === undefined ? [] : [...visit(this.tree, object, '')];
  }

  private compile(schema: OpenApiSchema, field: string): RuleTree | undefined {
    const { properties = {}, items, additionalProperties: values } = schema;
    const tree: RuleTree = {
      schema,
      rules: this.compileRules(schema, field),
      fields: Object.entries(properties).flatMap(([name, below]) => {
        const compiled = this.compile(below, join(field, name));
        return compiled === undefined ? [] : [[name, compiled] as const];
      }),
      items: items === undefined ? undefined : this.compile(items, `${field}[]`),
      values: typeof values === 'object' ? this.compile(values, `${field}[]`) : undefined,
    };
    const size = tree.rules.length + tree.fields.length;
    return size === 0 && tree.items === undefined && tree.values === undefined ? undefined : tree;
  }

  private compileRules(schema: OpenApiSchema, field: string): CompiledRule[] {
    return (schema['x-kubernetes-validations'] ?? []).flatMap((rule) => {
      const holds = this.tryParse(rule.rule, field);
      if (holds === undefined || onlyForUpdates(rule)) return [];
      const { messageExpression: message } = rule;
      const words = message === undefined ? undefined : this.tryParse(message, field);
      return [{ ...rule, holds, words }];
    });
  }

  private tryParse(rule: string, field: string): CelExpression | undefined {
    const { kind } = this;
    try {
      const parsed = this.environment.parse(rule);
      const { error } = parsed.check();
      if (error === undefined) return parsed;
      this.unsupported.push({ kind, field, rule, reason: error.summary });
    } catch (error) {
      const { ParseError } = celLibrary();
      if (!(error instanceof ParseError)) throw error;
      this.unsupported.push({ kind, field, rule, reason: error.summary });
    }
    return undefined;
  }
}

/** Tells whether a rule compares with the old object and so does not apply to a new one. */
function onlyForUpdates({ rule, optionalOldSelf }: CelRule): boolean {
  return optionalOldSelf !== true && /\boldSelf\b/.test(rule);
}

function* visit(tree: RuleTree, value: unknown, field: string): Iterable<SchemaFinding> {
  if (value === undefined || value === null) return;
  for (const rule of tree.rules) yield* evaluate(rule, tree.schema, value, field);
  if (Array.isArray(value) && tree.items !== undefined) {
    for (const [i, item] of value.entries()) yield* visit(tree.items, item, `${field}[${i}]`);
  }
  if (!isRecord(value)) return;
  for (const [name, below] of tree.fields) yield* visit(below, value[name], join(field, name));
  if (tree.values === undefined) return;
  for (const [name, member] of Object.entries(value)) {
    yield* visit(tree.values, member, join(field, name));
  }
}

function* evaluate(
  rule: CompiledRule,
  schema: OpenApiSchema,
  value: unknown,
  field: string,
): Iterable<SchemaFinding> {
  const context = { self: celValue(schema, value), oldSelf: celLibrary().Optional.none() };
  const failure = failureOf(rule, context);
  if (failure === undefined) return;
  const at = `${field}${rule.fieldPath ?? ''}`.replace(/^\./, '');
  const given = rule.fieldPath === undefined ? value : follow(value, rule.fieldPath);
  const allowed = messageOf(rule, context);
  yield { field: at, ...(given === undefined ? {} : { given }), allowed, fix: failure };
}

/** Returns the fix for an object that breaks a rule, or undefined if the rule holds. */
function failureOf({ rule, holds }: CompiledRule, context: Context): string | undefined {
  try {
    return holds(context) === true ? undefined : `change it so that ${rule} holds`;
  } catch (error) {
    return `set the fields that ${rule} uses (${reasonOf(error)})`;
  }
}

/** Returns the definition's message for a broken rule, or its fixed text if the message expression fails. */
function messageOf({ rule, message, words }: CompiledRule, context: Context): string {
  const fixed = message ?? `a value that satisfies ${rule}`;
  try {
    const text: unknown = words?.(context);
    return typeof text === 'string' && text !== '' ? text : fixed;
  } catch (error) {
    if (error instanceof celLibrary().EvaluationError) return fixed;
    throw error;
  }
}

/** The library's own functions refuse arguments with a RangeError. Any other error is a fault. */
function reasonOf(error: unknown): string {
  if (error instanceof celLibrary().EvaluationError) return error.summary;
  if (error instanceof RangeError) return error.message;
  throw error;
}

function follow(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]'"]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((below, part) => (isRecord(below) ? below[part] : undefined), value);
}
