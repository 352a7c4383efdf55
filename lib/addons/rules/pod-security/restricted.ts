import { mapsAt } from '../../../base/value-at';
import {
  type CheckedContainer,
  type CheckedPod,
  contextField,
  type PodCheck,
  textsAt,
  withPod,
} from './pod-violation';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const KEPT_CAPABILITY = 'NET_BIND_SERVICE';

/** Controls that `restricted` adds to those of `baseline`, which leave pods only what they need at most. */
export const RESTRICTED_CHECKS: readonly PodCheck[] = [
  ({ spec }) =>
    mapsAt(spec, 'volumes').flatMap(([{ name, ...source }]) => {
      const odd = Object.keys(source).find((kind) => !VOLUMES.includes(kind));
      if (odd === undefined || odd === 'hostPath') return [];
      return [
        {
          field: `volumes[${String(name)}].${odd}`,
          allowed: 'volume types that the level restricted permits',
        },
      ];
    }),
  onLinux(({ containers }) =>
    containers.flatMap((one) => {
      const { field, value } = contextField(one, 'allowPrivilegeEscalation');
      return value === false ? [] : [{ field, given: value, allowed: 'false' }];
    }),
  ),
  (pod) =>
    withoutOwn(pod, ['runAsNonRoot'], (value) => value === true).map(({ field, value }) => ({
      field,
      given: value,
      allowed: 'true, for the pod or for each of its containers',
    })),
  (pod) =>
    withPod(pod).flatMap((one) => {
      const { field, value } = contextField(one, 'runAsUser');
      return value === 0 ? [{ field, given: 0, allowed: 'a non-root user' }] : [];
    }),
  onLinux((pod) =>
    withoutOwn(pod, ['seccompProfile', 'type'], (value) => value !== undefined).map(
      ({ field, value }) => ({
        field,
        given: value,
        allowed: '"RuntimeDefault" or "Localhost", for the pod or for each of its containers',
      }),
    ),
  ),
  onLinux(({ containers }) =>
    containers.flatMap((one) => {
      const { field, value } = contextField(one, 'capabilities', 'drop');
      return textsAt(value).includes('ALL') ? [] : [{ field, given: value, allowed: '["ALL"]' }];
    }),
  ),
  onLinux(({ containers }) =>
    containers.flatMap((one) => {
      const { field, value } = contextField(one, 'capabilities', 'add');
      const more = textsAt(value).filter((name) => name !== KEPT_CAPABILITY);
      return more.length === 0
        ? []
        : [{ field, given: more, allowed: `${KEPT_CAPABILITY} or no value` }];
    }),
  ),
];

/** Finds where a field is missing or wrong: in containers that do not set it and whose pod does not set it either. */
function withoutOwn(
  { spec, containers }: CheckedPod,
  way: readonly string[],
  isRight: (value: unknown) => boolean,
): readonly { readonly field: string; readonly value: unknown }[] {
  const pod = contextField({ at: '', fields: spec }, ...way);
  const wrong = containers
    .map((one: CheckedContainer) => contextField(one, ...way))
    .filter(({ value }) => !isRight(value) && (value !== undefined || !isRight(pod.value)));
  return wrong.length === containers.length && wrong.every(({ value }) => value === undefined)
    ? wrong.length === 0
      ? []
      : [pod]
    : wrong;
}

function onLinux(check: PodCheck): PodCheck {
  return (pod) => (pod.isWindows ? [] : check(pod));
}
