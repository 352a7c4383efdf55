import type { StateResource } from '../../provision/stack-state';
import {
  isRef,
  isResource,
  type PlanItem,
  type PlannedResource,
  type PlanValue,
} from '../plan/plan';
import type { CloudClient, CloudObject } from './cloud-client';
import { Inventory, isOwnKind } from './inventory';
import { NamedSearch } from './named-search';
import { FIXED, type FixedDifference, isSame } from './properties';

type Objects = readonly CloudObject[];

/** Value that cannot be determined, such as that of a lookup by tags. */
const UNKNOWN = Symbol('unknown');
/** Value of a resource that does not exist yet. */
export const TO_COME = Symbol('to come');

/** Resource of a plan that already exists in the cloud. */
export interface ExistingResource {
  /** Resource of the plan. */
  readonly resource: PlannedResource;
  /** IDs of all objects in the cloud that it could be; more than one is ambiguous. */
  readonly ids: readonly string[];
}

/** Objects of a planned resource in a stack. */
export interface OwnObjects {
  /** Object that the next update starts from; absent if the stack or the cloud has none. */
  readonly current?: CloudObject;
  /** Objects that it replaced and that are still to be deleted. */
  readonly replaced: Objects;
}

/** Finds parts of a plan in a cloud: by the IDs in a stack, and by name. */
export class CloudSearch {
  readonly inventory: Inventory;
  private readonly names: NamedSearch;
  private readonly items: ReadonlyMap<string, PlanItem>;
  private readonly foundByName = new Map<string, Promise<Objects>>();

  /**
   * @param state Resources of the stack; absent if they are unknown.
   */
  constructor(
    client: CloudClient,
    private readonly all: readonly PlanItem[],
    readonly state?: readonly StateResource[],
  ) {
    this.inventory = new Inventory(client);
    this.items = new Map(all.map((item) => [item.name, item]));
    this.names = new NamedSearch(this.inventory, all, async (value) => {
      const known = value === undefined ? UNKNOWN : await this.resolve(value);
      return typeof known === 'string' ? known : undefined;
    });
  }

  /**
   * Finds what exists under planned names, only in the project.
   *
   * Rules are identified by their content, router interfaces and floating IPs by what they belong to. Images are left
   * out, because Glance does not know their source, and application credentials, because Keystone hides their secrets.
   *
   * @throws CloudError when the cloud cannot be read.
   */
  async existing(): Promise<readonly ExistingResource[]> {
    const resources = this.all.filter(isResource);
    const found = await Promise.all(resources.map(({ name }) => this.found(name)));
    return resources.flatMap((resource, index) => {
      const ids = (found[index] ?? []).map(idOf);
      return ids.length === 0 ? [] : [{ resource, ids }];
    });
  }

  /** Finds all objects in the cloud that a part of the plan could mean. */
  found(name: string): Promise<Objects> {
    const known = this.foundByName.get(name);
    if (known !== undefined) return known;
    const item = this.items.get(name);
    const found = item === undefined ? Promise.resolve([]) : this.names.find(item);
    this.foundByName.set(name, found);
    return found;
  }

  /** Returns the objects of a planned resource that the stack and the cloud have. */
  async own({ name, kind }: PlannedResource): Promise<OwnObjects> {
    const ids = (this.state ?? []).filter((one) => one.name === name);
    const objects = await Promise.all(ids.map(({ id }) => this.byId(kind, name, id)));
    const is = (isReplaced: boolean) => (_: unknown, index: number) =>
      ids[index]?.isReplaced === isReplaced;
    const [current] = objects.filter(is(false)).flat();
    const replaced = objects.filter(is(true)).flat();
    return { ...(current === undefined ? {} : { current }), replaced };
  }

  /** Resolves the references in a value of the plan to IDs. */
  async resolve(value: PlanValue): Promise<unknown> {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      return Promise.all(value.map((one: PlanValue) => this.resolve(one)));
    }
    if (!isRef(value)) return value;
    // Only the object that has an address knows it.
    if (!('from' in value) || value.attribute === 'address') return UNKNOWN;
    const item = this.items.get(value.from);
    if (item === undefined) return UNKNOWN;
    const { chosen, isAmbiguous } = await this.choose(item);
    if (chosen !== undefined) return idOf(chosen);
    return isAmbiguous || !isResource(item) ? UNKNOWN : TO_COME;
  }

  /** Lists the arguments of a resource that differ from an object and cannot change on it. */
  async fixedDifferences(
    { kind, args }: PlannedResource,
    object: CloudObject,
  ): Promise<readonly FixedDifference[]> {
    const differences: FixedDifference[] = [];
    for (const property of FIXED[kind] ?? []) {
      const value = args[property.arg];
      const planned = value === undefined ? UNKNOWN : await this.resolve(value);
      const actual = property.read(object);
      if (planned === UNKNOWN || actual === undefined || isSame(planned, actual)) continue;
      differences.push({ property, planned, actual });
    }
    return differences;
  }

  /**
   * Returns the object that the stack has replaced although it matches the plan and its replacement does not; undefined
   * if there is none.
   */
  async betterKept(resource: PlannedResource): Promise<StateResource | undefined> {
    const { current, replaced } = await this.own(resource);
    const [kept] = await this.fitting(resource, replaced);
    if (kept === undefined) return undefined;
    const isPlanned = current !== undefined && (await this.fitting(resource, [current])).length > 0;
    return isPlanned ? undefined : { name: resource.name, id: idOf(kept), isReplaced: true };
  }

  /** Chooses the object that is meant: that of the stack, and of several the one that need not be replaced. */
  private async choose(item: PlanItem): Promise<{ chosen?: CloudObject; isAmbiguous: boolean }> {
    const { current, replaced } = isResource(item) ? await this.own(item) : { replaced: [] };
    const own = current === undefined ? replaced : [current, ...replaced];
    const candidates = own.length > 0 ? own : await this.found(item.name);
    const [first, ...others] = candidates;
    if (first === undefined || others.length === 0) {
      return { ...(first && { chosen: first }), isAmbiguous: false };
    }
    const fitting = isResource(item) ? await this.fitting(item, candidates) : [];
    const chosen = fitting.length === 1 ? fitting[0] : own[0];
    return { ...(chosen && { chosen }), isAmbiguous: chosen === undefined };
  }

  private async fitting(resource: PlannedResource, objects: Objects): Promise<Objects> {
    const differences = await Promise.all(
      objects.map((object) => this.fixedDifferences(resource, object)),
    );
    return objects.filter((_, index) => differences[index]?.length === 0);
  }

  private async byId(kind: PlannedResource['kind'], name: string, id: string): Promise<Objects> {
    const has = (objects: Objects) => objects.filter((object) => idOf(object) === id);
    if (isOwnKind(kind)) return has(await this.inventory.own(kind));
    if (kind === 'floatingIPAssociation') return has(await this.inventory.own('floatingIP'));
    if (kind === 'port' || kind === 'routerInterface') return this.inventory.ports({ id });
    return has(await this.found(name));
  }
}

/** Returns the ID of an object. */
export function idOf(object: CloudObject): string {
  return String(object.id);
}
