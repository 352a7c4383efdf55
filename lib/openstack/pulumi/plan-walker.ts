import {
  type ComponentResource,
  type CustomResource,
  type Input,
  type InvokeOptions,
  type Output,
  output,
  type ProviderResource,
  type Resource,
  type ResourceHook,
  RunError,
} from '@pulumi/pulumi';
import {
  isRef,
  isResource,
  type LookupKind,
  type PlanItem,
  type PlannedLookup,
  type PlannedResource,
  type PlanValue,
} from '../plan/plan';
import { isUsed } from '../plan/used-kinds';
import { LOOKUP_FUNCTIONS, RESOURCE_CLASSES } from './resource-classes';

/** Options of a {@link PlanWalker}. */
export interface WalkOptions {
  /** Returns the parent component of a resource by its name. */
  readonly parentOf: (component: string) => ComponentResource | undefined;
  /** Returns the provider of a component's cloud; absent for the default one. */
  readonly providerOf?: (component: string) => ProviderResource | undefined;
  /**
   * Whether the program also applies the Clusters, whose provider deletes load balancers during a destroy: resources
   * that are removed with another one are then left to it.
   *
   * @default false
   */
  readonly applies?: boolean;
  /** Hook that runs before anything is deleted that a cluster may use; absent for no hook. */
  readonly guard?: ResourceHook;
  /** Values of the plan's inputs. */
  readonly inputs?: Readonly<Record<string, Input<unknown>>>;
}

/** Creates the resources of a plan, in its order. */
export class PlanWalker {
  private readonly resources = new Map<string, CustomResource>();
  private readonly lookups = new Map<string, Output<unknown>>();

  constructor(private readonly options: WalkOptions) {}

  /** Creates a resource or runs a lookup. */
  take(item: PlanItem): void {
    const parent = this.options.parentOf(item.component);
    const provider = this.options.providerOf?.(item.component);
    const args = this.resolveAll(item.args);
    if (!isResource(item)) {
      const options = provider === undefined ? {} : { provider };
      const found = output(args).apply((known) => lookUp(item, known, options));
      this.lookups.set(item.name, found);
      return;
    }
    const Class = RESOURCE_CLASSES[item.kind];
    const resource = new Class(item.name, args as never, {
      ...(parent === undefined ? {} : { parent }),
      ...(provider === undefined ? {} : { provider }),
      ...this.resourceOptions(item),
    });
    this.resources.set(item.name, resource);
  }

  /** Returns a resource of the plan that has been created. */
  resource(name: string): CustomResource {
    const resource = this.resources.get(name);
    if (resource === undefined)
      throw new Error(`the plan does not create ${name} before it is needed`);
    return resource;
  }

  /** Resolves the references in a value of the plan. */
  resolve(value: PlanValue): Input<unknown> {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((one: PlanValue) => this.resolve(one));
    if (!isRef(value)) return this.resolveAll(value as Readonly<Record<string, PlanValue>>);
    if ('input' in value) return this.options.inputs?.[value.input];
    const { from, attribute } = value;
    const found = this.lookups.get(from);
    if (found !== undefined) return found.apply((result) => field(result, attribute));
    return output(field(this.resource(from), attribute));
  }

  private resolveAll(
    args: Readonly<Record<string, PlanValue>>,
  ): Readonly<Record<string, Input<unknown>>> {
    return Object.fromEntries(
      Object.entries(args).map(([name, value]) => [name, this.resolve(value)]),
    );
  }

  private resourceOptions({ name, after, goesWith, handedOver, kind }: PlannedResource) {
    const { guard, applies = false } = this.options;
    const before: Resource[] = (after ?? []).flatMap((name) => this.resources.get(name) ?? []);
    const taker = applies && goesWith !== undefined ? this.resources.get(goesWith) : undefined;
    return {
      ...(before.length === 0 ? {} : { dependsOn: before }),
      ...(taker === undefined ? {} : { deletedWith: taker }),
      ...(handedOver === undefined ? {} : { ignoreChanges: [...handedOver] }),
      ...(REPLACED_IN_PLACE.has(kind) ? { deleteBeforeReplace: true } : {}),
      ...(guard !== undefined && isUsed({ kind, name })
        ? { hooks: { beforeDelete: [guard] } }
        : {}),
    };
  }
}

async function lookUp(
  item: PlannedLookup,
  args: unknown,
  options: InvokeOptions,
): Promise<unknown> {
  try {
    return await LOOKUP_FUNCTIONS[item.lookup](args as never, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunError(
      `${item.name}: the cloud does not have exactly one ${WORDS[item.lookup]} with ${JSON.stringify(args)}\n` +
        `  allowed: an existing one, because it is only looked up: ${reason.replaceAll(/\s+/g, ' ')}\n` +
        `  fix: ${FIXES[item.lookup]}`,
    );
  }
}

const WORDS: Readonly<Record<LookupKind, string>> = {
  network: 'network',
  subnet: 'subnet',
  router: 'router',
  dnsZone: 'DNS zone',
  authScope: 'token',
};

const FIXES: Readonly<Record<LookupKind, string>> = {
  network:
    'correct its name in the program; for a shared network, run capi-fleet up --cloud for its cloud first',
  subnet:
    'correct its name in the program; for a subnet of a shared network, run capi-fleet up --cloud for its cloud first',
  router: 'correct its name in the program',
  dnsZone: 'correct dnsZone of the OpenStackCloud, or create the zone in Designate',
  authScope: 'check OS_CLOUD and clouds.yaml with openstack token issue',
};

/** Kinds that are deleted before they are replaced, because the cloud refuses a second one beside the first. */
const REPLACED_IN_PLACE: ReadonlySet<string> = new Set([
  'securityGroupRule',
  'routerInterface',
  'listener',
  'monitor',
  'keyPair',
  'port',
  'recordSet',
]);

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
