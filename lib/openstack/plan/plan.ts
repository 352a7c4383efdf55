/** Kind of a planned resource. */
export type ResourceKind =
  | 'network'
  | 'subnet'
  | 'router'
  | 'routerInterface'
  | 'securityGroup'
  | 'securityGroupRule'
  | 'loadBalancer'
  | 'listener'
  | 'pool'
  | 'monitor'
  | 'port'
  | 'floatingIP'
  | 'floatingIPAssociation'
  | 'serverGroup'
  | 'keyPair'
  | 'image'
  | 'applicationCredential'
  | 'recordSet';

/** Kind of an object that is looked up in the cloud and never changed. */
export type LookupKind = 'network' | 'subnet' | 'router' | 'dnsZone' | 'authScope';

/** Kind of a component. */
export type ComponentKind =
  | 'OpenStackCloud'
  | 'WorkloadCluster'
  | 'OpenStackNetwork'
  | 'OpenStackSecurityGroups'
  | 'OpenStackLoadBalancer'
  | 'OpenStackVirtualIp';

/** Value that is known only once another resource exists. */
export type PlanRef =
  /** Attribute of a resource or lookup of the plan, by its name. */
  | { readonly from: string; readonly attribute: string }
  /** Input from the caller that uses the plan. */
  | { readonly input: string };

/** Argument of a planned resource. */
export type PlanValue =
  | string
  | number
  | boolean
  | PlanRef
  | readonly PlanValue[]
  | { readonly [field: string]: PlanValue };

/** Resource to create in the cloud. */
export interface PlannedResource {
  /** Name in the plan: the construct path, and the purpose of the resource in it. */
  readonly name: string;
  /** Name of the component that it belongs to. */
  readonly component: string;
  /** Kind. */
  readonly kind: ResourceKind;
  /** Arguments; references point only to earlier resources. */
  readonly args: Readonly<Record<string, PlanValue>>;
  /** Names of resources that must exist first although no argument refers to them. */
  readonly after?: readonly string[];
  /** Name of the resource whose deletion removes this one too. */
  readonly goesWith?: string;
  /** Arguments that count only at creation: another owner changes them later, or they cannot change. */
  readonly handedOver?: readonly string[];
}

/** Lookup of an existing object. */
export interface PlannedLookup {
  /** Name in the plan. */
  readonly name: string;
  /** Name of the component that it belongs to. */
  readonly component: string;
  /** Kind of the object. */
  readonly lookup: LookupKind;
  /** Arguments of the search. */
  readonly args: Readonly<Record<string, PlanValue>>;
}

/** Part of a plan. */
export type PlanItem = PlannedResource | PlannedLookup;

/** Group of resources that a preview shows as one. */
export interface PlannedComponent {
  /** Name in the plan, a construct path. */
  readonly name: string;
  /** Kind. */
  readonly kind: ComponentKind;
  /** Name of the parent component; absent at the top. */
  readonly parent?: string;
}

/** Returns a reference to an attribute of a planned resource or lookup. */
export function refTo(from: string, attribute: string): PlanRef {
  return { from, attribute };
}

/** Tells whether a part of a plan is created rather than looked up. */
export function isResource(item: PlanItem): item is PlannedResource {
  return 'kind' in item;
}

/** Tells whether a value is a reference. */
export function isRef(value: PlanValue): value is PlanRef {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return ('from' in value && 'attribute' in value) || 'input' in value;
}

/** Returns the arguments that are not undefined. */
export function given(
  args: Readonly<Record<string, PlanValue | undefined>>,
): Readonly<Record<string, PlanValue>> {
  const kept: Record<string, PlanValue> = {};
  for (const [name, value] of Object.entries(args)) if (value !== undefined) kept[name] = value;
  return kept;
}
