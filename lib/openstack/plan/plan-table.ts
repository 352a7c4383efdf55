import { plainTable } from '../../base/plain-table';
import type { FleetPlan } from './fleet-plan';
import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedLookup,
  type PlannedResource,
  type PlanValue,
} from './plan';

/** Arguments that distinguish resources of a kind. */
const FACTS: Readonly<Partial<Record<PlannedResource['kind'], readonly string[]>>> = {
  network: ['mtu', 'portSecurityEnabled'],
  subnet: ['cidr', 'allocationPools', 'dnsNameservers'],
  router: ['externalNetworkId'],
  routerInterface: ['routerId', 'subnetId'],
  loadBalancer: ['vipSubnetId', 'vipAddress', 'loadbalancerProvider'],
  listener: ['protocol', 'protocolPort', 'allowedCidrs'],
  pool: ['lbMethod'],
  monitor: ['type', 'delay', 'timeout', 'maxRetries', 'maxRetriesDown'],
  port: ['fixedIps'],
  floatingIP: ['pool'],
  floatingIPAssociation: ['floatingIp', 'portId'],
  serverGroup: ['policies'],
  image: ['diskFormat', 'imageSourceUrl', 'localFilePath'],
  applicationCredential: ['roles', 'expiresAt'],
  recordSet: ['type', 'records'],
};

/** Renders a plan for people: a table for each cloud and cluster, and a summary line. */
export function planTable({ clouds, clusters }: FleetPlan): string {
  const groups = [
    ...clouds.map(({ cloud, items }) => ({
      title: `cloud ${cloud.path}`,
      path: cloud.path,
      items,
    })),
    ...clusters.map(({ cluster, items }) => ({
      title: `cluster ${cluster.path} in ${cluster.cloud.path}`,
      path: cluster.path,
      items,
    })),
  ];
  const parts = groups.map(({ title, path, items }) => `${title}\n${groupTable(path, items)}\n`);
  return [...parts, summary(groups.map(({ items }) => items))].join('\n');
}

function groupTable(path: string, items: readonly PlanItem[]): string {
  if (items.length === 0) return '  no resources';
  const rows = items.map((item) => {
    const { name, args } = item;
    const place = name.startsWith(`${path}/`) ? name.slice(path.length + 1) : name;
    const label = args.name === undefined ? '' : text(args.name, path);
    return isResource(item)
      ? [`  ${place}`, item.kind, label, facts(item, path)]
      : [`  ${place}`, item.lookup, label, `exists${searched(item, path)}`];
  });
  return plainTable({ rows });
}

function searched({ args }: PlannedLookup, path: string): string {
  const others = Object.entries(args).filter(([name]) => name !== 'name');
  return others.map(([name, value]) => `, ${name} ${text(value, path)}`).join('');
}

function facts(resource: PlannedResource, path: string): string {
  const { args, kind } = resource;
  if (kind === 'securityGroupRule') return ruleText(args, path);
  const stated = (FACTS[kind] ?? []).flatMap((name) => {
    const value = args[name];
    return value === undefined ? [] : [`${name} ${text(value, path)}`];
  });
  return stated.join(', ');
}

function ruleText(args: PlannedResource['args'], path: string): string {
  const { direction, ethertype, protocol, portRangeMin, portRangeMax, description } = args;
  const first = portRangeMin === undefined ? '' : ` ${text(portRangeMin, path)}`;
  const isSingle = portRangeMax === portRangeMin || portRangeMax === 0;
  const last = isSingle ? '' : `-${text(portRangeMax ?? '', path)}`;
  const side = args.remoteIpPrefix ?? args.remoteGroupId;
  const remote = side === undefined ? 'anywhere' : text(side, path);
  const what = `${text(protocol ?? 'all', path)}${first}${last}`;
  const way = direction === 'egress' ? 'to' : 'from';
  return `${text(direction ?? '', path)} ${text(ethertype ?? '', path)} ${what} ${way} ${remote}: ${text(description ?? '', path)}`;
}

function text(value: PlanValue, path: string): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one: PlanValue) => text(one, path)).join(' ');
  if (!isRef(value)) {
    return Object.values(value)
      .map((one: PlanValue) => text(one, path))
      .join('-');
  }
  if ('input' in value) return value.input;
  return value.from.startsWith(`${path}/`) ? value.from.slice(path.length + 1) : value.from;
}

function summary(groups: readonly (readonly PlanItem[])[]): string {
  const resources = groups.flat().filter(isResource);
  const kinds = new Map<string, number>();
  for (const { kind } of resources) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counts = [...kinds].sort().map(([kind, count]) => `${count} ${kind}`);
  const detail = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  return `${resources.length} resource${resources.length === 1 ? '' : 's'}${detail}\n`;
}
