import { Construct, type IConstruct } from 'constructs';
import { infrastructureProviders, type Providers } from '../lib/assembly/providers';
import { peerRange } from '../lib/base/cidr';
import type { Issue } from '../lib/base/errors';
import { nameIt } from '../lib/base/fix';
import { attempt, INCOMPLETE } from '../lib/base/incomplete';
import type { ManagementModel } from '../lib/cluster/model/management';
import type { VersionProfile } from '../lib/cluster/model/profile';
import { checkProviders } from '../lib/cluster/rules/providers';
import { collect } from '../lib/input/refusals';
import { NAME_RULE } from './construct-id';
import { constructInput, isUnplaced } from './construct-input';
import { checkManagementName } from './management-name';

/** Props of a {@link ManagementCluster}. */
export interface ManagementClusterProps {
  /** Versions of Cluster API and its infrastructure providers that run there. */
  readonly providers: Providers;
  /**
   * IPv4 ranges and addresses from which the cluster reaches addresses of clouds, which an endpoint's allowed ranges have to contain.
   *
   * A cloud that it reaches by another way says so in its `managementEgressCidrs`.
   *
   * @default - not checked
   */
  readonly egressCidrs?: readonly string[];
  /**
   * Ranges and addresses that the cluster reaches without a floating address, by a router, a tunnel or as their neighbour.
   *
   * An endpoint without a floating address has to be in one of them.
   *
   * @default - not checked
   */
  readonly reachableCidrs?: readonly string[];
  /**
   * Registries from which the cluster pulls the images of what the fleet runs in it, such as autoscalers, by the registries in
   * their names: `{ 'registry.k8s.io': 'registry.example.org/mirror' }`.
   *
   * An image keeps its path, tag and digest. Mirrors that its machines know need none of it, for they change no names.
   *
   * @default - the registries in the names of images
   */
  readonly imageRegistries?: Readonly<Record<string, string>>;
}

/** Builds one cluster of a management cluster when its turn comes. */
export type ClusterBuilder = (scope: ManagementCluster, name: string) => void;

/**
 * Kubernetes cluster that runs Cluster API and makes workload clusters.
 *
 * Its name is a folder of the output, with a folder in it for each workload cluster.
 */
export class ManagementCluster extends Construct {
  /** What the versions on the management cluster can express. */
  readonly profile: VersionProfile;
  /** What it reaches and pulls from, as far as it is known; undefined where nothing is. */
  readonly management: ManagementModel | undefined;
  private readonly builders = new Map<string, ClusterBuilder>();

  constructor(scope: Construct, id: string, props: ManagementClusterProps) {
    const input = constructInput('ManagementCluster', { scope, id, props });
    super(input.parent, input.id);
    if (!isUnplaced(this)) collect(this.node.root, checkManagementName(this.node.path, id));

    this.profile = attempt(() => this.profileOf(input.props.providers));
    const { egressCidrs, reachableCidrs, imageRegistries } = input.props;
    const known = {
      ...(egressCidrs === undefined ? {} : { egressCidrs: egressCidrs.map(peerRange) }),
      ...(reachableCidrs === undefined ? {} : { reachableCidrs: reachableCidrs.map(peerRange) }),
      ...(imageRegistries === undefined ? {} : { imageRegistries }),
    };
    this.management =
      Object.keys(known).length === 0 ? undefined : { path: this.node.path, ...known };
  }

  /**
   * Adds clusters that are built one by one while the fleet is written, and forgotten afterwards.
   *
   * A fleet of thousands so needs the memory of one cluster. The function must make a `WorkloadCluster` with the
   * name that it is given.
   *
   * ```ts
   * mothership.addClusters(sites.map((site) => site.name), (scope, name) => {
   *   new WorkloadCluster(scope, name, propsOf(name));
   * });
   * ```
   */
  addClusters(names: readonly string[], build: ClusterBuilder): void {
    for (const name of names) {
      const isTaken = this.builders.has(name) || this.node.tryFindChild(name) !== undefined;
      if (isTaken) collect(this.node.root, [this.clusterTaken(name)]);
      else this.builders.set(name, build);
    }
  }

  /** Names of the clusters that are built when their turn comes. */
  get deferredClusters(): readonly string[] {
    return [...this.builders.keys()];
  }

  /**
   * Builds a deferred cluster.
   *
   * @throws Error when the builder made no construct of that name.
   */
  buildDeferredCluster(name: string): IConstruct {
    this.builders.get(name)?.(this, name);
    const cluster = this.node.tryFindChild(name);
    if (cluster !== undefined) return cluster;
    throw new Error(
      `${this.node.path}: the builder of ${JSON.stringify(name)} made no such cluster`,
    );
  }

  private profileOf(providers: Providers): VersionProfile {
    const profile = providers.tryProfile();
    const issues = checkProviders(this.node.path, providers.model, infrastructureProviders());
    collect(this.node.root, issues);
    return profile === undefined || issues.length > 0 ? INCOMPLETE : profile;
  }

  private clusterTaken(name: string): Issue {
    return {
      path: `${this.node.path}/${name}`,
      prop: 'name',
      given: name,
      allowed: `a name that nothing else in ${this.node.path} has`,
      fix: nameIt(`${name}-2`, { or: 'leave one of the two out' }),
      rule: NAME_RULE,
    };
  }

  /** Takes a deferred cluster that has been written out of the tree again. */
  forgetDeferredCluster(name: string): void {
    this.node.tryRemoveChild(name);
  }
}
