import type { Compiler } from './compile';
import { bounds, describeNode, oneOf } from './describe';
import { firstDuplicate } from './duplicates';
import { MOVED_CORE_FIELDS, type MovedField } from './moved-fields';
import { isRecord } from './open-api';
import { renameFix } from './renames';
import type { SchemaNode } from './schema-data';
import { nearestName, pattern } from './text';

/** Field of an object that does not fit the schema of its kind. */
export interface SchemaFinding {
  /** Path of the field, such as `spec.files[0].path`. */
  readonly field: string;
  /**
   * Value found there.
   *
   * @default - the field is missing
   */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed: string;
  /** How to fix it. */
  readonly fix: string;
}

const NAMES_SHOWN = 12;

/** Explains why a value does not fit a schema. Slow; meant for values that a test has refused. */
export class Explainer {
  private readonly findings: SchemaFinding[] = [];

  /** @param moved Fields that moved between versions, besides those of Cluster API core kinds. */
  constructor(
    private readonly nodes: readonly SchemaNode[],
    private readonly compiler: Compiler,
    private readonly moved: readonly MovedField[] = [],
  ) {}

  /** Returns everything that is wrong with a value. */
  explain(index: number, value: unknown): readonly SchemaFinding[] {
    this.visit(index, value, '');
    return this.findings;
  }

  private visit(index: number, value: unknown, field: string): void {
    if (this.compiler.test(index)(value)) return;
    const node = this.nodes[index] ?? {};
    const before = this.findings.length;
    if (isRecord(value) && (node.type ?? 'object') === 'object') this.object(node, value, field);
    if (Array.isArray(value) && (node.type ?? 'array') === 'array') this.list(node, value, field);
    for (const part of node.allOf ?? []) this.visit(part, value, field);
    if (this.findings.length > before) return;
    this.findings.push({ field, given: value, ...this.wholeValue(node, value) });
  }

  private object(node: SchemaNode, value: Readonly<Record<string, unknown>>, field: string): void {
    const present = Object.keys(value).filter((name) => value[name] !== undefined);
    for (const name of node.required ?? []) {
      if (value[name] === undefined) this.missing(node, join(field, name), name);
    }
    for (const name of present) {
      const known = Object.hasOwn(node.fields ?? {}, name) ? node.fields?.[name] : undefined;
      const index = known ?? node.values;
      if (index !== undefined) this.visit(index, value[name], join(field, name));
      else if (!this.accepts(node, name)) this.unknown(node, value, field, name);
      if (node.keyPattern !== undefined && !pattern(node.keyPattern).test(name)) {
        this.findings.push({ field: join(field, name), ...badKey(node.keyPattern, name) });
      }
    }
    const { minProperties: least = 0, maxProperties: most = Infinity } = node;
    if (present.length >= least && present.length <= most) return;
    const allowed = bounds(node.minProperties, node.maxProperties, 'field');
    const fix = present.length < least ? amount(present.length, least) : shrink(most, 'field');
    this.findings.push({ field, given: value, allowed, fix });
  }

  private accepts(node: SchemaNode, name: string): boolean {
    if (node.open === true || node.type === undefined) return true;
    return node.required?.includes(name) === true;
  }

  private missing(node: SchemaNode, field: string, name: string): void {
    const index = Object.hasOwn(node.fields ?? {}, name) ? node.fields?.[name] : undefined;
    const allowed = describeNode(this.nodes[index ?? -1] ?? {});
    this.findings.push({ field, allowed, fix: `set ${field}` });
  }

  private unknown(
    node: SchemaNode,
    value: Readonly<Record<string, unknown>>,
    field: string,
    name: string,
  ): void {
    const free = Object.keys(node.fields ?? {}).filter((known) => value[known] === undefined);
    const near = nearestName(name, free);
    const usual = near === undefined ? `remove ${name}` : `rename ${name} to ${near}`;
    const fields = [...this.moved, ...MOVED_CORE_FIELDS];
    this.findings.push({
      field: join(field, name),
      given: value[name],
      allowed: fieldNames(node),
      fix: renameFix(fields, name, value[name], (way) => this.isFree(node, value, way)) ?? usual,
    });
  }

