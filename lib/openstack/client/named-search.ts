import { mapsIn } from '../../base/value-at';
import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedLookup,
  type PlannedResource,
  type PlanValue,
} from '../plan/plan';
import type { CloudObject } from './cloud-client';
import type { Inventory } from './inventory';
import { isOnSubnet } from './ports';
import { isRule, type WantedRule } from './same-rule';

type Args = PlannedResource['args'];
type Objects = readonly CloudObject[];

/** Returns the ID of the one object that a value of the plan refers to; undefined if there is none, or several. */
export type Known = (value: PlanValue | undefined) => Promise<string | undefined>;

/**
 * Finds the objects of a plan in a cloud: by name, rules by their content, router interfaces and floating IPs by what they
 * belong to. The `id` of each object is the one that Pulumi imports it by.
 */
export class NamedSearch {
  constructor(
    private readonly inventory: Inventory,
    private readonly all: readonly PlanItem[],
    private readonly known: Known,
  ) {}

  /** Finds all objects in the cloud that a part of the plan could mean. */
  find(item: PlanItem): Promise<Objects> {
    return isResource(item) ? this.findResource(item) : this.findLookup(item);
  }

  private async findResource({ kind, name, args }: PlannedResource): Promise<Objects> {
    switch (kind) {
      case 'network':
      case 'router':
      case 'securityGroup':
      case 'loadBalancer':
      case 'listener':
      case 'pool':
      case 'monitor':
      case 'serverGroup':
        return named(await this.inventory.own(kind), args.name);
      case 'keyPair':
        return named(await this.inventory.keyPairs(), args.name).map((pair) => ({
          ...pair,
          id: pair.name,
        }));
      case 'subnet':
        return this.findSubnet(args);
      case 'port':
        return this.inventory.ports({ name: String(args.name) });
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

  private async findLookup({ lookup, args }: PlannedLookup): Promise<Objects> {
    if (typeof args.id === 'string') return [{ id: args.id }];
    if (lookup === 'subnet' || lookup === 'network' || lookup === 'router') {
      if (typeof args.name !== 'string') return [];
      return this.inventory.anybodys(lookup, { name: args.name });
    }
    if (lookup === 'dnsZone') return this.inventory.zones(String(args.name));
    return [];
  }

  private async findSubnet({ name, networkId }: Args): Promise<Objects> {
    const network = await this.known(networkId);
    const subnets = named(await this.inventory.own('subnet'), name);
    return subnets.filter((one) => one.network_id === network);
  }

  private async findRule(args: Args): Promise<Objects> {
    const [id, remote] = await Promise.all([
      this.known(args.securityGroupId),
      this.known(args.remoteGroupId),
    ]);
    if (id === undefined) return [];
    if (args.remoteGroupId !== undefined && remote === undefined) return [];
    const group = (await this.inventory.own('securityGroup')).find((one) => one.id === id);
    const wanted: WantedRule = { args, ...(remote === undefined ? {} : { remoteGroup: remote }) };
    return mapsIn(group?.security_group_rules).filter((rule) => isRule(rule, wanted));
  }

  private async findInterface({ routerId, subnetId }: Args): Promise<Objects> {
    const [router, subnet] = await Promise.all([this.known(routerId), this.known(subnetId)]);
    if (router === undefined || subnet === undefined) return [];
    const ports = await this.inventory.ports({ device_id: router });
    return ports.filter(
      (port) => port.device_owner !== 'network:router_gateway' && isOnSubnet(port, subnet),
    );
  }

  /** Finds the floating IP that is associated as planned, else those with the planned description. */
  private async findAddressOf(name: string, { description }: Args): Promise<Objects> {
    const association = this.all.find((item) => {
      const { floatingIp } = item.args;
      if (!isResource(item) || item.kind !== 'floatingIPAssociation') return false;
      return floatingIp !== undefined && isFrom(floatingIp, name);
    });
    const associated = association === undefined ? [] : await this.findAddress(association.args);
    if (associated.length > 0) return associated;
    const addresses = await this.inventory.own('floatingIP');
    return addresses.filter((one) => one.description === description);
  }

  private async findAddress({ portId }: Args): Promise<Objects> {
    const port = await this.portOf(portId);
    if (port === undefined) return [];
    return (await this.inventory.own('floatingIP')).filter((one) => one.port_id === port);
  }

  private async portOf(value: PlanValue | undefined): Promise<string | undefined> {
    const id = await this.known(value);
    if (id === undefined || value === undefined || !isRef(value)) return id;
    if (!('attribute' in value) || value.attribute !== 'vipPortId') return id;
    const balancers = await this.inventory.own('loadBalancer');
    const port = balancers.find((one) => one.id === id)?.vip_port_id;
    return typeof port === 'string' ? port : undefined;
  }

  private async findRecord({ zoneId, name, type }: Args): Promise<Objects> {
    const zone = await this.known(zoneId);
    if (zone === undefined) return [];
    const records = await this.inventory.records(zone, String(name));
    return records
      .filter((one) => one.type === type)
      .map((one) => ({ ...one, id: `${zone}/${String(one.id)}` }));
  }
}

function named(objects: readonly CloudObject[], name: PlanValue | undefined) {
  return objects.filter((object) => object.name === name);
}

function isFrom(value: PlanValue, name: string): boolean {
  return isRef(value) && 'from' in value && value.from === name;
}
