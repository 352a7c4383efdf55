import { isMap } from '../base/is-map';

/** Resource of a cloud that a stack holds. */
export interface StateResource {
  /** Name in the plan. */
  readonly name: string;
  /** Identifier in the cloud. */
  readonly id: string;
  /** Whether another one has taken its place, and it is still to be deleted. */
  readonly isReplaced: boolean;
}

/** Resources of an exported stack whose types begin with a package of Pulumi, such as `openstack`. */
export function stateResources(
  deployment: unknown,
  packages: readonly string[],
): readonly StateResource[] {
  const resources = isMap(deployment) ? deployment.resources : undefined;
  if (!Array.isArray(resources)) return [];
  return resources
    .filter(isMap)
    .flatMap(({ urn, type, id, delete: isReplaced }) =>
      typeof id === 'string' && packages.includes(String(type).split(':')[0] ?? '')
        ? [{ name: nameOf(urn), id, isReplaced: isReplaced === true }]
        : [],
    );
}

/** Name of a resource, which its URN ends in. */
export function nameOf(urn: unknown): string {
  return String(urn).split('::').slice(3).join('::');
}