  private isFree(node: SchemaNode, value: unknown, way: readonly string[]): boolean {
    const [name, ...rest] = way;
    if (name === undefined) return value === undefined;
    const index = Object.hasOwn(node.fields ?? {}, name) ? node.fields?.[name] : undefined;
    if (index === undefined) return false;
    const part = isRecord(value) ? value[name] : undefined;
    return this.isFree(this.nodes[index] ?? {}, part, rest);
  }

  private list(node: SchemaNode, value: readonly unknown[], field: string): void {
    const { minItems: least = 0, maxItems: most = Infinity, items, keys } = node;
    for (const [i, item] of value.entries()) {
      if (items !== undefined) this.visit(items, item, `${field}[${i}]`);
    }
    if (value.length < least || value.length > most) {
      const allowed = bounds(node.minItems, node.maxItems, 'item');
      const fix = value.length < least ? amount(value.length, least) : shrink(most, 'item');
      this.findings.push({ field, given: value, allowed, fix });
    }
    if (node.set !== true && keys === undefined) return;
    const place = firstDuplicate(value, keys);
    if (place >= 0) this.duplicate(keys, value[place], `${field}[${place}]`);
  }

  private duplicate(keys: readonly string[] | undefined, given: unknown, field: string): void {
    const allowed =
      keys === undefined ? 'each item once' : `each combination of ${keys.join(', ')} once`;
    this.findings.push({ field, given, allowed, fix: `remove ${field} or make it different` });
  }

  private wholeValue(node: SchemaNode, value: unknown): Pick<SchemaFinding, 'allowed' | 'fix'> {
    const allowed = describeNode(node);
    if (value === null) return { allowed, fix: 'leave the field out' };
    if (node.enum !== undefined)
      return { allowed: oneOf(node.enum), fix: nearestValue(node, value) };
    if (node.type === 'string' && isScalar(value)) {
      return { allowed, fix: `write it as a string: ${JSON.stringify(String(value))}` };
    }
    if (isNumeric(node) && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
      return { allowed, fix: `write it without quotes: ${value}` };
    }
    if (node.type === 'boolean' && (value === 'true' || value === 'false')) {
      return { allowed, fix: `write it without quotes: ${value}` };
    }
    if (node.minLength !== undefined && value === '')
      return { allowed, fix: 'leave the field out' };
    return { allowed: this.alternatives(node) ?? allowed, fix: `use ${allowed}` };
  }

  private alternatives(node: SchemaNode): string | undefined {
    if (node.oneOf !== undefined) return 'a value that matches exactly one of the alternatives';
    if (node.anyOf !== undefined) return 'a value that matches one of the alternatives';
    return node.not === undefined ? undefined : 'a value that does not match the excluded schema';
  }
}

/** Appends a name to the path of a field. */
export function join(field: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) return `${field}[${JSON.stringify(name)}]`;
  return field === '' ? name : `${field}.${name}`;
}

function fieldNames(node: SchemaNode): string {
  const names = Object.keys(node.fields ?? {});
  if (names.length === 0) return 'no fields';
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}

function badKey(source: string, name: string): Omit<SchemaFinding, 'field'> {
  return { given: name, allowed: `a key that matches ${source}`, fix: `rename ${name}` };
}

function nearestValue(node: SchemaNode, value: unknown): string {
  const names = (node.enum ?? []).filter((choice) => typeof choice === 'string');
  const near = typeof value === 'string' ? nearestName(value, names) : undefined;
  const [only, ...others] = node.enum ?? [];
  const choice = near ?? (others.length === 0 ? only : undefined);
  return choice === undefined ? 'choose one of them' : `use ${JSON.stringify(choice)}`;
}

function amount(count: number, least: number): string {
  return count === 0 ? 'leave the field out, or fill it' : `add ${least - count} more`;
}

function shrink(most: number, noun: string): string {
  return `keep at most ${most} ${noun}${most === 1 ? '' : 's'}`;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isNumeric(node: SchemaNode): boolean {
  return node.type === 'integer' || node.type === 'number';
}
