import { loadYaml } from '../base/load-yaml';
import type { AddonModel, Manifest } from '../model/addon';
import { OS_LABEL, WINDOWS_TAINT } from '../model/windows';
import type { Rule } from './rule';
import type { AddonSubject } from './subjects';

const DAEMON_SET = 'DaemonSet';
const WRITTEN = /^kind:[ \t]+["']?DaemonSet\b/m;

type Toleration = { readonly key?: unknown; readonly effect?: unknown };

/** Rules on addons of clusters that have nodes with Windows. */
export const WINDOWS_ADDON_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'windows-daemon-set',
    reason: 'Pods for Linux that tolerate every taint never start on nodes with Windows.',
    source: 'kubernetes/website@main:content/en/docs/concepts/windows/user-guide.md',
    check({ addon }, refuse) {
      for (const object of daemonSetsOf(addon)) {
        const pods = member(member(member(object, 'spec'), 'template'), 'spec');
        if (!toleratesWindows(pods) || choosesOs(pods)) continue;
        refuse(
          { path: addon.path, prop: 'manifest' },
          {
            given: `DaemonSet ${member(member(object, 'metadata'), 'name')}`,
            allowed: `a node selector for ${OS_LABEL} in a cluster with Windows`,
            fix: `add nodeSelector: { "${OS_LABEL}": "linux" } to its pods`,
          },
        );
      }
    },
  },
];

/** DaemonSets of an addon, those in its texts included. */
function daemonSetsOf({ payload, carriedTexts = [] }: AddonModel): readonly unknown[] {
  const entries = payload.flatMap((one) => (one.kind === 'existingSecret' ? [] : one.entries));
  const given = entries.flatMap<Manifest | string>(({ documents }) => documents);
  return [...given, ...carriedTexts].flatMap<unknown>((one) => {
    if (typeof one === 'string') return daemonSetsIn(one);
    return one.kind === DAEMON_SET ? [one] : [];
  });
}

function daemonSetsIn(text: string): readonly unknown[] {
  const written = text.split(/^---.*$/m).filter((document) => WRITTEN.test(document));
  return written.flatMap((document) => {
    const loaded = loadYaml(document);
    return 'documents' in loaded ? loaded.documents : [];
  });
}

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
