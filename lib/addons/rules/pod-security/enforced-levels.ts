import { loadYaml } from '../../../base/load-yaml';
import { mapAt, valueAt } from '../../../base/value-at';
import type { ControlPlaneModel } from '../../../cluster/model/control-plane';
import {
  POD_SECURITY_DEFAULTS,
  POD_SECURITY_PREFIX,
  type PodSecurityDefaults,
} from '../../../cluster/model/pod-security';
import type { AddonModel } from '../../model/addon';
import type { EquippedCluster } from '../../model/cluster';
import type { PodSecurityPolicy } from './evaluate-pod';

const ENFORCE = `${POD_SECURITY_PREFIX}enforce`;
const VERSION = `${ENFORCE}-version`;
/** All levels, from the least to the most restrictive. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;

/** Levels that namespaces enforce, by namespace. */
export type EnforcedLevels = ReadonlyMap<string, PodSecurityPolicy>;

/** Returns the level that a Namespace enforces; empty for other objects, and if the API server sets the level. */
export function enforcedLevel(
  object: unknown,
): readonly [name: string, policy: PodSecurityPolicy][] {
  if (valueAt(object, 'kind') !== 'Namespace') return [];
  const { name, labels } = mapAt(object, 'metadata');
  const level = POD_SECURITY_LEVELS.find((one) => one === valueAt(labels, ENFORCE));
  if (typeof name !== 'string' || level === undefined) return [];
  const version = valueAt(labels, VERSION);
  return [[name, { level, version: typeof version === 'string' ? version : 'latest' }]];
}

const byAddons = new WeakMap<readonly AddonModel[], EnforcedLevels>();

/** Returns the levels that the Namespaces of a cluster's addons enforce. */
export function enforcedByAddons(addons: readonly AddonModel[]): EnforcedLevels {
  const known = byAddons.get(addons);
  if (known !== undefined) return known;
  const levels = new Map(addons.flatMap(levelsOf));
  byAddons.set(addons, levels);
  return levels;
}

/** Cluster whose API server can enforce a default level for namespaces without one. */
export interface SecuredCluster extends EquippedCluster {
  readonly controlPlane: ControlPlaneModel & {
    readonly admission?: { readonly podSecurity?: PodSecurityDefaults } | undefined;
  };
}

/** Returns the level that a namespace of a workload cluster enforces: its own, or the default of the API server. */
export function levelIn(
  { addons, controlPlane }: SecuredCluster,
  namespace: string,
): PodSecurityPolicy | undefined {
  const { podSecurity } = controlPlane.admission ?? {};
  const { enforce, version, exemptNamespaces } = { ...POD_SECURITY_DEFAULTS, ...podSecurity };
  if (exemptNamespaces.includes(namespace) && podSecurity !== undefined) return undefined;
  return (
    enforcedByAddons(addons).get(namespace) ??
    (podSecurity === undefined ? undefined : { level: enforce, version })
  );
}

function levelsOf({ payload, carriedTexts = [] }: AddonModel) {
  const found = carriedTexts.flatMap(levelsInText);
  for (const one of payload) {
    if (one.kind === 'existingSecret') continue;
    for (const { documents } of one.entries) {
      found.push(
        ...(typeof documents === 'string'
          ? levelsInText(documents)
          : documents.flatMap(enforcedLevel)),
      );
    }
  }
  return found;
}

function levelsInText(text: string) {
  if (!text.includes(ENFORCE)) return [];
  return text.split(/^---.*$/m).flatMap((document) => {
    if (!document.includes(ENFORCE)) return [];
    const loaded = loadYaml(document);
    return 'documents' in loaded ? loaded.documents.flatMap(enforcedLevel) : [];
  });
}
