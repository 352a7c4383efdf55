import { resolve } from 'node:path';
import * as kubernetes from '@pulumi/kubernetes';
import * as openstack from '@pulumi/openstack';
import {
  all,
  getRootDirectory,
  getStack,
  type Input,
  type Output,
  output,
  type ProviderResource,
  type ResourceHook,
  RunError,
  runtime,
} from '@pulumi/pulumi';
import { ValidationError } from '../../base/errors';
import type { Manifest } from '../../base/manifest';
import { applyManifests, FLOATING_IP_TO_COME } from '../../provision/pulumi/manifests';
import {
  configError,
  readStackConfig,
  type StackConfig,
} from '../../provision/pulumi/stack-config';
import { SelectionError } from '../../provision/selection';
import type { ClusterOutput, StackOutputs } from '../../provision/stack-outputs';
import { CloudError } from '../client/cloud-error';
import type { OpenStackCluster } from '../model/cluster';
import { madeCredential } from '../model/credentials';
import type { HandOver } from '../model/hand-over';
import type { ClusterPlan } from '../plan/cluster-plan';
import { componentsOf, type FleetPlan, itemsOf, type PlanOptions } from '../plan/fleet-plan';
import type { HandOverEntry } from '../plan/hand-over-files';
import { writeHandOvers } from '../plan/hand-over-writer';
import { isResource, type PlannedComponent } from '../plan/plan';
import { checkClouds } from './check-clouds';
import { writeCredential } from './cluster-credential';
import { PlanWalker } from './plan-walker';
import { PlannedGroup } from './planned-component';
import { useHook } from './use-hook';

/** Fleet that a stack can deploy. */
export interface DeployableFleet {
  /** Folder of the files that `pulumi up` writes and synth reads. */
  readonly handOverFolder: string;
  /** Plans the resources; throws if the fleet has mistakes. */
  plan(options: PlanOptions): FleetPlan;
  /** Renders the objects of one cluster in its management cluster. */
  manifests(path: string, handOver: HandOver): readonly Manifest[];
}

/**
 * Provisions what the stack's part of a fleet needs in its clouds.
 *
 * @throws RunError with every mistake in the fleet, or every finding in the clouds, before anything is created.
 * @throws Error when a value of the stack's configuration is wrong.
 */
export async function deploy(fleet: DeployableFleet): Promise<StackOutputs> {
  // Pulumi must not end the program while the clouds are queried, whether or not the result is exported.
  const release = runtime.rpcKeepAlive();
  try {
    const config = readStackConfig();
    const { clusters, clouds, rotation } = config;
    const plan = fleet.plan({
      selection: { ...(clusters && { clusters }), ...(clouds && { clouds }) },
      ...(rotation === undefined ? {} : { rotation }),
    });
    if (config.preflight) await checkClouds(plan, config);
    return new Deployment(fleet, plan, config).run();
  } catch (error) {
    // Pulumi prints only the message of such an error, without a stack trace.
    const isTold =
      error instanceof ValidationError ||
      error instanceof CloudError ||
      error instanceof SelectionError;
    throw isTold ? new RunError(error.message) : error;
  } finally {
    release();
  }
}

/** Parent and provider of objects in a management cluster. */
interface ManagementOptions {
  readonly parent: PlannedGroup;
  readonly provider?: ProviderResource;
}

class Deployment {
  private readonly groups = new Map<string, PlannedGroup>();
  private readonly cloudOf = new Map<string, string>();
  private readonly cloudProviders = new Map<string, ProviderResource>();
  private readonly managementProviders = new Map<string, ProviderResource>();
  private readonly guard: ResourceHook | undefined;
  private readonly walker: PlanWalker;

  constructor(
    private readonly fleet: DeployableFleet,
    private readonly plan: FleetPlan,
    private readonly config: StackConfig,
  ) {
    this.guard = useHook(plan, config);
    this.walker = new PlanWalker({
      applies: config.apply,
      ...(this.guard && { guard: this.guard }),
      parentOf: (component) => this.groups.get(component),
      providerOf: (component) => this.cloudProviders.get(this.cloudOf.get(component) ?? ''),
    });
  }

  run(): StackOutputs {
    this.makeProviders();
    this.makeGroups();
    for (const item of itemsOf(this.plan)) this.walker.take(item);
    const handOvers = new Map<string, Output<HandOverEntry>>();
    const outputs: Record<string, ClusterOutput> = {};
    for (const plan of this.plan.clusters) {
      const { path } = plan.cluster;
      const provisioned = this.resolved(plan);
      if (Object.keys(provisioned).length > 0) {
        handOvers.set(path, output(provisioned) as Output<HandOverEntry>);
      }
      this.reachManagementCluster(plan, provisioned);
      outputs[path] = clusterOutput(plan.cluster, provisioned);
    }
    this.writeHandOver(handOvers);
    return { clusters: outputs };
  }

