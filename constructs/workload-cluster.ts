import { ApiObject, Chart } from 'cdk8s';
import type { AddonModel } from '../lib/addons/model/addon';
import { podMtu } from '../lib/addons/model/pod-mtu';
import { checkCluster } from '../lib/assembly/check-cluster';
import { withoutConsequences } from '../lib/assembly/consequences';
import type { AssembledCluster, AssembledPool } from '../lib/assembly/model';
import { providerOfCloud } from '../lib/assembly/provider-registry';
import { type RenderedObject, renderCluster } from '../lib/assembly/render-cluster';
import { ValidationError } from '../lib/base/errors';
import { mistakesOf } from '../lib/base/failure';
import { attempt, INCOMPLETE, isHollow } from '../lib/base/incomplete';
import type { Manifest } from '../lib/base/manifest';
import { CLUSTER_RANGE_DEFAULTS } from '../lib/cluster/model/cluster-ranges';
import type { VersionProfile } from '../lib/cluster/model/profile';
import { collect, collectedAt, setReported } from '../lib/input/refusals';
import { emitDocuments } from '../lib/output/emit-yaml';
import { secretKey } from '../lib/secrets/render/secret-sources';
import type { Addon, AddonContext, IAddonHost } from './addons/addon';
import { apiVersionOf } from './api-kinds';
import type { AnyCloud, ClusterNames, OwnCluster } from './cloud';
import { cloudKindOf } from './cloud-kind';
import type { IClusterHost, IPatchedObject, IPoolSource } from './cluster-host';
import { addonTaken } from './construct-id';
import { constructInput, isUnplaced } from './construct-input';
import { ControlPlane } from './control-plane';
import { setLazyDefaultChild } from './default-child';
import { imageDigestsOf } from './image-digests';
import { drainRulesOf, MachineDrainRule, type MachineDrainRuleProps } from './machine-drain-rule';
import type { ManagementCluster } from './management-cluster';
import { ManifestObject } from './manifest-object';
import { NodePool } from './node-pool';
import type { NodePoolProps } from './node-pool-props';
import {
  type CommonClusterProps,
  WORKLOAD_CLUSTER_DEFAULTS,
  type WorkloadClusterProps,
} from './workload-cluster-props';

const CONTROL_PLANE = 'control-plane';
const RESOURCE = 'Resource';
const INFRASTRUCTURE = 'Infrastructure';
const CLUSTER_SYMBOL = Symbol.for('capi-fleet.WorkloadCluster');

