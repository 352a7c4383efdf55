import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import type { MachineModel } from '../model/machine';
import type { NodeOs } from '../model/windows';
import type { CoreContract } from './core-contract';
import type { NeutralForm } from './template';

/** What every renderer of a cluster's objects needs. */
export interface RenderContext<C extends ClusterModel = ClusterModel> {
  /** Cluster that is rendered. */
  readonly cluster: C;
  /** Renderer of Cluster API's own groups. */
  readonly core: CoreContract;
  /** Writer of the infrastructure provider's own objects. */
  readonly infrastructure: InfrastructureRenderer<C>;
  /** Full names of the groups with their versions. */
  readonly apiVersions: ApiVersions;
}

/** Groups with the versions in which a profile writes them. */
export interface ApiVersions {
  /** Clusters, pools and health checks. */
  readonly cluster: string;
  /** Bootstrap configuration of machines. */
  readonly bootstrap: string;
  /** Control planes. */
  readonly controlPlane: string;
  /** ClusterResourceSets. */
  readonly addons: string;
  /** What the infrastructure provider makes. */
  readonly infrastructure: string;
}

/** Object of a cluster with its key among them. */
export interface KeyedObject {
  /** Name of the object among those of its cluster, such as `credentials`. */
  readonly key: string;
  /** Construct path for messages; absent for the cluster's. */
  readonly path?: string;
  /** Object itself. */
  readonly object: Manifest;
  /** Whether the object may hold credentials in plain text. */
  readonly plaintext?: boolean;
}

/** How a node of machines registers itself, filled in on the machine by what reads its configuration. */
export interface NodeRegistration {
  /** Name of the node; absent for the machine's own. */
  readonly name?: string;
  /** Identifier by which the cloud knows the machine; absent where nothing on the machine tells it. */
  readonly providerId?: string;
  /** Socket of the container runtime; absent for the one that is found. */
  readonly criSocket?: string;
  /** Variable of the machine's surroundings with its host name, which the texts above may hold; absent for none. */
  readonly hostVariable?: string;
  /** Other variables of the machine's surroundings that the texts above may hold; absent for none. */
  readonly variables?: readonly string[];
  /** Commands that machines run before everything else; absent for none. */
  readonly commands?: readonly string[];
  /** Arguments that kubelets get where the user says nothing else; absent for none. */
  readonly kubeletArgs?: Readonly<Record<string, string>>;
  /** Whether a controller of the cloud initialises nodes. */
  readonly hasCloudController: boolean;
}

/** File of machines that the provider makes for each template of theirs. */
export interface TemplateFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** Key of the Secret that holds it, in the namespace of the cluster. */
  readonly content: { readonly name: string; readonly key: string };
}

/** What fills in variables of a machine's configuration. */
export type RegistrationReader = 'cloud-init' | 'ignition';

/** How an infrastructure provider writes what is its own of a cluster. */
export interface InfrastructureRenderer<C extends ClusterModel = ClusterModel> {
  /** Kind of the object that stands for a cluster's infrastructure. */
  readonly clusterKind: string;
  /** Kind of the templates of machines. */
  readonly machineTemplateKind: string;
  /** Labels that the cluster's own namespace needs; absent for none. */
  namespaceLabels?(cluster: C): Readonly<Record<string, string>>;
  /** Annotations of the Cluster object; absent for none. */
  clusterAnnotations?(cluster: C): Readonly<Record<string, string>>;
  /** Objects that are there before the cluster, such as credentials; absent for none. */
  before?(cluster: C): readonly KeyedObject[];
  /** Object that stands for the infrastructure. */
  cluster(context: RenderContext<C>): Manifest;
  /** Objects beside it that belong to no pool; absent for none. */
  beside?(context: RenderContext<C>): readonly KeyedObject[];
  /**
   * Everything that the machines of a control plane or a pool are made from, as plain data without names: equal data give
   * equal machines.
   */
  machineData(cluster: C, role: 'controlPlane' | 'workers', machine: MachineModel): object;
  /** Spec of the template of machines. */
  machineSpec(cluster: C, data: object): Fields;
  /**
   * Says what machines are made from in one version of the API, whichever it is written in; absent where all versions write
   * it alike.
   */
  neutralMachine?(cluster: C): NeutralForm;
  /**
   * Files that machines get from Secrets which the provider names after their template; absent for none.
   *
   * They are added once the template has its name, on which it does not depend.
   */
  templateFiles?(role: 'controlPlane' | 'workers', template: string): readonly TemplateFile[];
  /** Arguments that controller managers get where the user says nothing else; absent for none. */
  readonly controllerManagerArgs?: Readonly<Record<string, string>>;
  /**
   * Name of the endpoint that machines of a control plane do not reach by its load balancer once they serve it themselves, so
   * that it stands for the machine there; absent where they reach it.
   */
  selfServedHost?(cluster: C): string | undefined;
  /** How nodes register themselves. */
  registration(reader: RegistrationReader, os: NodeOs): NodeRegistration;
}
