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
const ANY_PROFILE = '"RuntimeDefault", "Localhost" or no value';

/** Controls of the level `baseline`, which prevents known privilege escalations. */
export const BASELINE_CHECKS: readonly PodCheck[] = [
  (pod) =>
    ['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field) =>
      pod.spec[field] === true ? [{ field, given: true, allowed: 'false or no value' }] : [],
    ),
  contextCheck(['windowsOptions', 'hostProcess'], (value) => value !== true, 'false or no value'),
  contextCheck(['privileged'], (value) => value !== true, 'false or no value'),
  contextCheck(['procMount'], isOneOf(['Default']), '"Default" or no value'),
  contextCheck(['appArmorProfile', 'type'], isOneOf([...PROFILES]), ANY_PROFILE),
  contextCheck(['seccompProfile', 'type'], isOneOf([...PROFILES]), ANY_PROFILE),
  contextCheck(
    ['seLinuxOptions', 'type'],
    isOneOf([...SELINUX_TYPES]),
    'a container type, such as "container_t", or no value',
  ),
  contextCheck(['seLinuxOptions', 'user'], isOneOf(['']), 'no value'),
  contextCheck(['seLinuxOptions', 'role'], isOneOf(['']), 'no value'),
  ({ containers }) =>
    containers.flatMap((one) => {
      const { field, value } = contextField(one, 'capabilities', 'add');
      const more = textsAt(value).filter((name) => !CAPABILITIES.has(name));
      return more.length === 0
        ? []
        : [{ field, given: more, allowed: 'only capabilities that the level baseline permits' }];
    }),
  ({ spec }) =>
    mapsAt(spec, 'volumes').flatMap(([volume]) =>
      valueAt(volume, 'hostPath') === undefined
        ? []
        : [
            {
              field: `volumes[${String(volume.name)}].hostPath`,
              given: mapAt(volume, 'hostPath').path,
              allowed: 'volumes other than hostPath',
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
        : [
            {
              field: `annotation ${key}`,
              given: value,
              allowed: '"runtime/default" or "localhost/<profile>"',
            },
          ],
    ),
  ({ spec }) =>
    mapsAt(spec, 'securityContext', 'sysctls').flatMap(([{ name }, index]) =>
      SYSCTLS.has(String(name))
        ? []
        : [
            {
              field: `securityContext.sysctls[${index}].name`,
              given: name,
              allowed: 'sysctls that affect only the pod',
            },
          ],
    ),
];

/** Control of `baseline` since Kubernetes 1.34: probes and lifecycle hooks cannot name another host. */
export const HOST_CHECK: PodCheck = ({ containers }) =>
  containers.flatMap(({ at, fields }) =>
    PROBES.flatMap((way) =>
      ['httpGet', 'tcpSocket'].flatMap((kind): readonly PodViolation[] => {
        const host = valueAt(fields, ...way, kind, 'host');
        if (host === undefined || host === '') return [];
        return [{ field: fieldOf(at, ...way, kind, 'host'), given: host, allowed: 'no value' }];
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

/** Builds a check of a security context field of the pod and its containers. */
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
