import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { mapAt, mapsAt } from '../../base/value-at';
import type { AddonModel } from '../model/addon';
import type { CloudAddonsByKind } from '../model/cloud-addons';
import type { EquippedCluster } from '../model/cluster';
import { objectFinder } from './addon-objects';
import { installs, offersDevices } from './installed-parts';
import { type WantedPart, wantedPart } from './wanted-part';
import { workloadsOf } from './workloads';

const WEBSITE = 'kubernetes/website@main:content/en/docs';
const CLUSTER_NETWORK = `${WEBSITE}/concepts/cluster-administration/networking.md`;
const OTHERS = 'Addon.helmChart() or Addon.manifest()';
const THEM = `them with ${OTHERS}`;
const NO_DRIVER = 'kubernetes.io/no-provisioner';
/** CSI drivers that replace the former in-tree provisioners of Kubernetes, by provisioner. */
const MIGRATED: Readonly<Record<string, string>> = {
  'kubernetes.io/aws-ebs': 'ebs.csi.aws.com',
  'kubernetes.io/azure-disk': 'disk.csi.azure.com',
  'kubernetes.io/cinder': 'cinder.csi.openstack.org',
  'kubernetes.io/vsphere-volume': 'csi.vsphere.vmware.com',
};

const storageClasses = objectFinder(['StorageClass']);
const drivers = objectFinder(['CSIDriver']);
const snapshots = objectFinder(['VolumeSnapshot', 'VolumeSnapshotClass', 'VolumeSnapshotContent']);

function wantedParts(known: CloudAddonsByKind): readonly WantedPart[] {
  const ofCloud = ({ cloud }: EquippedCluster) => known[cloud.kind] ?? {};
  return [
    {
      id: 'cni-missing',
      reason: 'Nodes need a network plugin to become ready.',
      source: CLUSTER_NETWORK,
      part: 'cni',
      what: 'a network plugin',
      addon: () => `a CalicoJob, or another plugin with ${OTHERS}`,
      isMissing: ({ addons }) => !addons.some((addon) => installs(addon, 'cni')),
    },
    {
      id: 'cloud-controller-missing',
      reason:
        'Kubelets with the cloud provider "external" keep pods off their node until a cloud controller manager initializes it.',
      source: `${WEBSITE}/tasks/administer-cluster/running-cloud-controller.md`,
      part: 'cloud-controller-manager',
      what: 'a cloud controller manager, which the kubelets wait for',
      addon: (cluster) => ofCloud(cluster)['cloud-controller-manager'] ?? THEM,
      isMissing: (cluster) =>
        ofCloud(cluster)['cloud-controller-manager'] !== undefined &&
        !cluster.addons.some((addon) => installs(addon, 'cloud-controller-manager')),
    },
    {
      id: 'csi-driver-missing',
      reason:
        'Claims of a storage class stay pending until the driver that it names has created their volume.',
      source: `${WEBSITE}/concepts/storage/storage-classes.md`,
      part: 'csi-driver',
      what: 'the driver that the storage classes name',
      addon: (cluster) =>
        [ofCloud(cluster)['csi-driver'], `the driver with ${OTHERS}`]
          .filter((text) => text !== undefined)
          .join(', or '),
      isMissing: ({ addons }) =>
        addons.every(({ helmChart }) => helmChart === undefined) &&
        provisionersOf(addons).some((name) => !addons.some((addon) => provisions(addon, name))),
    },
    {
      id: 'snapshot-controller-missing',
      reason:
        'CSI drivers take snapshots only when a controller requests them, and no driver includes that controller.',
      source: `${WEBSITE}/concepts/storage/volume-snapshots.md`,
      part: 'snapshot-controller',
      what: 'the snapshot CRDs and the snapshot controller',
      addon: () => THEM,
      isMissing: ({ addons }) =>
        addons.some(takesSnapshots) &&
        !addons.some((addon) => installs(addon, 'snapshot-controller')),
    },
    {
      id: 'autoscaler-missing',
      reason: 'Without an autoscaler, a pool with autoscaling bounds keeps its size.',
      source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md',
      part: 'cluster-autoscaler',
      what: 'a cluster autoscaler for the pools with autoscaling bounds',
      addon: () => 'Addon.clusterAutoscaler()',
      isMissing: ({ pools, addons }) =>
        pools.some(({ autoscale }) => autoscale !== undefined) &&
        !addons.some((addon) => installs(addon, 'cluster-autoscaler')),
    },
    {
      id: 'device-plugin-missing',
      reason: 'Pods get only GPUs that a device plugin offers.',
      source: `${WEBSITE}/concepts/extend-kubernetes/compute-storage-net/device-plugins.md`,
      part: 'device-plugin',
      what: 'a device plugin for the GPUs of pools',
      addon: () => `Addon.nvidiaDevicePlugin(), or the plugin of another vendor with ${OTHERS}`,
      isMissing: ({ pools, addons }) =>
        pools.some(
          ({ gpu }) => gpu !== undefined && !addons.some((addon) => offersDevices(addon, gpu.type)),
        ),
    },
  ];
}

/** Parts that a cluster can have only once. */
const SINGLE = ['cni', 'cloud-controller-manager', 'cluster-autoscaler'] as const;

/** Builds the rules on parts that nodes and pods of a cluster wait for, from the addons of each kind of cloud. */
export function clusterPartRules(known: CloudAddonsByKind): readonly Rule<EquippedCluster>[] {
  return [...wantedParts(known).map(wantedPart), ...INSTALLED_ONCE];
}

const INSTALLED_ONCE: readonly Rule<EquippedCluster>[] = [
  {
    id: 'installed-twice',
    reason: 'Two installations of the same part work against each other.',
    source: CLUSTER_NETWORK,
    check({ path, installedOtherwise = [], addons }, refuse) {
      for (const part of SINGLE.filter((one) => installedOtherwise.includes(one))) {
        const addon = addons.find((one) => installs(one, part));
        if (addon === undefined) continue;
        refuse(
          { path, prop: 'installedOtherwise' },
          {
            given: part,
            allowed: `parts that no addon installs; the addon ${JSON.stringify(addon.name)} installs this one`,
            fix: leaveOut({ or: `leave the addon ${JSON.stringify(addon.name)} out` }),
          },
        );
      }
    },
  },
];

function provisionersOf(addons: readonly AddonModel[]): readonly string[] {
  const names = addons.flatMap(storageClasses).map(({ provisioner }) => String(provisioner));
  return names.filter((name) => name !== NO_DRIVER).map((name) => MIGRATED[name] ?? name);
}

/** Tells whether an addon installs the driver of a provisioner: its CSIDriver, or pods that are configured with its name. */
function provisions(addon: AddonModel, provisioner: string): boolean {
  if (drivers(addon).some((driver) => mapAt(driver, 'metadata').name === provisioner)) return true;
  return workloadsOf(addon).some(({ pod }) => JSON.stringify(pod).includes(provisioner));
}

function takesSnapshots(addon: AddonModel): boolean {
  if (snapshots(addon).length > 0) return true;
  return workloadsOf(addon).some(({ pod }) =>
    mapsAt(pod, 'containers').some(([{ name }]) => name === 'csi-snapshotter'),
  );
}
