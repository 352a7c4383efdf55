import { ApiObject, Chart } from 'cdk8s';
import { podMtu } from '../lib/addons/model/pod-mtu';
import { checkCluster } from '../lib/assembly/check-cluster';
import { withoutConsequences } from '../lib/assembly/consequences';
import type { AssembledCluster } from '../lib/assembly/model';
import { providerOfCloud } from '../lib/assembly/provider-registry';
import {
  type PatchObject,
  type RenderedObject,
  renderCluster,
} from '../lib/assembly/render-cluster';
import { ValidationError } from '../lib/base/errors';
import { attempt, INCOMPLETE, isHollow } from '../lib/base/incomplete';
import type { Manifest } from '../lib/base/manifest';
import type { VersionProfile } from '../lib/cluster/model/profile';
import { collect, collectedAt, setReported } from '../lib/input/refusals';
import { emitDocuments } from '../lib/output/emit-yaml';
import { secretKey } from '../lib/secrets/render/secret-sources';
import type { Addon, AddonContext, IAddonHost } from './addons/addon';
import { apiVersionOf } from './api-kinds';
import type { AnyCloud, ClusterNames } from './cloud';
import { cloudKindOf } from './cloud-kind';
import { clusterContext } from './cluster-context';
import {
  credentialsObject,
  type DeliveredObjectQuery,
  deliveredObject,
  identityObject,
  manifestBeside,
  objectBelow,
  sharedObject,
} from './cluster-handles';
import type { IClusterHost, IPatchedObject, IPoolSource } from './cluster-host';
import {
  ClusterObjects,
  clusterObject,
  noSuchObject,
  OBJECT_IDS,
  renderedObject,
} from './cluster-objects';
import { addonTaken } from './construct-id';
import { constructInput, isUnplaced } from './construct-input';
import { ControlPlane } from './control-plane';
import { setLazyDefaultChild } from './default-child';
import { describedAddon } from './described-addon';
import { noteUse } from './fleet-program';
import { MachineDrainRule, type MachineDrainRuleProps } from './machine-drain-rule';
import type { ManagementCluster } from './management-cluster';
import { ManifestObject } from './manifest-object';
import { NodePool } from './node-pool';
import type { NodePoolProps } from './node-pool-props';
import { RenderedOnce } from './rendered-once';
import type { CommonClusterProps, WorkloadClusterProps } from './workload-cluster-props';

const CONTROL_PLANE = 'control-plane';
const CLUSTER_SYMBOL = Symbol.for('capi-fleet.WorkloadCluster');

/**
 * Kubernetes cluster that Cluster API creates on a cloud; the cloud's type decides on the props of cluster, control
 * plane and pools.
 *
 * The manifests are a folder with the Cluster, its infrastructure cluster and its KubeadmControlPlane, the node
 * pools, and the ClusterResourceSets that deliver its addons.
 *
 * ```ts
 * const cluster = new WorkloadCluster(mothership, 'prod-eu', {
 *   cloud,
 *   kubernetesVersion: '1.32.4',
 *   image: MachineImage.fromName('ubuntu-2204-kube-v1.32.4'),
 *   network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
 *   controlPlane: { flavor: 'm1.k8s-master' },
 * });
 * ```
 */
