import type { Issue } from '../base/errors';
import { attempt, isHollow } from '../base/incomplete';
import { Findings, type RuleGroup } from '../base/rule';
import type { CloudModel } from '../cluster/model/cloud';
import type { OtherServer } from '../provider/provider';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';
import { ruleSets } from './rule-sets';
import type { RuleSets } from './rule-tables';

type CloudRules = readonly RuleGroup<CloudModel>[];

const checkedClouds = new WeakMap<CloudRules, WeakMap<CloudModel, readonly Issue[]>>();

/** Finds every mistake in a cluster, including its cloud. */
export function checkCluster(cluster: AssembledCluster, rules: RuleSets = ruleSets()): Issue[] {
  const { controlPlane } = cluster;
  const findings = new Findings();
  findings.issues.push(...checkCloud(cluster.cloud, rules.cloud));
  findings.run(rules.cluster, cluster);
  findings.run(rules.controlPlane, { cluster, controlPlane });
  findings.run(rules.server, { cluster, machine: controlPlane });
  findings.run(rules.machine, { cluster, machine: controlPlane });
  for (const pool of cluster.pools) {
    findings.run(rules.pool, { cluster, pool });
    findings.run(rules.server, { cluster, machine: pool });
    findings.run(rules.machine, { cluster, machine: pool });
  }
  for (const { machine, prefix } of otherServers(cluster)) {
    findings.run(rules.server, { cluster, machine }, prefix);
  }
  for (const addon of cluster.addons) findings.run(rules.addon, { cluster, addon });
  return findings.issues;
}

/** Returns the servers of a cluster besides its machines; none if the values that define them were refused. */
function otherServers(cluster: AssembledCluster): readonly OtherServer[] {
  const found = attempt(() => providerOfCluster(cluster).otherServers?.(cluster) ?? []);
  return isHollow(found) ? [] : found;
}

/** Finds what a cluster without other mistakes still lacks before its manifests can be written. */
export function checkRendering(cluster: AssembledCluster, rules: RuleSets = ruleSets()): Issue[] {
  const findings = new Findings();
  findings.run(rules.rendering, cluster);
  return findings.issues;
}

/** Finds every mistake in a cloud; each cloud is checked once. */
function checkCloud(cloud: CloudModel, rules: CloudRules): readonly Issue[] {
  const checked = checkedClouds.get(rules) ?? new WeakMap<CloudModel, readonly Issue[]>();
  checkedClouds.set(rules, checked);
  const known = checked.get(cloud);
  if (known !== undefined) return known;
  const findings = new Findings();
  findings.run(rules, cloud);
  checked.set(cloud, findings.issues);
  return findings.issues;
}