  private makeProviders(): void {
    const { cloudEntries } = this.config;
    const { clouds, clusters } = this.plan;
    const used = new Map([
      ...clusters
        .filter(({ items }) => items.length > 0)
        .map(({ cluster: { cloud } }) => [cloud.path, cloud] as const),
      ...clouds.map(({ cloud }) => [cloud.path, cloud] as const),
    ]);
    for (const [path, { name, region }] of used) {
      const entry = cloudEntries[name];
      if (entry !== undefined) {
        const args = { cloud: entry, ...(region === undefined ? {} : { region }) };
        this.cloudProviders.set(path, cloudProvider(`${path}/provider`, args));
      } else if (used.size > 1) {
        throw configError(
          `cloudEntries.${name}`,
          undefined,
          'an entry of clouds.yaml for each cloud, because the stack has several',
          `--path capi-fleet:cloudEntries.${name} ${name}`,
        );
      }
    }
  }

  private makeGroups(): void {
    for (const { cloud, components } of this.plan.clouds) this.makeGroupsOf(cloud.path, components);
    for (const { cluster, components } of this.plan.clusters) {
      this.makeGroupsOf(cluster.cloud.path, components);
    }
  }

  private makeGroupsOf(cloud: string, components: readonly PlannedComponent[]): void {
    for (const { name, kind, parent } of components) {
      this.cloudOf.set(name, cloud);
      if (!this.isShown(kind, name)) continue;
      const around = parent === undefined ? undefined : this.groups.get(parent);
      this.groups.set(
        name,
        new PlannedGroup(kind, name, around === undefined ? {} : { parent: around }),
      );
    }
  }

  private isShown(kind: PlannedComponent['kind'], name: string): boolean {
    return (kind === 'WorkloadCluster' && this.config.apply) || this.hasResources(name);
  }

  private hasResources(component: string): boolean {
    const isInside = (name: string) => name === component || name.startsWith(`${component}/`);
    const components = componentsOf(this.plan).filter(({ name }) => isInside(name));
    return itemsOf(this.plan).some(
      (item) => isResource(item) && components.some(({ name }) => name === item.component),
    );
  }

  private resolved({ handOver }: ClusterPlan): Readonly<Record<string, Input<unknown>>> {
    return Object.fromEntries(
      Object.entries(handOver).map(([name, value]) => [name, this.walker.resolve(value)]),
    );
  }

  private reachManagementCluster(
    { cluster, items }: ClusterPlan,
    { floatingIP }: Readonly<Record<string, Input<unknown>>>,
  ): void {
    const parent = this.groups.get(cluster.path);
    const isMade = madeCredential(cluster.credentials) !== undefined;
    if (parent === undefined || (!isMade && !this.config.apply)) return;
    const provider = this.managementProvider(cluster);
    const options = { parent, ...(provider === undefined ? {} : { provider }) };
    const address = { ...(floatingIP === undefined ? {} : { floatingIP: FLOATING_IP_TO_COME }) };
    const manifests = this.fleet.manifests(cluster.path, address);
    const ownNamespace = manifests.find((manifest) => isOwnNamespace(cluster, manifest));
    const namespace = ownNamespace && this.makeNamespace(cluster, ownNamespace, options);
    const secrets = isMade ? this.writeCredential(cluster, options, namespace) : [];
    if (!this.config.apply) return;
    const infrastructure = [
      ...[...this.groups]
        .filter(([name]) => name.startsWith(`${cluster.path}/`))
        .map(([, group]) => group),
      ...items
        .filter((item) => isResource(item) && item.component === cluster.path)
        .map(({ name }) => this.walker.resource(name)),
    ];
    applyManifests(
      cluster,
      manifests.filter((manifest) => manifest !== ownNamespace),
      {
        ...options,
        dependsOn: [...infrastructure, ...secrets, ...(namespace === undefined ? [] : [namespace])],
        wait: this.config.wait,
        ...(floatingIP === undefined ? {} : { floatingIP: output(floatingIP).apply(String) }),
      },
    );
  }

