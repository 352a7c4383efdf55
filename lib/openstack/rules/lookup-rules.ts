import { call, fixText, write } from '../../base/fix';
import type { Place, Refuse, Rule } from '../../base/rule';
import { objectNameFinding, toDnsLabel } from '../../cluster/rules/names';
import type { OpenStackCloudModel } from '../model/cloud';
import { managedNetworkName } from '../model/cloud-names';
import type { OpenStackCluster } from '../model/cluster';
import type { Lookup, LookupFilter } from '../model/lookup';
import type { ServerSubject } from './subjects';
import { isLookupTag, LOOKUP_TAG_WORDS, plainTag } from './tags';

/** ID of a resource in a cloud. */
export const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const MANAGED_GROUP = /^k8s-cluster-.+-secgroup-(controlplane|worker|bastion)$/;
const MANAGED_NETWORK = /^k8s-clusterapi-cluster-/;
const TYPES = 'CAPO@v0.14.7:api/v1beta1/types.go';

type Visit = (lookup: Lookup, prop: string) => void;

/** Rules on the resources that a cloud looks up. */
export const CLOUD_LOOKUP_RULES: readonly Rule<OpenStackCloudModel>[] = [
  {
    id: 'external-network-readable',
    reason: 'A lookup must be a UUID, or a filter with at least one property.',
    source: TYPES,
    check({ path, externalNetwork }, refuse) {
      if (externalNetwork?.kind !== 'lookup') return;
      checkReadable(externalNetwork.network, { path, prop: 'externalNetwork' }, refuse);
    },
  },
];

/** Rules on the resources that a cluster adopts. */
export const CLUSTER_LOOKUP_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'lookup-readable',
    reason: 'A lookup must be a UUID, or a filter with at least one property.',
    source: TYPES,
    check(cluster, refuse) {
      visitCluster(cluster, (lookup, prop) => {
        checkReadable(lookup, { path: cluster.path, prop }, refuse);
      });
    },
  },
  {
    id: 'adopted-name-managed',
    reason:
      'The provider finds its managed resources only by these names, and deletes them with the cluster of that name.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
    check(cluster, refuse) {
      visitCluster(cluster, (lookup, prop) => {
        const pattern = prop.startsWith('securityGroups') ? MANAGED_GROUP : MANAGED_NETWORK;
        checkNotManaged(lookup, pattern, { path: cluster.path, prop }, refuse);
      });
    },
  },
];

/** Rules on the resources that machines look up. */
export const MACHINE_LOOKUP_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'image-object-name',
    reason: "The provider looks up the image by the name of its object in the cluster's namespace.",
    source: TYPES,
    check({ machine: { path, image } }, refuse) {
      if (!('imageRef' in image)) return;
      const { name } = image.imageRef;
      const finding = objectNameFinding(name);
      if (finding === undefined) return;
      const better = toDnsLabel(name);
      const fix = better === undefined ? finding.fix : write(call('MachineImage.orc', better));
      refuse({ path, prop: 'image' }, { ...finding, fix });
    },
  },
  {
    id: 'machine-lookup-readable',
    reason: 'A lookup must be a UUID, or a filter with at least one property.',
    source: TYPES,
    check({ machine }, refuse) {
      visitMachine(machine, (lookup, prop) => {
        checkReadable(lookup, { path: machine.path, prop }, refuse);
      });
    },
  },
  {
    id: 'machine-group-managed',
    reason:
      'The provider finds its managed groups only by these names, and deletes them with the cluster of that name.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
    check({ machine }, refuse) {
      visitMachine(machine, (lookup, prop) => {
        if (!prop.endsWith('securityGroups')) return;
        checkNotManaged(lookup, MANAGED_GROUP, { path: machine.path, prop }, refuse);
      });
    },
  },
  {
    id: 'machine-network-managed',
    reason:
      'The provider deletes these networks with the cluster of that name, and waits forever while others have ports in them.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
    check({ cluster, machine }, refuse) {
      const own = managedNetworkName(cluster);
      visitMachine(machine, (lookup, prop) => {
        if (!/(network|fixedIPs)$/.test(prop)) return;
        if ('filter' in lookup && lookup.filter.name === own) return;
        checkNotManaged(lookup, MANAGED_NETWORK, { path: machine.path, prop }, refuse);
      });
    },
  },
  {
    id: 'server-group-filter',
    reason: 'Server groups have no tags; the provider finds them only by ID or name.',
    source: TYPES,
    check({ machine: { path, serverGroup } }, refuse) {
      if (serverGroup === undefined || 'id' in serverGroup) return;
      const { name, ...others } = serverGroup.filter;
      if (Object.keys(others).length === 0 || isEmptyFilter(serverGroup.filter)) return;
      refuse(
        { path, prop: 'serverGroup' },
        {
          given: serverGroup.filter,
          allowed: 'a name or an ID',
          fix: `write NetworkLookup.fromName(${JSON.stringify(name ?? 'my-group')})`,
        },
      );
    },
  },
];

