import type { Manifest } from '../../base/manifest';
import type { UnreadableFile } from '../../base/manifest-file';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import type { CarriedSecret, SecretFacts } from '../../secrets/model/cluster-secret';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { AddonFacts } from './addon-fact';
import type { CniModel } from './cni';
import type { SecurityRuleModel } from './firewall-rule';
import type { HelmChartModel } from './helm-chart';

/** When a delivered resource is applied again. */
export type DeliveryStrategy = 'ApplyOnce' | 'Reconcile';

/** One resource of a ClusterResourceSet. */
export type AddonPayload =
  | {
      /** Objects or texts that may stand in a repository, in a ConfigMap. */
      readonly kind: 'configMap';
      /** Suffix of the resource's name; `''` is the addon's own. */
      readonly suffix: string;
      readonly entries: readonly PayloadEntry[];
      /** Whether the name carries a hash of the contents, so that a change is a new resource. */
      readonly hashed?: boolean;
    }
  | {
      /** Objects that hold a credential in plain text, in a Secret. */
      readonly kind: 'secret';
      readonly suffix: string;
      readonly entries: readonly PayloadEntry[];
    }
  | {
      /** Secret of the type `addons.cluster.x-k8s.io/resource-set` that exists already. */
      readonly kind: 'existingSecret';
      readonly secretName: string;
      /** Option by which the addon is told of it; absent for `credentialsSecret`. */
      readonly prop?: string;
      /** Secret of the workload cluster that it carries. */
      readonly carries?: CarriedSecret;
      /** Where it comes from; absent where it exists already. */
      readonly source?: SecretSourceModel;
      /** What else is known of the Secret. */
      readonly facts?: SecretFacts;
    };

/** Documents that are applied together: objects, or a text of YAML documents. */
export interface PayloadEntry {
  /** Key in the resource, by which entries are ordered; without number and ending. */
  readonly key: string;
  /** Objects, or the YAML text that holds them. */
  readonly documents: readonly Manifest[] | string;
}

/** How an addon gets into the cluster. */
export type DeliveryModel = {
  readonly kind: 'clusterResourceSet';
  readonly strategy: DeliveryStrategy;
};

/** Clouds that an addon is for, and what it is there. */
export interface AddonCloud {
  /** Kind of the clouds. */
  readonly kind: string;
  /** Part of the cluster that the addon installs, which an addon of another cloud installs there. */
  readonly part: ClusterPart;
}

/** Releases of an addon that go with a cluster, where they follow those of Kubernetes. */
export interface AddonSkew {
  /** Minors by which it may be older than the API server. */
  readonly older: number;
  /** Minors by which it may be newer. */
  readonly newer: number;
  /** Prop with the image whose tag is the release. */
  readonly imageProp: string;
}

/** Storage class that an addon makes, as far as checks must know it. */
export interface StorageClassModel {
  /** Name of the class. */
  readonly name: string;
  /** Whether claims that name no class get this one. */
  readonly default: boolean;
  /** Zone of Cinder in which volumes are made; absent for that of the node. */
  readonly availabilityZone?: string;
}

/** Software installed into a workload cluster, as plain data. */
export interface AddonModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** Kind of addon for checks: `calico`, `openstack-cloud-controller-manager` … */
  readonly type: string;
  /** Clouds that it is for; absent for all. */
  readonly cloud?: AddonCloud;
  /** How far its release may be from that of Kubernetes; absent where they have nothing to do with each other. */
  readonly skew?: AddonSkew;
  /** How the payload is delivered. */
  readonly delivery: DeliveryModel;
  /** What is applied in the workload cluster, in order. */
  readonly payload: readonly AddonPayload[];
  /** Texts of YAML documents that objects of the payload carry, for something in the cluster to apply. */
  readonly carriedTexts?: readonly string[];
  /** File from which the payload should come. */
  readonly unreadable?: UnreadableFile;
  /** Storage classes that the addon makes. */
  readonly storageClasses?: readonly StorageClassModel[];
  /** Whether volumes are made in the zone of their node; absent where the program does not say. */
  readonly volumeTopology?: boolean;
  /** Objects that run in the management cluster, in the cluster's namespace. */
  readonly managementObjects: readonly Manifest[];
  /** Chart that is installed in place of a payload. */
  readonly helmChart?: HelmChartModel;
  /** Network plugin that the addon brings. */
  readonly cni?: CniModel;
  /** Images that the user gave, by their props. */
  readonly images?: Readonly<Record<string, string>>;
  /** Firewall rules that the addon needs. */
  readonly securityRules: readonly SecurityRuleModel[];
  /** Version of the software. */
  readonly version?: string;
  /** How an autoscaler chooses among pools that could grow, one among what the one before it leaves. */
  readonly expander?: readonly string[];
  /** Resource of nodes that the addon offers to pods. */
  readonly offers?: string;
  /** What only one subject knows of it; absent where nothing is stated. */
  readonly facts?: AddonFacts;
  /** Whether the addon sizes the pools that have bounds. */
  readonly autoscales: boolean;
  /** Whether the payload may hold credentials in plain text. */
  readonly plaintextCredentials: boolean;
}
