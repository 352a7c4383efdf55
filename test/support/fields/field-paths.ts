import { isRecord } from '../../../lib/schema/open-api';
import type { SchemaData, SchemaNode } from '../../../lib/schema/schema-data';

/** Place of a kind's schema among those of its release. */
export interface KindSchema {
  readonly data: SchemaData;
  /** Place of the schema of the field `spec`. */
  readonly spec: number;
}

/** What is below a node: its fields, or those of its items or values, with how a path says so. */
type Below =
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, number>> }
  | { readonly kind: 'items' | 'values'; readonly node: number }
  | { readonly kind: 'leaf' };

const STEPS = { items: '[]', values: '{}' } as const;

/**
 * Paths of all leaves below `spec`: values, and lists and maps of such, as `ports[].tags`.
 *
 * A schema within itself ends where it begins again.
 */
export function leavesOf({ data, spec }: KindSchema): ReadonlySet<string> {
  const leaves = new Set<string>();
  const walk = (index: number, path: string, above: readonly number[]): void => {
    const below = above.includes(index) ? LEAF : belowOf(data, index);
    const here = [...above, index];
    if (below.kind === 'leaf') leaves.add(path);
    else if (below.kind !== 'fields') walk(below.node, `${path}${STEPS[below.kind]}`, here);
    else
      for (const [name, node] of Object.entries(below.fields)) walk(node, join(path, name), here);
  };
  walk(spec, '', []);
  return leaves;
}

/** Paths of those leaves that are in a value of `spec`. */
export function leavesIn({ data, spec }: KindSchema, value: unknown): ReadonlySet<string> {
  const leaves = new Set<string>();
  const walk = (index: number, part: unknown, path: string): void => {
    const below = belowOf(data, index);
    if (below.kind === 'leaf') {
      leaves.add(path);
    } else if (below.kind !== 'fields') {
      const step = `${path}${STEPS[below.kind]}`;
      for (const one of Object.values(Object(part))) walk(below.node, one, step);
    } else if (isRecord(part)) {
      for (const [name, one] of Object.entries(part)) {
        const node = below.fields[name];
        if (node !== undefined && one !== undefined) walk(node, one, join(path, name));
      }
    }
  };
  walk(spec, value, '');
  return leaves;
}

const LEAF: Below = { kind: 'leaf' };

function belowOf({ nodes }: SchemaData, index: number): Below {
  const node = nodes[index];
  if (node?.fields !== undefined) return { kind: 'fields', fields: node.fields };
  if (isInner(nodes, node?.items)) return { kind: 'items', node: node?.items ?? 0 };
  if (isInner(nodes, node?.values)) return { kind: 'values', node: node?.values ?? 0 };
  return LEAF;
}

function isInner(nodes: readonly SchemaNode[], index: number | undefined): index is number {
  const node = index === undefined ? undefined : nodes[index];
  return (
    node !== undefined && [node.fields, node.items, node.values].some((part) => part !== undefined)
  );
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
