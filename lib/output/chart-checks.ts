import type { AssembledCluster } from '../assembly/model';
import type { RenderedObject } from '../assembly/render-cluster';
import { type ReservedSubject, reservedSecretFinding } from '../assembly/reserved-secret';
import type { Issue } from '../base/errors';
import { isHollow } from '../base/incomplete';
import { isMap } from '../base/is-map';
import type { Manifest } from '../base/manifest';
import type { VersionProfile } from '../cluster/model/profile';
import type { ExtraFile } from './extra-file';
import type { ManagementFolders, ManagementTurn } from './management-folders';
import {
  collision,
  identityOf,
  type ObjectChecks,
  reservedSecret,
  UNIQUE_RULE,
} from './object-checks';
import type { UserObject } from './user-charts';

/** Cluster, as far as objects of the user's own may get into its way. */
interface Neighbour extends ReservedSubject {
  readonly managementCluster: string;
}

/** What the checks look at besides the charts. */
export interface ChartContext {
  readonly checks: ObjectChecks;
  readonly managementClusters: readonly ManagementTurn[];
  readonly folders: ManagementFolders;
  /** Objects of a cluster that is written by this synth. */
  readonly objectsOf: (managementCluster: string, cluster: string) => readonly Manifest[];
}

/** Checks of the user's own charts: the same as those of clusters, and that they do not get into the way of these. */
export class ChartChecks {
  private readonly neighbours = new Map<string, Neighbour[]>();

  constructor(private readonly context: ChartContext) {}

  /** Remembers a cluster by the namespace that its objects are in. */
  add({ managementCluster, name, namespace, controlPlane }: AssembledCluster): void {
    const { certificates, etcd } = controlPlane;
    const key = `${managementCluster} ${namespace}`;
    const known = this.neighbours.get(key);
    const neighbour = {
      managementCluster,
      name,
      namespace,
      controlPlane: { ...(certificates && { certificates }), ...(etcd && { etcd }) },
    };
    if (known === undefined) this.neighbours.set(key, [neighbour]);
    else known.push(neighbour);
  }

  /** Finds every mistake in the objects of charts. */
  issues(files: readonly ExtraFile[]): Issue[] {
    const homes = new Set(files.map(({ managementCluster }) => managementCluster));
    return [...homes].flatMap((home) => {
      const members = files.filter((file) => file.managementCluster === home);
      const objects = members.map((file) => (file.objects ?? []).filter(isManifest).map(rendered));
      const issues = objects.flatMap((some) =>
        this.context.checks.checkCharts(some, this.profiles(home)),
      );
      return home === undefined
        ? [...issues, ...objects.flatMap((some) => repeated(some, new Set()))]
        : [...issues, ...this.issuesBeside(home, objects.flat())];
    });
  }

  private profiles(home: string | undefined): readonly VersionProfile[] {
    const { managementClusters } = this.context;
    const mine = managementClusters.filter(
      ({ name, profile }) => (home === undefined || name === home) && !isHollow(profile),
    );
    return [...new Map(mine.map(({ profile }) => [profile.name, profile])).values()];
  }

  /** Finds objects that are those of a cluster too, or of the management cluster's own, or two of one. */
  private issuesBeside(home: string, objects: readonly RenderedObject[]): Issue[] {
    const taken = new Set(this.context.folders.shared(home).map(inDefault));
    const neighbours = this.neighboursOf(home, objects);
    for (const { name } of neighbours) {
      for (const object of this.context.objectsOf(home, name)) taken.add(inDefault(object));
    }
    const reserved = neighbours.flatMap((neighbour) =>
      objects.flatMap((one) => {
        const finding = reservedSecretFinding(neighbour, one.object);
        return finding === undefined ? [] : [reservedSecret(one, finding)];
      }),
    );
    return [...repeated(objects, taken), ...reserved];
  }

  /** Clusters in whose namespaces there are objects of the charts. */
  private neighboursOf(home: string, objects: readonly RenderedObject[]): readonly Neighbour[] {
    const namespaces = new Set(objects.map(({ object }) => namespaceOf(object)));
    return [...namespaces].flatMap(
      (namespace) => this.neighbours.get(`${home} ${namespace}`) ?? [],
    );
  }
}

function namespaceOf({ kind, metadata }: Manifest): string {
  return kind === 'Namespace' ? metadata.name : (metadata.namespace ?? 'default');
}

/** Identity of an object, one without a namespace being in that which kubectl takes. */
function inDefault(object: Manifest): string {
  const { metadata } = object;
  const namespace = metadata.namespace ?? 'default';
  return identityOf({ ...object, metadata: { ...metadata, namespace } });
}

function repeated(objects: readonly RenderedObject[], taken: Set<string>): Issue[] {
  return objects.flatMap((one) => {
    const identity = inDefault(one.object);
    const isTaken = taken.has(identity);
    taken.add(identity);
    return isTaken ? [{ ...collision(one), rule: UNIQUE_RULE }] : [];
  });
}

function isManifest({ object }: UserObject): boolean {
  return isMap(object) && isMap(object.metadata) && typeof object.kind === 'string';
}

/** Object of a chart, to be checked like ours. */
function rendered({ path, object }: UserObject): RenderedObject {
  const key = `chart/${object.kind}/${object.metadata.name}`;
  return { key, section: 'cluster', group: '', path, object, plaintext: false, added: true };
}
