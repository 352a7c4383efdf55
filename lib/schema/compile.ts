import { isMap } from '../base/is-map';
import { isShared } from '../base/shared';
import { firstDuplicate } from './duplicates';
import { FORMATS } from './formats';
import type { SchemaNode } from './schema-data';
import { characters, pattern } from './text';

/** Tells as quickly as possible whether a value fits a schema, without a reason. */
export type Test = (value: unknown) => boolean;

interface Field {
  readonly test: Test;
  readonly required: boolean;
}

/** Compiles schemas to functions, each on first use. */
export class Compiler {
  private readonly tests: (Test | undefined)[] = [];

  constructor(private readonly nodes: readonly SchemaNode[]) {}

  /** Returns the function for the schema at an index. */
  test(index: number): Test {
    const known = this.tests[index];
    if (known !== undefined) return known;
    const made = this.compile(this.nodes[index] ?? {});
    this.tests[index] = made;
    return made;
  }

  private compile(node: SchemaNode): Test {
    const tests = [this.byType(node), enumTest(node), ...this.junctors(node)].filter(isTest);
    const all = every(tests);
    if (node.nullable === true) return (value) => value === null || all(value);
    return all;
  }

  private byType(node: SchemaNode): Test | undefined {
    switch (node.type) {
      case 'object':
        return this.objectTest(node);
      case 'array':
        return this.listTest(node);
      case 'string':
        return stringTest(node);
      case 'integer':
      case 'number':
        return numberTest(node);
      case 'boolean':
        return (value) => typeof value === 'boolean';
      case 'int-or-string':
        return either(stringTest(node), numberTest({ ...node, type: 'integer' }));
      default:
        return this.untypedTest(node);
    }
  }

  /** Keywords of a schema without a type apply only to values of the type that they are for. */
  private untypedTest(node: SchemaNode): Test {
    const ofObject = this.objectTest({ ...node, open: true });
    const ofList = this.listTest(node);
    const ofString = stringTest(node);
    const ofNumber = numberTest(node);
    return (value) => {
      if (typeof value === 'string') return ofString(value);
      if (typeof value === 'number') return ofNumber(value);
      if (Array.isArray(value)) return ofList(value);
      return typeof value !== 'object' || value === null || ofObject(value);
    };
  }

  private objectTest(node: SchemaNode): Test {
    const fields = this.fields(node);
    const values = node.values === undefined ? undefined : this.test(node.values);
    const keys = node.keyPattern === undefined ? undefined : pattern(node.keyPattern);
    const required = node.required?.length ?? 0;
    const { minProperties: least = 0, maxProperties: most = Infinity } = node;
    const others = values ?? (node.open === true ? anything : nothing);
    const accepted = new WeakSet<object>();
    return (value) => {
      if (!isMap(value)) return false;
      if (accepted.has(value)) return true;
      let found = 0;
      let count = 0;
      for (const name in value) {
        const member = value[name];
        if (member === undefined) continue;
        count += 1;
        const field = fields.get(name);
        if (!(field === undefined ? others : field.test)(member)) return false;
        if (field?.required === true) found += 1;
        if (keys !== undefined && !keys.test(name)) return false;
      }
      if (found !== required || count < least || count > most) return false;
      if (isShared(value)) accepted.add(value);
      return true;
    };
  }

  private fields(node: SchemaNode): ReadonlyMap<string, Field> {
    const required = new Set(node.required ?? []);
    const fields = new Map<string, Field>();
    for (const name of required) fields.set(name, { test: anything, required: true });
    for (const [name, index] of Object.entries(node.fields ?? {})) {
      fields.set(name, { test: this.test(index), required: required.has(name) });
    }
    return fields;
  }

  private listTest(node: SchemaNode): Test {
    const item = node.items === undefined ? anything : this.test(node.items);
    const { minItems: least = 0, maxItems: most = Infinity, keys } = node;
    const unique = node.set === true || keys !== undefined;
    return (value) => {
      if (!Array.isArray(value)) return false;
      if (value.length < least || value.length > most) return false;
      for (let i = 0; i < value.length; i += 1) {
        if (!item(value[i])) return false;
      }
      return !unique || firstDuplicate(value, keys) < 0;
    };
  }

  private junctors(node: SchemaNode): Test[] {
    const each = (all: readonly number[] = []) => all.map((index) => this.test(index));
    const [any, one] = [each(node.anyOf), each(node.oneOf)];
    const not = node.not === undefined ? undefined : this.test(node.not);
    return [
      ...each(node.allOf),
      ...(any.length === 0 ? [] : [(value: unknown) => any.some((test) => test(value))]),
      ...(one.length === 0
        ? []
        : [(value: unknown) => one.filter((test) => test(value)).length === 1]),
      ...(not === undefined ? [] : [(value: unknown) => !not(value)]),
    ];
  }
}

function stringTest(node: SchemaNode): Test {
  const expression = node.pattern === undefined ? undefined : pattern(node.pattern);
  const format = FORMATS[node.format ?? '']?.accepts;
  const { minLength: least = 0, maxLength: most = Infinity } = node;
  return (value) => {
    if (typeof value !== 'string') return false;
    if (value.length > most && characters(value) > most) return false;
    if (value.length < least * 2 && characters(value) < least) return false;
    if (expression !== undefined && !expression.test(value)) return false;
    return format === undefined || format(value);
  };
}

function numberTest(node: SchemaNode): Test {
  const whole = node.type === 'integer';
  const { minimum: least = -Infinity, maximum: most = Infinity, multipleOf: step } = node;
  const { exclusiveMinimum: above = false, exclusiveMaximum: below = false } = node;
  const format = FORMATS[node.format ?? '']?.accepts;
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    if (whole && !Number.isInteger(value)) return false;
    if (value < least || value > most) return false;
    if ((above && value === least) || (below && value === most)) return false;
    if (step !== undefined && !Number.isInteger(value / step)) return false;
    return format === undefined || format(value);
  };
}

function enumTest(node: SchemaNode): Test | undefined {
  if (node.enum === undefined) return undefined;
  const values = node.enum;
  return (value) => values.includes(value);
}

function every(tests: readonly Test[]): Test {
  const [first = anything, second, ...more] = tests;
  if (second === undefined) return first;
  const rest = more.length === 0 ? second : every([second, ...more]);
  return (value) => first(value) && rest(value);
}

function either(first: Test, second: Test): Test {
  return (value) => first(value) || second(value);
}

function anything(): boolean {
  return true;
}

function nothing(): boolean {
  return false;
}

function isTest(test: Test | undefined): test is Test {
  return test !== undefined;
}
