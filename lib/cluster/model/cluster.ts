import type { AddonModel } from '../../addons/model/addon';
import type { CniModel } from '../../addons/model/cni';
import type { BastionModel } from '../../openstack/model/bastion';
import type { CloudModel } from '../../openstack/model/cloud';
import type { CredentialsModel } from '../../openstack/model/credentials';
import type { EndpointModel } from '../../openstack/model/endpoint';
import type { FloatingIPPoolModel } from '../../openstack/model/floating-ip-pool';
import type { HandOver } from '../../openstack/model/hand-over';
import type { NetworkModel } from '../../openstack/model/network';
import type { SecurityGroupsModel } from '../../openstack/model/security-groups';
import type { ClusterPart } from './cluster-part';
import type { ConditionGate } from './condition-gate';
import type { ControlPlaneModel } from './control-plane';
import type { DrainRuleModel } from './drain-rule';
import type { ImageDigests } from './images';
import type { ManagementModel } from './management';
import type { PoolModel } from './node-pool';
import type { PodSecurityLevel } from './pod-security';
import type { VersionProfile } from './profile';

/** How templates are named: after their contents, as version 0.1 named them, or plainly. */
export type TemplateNames = 'hashed' | 'hashed-0.1' | 'plain';

/** Workload cluster, as plain data from which manifests are rendered and clouds provisioned. */
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
  /** Credentials of the cluster, the cloud's or its own. */
  readonly credentials: CredentialsModel;
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
  /** Security groups, derived rules included. */
  readonly securityGroups: SecurityGroupsModel;
  /** Network plugin; absent where none is known. */
  readonly cni?: CniModel;
  /** Parts that something else than the addons installs; absent where nothing is said. */
  readonly installedOtherwise?: readonly ClusterPart[];
  /** Server through which machines are reached by SSH; absent for none. */
  readonly bastion?: BastionModel;
  /** Tags of everything that Cluster API makes in the cloud. */
  readonly tags: readonly string[];
  /** Control plane. */
  readonly controlPlane: ControlPlaneModel;
  /** Node pools by name. */
  readonly pools: readonly PoolModel[];
  /** How some pods leave machines, by name; absent where nothing is said. */
  readonly drainRules?: readonly DrainRuleModel[];
  /** Pools of floating addresses for machines, by name; absent for none. */
  readonly floatingIPPools?: readonly FloatingIPPoolModel[];
  /** Addons by name. */
  readonly addons: readonly AddonModel[];
  /** What provisioning found out; absent where nothing was provisioned or read. */
  readonly handOver?: HandOver;
  /** How templates are named. */
  readonly templateNames: TemplateNames;
}
