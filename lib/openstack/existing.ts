import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedLookup,
  type PlannedResource,
  type PlanValue,
} from '../plan/plan';
import type { CloudClient, CloudObject } from './cloud-client';
import { fieldOf, fieldsIn } from './fields';
import { Inventory } from './inventory';
import { isRule, type WantedRule } from './same-rule';

/** Resource of a plan that is in the cloud already. */
export interface ExistingResource {
  /** Resource of the plan. */
  readonly resource: PlannedResource;
  /** Identifiers of everything in the cloud that it could be; more than one is ambiguous. */
  readonly ids: readonly string[];
}

type Args = PlannedResource['args'];
type Ids = readonly string[];

/**
 * Finds what is in the cloud already under the names of a plan, in the project alone.
 *
 * Rules are told by what they say, interfaces and floating addresses by what they belong to. Images are left out, as
 * Glance does not know where they came from, and application credentials, as Keystone does not tell their secrets.
 *
 * @throws CloudError when the cloud cannot be read.
 */
export async function findExisting(
  client: CloudClient,
  items: readonly PlanItem[],
): Promise<readonly ExistingResource[]> {
  return new ExistingSearch(client, items).run();
}

class ExistingSearch {
  private readonly inventory: Inventory;
  private readonly items: ReadonlyMap<string, PlanItem>;
  private readonly found = new Map<string, Promise<Ids>>();

  constructor(
    client: CloudClient,
    private readonly all: readonly PlanItem[],
  ) {
    this.inventory = new Inventory(client);
    this.items = new Map(all.map((item) => [item.name, item]));
  }

  async run(): Promise<readonly ExistingResource[]> {
    const resources = this.all.filter(isResource);
    const found = await Promise.all(resources.map(({ name }) => this.idsOf(name)));
    return resources.flatMap((resource, index) => {
      const ids = found[index] ?? [];
      return ids.length === 0 ? [] : [{ resource, ids }];
    });
  }

  private idsOf(name: string): Promise<Ids> {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const item = this.items.get(name);
    const ids = item === undefined ? Promise.resolve([]) : this.find(item);
    this.found.set(name, ids);
    return ids;
  }

  private find(item: PlanItem): Promise<Ids> {
    return isResource(item) ? this.findResource(item) : this.findLookup(item);
  }

  private async findResource({ kind, name, args }: PlannedResource): Promise<Ids> {
    switch (kind) {
      case 'network':
      case 'router':
      case 'securityGroup':
      case 'loadBalancer':
      case 'listener':
      case 'pool':
      case 'monitor':
      case 'serverGroup':
        return idsOf(named(await this.inventory.own(kind), args.name));
      case 'keyPair':
        return named(await this.inventory.keyPairs(), args.name).map((pair) => String(pair.name));
      case 'subnet':
        return this.findSubnet(args);
      case 'port':
        return idsOf(await this.inventory.ports({ name: String(args.name) }));
      case 'securityGroupRule':
        return this.findRule(args);
      case 'routerInterface':
        return this.findInterface(args);
      case 'floatingIP':
        return this.findAddressOf(name, args);
      case 'floatingIPAssociation':
        return this.findAddress(args);
      case 'recordSet':
        return this.findRecord(args);
      case 'image':
      case 'applicationCredential':
        return [];
    }
  }

  private async findLookup({ lookup, args }: PlannedLookup): Promise<Ids> {
    if (typeof args.id === 'string') return [args.id];
    if (lookup === 'subnet' || lookup === 'network' || lookup === 'router') {
      const query = typeof args.name === 'string' ? { name: args.name } : {};
      if (Object.keys(query).length === 0) return [];
      return idsOf(await this.inventory.anybodys(lookup, query));
    }
    if (lookup === 'dnsZone') return idsOf(await this.inventory.zones(String(args.name)));
    return [];
  }

  private async findSubnet({ name, networkId }: Args): Promise<Ids> {
    const network = await this.known(networkId);
    const subnets = named(await this.inventory.own('subnet'), name);
    const inNetwork = subnets.filter((one) => one.network_id === network);
    return idsOf(inNetwork);
  }

  private async findRule(args: Args): Promise<Ids> {
    const [id, remote] = await Promise.all([
      this.known(args.securityGroupId),
      this.known(args.remoteGroupId),
    ]);
    if (id === undefined) return [];
    if (args.remoteGroupId !== undefined && remote === undefined) return [];
    const group = (await this.inventory.own('securityGroup')).find((one) => one.id === id);
    const wanted: WantedRule = { args, ...(remote === undefined ? {} : { remoteGroup: remote }) };
    return idsOf(fieldsIn(group?.security_group_rules).filter((rule) => isRule(rule, wanted)));
  }

  private async findInterface({ routerId, subnetId }: Args): Promise<Ids> {
    const [router, subnet] = await Promise.all([this.known(routerId), this.known(subnetId)]);
    if (router === undefined || subnet === undefined) return [];
    const ports = await this.inventory.ports({ device_id: router });
    return idsOf(
      ports.filter(
        ({ fixed_ips: ips, device_owner: owner }) =>
          owner !== 'network:router_gateway' &&
          fieldsIn(ips).some((one) => one.subnet_id === subnet),
      ),
    );
  }

  /** Floating address that is associated as planned, else one with the planned description. */
  private async findAddressOf(name: string, { description }: Args): Promise<Ids> {
    const association = this.all.find((item) => {
      const { floatingIp } = item.args;
      if (!isResource(item) || item.kind !== 'floatingIPAssociation') return false;
      return floatingIp !== undefined && isFrom(floatingIp, name);
    });
    const associated = association === undefined ? [] : await this.findAddress(association.args);
    if (associated.length > 0) return associated;
    const addresses = await this.inventory.own('floatingIP');
    return idsOf(addresses.filter((one) => one.description === description));
  }

  private async findAddress({ portId }: Args): Promise<Ids> {
    const port = await this.portOf(portId);
    if (port === undefined) return [];
    return idsOf((await this.inventory.own('floatingIP')).filter((one) => one.port_id === port));
  }

  private async portOf(value: PlanValue | undefined): Promise<string | undefined> {
    const id = await this.known(value);
    if (id === undefined || value === undefined || !isRef(value)) return id;
    if (!('attribute' in value) || value.attribute !== 'vipPortId') return id;
    const balancers = await this.inventory.own('loadBalancer');
    const port = balancers.find((one) => one.id === id)?.vip_port_id;
    return typeof port === 'string' ? port : undefined;
  }

  private async findRecord({ zoneId, name, type }: Args): Promise<Ids> {
    const zone = await this.known(zoneId);
    if (zone === undefined) return [];
    const records = await this.inventory.records(zone, String(name));
    return idsOf(records.filter((one) => one.type === type)).map((id) => `${zone}/${id}`);
  }

  /** Identifier that a value stands for, when it is of one thing that exists. */
  private async known(value: PlanValue | undefined): Promise<string | undefined> {
    if (typeof value === 'string') return value;
    if (value === undefined || !isRef(value) || !('from' in value)) return undefined;
    const [id, ...others] = await this.idsOf(value.from);
    return others.length === 0 ? id : undefined;
  }
}

function idsOf(objects: readonly CloudObject[]): Ids {
  return objects.map((object) => String(fieldOf(object, 'id')));
}

function named(objects: readonly CloudObject[], name: PlanValue | undefined) {
  return objects.filter((object) => object.name === name);
}

function isFrom(value: PlanValue, name: string): boolean {
  return isRef(value) && 'from' in value && value.from === name;
}
