import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import type { MachineSubject } from './subjects';

const KUBERNETES = '/etc/kubernetes';
const CERTIFICATES = ['ca', 'etcd/ca', 'front-proxy-ca', 'apiserver-etcd-client'];
const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd'];
const KUBECONFIGS = ['admin', 'super-admin', 'controller-manager', 'scheduler'];

/** Files that kubeadm writes on every machine, or fails on if they exist. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  `${KUBERNETES}/kubelet.conf`,
  `${KUBERNETES}/bootstrap-kubelet.conf`,
  '/var/lib/kubelet/config.yaml',
  '/var/lib/kubelet/kubeadm-flags.env',
]);

/** Files that kubeadm and Cluster API write on control-plane machines. */
const CONTROL_PLANE: ReadonlySet<string> = new Set([
  ...CERTIFICATES.flatMap((name) => [`${name}.crt`, `${name}.key`]).map(inPki),
  ...['sa.pub', 'sa.key'].map(inPki),
  ...COMPONENTS.map((name) => `${KUBERNETES}/manifests/${name}.yaml`),
  ...KUBECONFIGS.map((name) => `${KUBERNETES}/${name}.conf`),
]);

/** CA certificate that kubeadm reads from the cluster on other machines. */
const WORKER: ReadonlySet<string> = new Set([inPki('ca.crt')]);

/**
 * Files with which Cluster API starts kubeadm and reports its result.
 *
 * The configuration of the first control-plane machine is not written on other machines, which distinguishes them.
 */
const STARTING: Readonly<Record<'cloudInit' | 'ignition', ReadonlySet<string>>> = {
  cloudInit: new Set([
    '/run/kubeadm/kubeadm.yaml',
    '/run/kubeadm/kubeadm-join-config.yaml',
    '/run/cluster-api/placeholder',
    '/run/cluster-api/bootstrap-success.complete',
  ]),
  ignition: new Set(['/etc/kubeadm.yml', '/etc/kubeadm.sh']),
};

/** Static pod that holds the virtual IP of an endpoint. */
const KUBE_VIP = `${KUBERNETES}/manifests/kube-vip.yaml`;

/** Tells whether kubeadm, Cluster API or the endpoint writes a file on machines. */
export function isTakenFile(subject: MachineSubject, path: string): boolean {
  const { cluster, machine } = subject;
  if (EVERYWHERE.has(path) || STARTING[machine.bootstrap.format.kind].has(path)) return true;
  if (!isControlPlaneMachine(subject)) return WORKER.has(path);
  return CONTROL_PLANE.has(path) || (path === KUBE_VIP && cluster.endpoint.kind === 'virtualIp');
}

function inPki(name: string): string {
  return `${KUBERNETES}/pki/${name}`;
}
