import { mapsIn, valueAt } from '../../base/value-at';
import type { ResourceKind } from '../plan/plan';
import type { CloudObject } from './cloud-client';
import { idOf } from './cloud-search';
import type { Inventory } from './inventory';
import { isOnSubnet, isServerPort, mayTakeOver } from './ports';

/** Search for the users of objects in a cloud, which prevent a replacement. */
export class Holders {
  constructor(private readonly inventory: Inventory) {}

  /** Describes what uses an object, such as `3 servers`; undefined if nothing does. */
  async of(kind: ResourceKind, object: CloudObject): Promise<string | undefined> {
    switch (kind) {
      case 'subnet':
        return servers(await this.onSubnet(object.network_id, idOf(object)));
      case 'routerInterface':
        return servers(await this.onSubnet(object.network_id, subnetOf(object)));
      case 'router':
        return counted(await this.addressesBehind(object), 'floating IP', 's');
      case 'loadBalancer':
      case 'listener':
      case 'pool':
      case 'monitor':
        return this.membersOf(kind, object);
      case 'port':
        return servers(await this.withAddress(object));
      case 'floatingIP':
      case 'floatingIPAssociation':
        return this.behind(object);
      case 'serverGroup':
        return servers(Array.isArray(object.members) ? object.members.length : 0);
      default:
        return undefined;
    }
  }

  private async onSubnet(network: unknown, subnet: unknown): Promise<number> {
    const ports = await this.serverPorts(network);
    return ports.filter((port) => isOnSubnet(port, subnet)).length;
  }

  private async addressesBehind(router: CloudObject): Promise<number> {
    const addresses = await this.inventory.own('floatingIP');
    return addresses.filter((one) => one.router_id === router.id).length;
  }

  private async membersOf(kind: ResourceKind, object: CloudObject): Promise<string | undefined> {
    const pools = await this.inventory.own('pool');
    const isOf = (pool: CloudObject) => {
      if (kind === 'pool') return pool.id === object.id;
      if (kind === 'monitor') return has(object.pools, pool.id);
      return has(kind === 'listener' ? pool.listeners : pool.loadbalancers, object.id);
    };
    const members = pools.filter(isOf).flatMap((pool) => mapsIn(pool.members));
    return servers(members.length);
  }

  /** Counts the servers that may take over the address of a port, as with a virtual IP. */
  private async withAddress(port: CloudObject): Promise<number> {
    const ports = await this.serverPorts(port.network_id);
    return ports.filter((one) => mayTakeOver(one, port)).length;
  }

  private async behind({ port_id: id }: CloudObject): Promise<string | undefined> {
    if (typeof id !== 'string') return undefined;
    const balancers = await this.inventory.own('loadBalancer');
    const balancer = balancers.find((one) => one.vip_port_id === id);
    if (balancer !== undefined) return this.of('loadBalancer', balancer);
    const [port] = await this.inventory.ports({ id });
    return port === undefined ? undefined : this.of('port', port);
  }

  private async serverPorts(network: unknown): Promise<readonly CloudObject[]> {
    const ports = await this.inventory.anybodysPorts({ network_id: String(network) });
    return ports.filter(isServerPort);
  }
}

function subnetOf(port: CloudObject): unknown {
  return valueAt(mapsIn(port.fixed_ips)[0], 'subnet_id');
}

function has(list: unknown, id: unknown): boolean {
  return mapsIn(list).some((one) => one.id === id);
}

function servers(count: number): string | undefined {
  return counted(count, 'server', 's');
}

function counted(count: number, word: string, plural: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 ${word}` : `${count} ${word}${plural}`;
}
