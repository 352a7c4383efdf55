import { Described, ValidationError } from '../base/errors';
import { hollow, INCOMPLETE, IncompleteError, isHollow } from '../base/incomplete';
import { type Argument, argumentOf, CompiledTable } from './compiled';
import { Elsewhere } from './elsewhere';
import type { ClassOf, GuardedClass } from './fits';
import { collect, type Mistake, placed, refuse } from './refusals';
import { Sanitizing } from './sanitizing';
import type { ClassEntry, InputTable, Parameter } from './shape';

/** Rule that a function called with sound values does not throw. */
export const FAILED_RULE = 'input-failed';

/** The part of a construct that is needed to report mistakes. */
interface Placed {
  readonly node: { readonly path: string; readonly root: object };
}

/** Usable arguments, and the mistakes in the original ones. */
export interface SanitizedArguments {
  readonly values: readonly unknown[];
  readonly mistakes: readonly Mistake[];
}

/** Checks the arguments of classes against a table. */
export class Guard {
  private readonly classes = new Map<string, GuardedClass>();
  private readonly sanitizing: Sanitizing;
  private readonly compiled: CompiledTable;
  private readonly elsewhere: Elsewhere;
  private readonly parameters = new WeakMap<readonly Parameter[], readonly Argument[]>();

  constructor(private readonly table: InputTable) {
    this.compiled = new CompiledTable(table);
    this.elsewhere = new Elsewhere(this.compiled);
    const classOf: ClassOf = (name) => this.classes.get(name);
    this.sanitizing = new Sanitizing(this.compiled, classOf);
  }

  /** Guards the functions and methods of classes; values are recognized by the class names. */
  guard(classes: Readonly<Record<string, GuardedClass>>): void {
    for (const [name, target] of Object.entries(classes)) {
      this.classes.set(name, target);
      const entry = this.table.classes[name];
      if (entry !== undefined) this.guardClass(name, target, entry);
    }
  }

  /**
   * Checks the arguments of a constructor.
   *
   * @param on Kind of the cloud, if the props depend on it.
   */
  constructed(name: string, args: readonly unknown[], on?: string): SanitizedArguments {
    const entry = this.table.classes[name];
    const parameters = (on === undefined ? undefined : entry?.on?.[on]) ?? entry?.new ?? [];
    const { values, mistakes } = this.sanitized(parameters, args);
    if (mistakes.length === 0) return { values, mistakes };
    return { values, mistakes: this.elsewhere.inConstructs(mistakes) };
  }

  private guardClass(name: string, target: GuardedClass, entry: ClassEntry): void {
    for (const [method, parameters] of Object.entries(entry.static ?? {})) {
      this.replace(target, method, parameters, name, target.prototype);
    }
    for (const [method, parameters] of Object.entries(entry.methods ?? {})) {
      this.replace(target.prototype, method, parameters, name, undefined);
    }
  }

