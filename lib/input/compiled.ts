import type { InputTable, Parameter, Props, Shape } from './shape';

/** Prop of an interface. */
export interface Prop {
  readonly shape: Shape;
  readonly optional: boolean;
  /** Example value from the docstring. */
  readonly example?: string | undefined;
}

/** Parameter of a function. */
export interface Argument extends Prop {
  readonly name: string;
  readonly rest: boolean;
}

/** The generated table, prepared for checking values. */
export class CompiledTable {
  private readonly props = new WeakMap<Props, ReadonlyMap<string, Prop>>();
  private readonly required = new WeakMap<Props, number>();

  constructor(readonly table: InputTable) {}

  /** Returns the shape behind a reference, and the name of the interface if it has one. */
  resolve(shape: Shape): { readonly shape: Shape; readonly name?: string } {
    if (typeof shape !== 'string' || !shape.startsWith('#')) return { shape };
    const name = shape.slice(1);
    return { shape: this.table.types[name] ?? 'any', name };
  }

  /** Tells whether a shape contains itself in lists and maps, as data of any depth does. */
  isNested(shape: Shape): boolean {
    return typeof shape === 'string' && shape.startsWith('#') && this.holds(shape, shape, []);
  }

  private holds(outer: Shape, inner: Shape, seen: readonly Shape[]): boolean {
    if (seen.includes(outer)) return false;
    const { shape } = this.resolve(outer);
    if (typeof shape !== 'object') return false;
    const parts: readonly Shape[] =
      'oneOf' in shape
        ? shape.oneOf
        : 'list' in shape
          ? [shape.list]
          : 'map' in shape
            ? [shape.map]
            : [];
    return parts.some((one) => one === inner || this.holds(one, inner, [...seen, outer]));
  }

  /** Returns the number of required props. */
  requiredOf(props: Props): number {
    const known = this.required.get(props);
    if (known !== undefined) return known;
    const count = Object.keys(props).filter((key) => !key.endsWith('?')).length;
    this.required.set(props, count);
    return count;
  }

  /** Returns the props of an interface by name. */
  propsOf(props: Props, name: string | undefined): ReadonlyMap<string, Prop> {
    const known = this.props.get(props);
    if (known !== undefined) return known;
    const made = new Map(
      Object.entries(props).map(([key, shape]): [string, Prop] => {
        const own = key.replace(/\?$/, '');
        const example = name === undefined ? undefined : this.table.examples[`${name}.${own}`];
        return [own, { shape, optional: own !== key, example }];
      }),
    );
    this.props.set(props, made);
    return made;
  }
}

/** Prepares a parameter for checking values. */
export function argumentOf({ name, shape }: Parameter): Argument {
  const own = name.replace(/^\.\.\.|\?$/g, '');
  return { name: own, shape, optional: name.endsWith('?'), rest: name.startsWith('...') };
}
