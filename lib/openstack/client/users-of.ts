import { mapsIn, valueAt } from '../../base/value-at';
import type { UsedKind } from '../plan/used-kinds';
import type { CloudClient, CloudObject } from './cloud-client';
import { CloudError } from './cloud-error';
import { Inventory } from './inventory';
import { BALANCER_PORT, isOnSubnet, isServerPort, mayTakeOver } from './ports';

/** Resource that may be in use. */
export interface UsedResource {
  /** Kind. */
  readonly kind: UsedKind;
  /** ID in the cloud, as in stacks. */
  readonly id: string;
  /** Inputs that it was created with. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Finds what uses resources of a stack: servers, members of load balancers, and objects of others in a network.
 *
 * Resources of the stack itself do not count as users. Each list of the cloud is read once.
 */
export class UserSearch {
  private readonly inventory: Inventory;

  constructor(
    private readonly client: CloudClient,
    /** Tells whether a port or load balancer belongs to the stack itself, by its ID. */
    private readonly isOwn: (id: string) => boolean,
  ) {
    this.inventory = new Inventory(client);
  }

  /**
   * Names what uses a resource, such as `server demo-control-plane-x7k2p`; empty if it no longer exists.
   *
   * @throws CloudError when the cloud cannot be read.
   */
  async usersOf({ kind, id, inputs }: UsedResource): Promise<readonly string[]> {
    const users = await this.find(kind, id, inputs);
    return [...new Set(users)].sort();
  }

  private find(kind: UsedKind, id: string, inputs: UsedResource['inputs']) {
    switch (kind) {
      case 'network':
        return this.inNetwork(id, () => true);
      case 'subnet':
        return this.inSubnet(String(inputs.networkId ?? ''), id);
      case 'routerInterface':
        return this.behindInterface(String(inputs.subnetId ?? ''));
      case 'securityGroup':
        return this.inGroup(id);
      case 'port':
        return this.ofPort(id);
      case 'floatingIP':
      case 'floatingIPAssociation':
        return this.behindAddress(id);
      case 'loadBalancer':
        return this.membersOf(`?loadbalancer_id=${id}`);
      case 'listener':
        return this.membersOf(`?loadbalancer_id=${String(inputs.loadbalancerId ?? '')}`);
      case 'pool':
        return this.membersOf(`?id=${id}`);
      case 'monitor':
        return this.membersOf(`?id=${String(inputs.poolId ?? '')}`);
    }
  }

  private async inNetwork(
    id: string,
    isMeant: (port: CloudObject) => boolean,
  ): Promise<readonly string[]> {
    const ports = await this.inventory.anybodysPorts({ network_id: id });
    const users = await Promise.all(ports.filter(isMeant).map((port) => this.userAt(port)));
    return users.flatMap((user) => user ?? []);
  }

  private async inSubnet(networkId: string, id: string): Promise<readonly string[]> {
    if (networkId === '') return [];
    return this.inNetwork(networkId, (port) => isOnSubnet(port, id));
  }

  /** Only machines: anything else on the subnet needs no router, or is found with the subnet. */
  private async behindInterface(subnetId: string): Promise<readonly string[]> {
    const subnet = valueAt(await this.one(`/subnets/${subnetId}`), 'subnet');
    const users = await this.inSubnet(String(valueAt(subnet, 'network_id') ?? ''), subnetId);
    return users.filter((user) => user.startsWith('server '));
  }

  private async inGroup(id: string): Promise<readonly string[]> {
    const ports = await this.inventory.ports({});
    const inside = ports.filter(({ security_groups: groups }) => [groups].flat().includes(id));
    const users = await Promise.all(inside.map((port) => this.userAt(port)));
    return users.flatMap((user) => user ?? []);
  }

  /** Machines that may take over the address of a port, as with kube-vip. */
  private async ofPort(id: string): Promise<readonly string[]> {
    const port = valueAt(await this.one(`/ports/${id}`), 'port');
    const network = valueAt(port, 'network_id');
    if (network === undefined) return [];
    return this.inNetwork(String(network), (one) => mayTakeOver(one, port));
  }

  private async behindAddress(id: string): Promise<readonly string[]> {
    const address = valueAt(await this.one(`/floatingips/${id}`), 'floatingip');
    const portId = valueAt(address, 'port_id');
    if (typeof portId !== 'string') return [];
    const port = valueAt(await this.one(`/ports/${portId}`), 'port');
    const balancer = balancerOf(port);
    if (balancer !== undefined) return this.membersOf(`?loadbalancer_id=${balancer}`);
    const user = isServerPort(port) ? await this.userAt(port as CloudObject) : undefined;
    return user === undefined ? this.ofPort(portId) : [user];
  }

  private async membersOf(query: string): Promise<readonly string[]> {
    const pools = await this.inventory.list('loadBalancer', `/lbaas/pools${query}`, 'pools');
    const members = await Promise.all(
      pools
        .filter(({ members }) => mapsIn(members).length > 0)
        .map(({ id }) =>
          this.inventory.list('loadBalancer', `/lbaas/pools/${id}/members`, 'members'),
        ),
    );
    return members.flat().map(({ name, address }) => `server ${name || address}`);
  }

  /** Names the user of a port, unless it belongs to the stack or to the network itself. */
  private async userAt(port: CloudObject): Promise<string | undefined> {
    const { id, name, device_id: device, device_owner: owner } = port;
    if (this.isOwn(String(id)) || this.isOwn(String(device))) return undefined;
    if (isServerPort(port)) return `server ${name || device}`;
    const balancer = balancerOf(port);
    if (balancer !== undefined) {
      if (this.isOwn(balancer)) return undefined;
      return `load balancer ${await this.balancerName(balancer)}`;
    }
    const isNetworks =
      String(owner).startsWith('network:') || String(name).startsWith(BALANCER_PORT);
    return isNetworks ? undefined : `port ${name || id}`;
  }

  private async balancerName(id: string): Promise<unknown> {
    const all = await this.inventory.list('loadBalancer', '/lbaas/loadbalancers', 'loadbalancers');
    return all.find((one) => one.id === id)?.name ?? id;
  }

  /** Reads an object from Neutron; undefined if it no longer exists. */
  private async one(path: string): Promise<unknown> {
    try {
      return await this.client.get('network', path);
    } catch (error) {
      if (error instanceof CloudError && error.fault.status === 404) return undefined;
      throw error;
    }
  }
}

/** Returns the ID of the load balancer whose address a port holds. */
function balancerOf(port: unknown): string | undefined {
  return /^lb-(.+)$/.exec(String(valueAt(port, 'device_id')))?.[1];
}
