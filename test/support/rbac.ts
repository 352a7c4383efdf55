import type { Manifest } from '../../lib/base/manifest';
import { mapAt, mapsAt, valueAt } from '../../lib/base/value-at';

/** Request to an API server, as RBAC sees it. */
export interface ApiRequest {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** Tells whether the roles among some objects, which one account has, allow a request. */
export function allows(objects: readonly Manifest[], request: ApiRequest): boolean {
  return objects.some((object) => {
    const isOfCluster = object.kind === 'ClusterRole';
    if (!isOfCluster && object.kind !== 'Role') return false;
    if (!isOfCluster && object.metadata.namespace !== request.namespace) return false;
    return mapsAt(object, 'rules').some(([rule]) => fits(rule, request));
  });
}

function fits(rule: unknown, { verb, group, resource, name }: ApiRequest): boolean {
  const has = (field: string, value: string) => {
    const list = valueAt(rule, field);
    return Array.isArray(list) && (list.includes(value) || list.includes('*'));
  };
  if (!has('verbs', verb) || !has('apiGroups', group) || !has('resources', resource)) return false;
  return (
    mapAt(rule).resourceNames === undefined || (name !== undefined && has('resourceNames', name))
  );
}
