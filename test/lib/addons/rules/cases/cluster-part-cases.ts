import type { AddonModel } from '../../../../../lib/addons/model/addon';
import type { HelmValues } from '../../../../../lib/addons/model/helm-chart';
import type { Manifest } from '../../../../../lib/base/manifest';
import { KubeProxy } from '../../../../../lib/kubeadm/model/kube-proxy';
import { CLOUD_CONTROLLER_NAME } from '../../../../../lib/openstack/model/addon-facts';
import { addonModel, controlPlaneModel, poolModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { patchedObjects, VERSIONS } from '../../../../support/patched-objects';
import { cluster, FinishedSet, type RuleCase } from '../../../assembly/rule-case';

const CNI = { kind: 'cilium', routing: 'vxlan', hubble: true, wireguard: false } as const;
const GPU = { type: 'nvidia.com/gpu', accelerator: 'nvidia.com', tainted: true } as const;
const WITHOUT_PROXY = {
  controlPlane: controlPlaneModel({ kubeProxy: KubeProxy.none().model }),
};
const SERVING = {
  target: 'kubeletconfiguration',
  type: 'merge',
  patch: { serverTLSBootstrap: true },
} as const;
const SERVING_STEP = {
  target: 'kubeletconfiguration',
  type: 'json',
  patch: [{ op: 'add', path: '/serverTLSBootstrap', value: true }],
} as const;
const CINDER = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'fast' },
  provisioner: 'cinder.csi.openstack.org',
} as const;
const SNAPSHOTS = {
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshotClass',
  metadata: { name: 'daily' },
} as const;
const CERTIFICATES = `mothership/demo: installedOtherwise is []
  allowed: "kubelet-csr-approver" in it, or an addon with a controller that approves the serving certificates that kubelets request
  fix: add one with Addon.helmChart() or Addon.manifest(), or add "kubelet-csr-approver" to installedOtherwise`;
const DRIVER = `mothership/demo: installedOtherwise is []
  allowed: "csi-driver" in it, or an addon with the driver that the storage classes name
  fix: add Addon.cinderCsi(), or the driver with Addon.helmChart() or Addon.manifest(), or add "csi-driver" to installedOtherwise`;

