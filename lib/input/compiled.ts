import type { InputTable, Parameter, Props, Shape } from './shape';

/** Prop of an interface. */
export interface Prop {
  readonly shape: Shape;
  readonly optional: boolean;
  /** Text from the docstring that would do. */
  readonly example?: string | undefined;
}

/** Parameter of a function. */
export interface Argument extends Prop {
  readonly name: string;
  readonly rest: boolean;
}

/** Generated table in the form in which values are held against it. */
export class CompiledTable {
  private readonly props = new WeakMap<Props, ReadonlyMap<string, Prop>>();
  private readonly required = new WeakMap<Props, number>();

  constructor(readonly table: InputTable) {}

  /** Shape behind a reference, and the name of the interface if it has one. */
  resolve(shape: Shape): { readonly shape: Shape; readonly name?: string } {
    if (typeof shape !== 'string' || !shape.startsWith('#')) return { shape };
    const name = shape.slice(1);
    return { shape: this.table.types[name] ?? 'any', name };
  }

  /** Tells whether a shape holds itself in lists and maps, as data of any depth does. */
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

  /** Number of props that have to be there. */
  requiredOf(props: Props): number {
    const known = this.required.get(props);
    if (known !== undefined) return known;
    const count = Object.keys(props).filter((key) => !key.endsWith('?')).length;
    this.required.set(props, count);
    return count;
  }

  /** Props of an interface by their names. */
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

/** Parameter in the form in which values are held against it. */
export function argumentOf({ name, shape }: Parameter): Argument {
  const own = name.replace(/^\.\.\.|\?$/g, '');
  return { name: own, shape, optional: name.endsWith('?'), rest: name.startsWith('...') };
}
