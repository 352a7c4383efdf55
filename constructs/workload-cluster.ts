import { ApiObject, Chart } from 'cdk8s';
import { ValidationError } from '../lib/errors';
import type { Manifest } from '../lib/model/addon';
import type { ClusterModel } from '../lib/model/cluster';
import type { CredentialsModel } from '../lib/model/credentials';
import { withDerivedRules } from '../lib/model/derived-rules';
import { ApiEndpoint } from '../lib/model/endpoint';
import { CLUSTER_RANGE_DEFAULTS } from '../lib/model/network';
import { podMtu } from '../lib/model/pod-mtu';
import type { VersionProfile } from '../lib/model/profile';
import { placedEndpoint, placedNetwork } from '../lib/model/provisioning';
import { SecurityGroups } from '../lib/model/security-groups';
import { type RenderedObject, renderCluster } from '../lib/render/render-cluster';
import { checkCluster } from '../lib/rules/check-cluster';
import { emitDocuments } from '../lib/synth/emit-yaml';
import type { Addon, AddonContext, IAddonHost } from './addons/addon';
import { apiVersionOf } from './api-kinds';
import { bastionModel } from './bastion-props';
import type { IClusterHost, IPatchedObject, IPoolSource } from './cluster-host';
import { addonTaken, checkedId } from './construct-id';
import { ControlPlane } from './control-plane';
import { setLazyDefaultChild } from './default-child';
import { drainRulesOf, MachineDrainRule, type MachineDrainRuleProps } from './machine-drain-rule';
import type { MachineDefaults } from './machine-props';
import type { ManagementCluster } from './management-cluster';
import { ManifestObject } from './manifest-object';
import { NodePool } from './node-pool';
import type { NodePoolProps } from './node-pool-props';
import type { OpenStackCloud } from './open-stack-cloud';
import { WORKLOAD_CLUSTER_DEFAULTS, type WorkloadClusterProps } from './workload-cluster-props';

const CONTROL_PLANE = 'control-plane';
const RESOURCE = 'Resource';
const INFRASTRUCTURE = 'Infrastructure';
const CLUSTER_SYMBOL = Symbol.for('capi-fleet.WorkloadCluster');

/**
 * Kubernetes cluster that Cluster API makes on an OpenStack cloud.
 *
 * Appears as a folder with the Cluster, its OpenStackCluster and KubeadmControlPlane, the node pools, and the
 * ClusterResourceSets that deliver its addons.
 *
 * ```ts
 * const cluster = new WorkloadCluster(mothership, 'prod-eu', {
 *   cloud,
 *   kubernetesVersion: '1.32.4',
 *   image: MachineImage.named('ubuntu-2204-kube-v1.32.4'),
 *   network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
 *   controlPlane: { flavor: 'm1.k8s-master' },
 * });
 * ```
 */
