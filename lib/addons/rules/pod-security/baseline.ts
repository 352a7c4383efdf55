import { mapAt, mapsAt, valueAt } from '../../../base/value-at';
import {
  contextField,
  fieldOf,
  type PodCheck,
  type PodViolation,
  textsAt,
  withPod,
} from './pod-violation';

const CAPABILITIES = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const SELINUX_TYPES = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
]);
const SYSCTLS = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
]);
const APP_ARMOR = /^(runtime\/default|localhost\/.*|)$/;
const APP_ARMOR_KEY = 'container.apparmor.security.beta.kubernetes.io/';
const PROFILES = new Set(['RuntimeDefault', 'Localhost']);
const ANY_PROFILE = '"RuntimeDefault", "Localhost" or nothing';

/** Controls of the level `baseline`, which keeps pods from the known ways to more rights. */
export const BASELINE_CHECKS: readonly PodCheck[] = [
  (pod) =>
    ['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field) =>
      pod.spec[field] === true ? [{ field, given: true, allowed: 'false or nothing' }] : [],
    ),
  contextCheck(['windowsOptions', 'hostProcess'], (value) => value !== true, 'false or nothing'),
  contextCheck(['privileged'], (value) => value !== true, 'false or nothing'),
  contextCheck(['procMount'], isOneOf(['Default']), '"Default" or nothing'),
  contextCheck(['appArmorProfile', 'type'], isOneOf([...PROFILES]), ANY_PROFILE),
  contextCheck(['seccompProfile', 'type'], isOneOf([...PROFILES]), ANY_PROFILE),
  contextCheck(
    ['seLinuxOptions', 'type'],
    isOneOf([...SELINUX_TYPES]),
    'a type of containers, such as "container_t", or nothing',
  ),
  contextCheck(['seLinuxOptions', 'user'], isOneOf(['']), 'nothing'),
  contextCheck(['seLinuxOptions', 'role'], isOneOf(['']), 'nothing'),
  ({ containers }) =>
    containers.flatMap((one) => {
      const { field, value } = contextField(one, 'capabilities', 'add');
      const more = textsAt(value).filter((name) => !CAPABILITIES.has(name));
      return more.length === 0 ? [] : [{ field, given: more, allowed: 'the usual capabilities' }];
    }),
  ({ spec }) =>
    mapsAt(spec, 'volumes').flatMap(([volume]) =>
      valueAt(volume, 'hostPath') === undefined
        ? []
        : [
            {
              field: `volumes[${String(volume.name)}].hostPath`,
              given: mapAt(volume, 'hostPath').path,
              allowed: 'volumes that are no folders of the machine',
            },
          ],
    ),
  ({ containers }) =>
    containers.flatMap(({ at, fields }) =>
      mapsAt(fields, 'ports').flatMap(([{ hostPort }, index]) =>
        hostPort === undefined || hostPort === 0
          ? []
          : [{ field: `${at}.ports[${index}].hostPort`, given: hostPort, allowed: 'no port' }],
      ),
    ),
  ({ annotations }) =>
    Object.entries(annotations).flatMap(([key, value]) =>
      !key.startsWith(APP_ARMOR_KEY) || APP_ARMOR.test(String(value))
        ? []
        : [{ field: `annotation ${key}`, given: value, allowed: 'a profile of AppArmor' }],
    ),
  ({ spec }) =>
    mapsAt(spec, 'securityContext', 'sysctls').flatMap(([{ name }, index]) =>
      SYSCTLS.has(String(name))
        ? []
        : [
            {
              field: `securityContext.sysctls[${index}].name`,
              given: name,
              allowed: 'sysctls that stay within the pod',
            },
          ],
    ),
];

/** Controls of `baseline` from Kubernetes 1.34 on: probes and hooks stay with their pod. */
export const HOST_CHECK: PodCheck = ({ containers }) =>
  containers.flatMap(({ at, fields }) =>
    PROBES.flatMap((way) =>
      ['httpGet', 'tcpSocket'].flatMap((kind): readonly PodViolation[] => {
        const host = valueAt(fields, ...way, kind, 'host');
        if (host === undefined || host === '') return [];
        return [{ field: fieldOf(at, ...way, kind, 'host'), given: host, allowed: 'nothing' }];
      }),
    ),
  );

const PROBES = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
] as const;

/** Check of a field that the pod and its containers may have. */
function contextCheck(
  way: readonly string[],
  isAllowed: (value: unknown) => boolean,
  allowed: string,
): PodCheck {
  return (pod) =>
    withPod(pod).flatMap((one) => {
      const { field, value } = contextField(one, ...way);
      return isAllowed(value) ? [] : [{ field, given: value, allowed }];
    });
}

function isOneOf(words: readonly string[]): (value: unknown) => boolean {
  return (value) => value === undefined || words.includes(String(value));
}
