import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type {
  AddonContext as Context,
  DescribeAddon,
} from '../../lib/addons/catalogue/addon-parts';
import {
  CLUSTER_AUTOSCALER,
  type ClusterAutoscalerOptions,
  describeClusterAutoscaler,
} from '../../lib/addons/catalogue/cluster-autoscaler';
import { Delivery } from '../../lib/addons/catalogue/delivery';
import { describeHelmChart, type HelmChartOptions } from '../../lib/addons/catalogue/helm-chart';
import type { ManifestSource } from '../../lib/addons/catalogue/manifest-source';
import {
  describeNvidiaDevicePlugin,
  NVIDIA_DEVICE_PLUGIN,
  type NvidiaDevicePluginOptions,
} from '../../lib/addons/catalogue/nvidia-device-plugin';
import {
  describeNvidiaGpuOperator,
  NVIDIA_GPU_OPERATOR,
  type NvidiaGpuOperatorOptions,
} from '../../lib/addons/catalogue/nvidia-gpu-operator';
import {
  type ConstructsOptions,
  constructsAddon,
  type ManifestOptions,
  manifestAddon,
} from '../../lib/addons/catalogue/own-objects';
import type { AddonModel } from '../../lib/addons/model/addon';
import type { AssembledCluster } from '../../lib/assembly/model';
import {
  AWS_CLOUD_CONTROLLER_MANAGER,
  type AwsCloudControllerManagerOptions,
  describeAwsCloudControllerManager,
} from '../../lib/aws/addons/cloud-controller-manager';
import { describeEbsCsi, EBS_CSI, type EbsCsiOptions } from '../../lib/aws/addons/ebs-csi';
import {
  AZURE_CLOUD_CONTROLLER_MANAGER,
  type AzureCloudControllerManagerOptions,
  describeAzureCloudControllerManager,
} from '../../lib/azure/addons/cloud-controller-manager';
import {
  AZURE_DISK_CSI,
  type AzureDiskCsiOptions,
  describeAzureDiskCsi,
} from '../../lib/azure/addons/disk-csi';
import {
  describeHCloudCloudControllerManager,
  HCLOUD_CLOUD_CONTROLLER_MANAGER,
  type HCloudCloudControllerManagerOptions,
} from '../../lib/hetzner/addons/cloud-controller-manager';
import {
  describeHCloudCsi,
  HCLOUD_CSI,
  type HCloudCsiOptions,
} from '../../lib/hetzner/addons/hcloud-csi';
import { GUARD } from '../../lib/input/input-guard';
import { refuse } from '../../lib/input/refusals';
import {
  describeEtcdBackup,
  ETCD_BACKUP,
  type EtcdBackupOptions,
} from '../../lib/kubeadm/addons/etcd-backup';
import {
  describeEtcdDefragmentation,
  ETCD_DEFRAGMENTATION,
  type EtcdDefragmentationOptions,
} from '../../lib/kubeadm/addons/etcd-defragmentation';
import {
  CINDER_CSI,
  type CinderCsiOptions,
  describeCinderCsi,
} from '../../lib/openstack/addons/cinder-csi';
import {
  CLOUD_CONTROLLER_MANAGER,
  type CloudControllerManagerOptions,
  describeCloudControllerManager,
} from '../../lib/openstack/addons/cloud-controller-manager';
import {
  describeVSphereCloudController,
  VSPHERE_CLOUD_CONTROLLER,
  type VSphereCloudControllerOptions,
} from '../../lib/vsphere/addons/cloud-controller-manager';
import {
  describeVSphereCsi,
  VSPHERE_CSI,
  type VSphereCsiOptions,
} from '../../lib/vsphere/addons/vsphere-csi';

/** Model of the cluster that an addon is installed into, as far as the addon can use it. */
export type AddonContext = Context<AssembledCluster>;

/** Cluster that addons are added to. */
export interface IAddonHost extends Construct {
  /** IDs of the cluster's own constructs, which addons cannot use. */
  readonly reservedIds: readonly string[];
  /** Adds software to install into the cluster. */
  addAddon(addon: Addon): void;
}