export class WorkloadCluster<C extends AnyCloud = AnyCloud>
  extends Chart
  implements IClusterHost<C>, IAddonHost
{
  /** Recognizes workload clusters; `instanceof` of a chart matches other charts too. */
  static override [Symbol.hasInstance](value: unknown): value is WorkloadCluster {
    return typeof value === 'object' && value !== null && CLUSTER_SYMBOL in value;
  }

  /** Props of the cluster, which apply where machines have none. */
  readonly clusterProps: WorkloadClusterProps<C>;
  /** Control plane of the cluster. */
  readonly controlPlane: ControlPlane<C>;
  private path: string | undefined;
  private readonly pools: IPoolSource[] = [];
  private readonly addons = new Map<string, Addon>();
  private readonly objects = new ClusterObjects();
  private readonly rendered = new RenderedOnce();
  private readonly managementCluster: ManagementCluster;
  private readonly props: CommonClusterProps;

  constructor(managementCluster: ManagementCluster, id: string, props: WorkloadClusterProps<C>) {
    const given = { scope: managementCluster, id, props };
    const input = constructInput(
      'WorkloadCluster',
      given,
      cloudKindOf(() => props.cloud),
    );
    const { namespace = input.id, controlPlane } = input.props;
    super(input.parent, input.id, { namespace, disableResourceNameHashes: true });
    this.managementCluster = input.scope;
    this.clusterProps = input.props;
    this.props = input.props;
    this.controlPlane = new ControlPlane<C>(this, CONTROL_PLANE, controlPlane);
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
  get cloud(): C {
    return this.clusterProps.cloud;
  }

  /** Data that names of the cluster and its objects are derived from. */
  get names(): ClusterNames {
    return {
      path: this.clusterPath,
      name: this.node.id,
      namespace: this.clusterNamespace,
      managementCluster: this.managementCluster.node.id,
    };
  }

  /** Features of the versions on the management cluster. */
  get profile(): VersionProfile {
    return this.managementCluster.profile;
  }

  /** IDs of the cluster's own constructs, which pools and addons must not use. */
  get reservedIds(): readonly string[] {
    return [CONTROL_PLANE, ...OBJECT_IDS];
  }

  /** Cluster object. */
  get cluster(): ApiObject {
    return this.object('cluster', 'Cluster');
  }

  /** Infrastructure cluster, an OpenStackCluster on OpenStack. */
  get infrastructure(): ApiObject {
    const { clusterKind } = providerOfCloud(this.cloud.model).renderer;
    return this.object('infrastructure', clusterKind);
  }

  /**
   * Maximum packet size of pods in bytes, for a network plugin that is installed by other means.
   *
   * It is the network's `mtu` minus the encapsulation overhead of the plugin; undefined if one of them is unknown.
   */
  get podMtu(): number | undefined {
    return podMtu(this.model());
  }

  /** Adds a pool of equal workers. */
  addNodePool(id: string, props: NodePoolProps<C>): NodePool<C> {
    return new NodePool<C>(this, id, props);
  }

  /** Adds a rule on how certain pods leave machines. */
  addDrainRule(id: string, props: MachineDrainRuleProps): MachineDrainRule {
    return new MachineDrainRule(this, id, props);
  }

  /** Adds software to install into the cluster; a second addon with the same name is a mistake. */
  addAddon(addon: Addon): void {
    if (this.addons.has(addon.name)) collect(this.node.root, [addonTaken(this, addon.name)]);
    else this.addons.set(addon.name, addon);
  }

  /** Namespace of the cluster; undefined if `namespace` is set, because the namespace then exists already. */
  get namespaceObject(): ApiObject | undefined {
    if (this.props.namespace !== undefined) return undefined;
    const { clusterNamespace: name } = this;
    return clusterObject(this, { key: 'namespace', apiVersion: 'v1', kind: 'Namespace', name });
  }

  /**
   * Secret, ExternalSecret or SealedSecret with the credentials of the cluster, or of the identity that it uses.
   *
   * It is undefined if the library writes none, because the Secret exists already or something else writes it.
   */
  get credentialsObject(): ApiObject | undefined {
    return credentialsObject(this);
  }

  /**
   * Identity that the cluster uses, such as an OpenStackClusterIdentity; undefined if the library does not write it.
   *
   * Clusters of a management cluster share it, so a patch applies to all of them.
   */
  get identityObject(): ApiObject | undefined {
    return identityObject(this);
  }

  /**
   * Returns an object that clusters of a management cluster share, such as an identity or a zone, for patches.
   *
   * @throws Error that lists the shared objects if there is no such object.
   */
  sharedObject(kind: string, name: string): ApiObject {
    return sharedObject(this, kind, name);
  }

  /**
   * Returns an object that delivers or is part of an addon, by its key, for patches.
   *
   * @throws Error that lists the keys if there is no such object.
   */
  addonObject(key: string): ApiObject {
    return objectBelow(this, 'addon/', 'addon object', key);
  }

  /**
   * Returns an object that an addon delivers into the cluster, for patches.
   *
   * ```ts
   * const daemonSet = cluster.deliveredObject('openstack-cloud-controller-manager', { kind: 'DaemonSet' });
   * daemonSet.metadata.addLabel('team', 'platform');
   * ```
   *
   * @throws Error that lists the objects of the addon if none or several match.
   */
  deliveredObject(addon: string, query: DeliveredObjectQuery): ApiObject {
    return deliveredObject(this, addon, query);
  }

  /**
   * Returns the ExternalSecret or SealedSecret that creates a Secret of the cluster, by the name of the Secret, for
   * patches.
   *
   * @throws Error that lists the Secrets with such an object if there is none.
   */
  secretObject(name: string): ApiObject {
    return objectBelow(this, secretKey(''), 'Secret', name);
  }

  /** Adds a node pool to the cluster's model; called by {@link NodePool}. */
  registerPool(pool: IPoolSource): void {
    if (!isUnplaced(pool)) this.pools.push(pool);
  }

  /** Adds an object whose patches are applied at rendering; called by {@link ManifestObject}. */
  registerObject(key: string, object: IPatchedObject): void {
    this.objects.add(key, object);
  }

  /** Returns the cluster as plain data, from which manifests are rendered and clouds provisioned. */
  model(): C['kindOf']['model'] {
    noteUse();
    const context = this.context();
    const addons = [...this.addons.values()]
      .flatMap((addon) => describedAddon(this, this.objects, addon, context))
      .sort((a, b) => compare(a.name, b.name));
    const cni = attempt(
      () => this.props.cni?.model ?? addons.find((addon) => addon.cni !== undefined)?.cni,
    );
    const model = {
      ...context,
      addons,
      // Nobody knows what an addon installs that could not be described.
      ...(addons.length < this.addons.size && { installedOtherwise: INCOMPLETE }),
      ...(cni === undefined ? {} : { cni }),
    };
    const completed = attempt(() => this.cloud.modeller.completed?.(model, this.clusterProps));
    return completed === undefined || isHollow(completed) ? model : completed;
  }

  /**
   * Renders the objects of the cluster, including patches.
   *
   * @throws ValidationError with every mistake in the cluster.
   */
  render(): readonly RenderedObject[] {
    const model = this.model();
    const refused = collectedAt(this.node.root).filter(({ path }) => this.isWithin(path));
    const render = () => {
      const issues = withoutConsequences(refused, checkCluster(model));
      if (issues.length > 0) throw new ValidationError(issues);
      return this.renderModel(model);
    };
    setReported(this.node.root);
    return refused.length > 0 ? render() : this.rendered.of(model, this.objects.state, render);
  }

  private isWithin(path: string): boolean {
    return path === this.clusterPath || path.startsWith(`${this.clusterPath}/`);
  }

  /** Renders a model of this cluster that was checked. */
  renderModel(model: AssembledCluster): readonly RenderedObject[] {
    const { patch } = this;
    return renderCluster(model, { emitDocuments, ...(patch && { patch }) });
  }

  /** Tells whether only the model determines the objects: there are no patches and no objects of the user's own. */
  isModelOnly(): boolean {
    const { renderModel, extraObjects } = WorkloadCluster.prototype;
    if (this.renderModel !== renderModel || this.extraObjects !== extraObjects) return false;
    return this.patch === undefined && this.extraObjects().length === 0;
  }

  /** Function that applies the patches of objects; undefined if there are none. */
  get patch(): PatchObject | undefined {
    return this.objects.patch;
  }

  /** Returns the object with a key; undefined if it has not become a construct. */
  tryFindObject(key: string): IPatchedObject | undefined {
    return this.objects.tryFind(key);
  }

  /**
   * Returns a rendered object by its key.
   *
   * @throws Error that lists the keys if there is no such object.
   */
  findManifest(key: string): Manifest {
    const rendered = this.render();
    const found = rendered.find((one) => one.key === key);
    if (found !== undefined) return found.object;
    const beside = manifestBeside(this, key);
    if (beside !== undefined) return beside;
    throw noSuchObject(
      this,
      'object',
      key,
      rendered.map((one) => one.key),
    );
  }

  /**
   * Renders the objects of the cluster as constructs, together with the user's own; each can be patched.
   *
   * From then on they are part of the tree, so that `node.findAll()` of the fleet includes them. Call it when the cluster
   * is complete.
   *
   * @throws ValidationError with every mistake in the cluster.
   */
  renderObjects(): readonly ApiObject[] {
    const ours = this.render().map((rendered) => renderedObject(this, rendered));
    return [...ours, ...this.extraObjects()];
  }

  /** All objects of the cluster, like {@link renderObjects}. */
  override get apiObjects(): ApiObject[] {
    return [...this.renderObjects()];
  }

  /** Returns the user's own objects in the cluster's tree. */
  extraObjects(): readonly ApiObject[] {
    return this.node
      .findAll()
      .filter((c): c is ApiObject => c instanceof ApiObject && !(c instanceof ManifestObject));
  }

  /** Returns every object of the cluster, in the order of its files. */
  override toJson(): Manifest[] {
    return [
      ...this.render().map((rendered) => rendered.object),
      ...this.extraObjects().map((object) => object.toJson()),
    ];
  }

  private context(): AddonContext {
    const { props, managementCluster, pools } = this;
    return clusterContext(this, { props, management: managementCluster.management, pools });
  }

  private object(key: string, kind: string): ApiObject {
    const apiVersion = apiVersionOf(kind, this);
    return clusterObject(this, { key, kind, apiVersion, name: this.clusterName });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
