import type { EmitDocuments } from '../../base/yaml-documents';
import type { VirtualIpModel } from '../../cluster/model/endpoint';
import { pinnedImage } from '../../cluster/model/images';
import { KUBE_VIP_LEASE_DEFAULTS } from '../../cluster/model/kube-vip';
import type { KubeadmCluster } from '../model/cluster';
import type { BootstrapPart } from './bootstrap';
import { FIRST_MACHINE } from './first-machine';

const MANIFEST = '/etc/kubernetes/manifests/kube-vip.yaml';
const KUBECONFIG = '/etc/kubernetes/admin.conf';
/** Only kubeconfig with permissions until the first control plane is up, from Kubernetes 1.29 on. */
const FIRST_KUBECONFIG = '/etc/kubernetes/super-admin.conf';
const FIRST_MINOR_WITH_TWO = 29;

/** Renders the part of a kubeadm configuration for kube-vip, which holds the endpoint's virtual IP. */
export function kubeVipPart(
  cluster: KubeadmCluster,
  endpoint: VirtualIpModel,
  emitDocuments: EmitDocuments,
): BootstrapPart {
  const content = emitDocuments([kubeVipPod(endpoint, cluster)]);
  const files = [{ path: MANIFEST, permissions: '0600', content }];
  const minor = Number(cluster.kubernetesVersion.replace(/^v/, '').split('.')[1]);
  if (minor < FIRST_MINOR_WITH_TWO) return { files };
  const { before, after } = FIRST_MACHINE[cluster.controlPlane.bootstrap.format.kind];
  return {
    files,
    preKubeadmCommands: [onFirst(before, KUBECONFIG, FIRST_KUBECONFIG)],
    postKubeadmCommands: [onFirst(after, FIRST_KUBECONFIG, KUBECONFIG)],
  };
}

/** Returns a command that changes the kubeconfig path in the static pod, only on the first machine. */
function onFirst(condition: string, from: string, to: string): string {
  return `if ${condition}; then sed -i 's#path: ${from}#path: ${to}#' ${MANIFEST}; fi`;
}

function kubeVipPod(endpoint: VirtualIpModel, { apiServerPort, imageDigests }: KubeadmCluster) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-vip', namespace: 'kube-system' },
    spec: {
      hostNetwork: true,
      // Only root can read the kubeconfig.
      securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
      hostAliases: [{ ip: '127.0.0.1', hostnames: ['kubernetes'] }],
      containers: [
        {
          name: 'kube-vip',
          image: pinnedImage(endpoint.image, imageDigests),
          imagePullPolicy: 'IfNotPresent',
          args: ['manager'],
          env: environment(endpoint, apiServerPort),
          resources: { requests: { cpu: '10m', memory: '32Mi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { add: ['NET_ADMIN', 'NET_RAW'], drop: ['ALL'] },
            readOnlyRootFilesystem: true,
          },
          volumeMounts: [{ name: 'kubeconfig', mountPath: KUBECONFIG, readOnly: true }],
        },
      ],
      volumes: [{ name: 'kubeconfig', hostPath: { path: KUBECONFIG } }],
    },
  };
}

function environment(endpoint: VirtualIpModel, port: number) {
  const { address, interface: device, arpIntervalMilliseconds: interval, lease = {} } = endpoint;
  const { durationSeconds, renewDeadlineSeconds, retryPeriodSeconds } = {
    ...KUBE_VIP_LEASE_DEFAULTS,
    ...lease,
  };
  return Object.entries({
    address,
    cp_enable: 'true',
    cp_namespace: 'kube-system',
    port: String(port),
    vip_arp: 'true',
    ...(interval === undefined ? {} : { vip_arpRate: String(interval) }),
    ...(device === undefined ? {} : { vip_interface: device }),
    vip_leaderelection: 'true',
    vip_leaseduration: String(durationSeconds),
    vip_renewdeadline: String(renewDeadlineSeconds),
    vip_retryperiod: String(retryPeriodSeconds),
  }).map(([name, value]) => ({ name, value }));
}