  /**
   * Creates the namespace before its objects, with the labels and annotations of its manifest; it is retained if the
   * manifests are applied another way.
   */
  private makeNamespace(
    { path }: OpenStackCluster,
    { metadata }: Manifest,
    options: ManagementOptions,
  ): kubernetes.core.v1.Namespace {
    const { name, labels = {}, annotations = {} } = metadata;
    const args = { metadata: { name, labels, annotations } };
    return new kubernetes.core.v1.Namespace(`${path}/namespace`, args, {
      ...options,
      retainOnDelete: !this.config.apply,
    });
  }

  private writeCredential(
    cluster: OpenStackCluster,
    { parent, provider }: ManagementOptions,
    namespace: kubernetes.core.v1.Namespace | undefined,
  ): readonly kubernetes.core.v1.Secret[] {
    const credential = this.walker.resource(`${cluster.path}/credential`);
    const cloudProvider = this.cloudProviders.get(cluster.cloud.path);
    if (!openstack.identity.ApplicationCredential.isInstance(credential)) return [];
    return writeCredential(cluster, credential, {
      parent,
      ...(provider === undefined ? {} : { managementProvider: provider }),
      ...(cloudProvider === undefined ? {} : { cloudProvider }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(this.guard && { guard: this.guard }),
    });
  }

  private managementProvider({
    managementCluster,
  }: OpenStackCluster): ProviderResource | undefined {
    const context = this.config.contexts[managementCluster];
    if (context === undefined) {
      const used = new Set(this.plan.clusters.map(({ cluster }) => cluster.managementCluster));
      if (used.size <= 1) return undefined;
      throw configError(
        `contexts.${managementCluster}`,
        undefined,
        'a context of the kubeconfig for each management cluster, because the stack has several',
        `--path capi-fleet:contexts.${managementCluster} ${managementCluster}`,
      );
    }
    const known = this.managementProviders.get(managementCluster);
    if (known !== undefined) return known;
    const made = new kubernetes.Provider(`${managementCluster}/provider`, { context });
    this.managementProviders.set(managementCluster, made);
    return made;
  }

  private writeHandOver(handOvers: ReadonlyMap<string, Output<HandOverEntry>>): void {
    if (handOvers.size === 0 || runtime.isDryRun()) return;
    const folder = resolve(getRootDirectory(), this.fleet.handOverFolder);
    all([...handOvers.values()]).apply((entries) => {
      const paths = [...handOvers.keys()];
      const byPath = Object.fromEntries(entries.map((one, i) => [paths[i] ?? '', one]));
      writeHandOvers(folder, getStack(), byPath);
    });
  }
}

/** Creates a provider that leaves Octavia to the variable `OS_USE_OCTAVIA`: releases from 4 on refuse an argument for it. */
function cloudProvider(name: string, args: openstack.ProviderArgs): openstack.Provider {
  return new openstack.Provider(name, args, {
    transformations: [({ props: { useOctavia: _, ...props }, opts }) => ({ props, opts })],
  });
}

function isOwnNamespace(
  { namespace, ownsNamespace }: OpenStackCluster,
  manifest: Manifest,
): boolean {
  return ownsNamespace && manifest.kind === 'Namespace' && manifest.metadata.name === namespace;
}

function clusterOutput(
  cluster: OpenStackCluster,
  provisioned: Readonly<Record<string, Input<unknown>>>,
): ClusterOutput {
  const { name, namespace, managementCluster, cloud, kubernetesVersion } = cluster;
  const endpoint = endpointOf(cluster, provisioned.floatingIP);
  return {
    managementCluster,
    namespace,
    cloud: cloud.name,
    kubernetesVersion,
    ...(endpoint === undefined ? {} : { endpoint }),
    provisioned,
    kubeconfigCommand: `kubectl -n ${namespace} get secret ${name}-kubeconfig -o jsonpath={.data.value} | base64 -d`,
  };
}

function endpointOf(
  { endpoint, apiServerPort }: OpenStackCluster,
  floatingIP: Input<unknown> | undefined,
): Input<string> | undefined {
  if (endpoint.kind === 'external') return `${endpoint.host}:${endpoint.port ?? apiServerPort}`;
  if (endpoint.kind !== 'managed' && endpoint.dnsName !== undefined) {
    return `${endpoint.dnsName}:${apiServerPort}`;
  }
  if (floatingIP !== undefined) return output(floatingIP).apply((ip) => `${ip}:${apiServerPort}`);
  if (endpoint.floatingIP?.kind === 'address') {
    return `${endpoint.floatingIP.address}:${apiServerPort}`;
  }
  return endpoint.kind === 'virtualIp' ? `${endpoint.address}:${apiServerPort}` : undefined;
}
