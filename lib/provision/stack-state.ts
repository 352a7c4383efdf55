import { isMap } from '../base/is-map';

/** Resource in a cloud that belongs to a stack. */
export interface StateResource {
  /** Name in the plan. */
  readonly name: string;
  /** ID in the cloud. */
  readonly id: string;
  /** Whether it has been replaced and is still to be deleted. */
  readonly isReplaced: boolean;
}

/** Lists the resources of an exported stack whose types belong to given Pulumi packages, such as `openstack`. */
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

/** Returns the name of a resource, with which its URN ends. */
export function nameOf(urn: unknown): string {
  return String(urn).split('::').slice(3).join('::');
}