function visitCluster({ network, securityGroups, endpoint }: OpenStackCluster, visit: Visit): void {
  if (endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined) {
    visit(endpoint.vipNetwork, 'endpoint.network');
  }
  if (network.router !== undefined) visit(network.router, 'network.router');
  if (network.kind === 'managed') {
    for (const { subnet } of network.externalRouterIPs ?? []) {
      visit(subnet, 'network.externalRouterIPs');
    }
  }
  if (network.kind === 'adopted') {
    visit(network.network, 'network');
    for (const subnet of network.subnets) visit(subnet, 'network.subnets');
  }
  if (securityGroups.kind !== 'adopted') return;
  for (const group of securityGroups.controlPlane) visit(group, 'securityGroups.controlPlane');
  for (const group of securityGroups.workers) visit(group, 'securityGroups.workers');
}

function visitMachine(machine: ServerSubject['machine'], visit: Visit): void {
  if (!('imageRef' in machine.image)) visit(machine.image, 'image');
  if (machine.serverGroup !== undefined) visit(machine.serverGroup, 'serverGroup');
  for (const group of machine.securityGroups) visit(group, 'securityGroups');
  machine.ports?.forEach(({ network, fixedIPs, securityGroups }, index) => {
    if (network !== undefined) visit(network, `ports[${index}].network`);
    for (const { subnet } of fixedIPs) {
      if (subnet !== undefined) visit(subnet, `ports[${index}].fixedIPs`);
    }
    for (const group of securityGroups) visit(group, `ports[${index}].securityGroups`);
  });
}

function checkReadable(lookup: Lookup, place: Place, refuse: Refuse): void {
  if ('id' in lookup) {
    checkId(lookup.id, place, refuse);
    return;
  }
  if (isEmptyFilter(lookup.filter)) {
    refuse(place, {
      given: lookup.filter,
      allowed: 'a name, or at least one tag',
      fix: 'write the name of the resource in the cloud',
    });
  }
  for (const tag of [...(lookup.filter.tags ?? []), ...(lookup.filter.tagsAny ?? [])]) {
    if (isLookupTag(tag)) continue;
    const fix = fixText(plainTag(tag));
    refuse(place, { given: tag, allowed: LOOKUP_TAG_WORDS, fix });
  }
}

function checkId(id: string, place: Place, refuse: Refuse): void {
  if (UUID.test(id)) return;
  refuse(place, {
    given: id,
    allowed: 'an ID such as "0c1d6a54-0000-4000-8000-000000000000"',
    fix: id.trim() === '' ? 'write the ID' : byName(place, id),
  });
}

function byName({ prop }: Place, name: string): string {
  const text = JSON.stringify(name);
  if (prop === 'image') return `write MachineImage.fromName(${text}) if that is its name`;
  if (prop === 'network') return `write ClusterNetwork.fromName(${text}) if that is its name`;
  if (prop === 'externalNetwork')
    return `write ExternalNetwork.fromName(${text}) if that is its name`;
  return `write NetworkLookup.fromName(${text}) if that is its name`;
}

function isEmptyFilter({ name, tags = [], tagsAny = [], projectID }: LookupFilter): boolean {
  if (name !== undefined) return name.trim() === '';
  return tags.length === 0 && tagsAny.length === 0 && (projectID ?? '') === '';
}

function checkNotManaged(lookup: Lookup, pattern: RegExp, place: Place, refuse: Refuse): void {
  if ('id' in lookup || lookup.filter.name === undefined) return;
  const { name } = lookup.filter;
  if (!pattern.test(name)) return;
  refuse(place, {
    given: name,
    allowed: `a name unlike ${JSON.stringify(pattern === MANAGED_GROUP ? 'k8s-cluster-…-secgroup-…' : 'k8s-clusterapi-cluster-…')}, which a cluster deletes`,
    fix: 'rename it in the cloud, or look it up by its ID',
  });
}
