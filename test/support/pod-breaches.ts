import type { PodSecurityLevel } from '../../lib/cluster/model/pod-security';

/** Security context that every level admits. */
export const LOCKED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Pod that every level admits, but for what is given. */
export function lockedPod(context: object = {}, container: object = {}, spec: object = {}) {
  return {
    containers: [{ name: 'web', securityContext: { ...LOCKED, ...context }, ...container }],
    ...spec,
  };
}

/** Pods with the field that a level does not admit. */
export const POD_BREACHES: readonly (readonly [PodSecurityLevel, object, string])[] = [
  ['baseline', lockedPod({}, {}, { hostNetwork: true }), 'hostNetwork'],
  ['baseline', lockedPod({}, {}, { hostPID: true }), 'hostPID'],
  ['baseline', lockedPod({}, {}, { hostIPC: true }), 'hostIPC'],
  ['baseline', lockedPod({ privileged: true }), 'containers[web].securityContext.privileged'],
  [
    'baseline',
    lockedPod({ windowsOptions: { hostProcess: true } }),
    'containers[web].securityContext.windowsOptions.hostProcess',
  ],
  [
    'baseline',
    lockedPod({}, {}, { securityContext: { windowsOptions: { hostProcess: true } } }),
    'securityContext.windowsOptions.hostProcess',
  ],
  [
    'baseline',
    lockedPod({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'SYS_ADMIN'] } }),
    'containers[web].securityContext.capabilities.add',
  ],
  [
    'baseline',
    lockedPod({}, {}, { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }),
    'volumes[logs].hostPath',
  ],
  ['baseline', lockedPod({}, { ports: [{ hostPort: 80 }] }), 'containers[web].ports[0].hostPort'],
  [
    'baseline',
    lockedPod({ appArmorProfile: { type: 'Unconfined' } }),
    'containers[web].securityContext.appArmorProfile.type',
  ],
  [
    'baseline',
    lockedPod({ seLinuxOptions: { type: 'spc_t' } }),
    'containers[web].securityContext.seLinuxOptions.type',
  ],
  [
    'baseline',
    lockedPod({ seLinuxOptions: { user: 'root' } }),
    'containers[web].securityContext.seLinuxOptions.user',
  ],
  [
    'baseline',
    lockedPod({ seLinuxOptions: { role: 'sysadm_r' } }),
    'containers[web].securityContext.seLinuxOptions.role',
  ],
  ['baseline', lockedPod({ procMount: 'Unmasked' }), 'containers[web].securityContext.procMount'],
  [
    'baseline',
    lockedPod({ seccompProfile: { type: 'Unconfined' } }),
    'containers[web].securityContext.seccompProfile.type',
  ],
  [
    'baseline',
    lockedPod({}, {}, { securityContext: { sysctls: [{ name: 'kernel.msgmax' }] } }),
    'securityContext.sysctls[0].name',
  ],
  [
    'baseline',
    lockedPod({}, { livenessProbe: { httpGet: { host: '169.254.169.254' } } }),
    'containers[web].livenessProbe.httpGet.host',
  ],
  [
    'baseline',
    lockedPod({}, { lifecycle: { preStop: { tcpSocket: { host: '10.0.0.1' } } } }),
    'containers[web].lifecycle.preStop.tcpSocket.host',
  ],
  ['restricted', lockedPod({}, {}, { volumes: [{ name: 'disk', nfs: {} }] }), 'volumes[disk].nfs'],
  [
    'restricted',
    lockedPod({ allowPrivilegeEscalation: undefined }),
    'containers[web].securityContext.allowPrivilegeEscalation',
  ],
  ['restricted', lockedPod({ runAsNonRoot: undefined }), 'securityContext.runAsNonRoot'],
  [
    'restricted',
    lockedPod({ runAsNonRoot: false }),
    'containers[web].securityContext.runAsNonRoot',
  ],
  ['restricted', lockedPod({ runAsUser: 0 }), 'containers[web].securityContext.runAsUser'],
  ['restricted', lockedPod({ seccompProfile: undefined }), 'securityContext.seccompProfile.type'],
  [
    'restricted',
    lockedPod({ capabilities: { drop: ['NET_RAW'] } }),
    'containers[web].securityContext.capabilities.drop',
  ],
  [
    'restricted',
    lockedPod({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
    'containers[web].securityContext.capabilities.add',
  ],
  [
    'restricted',
    lockedPod(
      {},
      {},
      { initContainers: [{ name: 'first', securityContext: { ...LOCKED, runAsUser: 0 } }] },
    ),
    'initContainers[first].securityContext.runAsUser',
  ],
];