export class WorkloadCluster<F extends string = string>
  extends Chart
  implements IClusterHost<F>, IAddonHost
{
  /** Tells workload clusters from other charts, which `instanceof` of a chart alone does not. */
  static override [Symbol.hasInstance](value: unknown): value is WorkloadCluster {
    return typeof value === 'object' && value !== null && CLUSTER_SYMBOL in value;
  }

  /** Control plane of the cluster. */
  readonly controlPlane: ControlPlane<F>;
  private path: string | undefined;
  private readonly pools: IPoolSource[] = [];
  private readonly addons = new Map<string, Addon>();
  private readonly objects = new Map<string, IPatchedObject>();

  constructor(
    private readonly managementCluster: ManagementCluster,
    id: string,
    private readonly props: WorkloadClusterProps<F>,
  ) {
    super(managementCluster, checkedId(managementCluster, id), {
      namespace: props.namespace ?? id,
      disableResourceNameHashes: true,
    });
    this.controlPlane = new ControlPlane<F>(this, CONTROL_PLANE, props.controlPlane);
    Object.defineProperty(this, CLUSTER_SYMBOL, { value: true });
    setLazyDefaultChild(this, () => this.cluster);
  }

  /** Construct path of the cluster. */
  get clusterPath(): string {
    this.path ??= this.node.path;
    return this.path;
  }

  /** Name of the cluster and of its Cluster object. */
  get clusterName(): string {
    return this.node.id;
  }

  /** Namespace of the cluster's objects. */
  get clusterNamespace(): string {
    return this.props.namespace ?? this.node.id;
  }

  /** Cloud that the cluster runs on. */
  get cloud(): OpenStackCloud<F> {
    return this.props.cloud;
  }

  /** What the management cluster's versions can express. */
  get profile(): VersionProfile {
    return this.managementCluster.profile;
  }

  /** What machines take from the cluster where they say nothing themselves. */
  get machineDefaults(): MachineDefaults {
    const { image, sshKeyName, bootstrap } = this.props;
    const name = `${this.managementCluster.node.id}-${this.node.id}`;
    return {
      image,
      cloudName: name,
      ...(sshKeyName === undefined ? {} : { sshKeyName }),
      ...(bootstrap === undefined ? {} : { bootstrap }),
    };
  }

  /** Ids of the cluster's own constructs, which no pool or addon may have. */
  get reservedIds(): readonly string[] {
    return [CONTROL_PLANE, RESOURCE, INFRASTRUCTURE];
  }

  /** Cluster object. */
  get cluster(): ApiObject {
    return this.object(RESOURCE, 'cluster', 'Cluster');
  }

  /** OpenStackCluster of the cluster. */
  get infrastructure(): ApiObject {
    return this.object(INFRASTRUCTURE, 'infrastructure', 'OpenStackCluster');
  }

  /**
   * Largest packet of pods, in bytes, for the settings of a network plugin that is installed by other means.
   *
   * It is the network's `mtu` less what the plugin wraps packets in, and undefined where one of them is not known.
   */
  get podMtu(): number | undefined {
    return podMtu(this.model());
  }

  /** Adds a pool of equal workers. */
  addNodePool(id: string, props: NodePoolProps<F>): NodePool<F> {
    return new NodePool<F>(this, id, props);
  }

  /** Adds a rule on how some pods leave machines. */
  addDrainRule(id: string, props: MachineDrainRuleProps): MachineDrainRule {
    return new MachineDrainRule(this, id, props);
  }

  /**
   * Adds software to install into the cluster.
   *
   * @throws ValidationError when an addon of that name is there.
   */
  addAddon(addon: Addon): void {
    if (this.addons.has(addon.name)) throw addonTaken(this, addon.name);
    this.addons.set(addon.name, addon);
  }

  /** Object that delivers or is part of an addon, by its key, as one that may be patched. */
  addonObject(key: string): ApiObject {
    const { apiVersion, kind, metadata } = this.findManifest(`addon/${key}`);
    const id = `addon-${key.replaceAll('/', '-')}`;
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this, {
      key: `addon/${key}`,
      apiVersion,
      kind,
      name: metadata.name,
    });
  }

  /** Takes part in the cluster's model as a node pool; called by {@link NodePool}. */
  registerPool(pool: IPoolSource): void {
    this.pools.push(pool);
  }

  /** Takes part in rendering with an object that may be patched; called by {@link ManifestObject}. */
  registerObject(key: string, object: IPatchedObject): void {
    this.objects.set(key, object);
  }

  /** Cluster as plain data, from which manifests are rendered and clouds provisioned. */
  model(): ClusterModel {
    const context = this.context();
    const addons = [...this.addons.values()]
      .map((addon) => addon.describe(context, `${this.clusterPath}/${addon.name}`))
      .sort((a, b) => compare(a.name, b.name));
    const cni = this.props.cni?.model ?? addons.find((addon) => addon.cni !== undefined)?.cni;
    const base = { ...context, addons, ...(cni === undefined ? {} : { cni }) };
    const groups = (this.props.securityGroups ?? DEFAULT_SECURITY_GROUPS).model;
    return { ...base, securityGroups: withDerivedRules(groups, base) };
  }

  /**
   * Renders the objects of the cluster, patches included.
   *
   * @throws ValidationError with every mistake in the cluster.
   */
  render(): readonly RenderedObject[] {
    const model = this.model();
    const issues = checkCluster(model);
    if (issues.length > 0) throw new ValidationError(issues);
    return this.renderModel(model);
  }

  /** Renders a model of this cluster that has been checked. */
  renderModel(model: ClusterModel): readonly RenderedObject[] {
    return renderCluster(model, {
      emitDocuments,
      ...(this.objects.size > 0 && {
        patch: (key, manifest) => this.objects.get(key)?.patched(manifest) ?? manifest,
      }),
    });
  }

  /** Tells whether the model alone decides on the objects: none may be patched, and none are the user's own. */
  isModelOnly(): boolean {
    const { renderModel, extraObjects } = WorkloadCluster.prototype;
    if (this.renderModel !== renderModel || this.extraObjects !== extraObjects) return false;
    return this.objects.size === 0 && this.extraObjects().length === 0;
  }

  /** Finds a rendered object by its key. */
  findManifest(key: string): Manifest {
    const found = this.render().find((rendered) => rendered.key === key);
    if (found === undefined) throw new Error(`${this.node.path}: there is no object ${key}`);
    return found.object;
  }

  /** Objects of the user's own in the cluster's tree. */
  extraObjects(): readonly ApiObject[] {
    return this.node
      .findAll()
      .filter((c): c is ApiObject => c instanceof ApiObject && !(c instanceof ManifestObject));
  }

  /** Every object of the cluster, in the order of its files. */
  override toJson(): Manifest[] {
    return [
      ...this.render().map((rendered) => rendered.object),
      ...this.extraObjects().map((object) => object.toJson()),
    ];
  }

  private context(): AddonContext {
    const { props, node } = this;
    const { ranges } = props.network;
    const names = {
      path: this.clusterPath,
      name: node.id,
      namespace: this.clusterNamespace,
      managementCluster: this.managementCluster.node.id,
    };
    const endpoint = (props.endpoint ?? DEFAULT_ENDPOINT).model;
    const network = placedNetwork(props.network.model, endpoint, names);
    const { management } = this.managementCluster;
    return {
      ...names,
      ...(management && { management }),
      ownsNamespace: props.namespace === undefined,
      profile: this.profile,
      labels: props.labels ?? {},
      annotations: props.annotations ?? {},
      paused: props.paused ?? WORKLOAD_CLUSTER_DEFAULTS.paused,
      kubernetesVersion: props.kubernetesVersion,
      cloud: props.cloud.model,
      credentials: namedCredentials(
        props.credentials?.model ?? props.cloud.model.credentials,
        node.id,
      ),
      podCidrs: ranges.podCidrs ?? CLUSTER_RANGE_DEFAULTS.podCidrs,
      serviceCidrs: ranges.serviceCidrs ?? CLUSTER_RANGE_DEFAULTS.serviceCidrs,
      serviceDomain: ranges.serviceDomain ?? CLUSTER_RANGE_DEFAULTS.serviceDomain,
      apiServerPort: props.apiServerPort ?? WORKLOAD_CLUSTER_DEFAULTS.apiServerPort,
      network,
      endpoint: placedEndpoint(endpoint, network, props.cloud.model),
      ...(props.bastion && { bastion: bastionModel(props.bastion, this.machineDefaults) }),
      tags: props.tags ?? [],
      controlPlane: this.controlPlane.model(),
      pools: this.pools.map((pool) => pool.model()).sort((a, b) => compare(a.name, b.name)),
      ...drainRulesOf(this),
      templateNames: props.templateNames ?? WORKLOAD_CLUSTER_DEFAULTS.templateNames,
    };
  }

  private object(id: string, key: string, kind: 'Cluster' | 'OpenStackCluster'): ApiObject {
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this, {
      key,
      kind,
      apiVersion: apiVersionOf(kind, this.profile),
      name: this.clusterName,
    });
  }
}

const DEFAULT_ENDPOINT = ApiEndpoint.managed();
const DEFAULT_SECURITY_GROUPS = SecurityGroups.managed();

function namedCredentials(credentials: CredentialsModel, cluster: string): CredentialsModel {
  if (credentials.kind === 'clusterIdentity' || credentials.secretName !== '') return credentials;
  return { ...credentials, secretName: `${cluster}-cloud-config` };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
