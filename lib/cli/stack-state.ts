import type { Fields } from '../base/fields';
import { isMap } from '../base/is-map';
import { mapsIn, valueAt } from '../base/value-at';
import type { ClusterObject } from '../management/has-cluster';
import { nameOf } from '../provision/stack-state';

/** Resource of an exported stack. */
export interface HeldResource {
  /** URN, which includes the parents. */
  readonly urn: string;
  /** Type, such as `openstack:networking/network:Network`. */
  readonly type: string;
  /** Name, a construct path. */
  readonly name: string;
  /** Identifier in the cloud; empty for components. */
  readonly id: string;
  /** Inputs of the resource. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** URN of the component around it. */
  readonly parent?: string;
  /** Its provider, as URN and identifier. */
  readonly provider?: string;
}

const OWNERS: ReadonlySet<string> = new Set([
  'capi-fleet:index:WorkloadCluster',
  'capi-fleet:index:OpenStackCloud',
]);

/** State of a stack, in the form of `pulumi stack export`. */
export class StackState {
  /** Resources in the order of the state. */
  readonly resources: readonly HeldResource[];
  private readonly byUrn: ReadonlyMap<string, HeldResource>;

  constructor(private readonly deployment: unknown) {
    this.resources = mapsIn(valueAt(deployment, 'resources')).map(resourceOf);
    this.byUrn = new Map(this.resources.map((one) => [one.urn, one]));
  }

  /** Clusters and clouds that have resources in the stack, by their paths. */
  get owners(): readonly string[] {
    return [...new Set(this.resources.flatMap((one) => this.ownerOf(one) ?? []))];
  }

  /** Whether a cluster or cloud has resources, and not only its component. */
  hasOwn(owner: string): boolean {
    return this.resources.some((one) => !OWNERS.has(one.type) && this.ownerOf(one) === owner);
  }

  /** Path of the cluster or cloud that a resource belongs to. */
  ownerOf({ parent, type, name }: HeldResource): string | undefined {
    if (OWNERS.has(type)) return name;
    const around = parent === undefined ? undefined : this.byUrn.get(parent);
    return around === undefined ? undefined : this.ownerOf(around);
  }

  /** Whether a path is that of a cluster, not of a cloud. */
  isCluster(path: string): boolean {
    return this.resources.some(
      ({ type, name }) => type === 'capi-fleet:index:WorkloadCluster' && name === path,
    );
  }

  /** Provider of a resource. */
  providerOf({ provider = '' }: HeldResource): HeldResource | undefined {
    return this.byUrn.get(provider.slice(0, provider.lastIndexOf('::')));
  }

  /** Cluster object, with the namespace from the outputs of the stack. */
  objectOf(path: string): ClusterObject & { readonly managementCluster: string } {
    const [name = path, managementCluster = ''] = path.split('/').reverse();
    const stack = mapsIn(valueAt(this.deployment, 'resources')).find(
      (one) => one.type === 'pulumi:pulumi:Stack',
    );
    const namespace = valueAt(fieldNamed(valueAt(stack, 'outputs'), path), 'namespace');
    return {
      name,
      managementCluster,
      namespace: typeof namespace === 'string' ? namespace : name,
    };
  }

  /** Whether the stack itself applies the Cluster object, which is then deleted first. */
  appliesCluster(path: string): boolean {
    const { name } = this.objectOf(path);
    return this.resources.some((one) => one.name === `${path}/Cluster/${name}`);
  }

  /**
   * The same state without `deletedWith` references to components.
   *
   * States of capi-fleet 0.1 have such references on load balancers, which would be forgotten instead of deleted.
   *
   * @returns Undefined if there are no such references.
   */
  withoutOldTakers(): unknown {
    const resources = mapsIn(valueAt(this.deployment, 'resources'));
    const isOld = ({ deletedWith }: Fields) => this.byUrn.get(String(deletedWith))?.id === '';
    if (!resources.some(isOld)) return undefined;
    return {
      ...Object(this.deployment),
      resources: resources.map((one) => {
        const { deletedWith: _, ...rest } = one;
        return isOld(one) ? rest : one;
      }),
    };
  }
}

function resourceOf(value: Fields): HeldResource {
  const { urn, type, id = '', inputs, parent, provider } = value;
  return {
    urn: String(urn),
    type: String(type),
    name: nameOf(urn),
    id: String(id),
    inputs: isMap(inputs) ? inputs : {},
    ...(typeof parent === 'string' && { parent }),
    ...(typeof provider === 'string' && { provider }),
  };
}

/** Field with a name at any depth of an object. */
function fieldNamed(value: unknown, name: string): unknown {
  if (!isMap(value)) return undefined;
  if (name in value) return value[name];
  return Object.values(value)
    .map((one) => fieldNamed(one, name))
    .find((found) => found !== undefined);
}
