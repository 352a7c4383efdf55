import type { Manifest } from '../../base/manifest';
import type { UnreadableFile } from '../../base/manifest-file';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { CarriedSecret, SecretFacts } from '../../secrets/model/cluster-secret';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { AddonFacts } from './addon-fact';
import type { CniModel } from './cni';
import type { SecurityRuleModel } from './firewall-rule';
import type { HelmChartModel } from './helm-chart';

/** Strategy for applying a delivered resource again. */
export type DeliveryStrategy = 'ApplyOnce' | 'Reconcile';

/** One resource of a ClusterResourceSet. */
export type AddonPayload =
  | {
      /** Objects or texts in a ConfigMap, which can be stored in a repository. */
      readonly kind: 'configMap';
      /** Suffix of the resource's name; `''` for the name of the addon itself. */
      readonly suffix: string;
      readonly entries: readonly PayloadEntry[];
      /** Whether the name ends in a hash of the contents, so that a change creates a new resource. */
      readonly hashed?: boolean;
    }
  | {
      /** Objects with a credential in plain text, in a Secret. */
      readonly kind: 'secret';
      readonly suffix: string;
      readonly entries: readonly PayloadEntry[];
    }
  | {
      /** Existing Secret of the type `addons.cluster.x-k8s.io/resource-set`. */
      readonly kind: 'existingSecret';
      readonly secretName: string;
      /** Option that names the Secret; absent for `credentialsSecret`. */
      readonly prop?: string;
      /** Secret of the workload cluster whose manifest it contains. */
      readonly carries?: CarriedSecret;
      /** Source of the Secret; absent if it exists already. */
      readonly source?: SecretSourceModel;
      /** Other known facts about the Secret. */
      readonly facts?: SecretFacts;
    };

/** Documents that are applied together: objects, or a text of YAML documents. */
export interface PayloadEntry {
  /** Key in the resource, without the number that orders entries and without the file extension. */
  readonly key: string;
  /** Objects, or the YAML text that contains them. */
  readonly documents: readonly Manifest[] | string;
}

/** Delivery of an addon to its cluster. */
export type DeliveryModel = {
  readonly kind: 'clusterResourceSet';
  readonly strategy: DeliveryStrategy;
};

/** Kind of cloud that an addon supports, and the part that it installs there. */
export interface AddonCloud {
  /** Kind of cloud. */
  readonly kind: string;
  /** Part of the cluster that the addon installs; on other clouds, another addon installs it. */
  readonly part: ClusterPart;
}

/** Supported version skew of an addon whose releases follow those of Kubernetes. */
export interface AddonSkew {
  /** Number of minor versions that it can be older than the API server. */
  readonly older: number;
  /** Number of minor versions that it can be newer. */
  readonly newer: number;
  /** Prop with the image whose tag is the release. */
  readonly imageProp: string;
}

/** Storage class that an addon creates, with the fields that checks need. */
export interface StorageClassModel {
  /** Name of the class. */
  readonly name: string;
  /** Whether claims without a class get this one. */
  readonly default: boolean;
  /** Cinder availability zone in which volumes are created; absent for the zone of the node. */
  readonly availabilityZone?: string;
}

/** Software installed into a workload cluster, as plain data. */
export interface AddonModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name given by the user. */
  readonly name: string;
  /** Kind of addon for checks: `calico`, `openstack-cloud-controller-manager` … */
  readonly type: string;
  /** Kind of cloud that it supports; absent for all. */
  readonly cloud?: AddonCloud;
  /** Supported version skew to Kubernetes; absent if its releases are independent of Kubernetes. */
  readonly skew?: AddonSkew;
  /** Delivery of the payload. */
  readonly delivery: DeliveryModel;
  /** Resources that are applied in the workload cluster, in order. */
  readonly payload: readonly AddonPayload[];
  /** YAML texts embedded in objects of the payload, which something in the cluster applies. */
  readonly carriedTexts?: readonly string[];
  /** File of the payload that could not be read. */
  readonly unreadable?: UnreadableFile;
  /** Storage classes that the addon creates. */
  readonly storageClasses?: readonly StorageClassModel[];
  /** Whether volumes are created in the zone of their node; absent if the program does not set it. */
  readonly volumeTopology?: boolean;
  /** Objects that run in the management cluster, in the cluster's namespace. */
  readonly managementObjects: readonly Manifest[];
  /** Helm chart that the addon installs. */
  readonly helmChart?: HelmChartModel;
  /** Network plugin that the addon installs. */
  readonly cni?: CniModel;
  /** Images given by the user, by prop. */
  readonly images?: Readonly<Record<string, string>>;
  /** Firewall rules that the addon needs. */
  readonly securityRules: readonly SecurityRuleModel[];
  /** Version of the software. */
  readonly version?: string;
  /** Expanders of an autoscaler, in order; each chooses among the pools that the previous one leaves. */
  readonly expander?: readonly string[];
  /** Extended resource of nodes that the addon offers to pods. */
  readonly offers?: string;
  /** Facts that only one subject knows; absent if none are stated. */
  readonly facts?: AddonFacts;
  /** Whether the addon scales the pools with autoscaling bounds. */
  readonly autoscales: boolean;
  /** Whether the payload can contain credentials in plain text. */
  readonly plaintextCredentials: boolean;
}
