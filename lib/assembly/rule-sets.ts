import { addonGroups, EQUIPPED_POOL_GROUPS, equippedClusterGroups } from '../addons/rules/groups';
import { once } from '../base/once';
import { about, always, type RuleFacts, type RuleGroup, when } from '../base/rule';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import {
  CLUSTER_GROUPS,
  CONTROL_PLANE_GROUPS,
  MACHINE_GROUPS,
  POOL_GROUPS,
} from '../cluster/rules/groups';
import { offerRules } from '../cluster/rules/offer-rules';
import { PROVIDER_RULES } from '../cluster/rules/provider-rules';
import { CIDR_PLAN_RULES } from '../fleet/rules/cidr-plan-rules';
import { FLEET_RULES } from '../fleet/rules/fleet-rules';
import { ETCD_TASK } from '../kubeadm/model/etcd-task';
import { ETCD_TASK_RULES } from '../kubeadm/rules/etcd-task-rules';
import {
  KUBEADM_CLUSTER_GROUPS,
  KUBEADM_CONTROL_PLANE_GROUPS,
  KUBEADM_MACHINE_GROUPS,
  KUBEADM_POOL_GROUPS,
} from '../kubeadm/rules/groups';
import { SEALED_FLEET_RULES } from '../secrets/rules/sealed-fleet-rules';
import { SEALED_SECRET_RULES } from '../secrets/rules/sealed-secret-rules';
import { hasSources } from '../secrets/rules/secret-source-place';
import { EXTERNAL_SECRET_RULES, SECRET_SOURCE_RULES } from '../secrets/rules/secret-source-rules';
import { SOPS_RULES } from '../secrets/rules/sops-rules';
import type { WholeSummary } from './fleet-summary';
import { diskGroups } from './known-disks';
import { MANAGEMENT_IMAGE_RULES } from './management-image-rules';
import { objectGroups, objectSetGroups } from './object-groups';
import { allProviders, cloudAddons, cloudOffers } from './provider-registry';
import type { RuleSets } from './rule-tables';
import { secretsSubject } from './secrets-subject';

/** Rules that apply to every cluster, whatever its infrastructure provider. */
const everywhere = (): RuleSets => ({
  providers: [always(...PROVIDER_RULES)],
  cidrPlan: [always(...CIDR_PLAN_RULES)],
  cloud: [],
  cluster: [
    ...CLUSTER_GROUPS,
    ...KUBEADM_CLUSTER_GROUPS,
    ...equippedClusterGroups(cloudAddons()),
    about(
      secretsSubject,
      when(
        hasSources,
        ...SECRET_SOURCE_RULES,
        ...EXTERNAL_SECRET_RULES,
        ...SEALED_SECRET_RULES,
        ...SOPS_RULES,
      ),
    ),
    when(({ management }) => management?.imageRegistries !== undefined, ...MANAGEMENT_IMAGE_RULES),
  ],
  rendering: [],
  controlPlane: [...CONTROL_PLANE_GROUPS, ...KUBEADM_CONTROL_PLANE_GROUPS],
  server: [],
  machine: [...MACHINE_GROUPS, ...KUBEADM_MACHINE_GROUPS],
  pool: [
    always(...offerRules(cloudOffers())),
    ...POOL_GROUPS,
    ...EQUIPPED_POOL_GROUPS,
    ...KUBEADM_POOL_GROUPS,
  ],
  addon: [
    ...addonGroups(cloudAddons()),
    when(({ addon }) => ETCD_TASK.of(addon) !== undefined, ...ETCD_TASK_RULES),
  ],
  object: objectGroups(),
  objectSet: objectSetGroups(),
  fleet: [always<FleetSummary<WholeSummary>>(...FLEET_RULES, ...SEALED_FLEET_RULES)],
});

/** Sets in which every provider has its own rules, which apply only to its clusters. */
const OWN_SETS = [
  'cloud',
  'cluster',
  'rendering',
  'controlPlane',
  'server',
  'machine',
  'pool',
  'addon',
] as const;

/** All rules, by subject. */
export const ruleSets = once((): RuleSets => withProviders(everywhere()));

function withProviders(sets: RuleSets): RuleSets {
  const providers = [...allProviders()];
  const onDisks: Partial<RuleSets> = diskGroups();
  const joined = OWN_SETS.map((set) => {
    const own = providers.flatMap(([kind, { rules }]) => onlyFor(kind, rules[set] ?? []));
    return [set, [...sets[set], ...own, ...(onDisks[set] ?? [])]];
  });
  const fleet = providers.flatMap(([kind, { rules }]) =>
    (rules.fleet ?? []).map((group) => about(clustersOn(kind), group)),
  );
  return { ...sets, ...Object.fromEntries(joined), fleet: [...sets.fleet, ...fleet] };
}

/** Returns the part of a fleet that is on clouds of one kind. */
function clustersOn(kind: string): (fleet: FleetSummary) => FleetSummary {
  return ({ clusters }) => ({ clusters: clusters.filter(({ cloudKind }) => cloudKind === kind) });
}

/** Restricts groups to subjects on clouds of one kind. */
function onlyFor(kind: string, groups: readonly RuleGroup<never>[]): readonly RuleGroup<never>[] {
  return groups.map(({ applies, rules }) => ({
    applies: (subject) => kindOf(subject) === kind && applies(subject),
    rules,
  }));
}

/** Returns the kind of cloud of a subject: a cloud, a cluster, or a part of one. */
function kindOf(subject: {
  readonly kind?: string;
  readonly cloud?: { readonly kind: string };
  readonly cluster?: { readonly cloud: { readonly kind: string } };
}): string | undefined {
  return (subject.cluster?.cloud ?? subject.cloud ?? subject).kind;
}

/** Returns the rules of some groups. */
export function rulesOf(
  groups: readonly { readonly rules: readonly RuleFacts[] }[],
): readonly RuleFacts[] {
  return groups.flatMap((group) => group.rules);
}