/** Examples of rules on what nodes and pods of a cluster wait for. */
export const CLUSTER_PART_CASES: readonly RuleCase[] = [
  {
    rule: 'cni-missing',
    broken: cluster({ installedOtherwise: ['cloud-controller-manager'], cni: CNI }),
    sound: cluster({ installedOtherwise: ['cni', 'cloud-controller-manager'] }),
    says: `mothership/demo: installedOtherwise is ["cloud-controller-manager"]
  allowed: "cni" in it, or an addon with a network plugin
  fix: add a CalicoJob, or another plugin with Addon.helmChart() or Addon.manifest(), or add "cni" to installedOtherwise`,
  },
  {
    rule: 'cloud-controller-missing',
    broken: cluster({ installedOtherwise: ['cni'] }),
    sound: cluster({
      installedOtherwise: ['cni'],
      addons: [running('Deployment', 'ccm', 'r.example/openstack-cloud-controller-manager:v1.32')],
    }),
    says: `mothership/demo: installedOtherwise is ["cni"]
  allowed: "cloud-controller-manager" in it, or an addon with a cloud controller manager, which the kubelets wait for
  fix: add Addon.openStackCloudControllerManager(), or add "cloud-controller-manager" to installedOtherwise`,
  },
  {
    rule: 'csi-driver-missing',
    broken: bare({ addons: [carrying(CINDER)] }),
    sound: bare({ addons: [carrying(CINDER, driver('cinder.csi.openstack.org'))] }),
    says: DRIVER,
  },
  {
    rule: 'csi-driver-missing',
    broken: bare({
      addons: [
        carrying({ ...CINDER, provisioner: 'kubernetes.io/cinder' }, driver('x.csi.example')),
      ],
    }),
    sound: bare({ addons: [carrying({ ...CINDER, provisioner: 'kubernetes.io/no-provisioner' })] }),
    says: DRIVER,
  },
  {
    rule: 'csi-driver-missing',
    broken: bare({
      addons: [
        addonModel({
          payload: [
            {
              kind: 'configMap',
              suffix: '',
              entries: [{ key: 'x', documents: `${JSON.stringify(CINDER)}\n` }],
            },
          ],
        }),
      ],
    }),
    sound: bare({
      addons: [
        carrying({ ...CINDER, provisioner: 'disks.example/local' }),
        running('Deployment', 'disks', 'disks:1', ['--provisioner=disks.example/local']),
      ],
    }),
    says: DRIVER,
  },
  {
    rule: 'snapshot-controller-missing',
    broken: bare({ addons: [carrying(SNAPSHOTS)] }),
    sound: bare({
      addons: [carrying(SNAPSHOTS), running('Deployment', 'snapshot-controller', 'x:1')],
    }),
    says: `mothership/demo: installedOtherwise is []
  allowed: "snapshot-controller" in it, or an addon with the snapshot CRDs and the snapshot controller
  fix: add them with Addon.helmChart() or Addon.manifest(), or add "snapshot-controller" to installedOtherwise`,
  },
  {
    rule: 'csr-approver-missing',
    broken: bare({ controlPlane: controlPlaneModel({ patches: [SERVING] }) }),
    sound: bare({
      controlPlane: controlPlaneModel({ patches: [SERVING] }),
      addons: [running('Deployment', 'approver', 'r.example/kubelet-csr-approver:v1')],
    }),
    says: CERTIFICATES,
  },
  {
    rule: 'csr-approver-missing',
    broken: bare({ pools: [poolModel({ patches: [SERVING_STEP] })] }),
    sound: bare({
      pools: [poolModel({ patches: [{ ...SERVING, patch: { serverTLSBootstrap: false } }] })],
    }),
    says: CERTIFICATES,
  },
  {
    rule: 'csr-approver-missing',
    broken: bare({
      pools: [poolModel({ kubeletExtraArgs: { 'rotate-server-certificates': 'true' } })],
    }),
    sound: bare({
      pools: [poolModel({ kubeletExtraArgs: { 'rotate-server-certificates': 'false' } })],
    }),
    says: CERTIFICATES,
  },
  {
    rule: 'autoscaler-missing',
    broken: bare({ pools: [poolModel({ autoscale: { minSize: 1, maxSize: 3 } })] }),
    sound: bare({
      pools: [poolModel({ autoscale: { minSize: 1, maxSize: 3 } })],
      addons: [addonModel({ autoscales: true })],
    }),
    says: `mothership/demo: installedOtherwise is []
  allowed: "cluster-autoscaler" in it, or an addon with a cluster autoscaler for the pools with autoscaling bounds
  fix: add Addon.clusterAutoscaler(), or add "cluster-autoscaler" to installedOtherwise`,
  },
  {
    rule: 'device-plugin-missing',
    broken: bare({ pools: [poolModel({ size: 'g1.gpu', gpu: GPU })] }),
    sound: bare({
      pools: [poolModel({ size: 'g1.gpu', gpu: GPU })],
      addons: [running('DaemonSet', 'nvidia-device-plugin-daemonset', 'x:1')],
    }),
    says: `mothership/demo: installedOtherwise is []
  allowed: "device-plugin" in it, or an addon with a device plugin for the GPUs of pools
  fix: add Addon.nvidiaDevicePlugin(), or the plugin of another vendor with Addon.helmChart() or Addon.manifest(), or add "device-plugin" to installedOtherwise`,
  },
  {
    rule: 'installed-twice',
    broken: cluster({
      installedOtherwise: ['cni', 'cloud-controller-manager'],
      addons: [addonModel({ name: 'cilium', cni: CNI })],
    }),
    sound: cluster({
      installedOtherwise: ['cloud-controller-manager'],
      addons: [addonModel({ name: 'cilium', cni: CNI })],
    }),
    says: `mothership/demo: installedOtherwise is "cni"
  allowed: parts that no addon installs; the addon "cilium" installs this one
  fix: leave it out, or leave the addon "cilium" out`,
  },
  {
    rule: 'object-phase-skipped',
    broken: skipping(['addon/kube-proxy', 'preflight'], {}),
    sound: skipping(['addon/kube-proxy', 'preflight'], { installedOtherwise: ['kube-proxy'] }),
    says: `mothership/demo: spec.kubeadmConfigSpec.initConfiguration.skipPhases of KubeadmControlPlane demo-control-plane is "addon/kube-proxy"
  allowed: phases other than that of kube-proxy, without which no Service is reachable
  fix: add a replacement for kube-proxy with Addon.helmChart() or Addon.manifest(), or write installedOtherwise: ["kube-proxy"] in the cluster`,
  },
  {
    rule: 'object-phase-skipped',
    broken: skipping(['addon/kube-proxy'], WITHOUT_PROXY),
    sound: skipping(['addon/kube-proxy'], { ...WITHOUT_PROXY, installedOtherwise: ['kube-proxy'] }),
    says: `mothership/demo/control-plane: kubeProxy is "none"
  allowed: kube-proxy or a replacement, without which no Service is reachable
  fix: add a replacement for kube-proxy with Addon.helmChart() or Addon.manifest(), or write installedOtherwise: ["kube-proxy"] in the cluster`,
  },
  {
    rule: 'object-phase-skipped',
    broken: skipping(['addon/kube-proxy'], { ...WITHOUT_PROXY, addons: [cilium({})] }),
    sound: skipping(['addon/kube-proxy'], {
      ...WITHOUT_PROXY,
      addons: [cilium({ kubeProxyReplacement: true })],
    }),
    says: `mothership/demo/control-plane: kubeProxy is "none"
  allowed: kube-proxy or a replacement, without which no Service is reachable
  fix: write values: { kubeProxyReplacement: true } in mothership/demo/cilium, or write installedOtherwise: ["kube-proxy"] in the cluster`,
  },
  {
    rule: 'object-phase-skipped',
    broken: skipping(['addon'], { addons: [running('DaemonSet', 'kube-proxy', 'x:1')] }),
    sound: skipping(['addon'], {
      addons: [
        running('DaemonSet', 'kube-proxy', 'x:1'),
        running('Deployment', 'dns', 'r.example/coredns/coredns:v1.12'),
      ],
    }),
    says: `mothership/demo: spec.kubeadmConfigSpec.initConfiguration.skipPhases of KubeadmControlPlane demo-control-plane is "addon"
  allowed: phases other than that of coredns, without which no pod can resolve the name of a Service
  fix: add a replacement for coredns with Addon.helmChart() or Addon.manifest(), or write installedOtherwise: ["coredns"] in the cluster`,
  },
];

