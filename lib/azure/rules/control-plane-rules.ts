import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { ZONES } from '../model/limits';
import { lunOf } from './machine-disks';
import type { ControlPlaneSubject } from './subjects';

/** Parts of a control plane's bootstrap configuration that these rules check. */
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

/** Rules for control planes. */
export const AZURE_CONTROL_PLANE_RULES: readonly Rule<WithEtcd>[] = [
  {
    id: 'azure-control-plane-identity',
    reason:
      'The cloud controller and the storage driver need the identity of the machine or a service principal with a password.',
    source: 'CAPZ@v1.26.0:controllers/helpers.go',
    check({ cluster: { identity }, controlPlane }, refuse) {
      const { written } = identity;
      if (controlPlane.identity.kind !== 'none') return;
      if (written === undefined || written.kind === 'servicePrincipal') return;
      refuse(
        { path: controlPlane.path, prop: 'machineIdentity' },
        {
          given: 'none',
          allowed: "a machine identity; the cluster's identity has no password",
          fix: "write machineIdentity: AzureMachineIdentity.userAssigned('/subscriptions/…')",
        },
      );
    },
  },
  {
    id: 'azure-endpoint-itself',
    reason:
      'An internal load balancer does not send traffic back to its source, and unlike a DNS name, an address cannot be mapped to the machine itself.',
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
          allowed: `a private DNS zone, unless preKubeadmCommands of the control plane assign ${privateIp} to the first machine`,
          fix: leaveOut({
            or: `add a command such as "if [ -f /run/kubeadm/kubeadm.yaml ]; then ip address add ${privateIp}/32 dev lo; fi" to bootstrap.preKubeadmCommands of the control plane, and assign the address on the other machines after kubeadm and on all machines after a restart`,
          }),
        },
      );
    },
  },
  {
    id: 'azure-etcd-disk',
    reason: 'An unused etcd disk is created and billed for every machine.',
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
          allowed: isLocal ? 'none; etcd.volume is on another disk' : 'none; etcd runs elsewhere',
          fix: leaveOut(isLocal ? { or: 'leave etcd.volume out' } : {}),
        },
      );
    },
  },
  {
    id: 'azure-control-plane-zones',
    reason: 'An Azure location has at most three zones, which are identified by number.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ controlPlane: { path, failureDomains } }, refuse) {
      if (failureDomains === undefined) return;
      const right = ZONES.filter((zone) => failureDomains.includes(zone));
      if (right.length > 0 && right.length === failureDomains.length) return;
      refuse(
        { path, prop: 'failureDomains' },
        {
          given: failureDomains,
          allowed: 'one or more of "1", "2" and "3", without duplicates',
          fix: right.length === 0 ? leaveOut() : write(right),
        },
      );
    },
  },
];
