import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { ZONES } from '../model/limits';
import { lunOf } from './machine-disks';
import type { ControlPlaneSubject } from './subjects';

/** What of the bootstrap configuration of a control plane these rules look at. */
interface Bootstrapped {
  readonly bootstrap?: {
    readonly preKubeadmCommands: readonly string[];
  };
}

type WithEtcd = ControlPlaneSubject & {
  readonly controlPlane: {
    readonly etcd?:
      | { readonly kind: string; readonly volume?: { readonly device: string } | undefined }
      | undefined;
  };
};

/** Rules on control planes. */
export const AZURE_CONTROL_PLANE_RULES: readonly Rule<WithEtcd>[] = [
  {
    id: 'azure-control-plane-identity',
    reason:
      'The cloud controller and the storage driver act as the machine does, or as a service principal whose password they are given.',
    source: 'CAPZ@v1.26.0:controllers/helpers.go',
    check({ cluster: { identity }, controlPlane }, refuse) {
      const { written } = identity;
      if (controlPlane.identity.kind !== 'none') return;
      if (written === undefined || written.kind === 'servicePrincipal') return;
      refuse(
        { path: controlPlane.path, prop: 'machineIdentity' },
        {
          given: 'none',
          allowed: 'an identity of the machines, where that of the cluster has no password',
          fix: "write machineIdentity: AzureMachineIdentity.userAssigned('/subscriptions/…')",
        },
      );
    },
  },
  {
    id: 'azure-endpoint-itself',
    reason:
      'An internal load balancer gives no machine behind it back what that has sent, and an address does not stand for the machine as a name does.',
    source: 'CAPZ@v1.26.0:templates/cluster-template-private.yaml',
    check({ cluster: { path, endpoint }, controlPlane }, refuse) {
      if (endpoint.scope !== 'internal' || endpoint.privateDns?.kind !== 'none') return;
      const { privateIp } = endpoint;
      if (privateIp === undefined) return;
      const { preKubeadmCommands = [] } = (controlPlane as Bootstrapped).bootstrap ?? {};
      if (preKubeadmCommands.some((command) => command.includes(privateIp))) return;
      refuse(
        { path, prop: 'endpoint.privateDns' },
        {
          given: 'none',
          allowed: `a zone of names, unless preKubeadmCommands of the control plane give the first machine ${privateIp}`,
          fix: leaveOut({
            or: `add such as "if [ -f /run/kubeadm/kubeadm.yaml ]; then ip address add ${privateIp}/32 dev lo; fi" to bootstrap.preKubeadmCommands of the control plane, and have other machines do so after kubeadm, and all after a restart`,
          }),
        },
      );
    },
  },
  {
    id: 'azure-etcd-disk',
    reason: 'A disk that etcd does not use is made for each machine, and paid for.',
    source: 'CAPZ@v1.26.0:templates/cluster-template.yaml',
    check({ controlPlane: { path, etcd, etcdDisk } }, refuse) {
      if (etcdDisk === undefined || etcd === undefined) return;
      const isLocal = etcd.kind === 'local';
      const { device } = etcd.volume ?? {};
      if (isLocal && (device === undefined || lunOf(device) === etcdDisk.lun)) return;
      refuse(
        { path, prop: 'etcdDisk' },
        {
          given: etcdDisk,
          allowed: isLocal
            ? 'none beside an etcd.volume on another disk'
            : 'none where etcd is elsewhere',
          fix: leaveOut(isLocal ? { or: 'leave etcd.volume out' } : {}),
        },
      );
    },
  },
  {
    id: 'azure-control-plane-zones',
    reason: 'A location has three zones at most, known by their numbers.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ controlPlane: { path, failureDomains } }, refuse) {
      if (failureDomains === undefined) return;
      const right = ZONES.filter((zone) => failureDomains.includes(zone));
      if (right.length > 0 && right.length === failureDomains.length) return;
      refuse(
        { path, prop: 'failureDomains' },
        {
          given: failureDomains,
          allowed: '"1", "2" and "3", each once, and one of them at least',
          fix: right.length === 0 ? leaveOut() : write(right),
        },
      );
    },
  },
];
