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

/** How templates are named: after their contents, as version 0.1 named them, or plainly. */
export type TemplateNames = 'hashed' | 'hashed-0.1' | 'plain';

/** Workload cluster, as far as every provider, bootstrap and control plane says it. */
export interface ClusterModel {
  /** Construct path for messages. */
  readonly path: string;
  /** Name of the cluster and of its Cluster object. */
  readonly name: string;
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Whether the namespace is this cluster's own and written with it. */
  readonly ownsNamespace: boolean;
  /** Level that its own namespace enforces for pods in it; absent for the usual. */
  readonly namespacePodSecurity?: PodSecurityLevel;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** What it reaches and pulls from, as far as it is known; absent where nothing is. */
  readonly management?: ManagementModel;
  /** What the management cluster's versions can express. */
  readonly profile: VersionProfile;
  /** Labels of the Cluster object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations of the Cluster object. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Whether controllers leave the cluster alone. */
  readonly paused: boolean;
  /** Conditions besides Cluster API's own without which the cluster is not available; absent for none. */
  readonly availabilityGates?: readonly ConditionGate[];
  /** Kubernetes version of the cluster. */
  readonly kubernetesVersion: string;
  /** Digests of images that pods get beside their tags; absent where none were resolved. */
  readonly imageDigests?: ImageDigests;
  /** Cloud that the cluster runs on. */
  readonly cloud: CloudModel;
  /** Ranges of pod addresses. */
  readonly podCidrs: readonly string[];
  /** Ranges of service addresses. */
  readonly serviceCidrs: readonly string[];
  /** DNS domain of services. */
  readonly serviceDomain: string;
  /** Port of the API server. */
  readonly apiServerPort: number;
  /** Network of the machines. */
  readonly network: NetworkModel;
  /** How the API server is reached. */
  readonly endpoint: EndpointModel;
  /** What follows of cloud, network and endpoint for what runs on the machines. */
  readonly surroundings: Surroundings;
  /** Control plane. */
  readonly controlPlane: ControlPlaneModel;
  /** Node pools by name. */
  readonly pools: readonly PoolModel[];
  /** How some pods leave machines, by name; absent where nothing is said. */
  readonly drainRules?: readonly DrainRuleModel[];
  /** How templates are named. */
  readonly templateNames: TemplateNames;
}

/** What machines have to know of their surroundings, in words of no provider. */
export interface Surroundings {
  /** Names and addresses of the API server, as far as they are known before it is there. */
  readonly endpointHosts: readonly string[];
  /** Whether the API server gets an address outside the cluster's ranges that is not known yet. */
  readonly hasUnknownEndpoint: boolean;
  /** Names and addresses of the cloud's own API. */
  readonly cloudHosts: readonly string[];
  /** Whether machines get user data of any size; absent for the 64 KiB that clouds have room for. */
  readonly hasAnyUserData?: boolean;
  /** Most bytes of user data that the cloud takes, where they are fewer than those; absent for 64 KiB in base64. */
  readonly mostUserDataBytes?: number;
  /** Families of the machines' addresses; absent where they are not known. */
  readonly families?: readonly (4 | 6)[];
}
