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
  /** Versions of Cluster API and its infrastructure providers on the cluster. */
  readonly providers: Providers;
  /**
   * IPv4 ranges and addresses from which the cluster reaches clouds; the allowed ranges of an endpoint must contain
   * them.
   *
   * For a cloud that it reaches from other addresses, set `managementEgressCidrs` of the cloud.
   *
   * @default - not checked
   */
  readonly egressCidrs?: readonly string[];
  /**
   * Ranges and addresses that the cluster reaches without a floating IP: through a router, a tunnel or a common
   * network.
   *
   * An endpoint without a floating IP must be in one of them.
   *
   * @default - not checked
   */
  readonly reachableCidrs?: readonly string[];
  /**
   * Registries from which the cluster pulls the images that the fleet runs in it, such as autoscalers, by the
   * registries in the image names: `{ 'registry.k8s.io': 'registry.example.org/mirror' }`.
   *
   * An image keeps its path, tag and digest. This is not needed for mirrors that the machines know, because these
   * change no names.
   *
   * @default - the registries in the image names
   */
  readonly imageRegistries?: Readonly<Record<string, string>>;
}

/** Builds one cluster of a management cluster when it is needed. */
export type ClusterBuilder = (scope: ManagementCluster, name: string) => void;

/**
 * Kubernetes cluster that runs Cluster API and creates workload clusters.
 *
 * Its name is a folder of the output, which contains a folder for each workload cluster.
 */
export class ManagementCluster extends Construct {
  /** Features of the versions on the management cluster. */
  readonly profile: VersionProfile;
  /** Networks and registries that the cluster can reach, as far as they are known; undefined if nothing is known. */
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
   * Adds clusters that are built one by one while the fleet is written, and dropped afterwards.
   *
   * A fleet of thousands of clusters then needs the memory of one. The function must create a `WorkloadCluster` with
   * the given name.
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

  /** Names of the clusters that are built when they are needed. */
  get deferredClusters(): readonly string[] {
    return [...this.builders.keys()];
  }

  /**
   * Builds a deferred cluster.
   *
   * @throws Error if the builder creates no construct with that name.
   */
  buildDeferredCluster(name: string): IConstruct {
    this.builders.get(name)?.(this, name);
    const cluster = this.node.tryFindChild(name);
    if (cluster !== undefined) return cluster;
    throw new Error(
      `${this.node.path}: the builder of ${JSON.stringify(name)} created no such cluster`,
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

  /** Removes a deferred cluster from the tree after it was written. */
  forgetDeferredCluster(name: string): void {
    this.node.tryRemoveChild(name);
  }
}
