import {
  Addon,
  ApiEndpoint,
  CloudCredentials,
  ClusterNetwork,
  Cni,
  ExternalNetwork,
  Fleet,
  FloatingIP,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';
import { ApiObject, type Chart } from 'cdk8s';

const KUBERNETES = '1.34.2';
// Change: a floating IP of the project. Calico on Windows must know the address of the API server.
const API_SERVER = '203.0.113.10';
const PODS = '192.168.0.0/16';
const SERVICES = '10.96.0.0/12';

export const fleet = new Fleet({ outdir: 'build/windows' });

// Change: the cloud, its flavors and the Secret with its credentials.
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('office-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' },
    'w1.large': { cpus: 8, memory: '32Gi', disk: '120Gi' },
  },
});
const control = new ManagementCluster(fleet, 'control', {
  // Calico comes as a Helm chart, whose operator installs the parts for Linux and for Windows.
  providers: Providers.stable('1.14', { helmAddonProvider: true }),
});

const cluster = new WorkloadCluster(control, 'office', {
  cloud,
  kubernetesVersion: KUBERNETES,
  image: MachineImage.fromName(`ubuntu-2404-kube-v${KUBERNETES}`),
  network: ClusterNetwork.managed({
    nodeCidr: '10.30.0.0/22',
    podCidrs: [PODS],
    serviceCidrs: [SERVICES],
  }),
  endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.fromAddress(API_SERVER) }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { flavor: 'm1.large', healthCheck: {} },
});
// Add-ons and cluster DNS run on Linux.
cluster.addNodePool('linux', { flavor: 'm1.large', replicas: 2, healthCheck: {} });
cluster.addNodePool('win', {
  os: 'windows',
  flavor: 'w1.large',
  // Change: an image with containerd, kubeadm, the kubelet as a service, and cloudbase-init.
  image: MachineImage.fromName(`windows-2022-kube-v${KUBERNETES}`),
  autoscale: { minSize: 0, maxSize: 6 },
});

cluster.addAddon(
  Addon.helmChart('tigera-operator', {
    chart: 'tigera-operator',
    repository: 'https://docs.tigera.io/calico/charts',
    version: 'v3.30.2',
    values: {
      installation: {
        serviceCIDRs: [SERVICES],
        calicoNetwork: {
          bgp: 'Disabled',
          windowsDataplane: 'HNS',
          ipPools: [{ cidr: PODS, encapsulation: 'VXLAN' }],
        },
      },
      kubernetesServiceEndpoint: { host: API_SERVER, port: '6443' },
    },
  }),
);
cluster.addAddon(Addon.constructs('kube-proxy-windows', kubeProxyForWindows));
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(Addon.clusterAutoscaler());

fleet.run();

/** kube-proxy as a host process, which reads the ConfigMap that kubeadm writes for Linux. */
function kubeProxyForWindows(chart: Chart): void {
  const labels = { 'k8s-app': 'kube-proxy-windows' };
  const root = '$env:CONTAINER_SANDBOX_MOUNT_POINT/kube-proxy';
  new ApiObject(chart, 'kube-proxy', {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'kube-proxy-windows', namespace: 'kube-system', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'kube-proxy',
          hostNetwork: true,
          securityContext: {
            windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\system' },
          },
          nodeSelector: { 'kubernetes.io/os': 'windows' },
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: 'kube-proxy',
              image: `docker.io/sigwindowstools/kube-proxy:v${KUBERNETES}-calico-hostprocess`,
              args: [`${root}/start.ps1`],
              workingDir: `${root}/`,
              env: [{ name: 'NODENAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
              volumeMounts: [{ name: 'config', mountPath: '/var/lib/kube-proxy' }],
            },
          ],
          volumes: [{ name: 'config', configMap: { name: 'kube-proxy' } }],
        },
      },
    },
  });
}
