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

/** Value that cannot be told, such as that of a look-up by tags. */
const UNKNOWN = Symbol('unknown');
/** Value of a thing that is still to be made. */
export const TO_COME = Symbol('to come');

/** Resource of a plan that is in the cloud already. */
export interface ExistingResource {
  /** Resource of the plan. */
  readonly resource: PlannedResource;
  /** Identifiers of everything in the cloud that it could be; more than one is ambiguous. */
  readonly ids: readonly string[];
}

/** What a stack has of a planned resource. */
export interface OwnObjects {
  /** The one that the next update begins with; absent where the stack, or the cloud, has none. */
  readonly current?: CloudObject;
  /** Those in whose place it came, and that are still to be deleted. */
  readonly replaced: Objects;
}

/** Finds parts of a plan in a cloud: by the identifiers that a stack has, and by their names. */
export class CloudSearch {
  readonly inventory: Inventory;
  private readonly names: NamedSearch;
  private readonly items: ReadonlyMap<string, PlanItem>;
  private readonly foundByName = new Map<string, Promise<Objects>>();

  /**
   * @param state Resources of the stack; absent where they are not known.
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
   * What exists under planned names, in the project alone.
   *
   * Rules are told by what they say, interfaces and floating addresses by what they belong to. Images are left out, as
   * Glance does not know where they came from, and application credentials, as Keystone does not tell their secrets.
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

  /** Everything in the cloud that a part of the plan could mean. */
  found(name: string): Promise<Objects> {
    const known = this.foundByName.get(name);
    if (known !== undefined) return known;
    const item = this.items.get(name);
    const found = item === undefined ? Promise.resolve([]) : this.names.find(item);
    this.foundByName.set(name, found);
    return found;
  }

  /** What the stack has of a planned resource, as far as the cloud has it too. */
  async own({ name, kind }: PlannedResource): Promise<OwnObjects> {
    const ids = (this.state ?? []).filter((one) => one.name === name);
    const objects = await Promise.all(ids.map(({ id }) => this.byId(kind, name, id)));
    const is = (isReplaced: boolean) => (_: unknown, index: number) =>
      ids[index]?.isReplaced === isReplaced;
    const [current] = objects.filter(is(false)).flat();
    const replaced = objects.filter(is(true)).flat();
    return { ...(current === undefined ? {} : { current }), replaced };
  }

  /** Value of the plan with identifiers for references. */
  async resolve(value: PlanValue): Promise<unknown> {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      return Promise.all(value.map((one: PlanValue) => this.resolve(one)));
    }
    if (!isRef(value)) return value;
    // An address is told by nothing but the thing that has it.
    if (!('from' in value) || value.attribute === 'address') return UNKNOWN;
    const item = this.items.get(value.from);
    if (item === undefined) return UNKNOWN;
    const { chosen, isAmbiguous } = await this.choose(item);
    if (chosen !== undefined) return idOf(chosen);
    return isAmbiguous || !isResource(item) ? UNKNOWN : TO_COME;
  }

  /** Arguments that say otherwise of a resource than an object has it, which cannot change them. */
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
   * What the stack has replaced although it is as planned, and what came in its place is not; undefined where that is not
   * so.
   */
  async betterKept(resource: PlannedResource): Promise<StateResource | undefined> {
    const { current, replaced } = await this.own(resource);
    const [kept] = await this.fitting(resource, replaced);
    if (kept === undefined) return undefined;
    const isPlanned = current !== undefined && (await this.fitting(resource, [current])).length > 0;
    return isPlanned ? undefined : { name: resource.name, id: idOf(kept), isReplaced: true };
  }

  /** The one object that is meant: what the stack has, and of several the one that need not be made anew. */
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

/** Identifier of an object. */
export function idOf(object: CloudObject): string {
  return String(object.id);
}