/**
 * Kubernetes cluster that Cluster API makes on a cloud, whose type decides on the props of cluster, control plane and pools.
 *
 * Appears as a folder with the Cluster, the object of its infrastructure and its KubeadmControlPlane, the node pools, and the
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
export class WorkloadCluster<C extends AnyCloud = AnyCloud>
  extends Chart
  implements IClusterHost<C>, IAddonHost
{
  /** Tells workload clusters from other charts, which `instanceof` of a chart alone does not. */
  static override [Symbol.hasInstance](value: unknown): value is WorkloadCluster {
    return typeof value === 'object' && value !== null && CLUSTER_SYMBOL in value;
  }

  /** Props of the cluster, which machines follow where they say nothing themselves. */
  readonly clusterProps: WorkloadClusterProps<C>;
  /** Control plane of the cluster. */
  readonly controlPlane: ControlPlane<C>;
  private path: string | undefined;
  private readonly pools: IPoolSource[] = [];
  private readonly addons = new Map<string, Addon>();
  private readonly objects = new Map<string, IPatchedObject>();
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

  /** What names of the cluster and of its objects are made from. */
  get names(): ClusterNames {
    return {
      path: this.clusterPath,
      name: this.node.id,
      namespace: this.clusterNamespace,
      managementCluster: this.managementCluster.node.id,
    };
  }

  /** What the management cluster's versions can express. */
  get profile(): VersionProfile {
    return this.managementCluster.profile;
  }

  /** Ids of the cluster's own constructs, which no pool or addon may have. */
  get reservedIds(): readonly string[] {
    return [CONTROL_PLANE, RESOURCE, INFRASTRUCTURE];
  }

  /** Cluster object. */
  get cluster(): ApiObject {
    return this.object(RESOURCE, 'cluster', 'Cluster');
  }

  /** Object that stands for the infrastructure, an OpenStackCluster on OpenStack. */
  get infrastructure(): ApiObject {
    const { clusterKind } = providerOfCloud(this.cloud.model).renderer;
    return this.object(INFRASTRUCTURE, 'infrastructure', clusterKind);
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
  addNodePool(id: string, props: NodePoolProps<C>): NodePool<C> {
    return new NodePool<C>(this, id, props);
  }

  /** Adds a rule on how some pods leave machines. */
  addDrainRule(id: string, props: MachineDrainRuleProps): MachineDrainRule {
    return new MachineDrainRule(this, id, props);
  }

  /** Adds software to install into the cluster; a second addon of one name is a mistake. */
  addAddon(addon: Addon): void {
    if (this.addons.has(addon.name)) collect(this.node.root, [addonTaken(this, addon.name)]);
    else this.addons.set(addon.name, addon);
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

  /** ExternalSecret or SealedSecret from which a Secret of the cluster is made, by the name of the Secret, as one that may be patched. */
  secretObject(name: string): ApiObject {
    const key = secretKey(name);
    const { apiVersion, kind } = this.findManifest(key);
    const id = `secret-${name}`;
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this, { key, apiVersion, kind, name });
  }

  /** Takes part in the cluster's model as a node pool; called by {@link NodePool}. */
  registerPool(pool: IPoolSource): void {
    if (!isUnplaced(pool)) this.pools.push(pool);
  }

  /** Takes part in rendering with an object that may be patched; called by {@link ManifestObject}. */
  registerObject(key: string, object: IPatchedObject): void {
    this.objects.set(key, object);
  }

  /** Cluster as plain data, from which manifests are rendered and clouds provisioned. */
  model(): C['kindOf']['model'] {
    const context = this.context();
    const addons = [...this.addons.values()]
      .flatMap((addon) => this.described(addon, context))
      .sort((a, b) => compare(a.name, b.name));
    const cni = attempt(
      () => this.props.cni?.model ?? addons.find((addon) => addon.cni !== undefined)?.cni,
    );
    const model = { ...context, addons, ...(cni === undefined ? {} : { cni }) };
    const completed = attempt(() => this.cloud.modeller.completed?.(model, this.clusterProps));
    return completed === undefined || isHollow(completed) ? model : completed;
  }

  /**
   * Renders the objects of the cluster, patches included.
   *
   * @throws ValidationError with every mistake in the cluster.
   */
  render(): readonly RenderedObject[] {
    const model = this.model();
    const refused = collectedAt(this.node.root).filter(({ path }) => this.isWithin(path));
    const issues = withoutConsequences(refused, checkCluster(model));
    setReported(this.node.root);
    if (issues.length > 0) throw new ValidationError(issues);
    return this.renderModel(model);
  }

  private isWithin(path: string): boolean {
    return path === this.clusterPath || path.startsWith(`${this.clusterPath}/`);
  }

  /** Renders a model of this cluster that has been checked. */
  renderModel(model: AssembledCluster): readonly RenderedObject[] {
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

  /** Addon as plain data; none of one whose own code throws, which is a mistake. */
  private described(addon: Addon, context: AddonContext): readonly AddonModel[] {
    const path = `${this.clusterPath}/${addon.name}`;
    try {
      return [addon.describe(context, path)];
    } catch (error) {
      collect(this.node.root, mistakesOf(path, 'describe', error));
      return [];
    }
  }

  private context(): AddonContext {
    const { props, names, clusterProps } = this;
    const { management } = this.managementCluster;
    const imageDigests = imageDigestsOf(this);
    const cloud = attempt(() => clusterProps.cloud.model);
    const own = attempt(() =>
      clusterProps.cloud.modeller.cluster({ ...names, props: clusterProps, scope: this }),
    );
    const range = <K extends keyof typeof CLUSTER_RANGE_DEFAULTS>(name: K) =>
      attempt(() => own.ranges[name] ?? CLUSTER_RANGE_DEFAULTS[name]);
    const context = {
      ...names,
      ...(imageDigests && { imageDigests }),
      ...(management && { management }),
      ownsNamespace: props.namespace === undefined,
      ...(props.namespacePodSecurity !== undefined && {
        namespacePodSecurity: props.namespacePodSecurity,
      }),
      profile: this.profile,
      labels: props.labels ?? {},
      annotations: props.annotations ?? {},
      paused: props.paused ?? WORKLOAD_CLUSTER_DEFAULTS.paused,
      ...(props.availabilityGates && { availabilityGates: props.availabilityGates }),
      kubernetesVersion: props.kubernetesVersion,
      cloud,
      podCidrs: range('podCidrs'),
      serviceCidrs: range('serviceCidrs'),
      serviceDomain: range('serviceDomain'),
      apiServerPort: props.apiServerPort ?? WORKLOAD_CLUSTER_DEFAULTS.apiServerPort,
      ...(props.installedOtherwise && { installedOtherwise: props.installedOtherwise }),
      controlPlane: attempt(() => this.controlPlane.model()),
      pools: this.pools.flatMap(completeModel).sort((a, b) => compare(a.name, b.name)),
      ...drainRulesOf(this),
      templateNames: props.templateNames ?? WORKLOAD_CLUSTER_DEFAULTS.templateNames,
    };
    return { ...context, ...withoutRanges(own) };
  }

  private object(id: string, key: string, kind: string): ApiObject {
    const existing = this.node.tryFindChild(id);
    if (existing instanceof ManifestObject) return existing;
    return new ManifestObject(this, id, this, {
      key,
      kind,
      apiVersion: apiVersionOf(kind, this),
      name: this.clusterName,
    });
  }
}

/** Model of a pool; none of one that lacks what its model is made of. */
function completeModel(pool: IPoolSource): readonly AssembledPool[] {
  const model = attempt(() => pool.model());
  return isHollow(model) ? [] : [model];
}

/** Part of a model that a cloud decides on; parts that are incomplete where that is not known at all. */
function withoutRanges(own: OwnCluster): Omit<OwnCluster, 'ranges'> {
  if (isHollow(own)) {
    return { network: INCOMPLETE, endpoint: INCOMPLETE, surroundings: INCOMPLETE };
  }
  const { ranges, ...rest } = own;
  return rest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