  private replace(
    owner: object,
    method: string,
    parameters: readonly Parameter[],
    className: string,
    result: object | undefined,
  ): void {
    const original: unknown = Reflect.get(owner, method);
    if (!isCallable(original)) return;
    const maker = `${className}.${method}`;
    const guarded = (self: unknown, args: readonly unknown[]): unknown => {
      const { values, mistakes } = this.sanitized(parameters, args);
      if (mistakes.length === 0 && !values.some(isHollow)) {
        return this.sound(self, original, values, maker, result);
      }
      const made = values.some(isHollow) ? undefined : tryCall(original, self, values);
      return refused(self, made, { maker, method, mistakes, result });
    };
    Object.defineProperty(owner, method, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: readonly unknown[]): unknown {
        return guarded(this, args);
      },
    });
  }

  private sound(
    self: unknown,
    original: Callable,
    values: readonly unknown[],
    maker: string,
    result: object | undefined,
  ): unknown {
    try {
      return Reflect.apply(original, self, values);
    } catch (error) {
      const method = maker.slice(maker.indexOf('.') + 1);
      return refused(self, undefined, { maker, method, mistakes: failed(error), result });
    }
  }

  private sanitized(
    parameters: readonly Parameter[],
    args: readonly unknown[],
  ): SanitizedArguments {
    const declared = this.argumentsOf(parameters);
    if (this.areSound(declared, args)) return { values: args, mistakes: NO_MISTAKES };
    const values: unknown[] = [];
    const mistakes: Mistake[] = [];
    for (const [index, one] of declared.entries()) {
      const given = one.rest ? args.slice(index) : [args[index]];
      for (const value of given) {
        const sanitized = this.sanitizing.sanitize(this.filled(value, one), one, this.keyOf(one));
        values.push(sanitized.value);
        mistakes.push(...this.elsewhere.inArguments(sanitized.mistakes, one, declared));
      }
    }
    return { values, mistakes };
  }

  /** Tells whether arguments can be passed on unchanged. */
  private areSound(declared: readonly Argument[], args: readonly unknown[]): boolean {
    for (let i = 0; i < declared.length; i += 1) {
      const one = declared[i];
      if (one === undefined) return false;
      const last = one.rest ? args.length - 1 : i;
      for (let at = i; at <= last; at += 1) {
        const value = args[at];
        if (value === undefined ? !one.optional : !this.sanitizing.fits(value, one.shape))
          return false;
      }
    }
    return true;
  }

  /** Reports missing props one by one if the props are left out altogether. */
  private filled(value: unknown, { optional, shape }: Argument): unknown {
    if (value !== undefined || optional) return value;
    const { shape: meant } = this.compiled.resolve(shape);
    return typeof meant === 'object' && 'props' in meant ? {} : value;
  }

  /** Returns the name of a parameter in messages; empty if its props are reported by their own names. */
  private keyOf({ name, shape }: Argument): string {
    const { shape: meant } = this.compiled.resolve(shape);
    const hasProps = typeof meant === 'object' && 'props' in meant;
    return hasProps && /^(options|props|given|ranges|taint|external|sealed)$/.test(name)
      ? ''
      : name;
  }

  private argumentsOf(parameters: readonly Parameter[]): readonly Argument[] {
    const known = this.parameters.get(parameters);
    if (known !== undefined) return known;
    const made = parameters.map(argumentOf);
    this.parameters.set(parameters, made);
    return made;
  }
}

type Callable = (...args: never[]) => unknown;

function tryCall(original: Callable, self: unknown, values: readonly unknown[]): unknown {
  try {
    return Reflect.apply(original, self, values);
  } catch {
    // The mistakes in the values are reported; this error follows from them.
    return undefined;
  }
}

const NO_MISTAKES: readonly Mistake[] = [];

interface Call {
  readonly maker: string;
  readonly method: string;
  readonly mistakes: readonly Mistake[];
  /** Prototype of the result; undefined for a method. */
  readonly result: object | undefined;
}

function refused(self: unknown, made: unknown, call: Call): unknown {
  const { maker, method, mistakes, result } = call;
  const value = isObject(made) ? made : result && hollow(result);
  if (value !== undefined) {
    refuse(value, { maker, mistakes });
    return value;
  }
  if (isPlaced(self)) {
    const { path, root } = self.node;
    collect(
      root,
      mistakes.map((one) => placed(one, path || 'Fleet', method)),
    );
    return undefined;
  }
  const nothing = { nodeCidr: INCOMPLETE };
  refuse(nothing, { maker, mistakes });
  return nothing;
}

/** Returns the mistakes of a call that threw. */
export function failed(error: unknown): readonly Mistake[] {
  if (error instanceof IncompleteError) return [];
  if (error instanceof ValidationError) return error.issues;
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      prop: '',
      given: new Described(`refused: ${message}`),
      allowed: 'values that it accepts',
      fix: 'correct what the message says',
      rule: FAILED_RULE,
    },
  ];
}

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

function isPlaced(value: unknown): value is Placed {
  return isObject(value) && 'node' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
