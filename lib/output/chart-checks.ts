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

/** Facts about a cluster that objects of the user can collide with. */
interface Neighbour extends ReservedSubject {
  readonly managementCluster: string;
}

/** Data for the checks of user charts. */
export interface ChartContext {
  readonly checks: ObjectChecks;
  readonly managementClusters: readonly ManagementTurn[];
  readonly folders: ManagementFolders;
  /** Objects of a cluster that this synth writes. */
  readonly objectsOf: (managementCluster: string, cluster: string) => readonly Manifest[];
}

/** Checks of user charts: those of clusters, and that the charts do not collide with clusters. */
export class ChartChecks {
  private readonly neighbours = new Map<string, Neighbour[]>();

  constructor(private readonly context: ChartContext) {}

  /** Records a cluster under the namespace of its objects. */
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

  /** Finds objects with the identity of another one: in the charts, a cluster or the management cluster's files. */
  private issuesBeside(home: string, objects: readonly RenderedObject[]): Issue[] {
    const taken = new Set(this.context.folders.shared(home).map(({ object }) => inDefault(object)));
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

  /** Clusters that share a namespace with objects of the charts. */
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

/** Identity of an object; without a namespace, kubectl puts it into `default`. */
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

/** Object of a chart in the form of a rendered one, so that the same checks apply. */
function rendered({ path, object }: UserObject): RenderedObject {
  const key = `chart/${object.kind}/${object.metadata.name}`;
  return { key, section: 'cluster', group: '', path, object, plaintext: false, added: true };
}
