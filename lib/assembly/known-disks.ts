import type { RuleGroup } from '../base/rule';
import type { MachineDisks } from '../cluster/rules/machine-disks';
import type { MachineSubject } from '../cluster/rules/subjects';
import { kubeadmDiskGroups } from '../kubeadm/rules/groups';
import { allProviders } from './provider-registry';
import type { RuleSets } from './rule-tables';

/** Returns the rules on disks that bootstrap and etcd use, for clouds whose provider knows the disks of machines. */
export function diskGroups(): Pick<RuleSets, 'controlPlane' | 'machine'> {
  const sources = [...allProviders().values()].flatMap(({ disks }) => disks?.sources ?? [])[0];
  if (sources === undefined) return { controlPlane: [], machine: [] };
  const { controlPlane, machine } = kubeadmDiskGroups({
    // A rule has one source; the first provider's is used.
    sources,
    missing: (subject, ...rest) => disksOf(subject)?.missing(subject, ...rest),
    untold: (subject, ...rest) => disksOf(subject)?.untold(subject, ...rest),
    diskAt: (subject, ...rest) => disksOf(subject)?.diskAt(subject, ...rest),
  });
  return { controlPlane: controlPlane.map(whereTold), machine: machine.map(whereTold) };
}

function disksOf({ cluster }: Pick<MachineSubject, 'cluster'>): MachineDisks | undefined {
  return allProviders().get(cluster.cloud.kind)?.disks;
}

function whereTold<S extends Pick<MachineSubject, 'cluster'>>({
  applies,
  rules,
}: RuleGroup<S>): RuleGroup<S> {
  return { applies: (subject) => disksOf(subject) !== undefined && applies(subject), rules };
}
