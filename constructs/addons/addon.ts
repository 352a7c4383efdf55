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

/** What an addon knows of the cluster that it is installed into. */
export type AddonContext = Context<AssembledCluster>;

/** Cluster that addons are added to. */
export interface IAddonHost extends Construct {
  /** Ids of the cluster's own constructs, which no addon may have. */
  readonly reservedIds: readonly string[];
  /** Adds software to install into the cluster. */
  addAddon(addon: Addon): void;
}

/** Software to install into a workload cluster. */
export class Addon {
  /**
   * OpenStack cloud controller manager, which initialises nodes and makes load balancers.
   *
   * Delivered with `Reconcile`, so that a new version or `cloud.conf` reaches clusters that run: no controller fills in
   * fields of its objects that the strategy would take away again.
   */
  static openStackCloudControllerManager(options: CloudControllerManagerOptions = {}): Addon {
    const source = describeCloudControllerManager(options);
    return new Addon(CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * Driver that gives pods Cinder volumes.
   *
   * Delivered with `Reconcile`, as a new version is to reach clusters that run. A storage class cannot be changed but
   * for its expansion and annotations: give a changed one another name.
   *
   * From release 1.32 on the credentials are in the controller's pod alone, not on every node.
   */
  static cinderCsi(options: CinderCsiOptions = {}): Addon {
    return new Addon(CINDER_CSI, describeCinderCsi(options), options.delivery);
  }

  /**
   * vSphere cloud controller manager, which initialises nodes and tells their zones.
   *
   * Delivered with `Reconcile`, so that a new version or vCenter reaches clusters that run. It makes no load balancers, which
   * vSphere does not have.
   */
  static vSphereCloudControllerManager(options: VSphereCloudControllerOptions = {}): Addon {
    const source = describeVSphereCloudController(options);
    return new Addon(VSPHERE_CLOUD_CONTROLLER, source, options.delivery);
  }

  /**
   * Driver that gives pods volumes of a vCenter's datastores.
   *
   * Delivered with `Reconcile`, as a new version is to reach clusters that run. A storage class cannot be changed but for its
   * expansion and annotations: give a changed one another name.
   */
  static vSphereCsi(options: VSphereCsiOptions = {}): Addon {
    return new Addon(VSPHERE_CSI, describeVSphereCsi(options), options.delivery);
  }

  /**
   * Cloud controller manager for AWS, which initialises nodes and makes load balancers.
   *
   * Its rights are those of the instance profile of the control plane. Delivered with `Reconcile`, so that a new version
   * reaches clusters that run.
   */
  static awsCloudControllerManager(options: AwsCloudControllerManagerOptions = {}): Addon {
    const source = describeAwsCloudControllerManager(options);
    return new Addon(AWS_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * Driver that gives pods EBS volumes.
   *
   * Its rights are those of the instance profile of the control plane, unless a Secret brings keys of a user. Delivered
   * with `Reconcile`, as a new version is to reach clusters that run. A storage class cannot be changed but for its
   * expansion and annotations: give a changed one another name.
   */
  static ebsCsi(options: EbsCsiOptions = {}): Addon {
    return new Addon(EBS_CSI, describeEbsCsi(options), options.delivery);
  }

  /**
   * Cloud controller manager of Hetzner Cloud, which initialises nodes and makes load balancers.
   *
   * Its token is the one that Cluster API copies into the cluster. Delivered with `Reconcile`, so that a new version reaches
   * clusters that run.
   */
  static hcloudCloudControllerManager(options: HCloudCloudControllerManagerOptions = {}): Addon {
    const source = describeHCloudCloudControllerManager(options);
    return new Addon(HCLOUD_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * Driver that gives pods volumes of Hetzner Cloud.
   *
   * Its token is the one that Cluster API copies into the cluster. Delivered with `Reconcile`, as a new version is to reach
   * clusters that run. A storage class cannot be changed but for its expansion and annotations: give a changed one another
   * name.
   */
  static hcloudCsi(options: HCloudCsiOptions = {}): Addon {
    return new Addon(HCLOUD_CSI, describeHCloudCsi(options), options.delivery);
  }

  /**
   * Cloud controller manager for Azure, which makes load balancers, with a manager on each node that initialises it.
   *
   * Its rights are those of the control plane's machines. Delivered with `Reconcile`, so that a new version reaches clusters
   * that run.
   */
  static azureCloudControllerManager(options: AzureCloudControllerManagerOptions = {}): Addon {
    const source = describeAzureCloudControllerManager(options);
    return new Addon(AZURE_CLOUD_CONTROLLER_MANAGER, source, options.delivery);
  }

  /**
   * Driver that gives pods managed disks of Azure.
   *
   * Its rights are those of the control plane's machines. Delivered with `Reconcile`, as a new version is to reach clusters
   * that run. A storage class cannot be changed but for its expansion and annotations: give a changed one another name.
   */
  static azureDiskCsi(options: AzureDiskCsiOptions = {}): Addon {
    return new Addon(AZURE_DISK_CSI, describeAzureDiskCsi(options), options.delivery);
  }

  /**
   * Cluster autoscaler, which sizes the pools that have bounds.
   *
   * In the management cluster it is a part of the cluster's folder and needs no delivery. In the workload cluster it is
   * delivered with `Reconcile`, so that a new version reaches clusters that run.
   */
  static clusterAutoscaler(options: ClusterAutoscalerOptions = {}): Addon {
    return new Addon(CLUSTER_AUTOSCALER, describeClusterAutoscaler(options), options.delivery);
  }

  /**
   * Device plugin of NVIDIA, which offers the GPUs of pools with `gpu: Gpu.nvidia()` to pods.
   *
   * The image of these pools brings driver and container toolkit, which {@link Addon.nvidiaGpuOperator} installs as well.
   * The plugin of another maker comes by {@link Addon.manifest} or {@link Addon.helmChart} and finds nodes by their labels.
   */
  static nvidiaDevicePlugin(options: NvidiaDevicePluginOptions = {}): Addon {
    return new Addon(NVIDIA_DEVICE_PLUGIN, describeNvidiaDevicePlugin(options), options.delivery);
  }

  /**
   * Operator of NVIDIA, which brings driver, container toolkit, device plugin and metrics to pools with
   * `gpu: Gpu.nvidia()`.
   *
   * The management cluster installs its chart: see {@link Addon.helmChart}.
   */
  static nvidiaGpuOperator(options: NvidiaGpuOperatorOptions = {}): Addon {
    return new Addon(NVIDIA_GPU_OPERATOR, describeNvidiaGpuOperator(options));
  }

  /**
   * Chart that Cluster API's add-on provider for Helm installs from the management cluster, and upgrades when version or
   * values change.
   *
   * The provider must be there, which `helmAddonProvider` of the providers says.
   */
  static helmChart(name: string, options: HelmChartOptions): Addon {
    return new Addon(name, describeHelmChart(options));
  }

  /**
   * Job that gives the free space of the cluster's own etcd back to the disk, one member after the other.
   *
   * Delivered with `Reconcile`, as no controller changes it.
   */
  static etcdDefragmentation(options: EtcdDefragmentationOptions = {}): Addon {
    const source = describeEtcdDefragmentation(options);
    return new Addon(ETCD_DEFRAGMENTATION, source, options.delivery);
  }

  /**
   * Job that brings snapshots of the cluster's own etcd to an object store, and deletes old ones there.
   *
   * A snapshot holds every Secret of the cluster, in plain text unless the control plane has `encryption`. Delivered with
   * `Reconcile`, as no controller changes it.
   */
  static etcdBackup(options: EtcdBackupOptions): Addon {
    return new Addon(ETCD_BACKUP, describeEtcdBackup(options), options.delivery);
  }

  /**
   * Objects of a YAML file or text.
   *
   * Delivered with `ApplyOnce`: `Reconcile` would take away what controllers fill in, such as the certificates of
   * webhooks, and fails on what cannot be changed, such as Jobs. Choose it where the objects have neither.
   */
  static manifest(name: string, source: ManifestSource, options: ManifestOptions = {}): Addon {
    return new Addon(name, manifestAddon(source, options), options.delivery);
  }

  /**
   * Objects that a function adds to a chart of its own, which has the addon's name as its id.
   *
   * Delivered with `ApplyOnce`, as those of {@link Addon.manifest}.
   */
  static constructs(
    name: string,
    build: (scope: Chart) => void,
    options: ConstructsOptions = {},
  ): Addon {
    return new Addon(name, constructsAddon(build, options), options.delivery);
  }

  constructor(
    /** Name that tells the addon from others of its cluster. */
    readonly name: string,
    private readonly source: DescribeAddon,
    private readonly delivery: Delivery = Delivery.clusterResourceSet(),
  ) {
    const { mistakes } = GUARD.constructed('Addon', [name, source, delivery]);
    if (mistakes.length > 0) refuse(this, { maker: 'Addon', mistakes });
  }

  /** Addon as plain data, for one cluster. */
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