/** Cluster with network plugin and cloud controller, and nothing else that it could wait for. */
function bare(overrides: Partial<AssembledCluster>): AssembledCluster {
  const core = addonModel({
    name: 'core',
    type: 'openstack-cloud-controller-manager',
    cni: CNI,
    facts: CLOUD_CONTROLLER_NAME.is('demo'),
    version: '1.32.0',
  });
  const addons = [core, ...(overrides.addons ?? [])];
  return cluster({ ...overrides, addons, cni: CNI, installedOtherwise: [] });
}

function skipping(phases: readonly string[], overrides: Partial<AssembledCluster>): FinishedSet {
  const profile = VERSIONS.usual();
  const way = 'spec kubeadmConfigSpec initConfiguration skipPhases';
  const objects = patchedObjects({ controlPlane: [[way, phases]] }, { profile });
  return new FinishedSet(objects, [], profile, cluster(overrides));
}

function cilium(values: HelmValues): AddonModel {
  const release = { version: '1.17.4', releaseName: 'cilium', namespace: 'kube-system' };
  const repository = 'https://charts.example';
  return addonModel({
    name: 'cilium',
    payload: [],
    helmChart: { chart: 'cilium', repository, ...release, values },
  });
}

function carrying(...documents: readonly Manifest[]): AddonModel {
  return addonModel({
    payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'x', documents }] }],
  });
}

function driver(name: string): Manifest {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name } };
}

function running(
  kind: string,
  name: string,
  image: string,
  args: readonly string[] = [],
): AddonModel {
  const pod = { containers: [{ name: 'main', image, args }] };
  const documents: Manifest[] = [
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name, namespace: 'kube-system' },
      spec: { template: { spec: pod } },
    },
  ];
  return addonModel({
    name,
    payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'x', documents }] }],
  });
}