/** Software to install into a workload cluster. */
export class Addon {
  /**
   * OpenStack cloud controller manager, which initializes nodes and creates load balancers.
   *
   * Delivered with `Reconcile`, so that a new version or `cloud.conf` reaches running clusters: no controller fills in
   * fields of its objects that the strategy would remove again.
   */
  static openStackCloudControllerManager(options: CloudControllerManagerOptions = {}): Addon {
    const source = describeCloudControllerManager(options);
    return new Addon(CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * CSI driver for Cinder volumes.
   *
   * Delivered with `Reconcile`, so that a new version reaches running clusters. Only the expansion and annotations of a
   * storage class can be changed: give a changed one another name.
   *
   * Since release 1.32 only the controller's pod has the credentials, not every node.
   */
  static cinderCsi(options: CinderCsiOptions = {}): Addon {
    return new Addon(CINDER_CSI, describeCinderCsi(options), options.delivery);
  }

  /**
   * vSphere cloud controller manager, which initializes nodes and sets their zones.
   *
   * Delivered with `Reconcile`, so that a new version or vCenter reaches running clusters. It creates no load balancers,
   * which vSphere does not have.
   */
  static vSphereCloudControllerManager(options: VSphereCloudControllerOptions = {}): Addon {
    const source = describeVSphereCloudController(options);
    return new Addon(VSPHERE_CLOUD_CONTROLLER, source, options.delivery);
  }

  /**
   * CSI driver for volumes on a vCenter's datastores.
   *
   * Delivered with `Reconcile`, so that a new version reaches running clusters. Only the expansion and annotations of a
   * storage class can be changed: give a changed one another name.
   */
  static vSphereCsi(options: VSphereCsiOptions = {}): Addon {
    return new Addon(VSPHERE_CSI, describeVSphereCsi(options), options.delivery);
  }

  /**
   * AWS cloud controller manager, which initializes nodes and creates load balancers.
   *
   * It uses the permissions of the control plane's instance profile. Delivered with `Reconcile`, so that a new version
   * reaches running clusters.
   */
  static awsCloudControllerManager(options: AwsCloudControllerManagerOptions = {}): Addon {
    const source = describeAwsCloudControllerManager(options);
    return new Addon(AWS_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * CSI driver for EBS volumes.
   *
   * It uses the permissions of the control plane's instance profile, unless a Secret provides keys of a user. Delivered
   * with `Reconcile`, so that a new version reaches running clusters. Only the expansion and annotations of a storage class
   * can be changed: give a changed one another name.
   */
  static ebsCsi(options: EbsCsiOptions = {}): Addon {
    return new Addon(EBS_CSI, describeEbsCsi(options), options.delivery);
  }

  /**
   * Hetzner Cloud controller manager, which initializes nodes and creates load balancers.
   *
   * It uses the token that Cluster API copies into the cluster. Delivered with `Reconcile`, so that a new version reaches
   * running clusters.
   */
  static hcloudCloudControllerManager(options: HCloudCloudControllerManagerOptions = {}): Addon {
    const source = describeHCloudCloudControllerManager(options);
    return new Addon(HCLOUD_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * CSI driver for Hetzner Cloud volumes.
   *
   * It uses the token that Cluster API copies into the cluster. Delivered with `Reconcile`, so that a new version reaches
   * running clusters. Only the expansion and annotations of a storage class can be changed: give a changed one another name.
   */
  static hcloudCsi(options: HCloudCsiOptions = {}): Addon {
    return new Addon(HCLOUD_CSI, describeHCloudCsi(options), options.delivery);
  }

  /**
   * Azure cloud controller manager, which creates load balancers, with a node manager that initializes each node.
   *
   * It uses the permissions of the control plane's machines. Delivered with `Reconcile`, so that a new version reaches
   * running clusters.
   */
  static azureCloudControllerManager(options: AzureCloudControllerManagerOptions = {}): Addon {
    const source = describeAzureCloudControllerManager(options);
    return new Addon(AZURE_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * CSI driver for Azure managed disks.
   *
   * It uses the permissions of the control plane's machines. Delivered with `Reconcile`, so that a new version reaches
   * running clusters. Only the expansion and annotations of a storage class can be changed: give a changed one another name.
   */
  static azureDiskCsi(options: AzureDiskCsiOptions = {}): Addon {
    return new Addon(AZURE_DISK_CSI, describeAzureDiskCsi(options), options.delivery);
  }

  /**
   * Cluster autoscaler, which scales the pools with autoscaling bounds.
   *
   * In the management cluster it is part of the cluster's folder and needs no delivery. In the workload cluster it is
   * delivered with `Reconcile`, so that a new version reaches running clusters.
   */
  static clusterAutoscaler(options: ClusterAutoscalerOptions = {}): Addon {
    return new Addon(CLUSTER_AUTOSCALER, describeClusterAutoscaler(options), options.delivery);
  }

  /**
   * NVIDIA device plugin, which offers the GPUs of node pools with `gpu: Gpu.nvidia()` to pods.
   *
   * The machine image of these node pools must contain the driver and the container toolkit, which
   * {@link Addon.nvidiaGpuOperator} installs as well. Install the plugin of another vendor with {@link Addon.manifest} or
   * {@link Addon.helmChart}; it finds nodes by their labels.
   */
  static nvidiaDevicePlugin(options: NvidiaDevicePluginOptions = {}): Addon {
    return new Addon(NVIDIA_DEVICE_PLUGIN, describeNvidiaDevicePlugin(options), options.delivery);
  }

  /**
   * NVIDIA GPU operator, which installs driver, container toolkit, device plugin and metrics on pools with
   * `gpu: Gpu.nvidia()`.
   *
   * The management cluster installs its chart: see {@link Addon.helmChart}.
   */
  static nvidiaGpuOperator(options: NvidiaGpuOperatorOptions = {}): Addon {
    return new Addon(NVIDIA_GPU_OPERATOR, describeNvidiaGpuOperator(options));
  }

  /**
   * Helm chart that Cluster API's add-on provider for Helm installs from the management cluster, and upgrades when the
   * version or values change.
   *
   * The provider must be installed and declared with `helmAddonProvider` of `Providers`.
   */
  static helmChart(name: string, options: HelmChartOptions): Addon {
    return new Addon(name, describeHelmChart(options));
  }

  /**
   * CronJob that defragments the cluster's own etcd, one member after the other, to return free space to the disk.
   *
   * Delivered with `Reconcile`, because no controller changes it.
   */
  static etcdDefragmentation(options: EtcdDefragmentationOptions = {}): Addon {
    const source = describeEtcdDefragmentation(options);
    return new Addon(ETCD_DEFRAGMENTATION, source, options.delivery);
  }

  /**
   * CronJob that uploads snapshots of the cluster's own etcd to an object store, and deletes old ones there.
   *
   * A snapshot contains every Secret of the cluster, in plain text unless the control plane has `encryption`. Delivered
   * with `Reconcile`, because no controller changes it.
   */
  static etcdBackup(options: EtcdBackupOptions): Addon {
    return new Addon(ETCD_BACKUP, describeEtcdBackup(options), options.delivery);
  }

  /**
   * Objects from a YAML file or text.
   *
   * Delivered with `ApplyOnce`: `Reconcile` would remove fields that controllers fill in, such as the certificates of
   * webhooks, and fails on immutable objects, such as Jobs. Choose it if the objects include neither.
   */
  static manifest(name: string, source: ManifestSource, options: ManifestOptions = {}): Addon {
    return new Addon(name, manifestAddon(source, options), options.delivery);
  }

  /**
   * Objects that a function adds to its own chart, whose ID is the addon's name.
   *
   * Delivered with `ApplyOnce`, like those of {@link Addon.manifest}.
   */
  static constructs(
    name: string,
    build: (scope: Chart) => void,
    options: ConstructsOptions = {},
  ): Addon {
    return new Addon(name, constructsAddon(build, options), options.delivery);
  }

  constructor(
    /** Name of the addon, unique in its cluster. */
    readonly name: string,
    private readonly source: DescribeAddon,
    private readonly delivery: Delivery = Delivery.clusterResourceSet(),
  ) {
    const { mistakes } = GUARD.constructed('Addon', [name, source, delivery]);
    if (mistakes.length > 0) refuse(this, { maker: 'Addon', mistakes });
  }

  /** Returns the addon as plain data, for one cluster. */
  describe(context: AddonContext, path: string): AddonModel {
    const { strategy, ...parts } = this.source(context, { name: this.name, path });
    return {
      managementObjects: [],
      securityRules: [],
      autoscales: false,
      plaintextCredentials: false,
      ...parts,
      path,
      name: this.name,
      delivery: this.delivery.model(strategy),
    };
  }
}
