import { isMissing, type RequiredSecret } from '../assembly/required-secret';
import { plainTable } from '../base/plain-table';

const HEAD = ['NAMESPACE', 'SECRET', 'KEYS', 'TYPE', 'FOR', 'WRITTEN BY'];

/** Table of the Secrets that a fleet needs, per management cluster and workload cluster, with a summary line. */
export function secretsTable(secrets: readonly RequiredSecret[]): string {
  const groups = new Map<string, Map<string, RequiredSecret[]>>();
  for (const secret of secrets) {
    const title = titleOf(secret);
    const group = groups.get(title) ?? new Map<string, RequiredSecret[]>();
    groups.set(title, group);
    const key = `${secret.namespace}/${secret.name}`;
    group.set(key, [...(group.get(key) ?? []), secret]);
  }
  const parts = [...groups].map(([title, group]) => {
    const rows = [...group.values()].map(rowOf);
    return `${title}\n${indented(plainTable({ head: HEAD, rows }))}\n`;
  });
  return [...parts, countLine([...groups.values()].flatMap((group) => [...group.values()]))].join(
    '\n',
  );
}

function titleOf({ where, managementCluster, cluster }: RequiredSecret): string {
  return where === 'management' ? `management cluster ${managementCluster}` : `cluster ${cluster}`;
}

function rowOf(same: readonly RequiredSecret[]): readonly string[] {
  const [first] = same;
  if (first === undefined) return [];
  const { namespace, name, type = '', carries, writtenBy = '' } = first;
  const keys = [...new Set(same.flatMap((one) => one.keys))].join(', ');
  const carried =
    carries === undefined
      ? ''
      : ` (Secret ${carries.namespace}/${carries.name}: ${carries.keys.join(', ')})`;
  const uses = [...new Set(same.flatMap((one) => one.for))];
  return [namespace, name, `${keys}${carried}`, type, shortened(uses), writtenBy];
}

const MOST_USES = 3;

function shortened(uses: readonly string[]): string {
  const more = uses.length - MOST_USES;
  const shown = uses.slice(0, MOST_USES).join('; ');
  return more > 0 ? `${shown}; … and ${more} more` : shown;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function countLine(groups: readonly (readonly RequiredSecret[])[]): string {
  const missing = groups.filter((same) => same.every(isMissing)).length;
  const written = groups.length - missing;
  return `${missing} must exist before you apply the manifests, ${written} written by something else\n`;
}
