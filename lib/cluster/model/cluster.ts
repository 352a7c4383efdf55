import type { CloudModel } from './cloud';
import type { ConditionGate } from './condition-gate';
import type { ControlPlaneModel } from './control-plane';
import type { DrainRuleModel } from './drain-rule';
import type { EndpointModel } from './endpoint';
import type { ImageDigests } from './images';
import type { ManagementModel } from './management';
import type { NetworkModel } from './network';
import type { PoolModel } from './node-pool';
import type { PodSecurityLevel } from './pod-security';
import type { VersionProfile } from './profile';

/** How templates are named: with a hash of their contents, with the hash of version 0.1, or without one. */
export type TemplateNames = 'hashed' | 'hashed-0.1' | 'plain';

/** Workload cluster, with the fields that every provider, bootstrap and control plane has. */
export interface ClusterModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name of the cluster and of its Cluster object. */
  readonly name: string;
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Whether the cluster owns the namespace, which is then written with it. */
  readonly ownsNamespace: boolean;
  /** Pod Security level that its own namespace enforces; absent for the default. */
  readonly namespacePodSecurity?: PodSecurityLevel;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Known network and registry access of the management cluster; absent if nothing is known. */
  readonly management?: ManagementModel;
  /** Versions on the management cluster, and what they support. */
  readonly profile: VersionProfile;
  /** Labels of the Cluster object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Cluster object. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Whether reconciliation of the cluster is paused. */
  readonly paused: boolean;
  /** Additional conditions that the cluster needs to be available; absent for none. */
  readonly availabilityGates?: readonly ConditionGate[];
  /** Kubernetes version of the cluster. */
  readonly kubernetesVersion: string;
  /** Digests that are added to the image tags of pods; absent if none were resolved. */
  readonly imageDigests?: ImageDigests;
  /** Cloud that the cluster runs on. */
  readonly cloud: CloudModel;
  /** Pod address ranges. */
  readonly podCidrs: readonly string[];
  /** Service address ranges. */
  readonly serviceCidrs: readonly string[];
  /** DNS domain of services. */
  readonly serviceDomain: string;
  /** Port of the API server. */
  readonly apiServerPort: number;
  /** Network of the machines. */
  readonly network: NetworkModel;
  /** How the API server is reached. */
  readonly endpoint: EndpointModel;
  /** Facts about cloud, network and endpoint that machines depend on. */
  readonly surroundings: Surroundings;
  /** Control plane. */
  readonly controlPlane: ControlPlaneModel;
  /** Node pools, sorted by name. */
  readonly pools: readonly PoolModel[];
  /** Drain rules, sorted by name; absent for none. */
  readonly drainRules?: readonly DrainRuleModel[];
  /** How templates are named. */
  readonly templateNames: TemplateNames;
}

/** Facts about the environment of machines, independent of the provider. */
export interface Surroundings {
  /** Names and addresses of the API server that are known in advance. */
  readonly endpointHosts: readonly string[];
  /** Whether the API server gets an address outside the cluster's ranges that is not known in advance. */
  readonly hasUnknownEndpoint: boolean;
  /** Names and addresses of the cloud's own API. */
  readonly cloudHosts: readonly string[];
  /** Whether the size of user data is unlimited; absent for the usual limit of 64 KiB. */
  readonly hasAnyUserData?: boolean;
  /** Maximum bytes of user data that the cloud accepts, if lower; absent for 64 KiB in base64. */
  readonly mostUserDataBytes?: number;
  /** Address families of the machines; absent if unknown. */
  readonly families?: readonly (4 | 6)[];
}
