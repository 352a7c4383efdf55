/** What a planned resource is. */
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

/** What is looked up in the cloud and never changed. */
export type LookupKind = 'network' | 'subnet' | 'router' | 'dnsZone' | 'authScope';

/** What a group of resources belongs to. */
export type ComponentKind =
  | 'OpenStackCloud'
  | 'WorkloadCluster'
  | 'OpenStackNetwork'
  | 'OpenStackSecurityGroups'
  | 'OpenStackLoadBalancer'
  | 'OpenStackVirtualIp';

/** Value of a resource that is known only once another one is there. */
export type PlanRef =
  /** Attribute of a resource or look-up of the plan, by its name. */
  | { readonly from: string; readonly attribute: string }
  /** Input that whoever uses the plan brings along. */
  | { readonly input: string };

/** Argument of a planned resource. */
export type PlanValue =
  | string
  | number
  | boolean
  | PlanRef
  | readonly PlanValue[]
  | { readonly [field: string]: PlanValue };

/** Resource that is to exist in the cloud. */
export interface PlannedResource {
  /** Name in the plan: the construct path, and what the resource is for there. */
  readonly name: string;
  /** Name of the component that it belongs to. */
  readonly component: string;
  /** What it is. */
  readonly kind: ResourceKind;
  /** Arguments, of which references lead to earlier resources only. */
  readonly args: Readonly<Record<string, PlanValue>>;
  /** Names of resources that have to be there before, though no argument says so. */
  readonly after?: readonly string[];
  /** Name of the resource that takes it along when both are deleted. */
  readonly goesWith?: string;
  /** Arguments that count only when the resource is made: somebody else changes them later, or nobody can. */
  readonly handedOver?: readonly string[];
}

/** Look-up of something that exists. */
export interface PlannedLookup {
  /** Name in the plan. */
  readonly name: string;
  /** Name of the component that it belongs to. */
  readonly component: string;
  /** What is looked up. */
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
  /** What it is. */
  readonly kind: ComponentKind;
  /** Name of the component around it; absent at the top. */
  readonly parent?: string;
}

/** Attribute of a planned resource or look-up. */
export function refTo(from: string, attribute: string): PlanRef {
  return { from, attribute };
}

/** Tells whether a part of a plan is made, rather than looked up. */
export function isResource(item: PlanItem): item is PlannedResource {
  return 'kind' in item;
}

/** Tells whether a value is a reference. */
export function isRef(value: PlanValue): value is PlanRef {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return ('from' in value && 'attribute' in value) || 'input' in value;
}

/** Arguments without those that are absent. */
export function given(
  args: Readonly<Record<string, PlanValue | undefined>>,
): Readonly<Record<string, PlanValue>> {
  const kept: Record<string, PlanValue> = {};
  for (const [name, value] of Object.entries(args)) if (value !== undefined) kept[name] = value;
  return kept;
}
