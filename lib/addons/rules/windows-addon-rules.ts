import type { Rule } from '../../base/rule';
import { OS_LABEL, WINDOWS_TAINT } from '../../cluster/model/windows';
import { objectFinder } from './addon-objects';
import type { AddonSubject } from './subjects';

const daemonSets = objectFinder(['DaemonSet']);

type Toleration = { readonly key?: unknown; readonly effect?: unknown };

/** Rules on addons of clusters that have Windows nodes. */
export const WINDOWS_ADDON_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'windows-daemon-set',
    reason: 'Linux pods that tolerate every taint never start on Windows nodes.',
    source: 'kubernetes/website@main:content/en/docs/concepts/windows/user-guide.md',
    check({ addon }, refuse) {
      for (const object of daemonSets(addon)) {
        const pods = member(member(member(object, 'spec'), 'template'), 'spec');
        if (!toleratesWindows(pods) || choosesOs(pods)) continue;
        refuse(
          { path: addon.path, prop: 'manifest' },
          {
            given: `DaemonSet ${member(member(object, 'metadata'), 'name')}`,
            allowed: `a node selector for ${OS_LABEL} in a cluster with Windows nodes`,
            fix: `add nodeSelector: { "${OS_LABEL}": "linux" } to its pods`,
          },
        );
      }
    },
  },
];

function toleratesWindows(pods: unknown): boolean {
  const tolerations = member(pods, 'tolerations');
  if (!Array.isArray(tolerations)) return false;
  return tolerations.some(
    ({ key, effect }: Toleration) =>
      (key === undefined || key === '' || key === WINDOWS_TAINT.key) &&
      (effect === undefined || effect === '' || effect === WINDOWS_TAINT.effect),
  );
}

function choosesOs(pods: unknown): boolean {
  if (member(member(pods, 'nodeSelector'), OS_LABEL) !== undefined) return true;
  return JSON.stringify(member(pods, 'affinity') ?? '').includes(JSON.stringify(OS_LABEL));
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
