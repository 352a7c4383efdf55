import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../model/cluster';
import type { MachineModel } from '../model/machine';
import type { NodeOs } from '../model/windows';
import type { CoreContract } from './core-contract';
import type { NeutralForm } from './template';

/** Context that every renderer of a cluster's objects needs. */
export interface RenderContext<C extends ClusterModel = ClusterModel> {
  /** Cluster that is rendered. */
  readonly cluster: C;
  /** Renderer of Cluster API's own groups. */
  readonly core: CoreContract;
  /** Renderer of the infrastructure provider's objects. */
  readonly infrastructure: InfrastructureRenderer<C>;
  /** API groups with their versions. */
  readonly apiVersions: ApiVersions;
}

/** API groups with the versions in which a profile writes them. */
export interface ApiVersions {
  /** Clusters, pools and health checks. */
  readonly cluster: string;
  /** Bootstrap configuration of machines. */
  readonly bootstrap: string;
  /** Control planes. */
  readonly controlPlane: string;
  /** ClusterResourceSets. */
  readonly addons: string;
  /** Objects of the infrastructure provider. */
  readonly infrastructure: string;
}

/** Object of a cluster, with a key that is unique in the cluster. */
export interface KeyedObject {
  /** Key of the object among those of its cluster, such as `credentials`. */
  readonly key: string;
  /** Construct path for messages; absent for the cluster's. */
  readonly path?: string;
  /** The object. */
  readonly object: Manifest;
  /** Whether the object can contain credentials in plain text. */
  readonly plaintext?: boolean;
}

/** How nodes register themselves; cloud-init or Ignition fills in the variables on the machine. */
export interface NodeRegistration {
  /** Name of the node; absent for the name of the machine. */
  readonly name?: string;
  /** Identifier of the machine in the cloud; absent if it is not known on the machine. */
  readonly providerId?: string;
  /** Socket of the container runtime; absent to detect it. */
  readonly criSocket?: string;
  /** Environment variable with the machine's host name, which the fields above can use; absent for none. */
  readonly hostVariable?: string;
  /** Other environment variables of the machine that the fields above can use; absent for none. */
  readonly variables?: readonly string[];
  /** Commands that machines run before everything else; absent for none. */
  readonly commands?: readonly string[];
  /** Default arguments of kubelets, which the user can override; absent for none. */
  readonly kubeletArgs?: Readonly<Record<string, string>>;
  /** Whether a cloud controller manager initializes nodes. */
  readonly hasCloudController: boolean;
}

/** File on machines that the provider creates for each machine template. */
export interface TemplateFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** Key of the Secret that holds it, in the namespace of the cluster. */
  readonly content: { readonly name: string; readonly key: string };
}

/** Tool that fills in the variables of a machine's configuration. */
export type RegistrationReader = 'cloud-init' | 'ignition';

/** Renderer of the provider-specific objects of a cluster. */
export interface InfrastructureRenderer<C extends ClusterModel = ClusterModel> {
  /** Kind of the object that represents a cluster's infrastructure. */
  readonly clusterKind: string;
  /** Kind of the machine templates. */
  readonly machineTemplateKind: string;
  /** Returns the labels that the cluster's own namespace needs; absent for none. */
  namespaceLabels?(cluster: C): Readonly<Record<string, string>>;
  /** Returns the annotations of the Cluster object; absent for none. */
  clusterAnnotations?(cluster: C): Readonly<Record<string, string>>;
  /** Renders the objects that must exist before the cluster, such as credentials; absent for none. */
  before?(cluster: C): readonly KeyedObject[];
  /** Renders the object that represents the infrastructure. */
  cluster(context: RenderContext<C>): Manifest;
  /** Renders other objects that belong to no pool; absent for none. */
  beside?(context: RenderContext<C>): readonly KeyedObject[];
  /**
   * Returns everything that the machines of a control plane or a pool are made from, as plain data without names.
   *
   * Equal data results in equal machines.
   */
  machineData(cluster: C, role: 'controlPlane' | 'workers', machine: MachineModel): object;
  /** Renders the spec of a machine template. */
  machineSpec(cluster: C, data: object): Fields;
  /**
   * Returns a function that converts a machine spec to a form that does not depend on the API version; absent if all
   * versions write it the same way.
   */
  neutralMachine?(cluster: C): NeutralForm;
  /**
   * Returns files that machines get from Secrets, which the provider names after their template; absent for none.
   *
   * They are added after the template has got its name, which does not depend on them.
   */
  templateFiles?(role: 'controlPlane' | 'workers', template: string): readonly TemplateFile[];
  /** Default arguments of controller managers, which the user can override; absent for none. */
  readonly controllerManagerArgs?: Readonly<Record<string, string>>;
  /**
   * Returns the host name of the endpoint if control-plane machines that serve it cannot reach it through its load balancer,
   * so that it must resolve to the machine itself there; absent if they can reach it.
   */
  selfServedHost?(cluster: C): string | undefined;
  /** Returns how nodes register themselves. */
  registration(reader: RegistrationReader, os: NodeOs): NodeRegistration;
}
