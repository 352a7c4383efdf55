import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostUserDataBytes, userDataBytes } from '../assembly/bootstrap-checks';
import { checkCluster, checkRendering } from '../assembly/check-cluster';
import { withoutConsequences } from '../assembly/consequences';
import { expiriesOf } from '../assembly/credential-expiries';
import { FleetChecks } from '../assembly/fleet-checks';
import type { AssembledCluster } from '../assembly/model';
import type { RenderedObject } from '../assembly/render-cluster';
import type { RequiredSecret } from '../assembly/required-secret';
import { managementSecrets } from '../assembly/required-secrets';
import { type Issue, ValidationError } from '../base/errors';
import { mistakesOf } from '../base/failure';
import { attempt, incompleteError, incompleteUses, isHollow } from '../base/incomplete';
import { isMap } from '../base/is-map';
import type { Manifest } from '../base/manifest';
import { inPhase } from '../base/time-spent';
import type { Expiry } from '../cluster/model/credential-expiry';
import { AcceptedCredentials } from '../secrets/scan/accepted';
import { inApplyOrder, type ObjectText } from './apply-order';
import { ChartChecks } from './chart-checks';
import { type ClusterFile, clusterFiles, kustomization } from './cluster-files';
import {
  ClusterPatterns,
  FIRST_CLUSTERS,
  type FinishedCluster,
  type FinishedFile,
  textsOnly,
} from './cluster-patterns';
import type { ClusterTurn, FleetSynthOptions } from './cluster-turn';
import { emitDocuments } from './emit-yaml';
import type { ExtraFile } from './extra-file';
import type { FleetFile } from './fleet-file';
import { FleetMemory } from './fleet-memory';
import { ManagementFolders } from './management-folders';
import { type ModelShape, modelShape } from './model-shape';
import { ObjectChecks } from './object-checks';
import { Progress } from './progress';
import { sopsFiles } from './sops-files';
import type { SynthSummary, UserDataSize } from './synth-summary';
import { TreeWriter } from './tree-writer';

/**
 * Checks, renders and writes a fleet, one cluster at a time.
 *
 * The output folder changes only after every cluster has been checked.
 *
 * @throws ValidationError with the mistakes of all clusters.
 */
export function synthFleet(turns: Iterable<ClusterTurn>, options: FleetSynthOptions): SynthSummary {
  const started = process.hrtime.bigint();
  const run = new FleetRun(options);
  try {
    const iterator = turns[Symbol.iterator]();
    const next = () => inPhase('models', () => iterator.next());
    for (let turn = next(); turn.done !== true; turn = next()) run.take(turn.value);
    const files = run.finish();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const { clusters, objects, userData, secrets, expiries } = run;
    const { outdir } = run.tree;
    return { outdir, clusters, objects, ...files, userData, secrets, expiries, seconds };
  } catch (error) {
    run.abort();
    throw error;
  }
}

/**
 * Checks and renders a fleet like a synth, but writes nothing to its output folder.
 *
 * Problems of the output folder itself, such as a lock or a foreign file, are not found.
 *
 * @throws ValidationError with the mistakes of all clusters.
 */
export function checkFleet(turns: Iterable<ClusterTurn>, options: FleetSynthOptions): SynthSummary {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-check-'));
  try {
    const { outdir: _, ...summary } = synthFleet(turns, { ...options, outdir: folder });
    return { ...summary, written: 0, unchanged: 0, removed: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Output of a cluster, with its objects and their mistakes. */
interface MadeCluster extends FinishedCluster {
  readonly rendered: readonly RenderedObject[];
  readonly files: readonly (ClusterFile & FinishedFile)[];
  readonly issues: readonly Issue[];
}

class FleetRun {
  clusters = 0;
  objects = 0;
  readonly userData: UserDataSize[] = [];
  readonly secrets: RequiredSecret[] = [];
  readonly expiries: Expiry[] = [];
  private readonly issues: Issue[] = [];
  private readonly fleet = new FleetChecks();
  private readonly accepted: AcceptedCredentials;
  private readonly folders: ManagementFolders;
  private readonly objectChecks: ObjectChecks;
  private readonly chartChecks: ChartChecks;
  private readonly streamed: (ObjectText & { readonly folder: string })[] = [];
  private readonly progress: Progress;
  readonly tree: TreeWriter;
  private readonly memory: FleetMemory;
  private readonly patterns = new ClusterPatterns();
  private readonly hasPatterns: boolean;
  private readonly writtenFolders: string[] = [];
  /** Uses of refused parts before this run; more of them mean that a model is incomplete. */
  private readonly uses = incompleteUses();
  private seen = 0;

  constructor(private readonly options: FleetSynthOptions) {
    this.accepted = new AcceptedCredentials(options.acceptedCredentials ?? []);
    const { managementClusters, force = false } = options;
    this.objectChecks = new ObjectChecks(options.crds, this.accepted);
    this.folders = new ManagementFolders(managementClusters);
    this.chartChecks = new ChartChecks({
      checks: this.objectChecks,
      managementClusters,
      folders: this.folders,
      objectsOf: (management, cluster) => this.writtenObjects(`${management}/${cluster}`),
    });
    this.progress = new Progress(options.total);
    this.tree = new TreeWriter(options.outdir, { force });
    this.memory = new FleetMemory(this.tree, options);
    this.hasPatterns = mayHavePatterns(options);
  }

  take(turn: ClusterTurn): void {
    const { model } = turn;
    this.seen += 1;
    this.progress.update(this.seen);
    const wanted = this.isWanted(model);
    inPhase('what clusters share', () => {
      attempt(() => this.fleet.add(model));
      attempt(() => this.folders.add(model, turn.patchShared));
      attempt(() => this.chartChecks.add(model));
      if (wanted) attempt(() => this.list(model));
    });
    const folder = `${model.managementCluster}/${model.name}`;
    const shape = wanted ? this.shapeOf(turn) : undefined;
    if (shape !== undefined && this.keep(folder, shape)) return;
    const known = this.hasPatterns && shape ? this.patterns.find(shape, model.name) : undefined;
    if (known !== undefined) {
      this.put(folder, known, shape);
      return;
    }
    const issues = inPhase('rules on clusters', () => checkCluster(model));
    if (wanted) issues.push(...checkRendering(model));
    this.issues.push(...issues);
    if (issues.length === 0 && wanted) this.write(turn, folder, shape);
  }

  finish(): { written: number; unchanged: number; removed: number } {
    this.progress.done();
    this.issues.push(...this.fleet.issues());
    const extraFiles = this.guarded('Fleet', 'charts', this.options.extraFiles) ?? [];
    this.note('charts', () => this.chartChecks.issues(extraFiles));
    this.note('identities', () => this.sharedIssues());
    this.checkAccepted();
    if (this.options.form === 'stream') this.addStream(extraFiles);
    else this.guarded('Fleet', 'identities', () => this.addExtraFiles(extraFiles));
    this.issues.push(...this.tree.mistakes);
    const issues = withoutConsequences(this.options.refused?.() ?? [], this.issues);
    if (issues.length > 0) throw new ValidationError(issues);
    if (incompleteUses() > this.uses) throw incompleteError();
    const scope = this.options.only === undefined ? undefined : this.writtenFolders;
    return inPhase('files', () => this.tree.commit(scope, () => this.memory.save()));
  }

  private sharedIssues(): readonly Issue[] {
    const known = this.options.managementClusters.filter(({ profile }) => !isHollow(profile));
    return known.flatMap(({ name, profile }) =>
      this.objectChecks.checkShared({ profile }, this.folders.shared(name)),
    );
  }

  private checkAccepted(): void {
    this.issues.push(...this.accepted.issues());
    const isWhole = this.options.only === undefined && this.issues.length === 0;
    if (isWhole) this.issues.push(...this.accepted.staleIssues());
  }

  abort(): void {
    this.progress.done();
    this.tree.abort();
  }

  private isWanted(model: AssembledCluster): boolean {
    return this.options.only === undefined || this.options.only.includes(model.name);
  }

  private list(model: AssembledCluster): void {
    this.secrets.push(...managementSecrets(model));
    this.expiries.push(...expiriesOf(model));
  }

  /** Shape of a cluster whose output depends only on its model; undefined if it is always rendered. */
  private shapeOf({ model, modelOnly }: ClusterTurn): ModelShape | undefined {
    if (!modelOnly || !(this.hasPatterns || this.memory.isUsed)) return undefined;
    return this.guarded(model.path, 'model', () => inPhase('shapes', () => modelShape(model)));
  }

  /** Keeps the files of a cluster that has not changed since an earlier synth. */
  private keep(folder: string, { digest }: ModelShape): boolean {
    const objects = this.memory.tryKeep(folder, digest);
    if (objects === undefined) return false;
    this.writtenFolders.push(folder);
    this.clusters += 1;
    this.objects += objects;
    return true;
  }

  private write(turn: ClusterTurn, folder: string, shape: ModelShape | undefined): void {
    const { model } = turn;
    const accepted = this.accepted.count;
    const made = this.guarded(model.path, 'objects', () => this.make(turn, model));
    if (made === undefined) return;
    const { rendered, issues } = made;
    this.issues.push(...issues);
    for (const { object, path } of rendered) this.options.onObject?.(object.metadata.name, path);
    const isPlain = this.accepted.count === accepted && issues.length === 0;
    this.put(folder, made, isPlain ? shape : undefined, model.path);
    if (this.options.form === 'stream') this.addToStream(folder, made.files);
    if (shape === undefined || !isPlain || !this.hasPatterns) return;
    const finish = (other: AssembledCluster) => this.finished(turn, other);
    inPhase('patterns', () => this.patterns.learn(shape, model, textsOnly(made), finish));
  }

  /** Output of a cluster under another name; undefined if it has mistakes. */
  private finished(turn: ClusterTurn, model: AssembledCluster): FinishedCluster | undefined {
    try {
      if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
      const made = this.make(turn, model);
      return made.issues.length > 0 ? undefined : textsOnly(made);
    } catch {
      // The name is a probe, so its errors do not concern the user.
      return undefined;
    }
  }

  /** Adds the files of a cluster, and remembers the cluster if its model has a shape. */
  private put(
    folder: string,
    finished: FinishedCluster,
    shape: ModelShape | undefined,
    cluster?: string,
  ): void {
    const { files, objects, userData } = finished;
    this.writtenFolders.push(folder);
    const names =
      this.options.form === 'tree'
        ? inPhase('files', () => this.addFiles(folder, files, cluster))
        : [];
    for (const size of userData) this.userData.push(size);
    if (shape !== undefined) this.memory.learn({ folder, ...shape, objects, names });
    this.clusters += 1;
    this.objects += objects;
  }

  /** Renders and checks the objects of a cluster. */
  private make(turn: ClusterTurn, model: AssembledCluster): MadeCluster {
    const rendered = inPhase('objects', () => turn.render(model));
    const extra = turn.extraObjects().map((object) => extraObject(model, object));
    const texts = inPhase('texts', () => clusterFiles(rendered, this.options.layout));
    const files = [...texts, ...sopsFiles(model)];
    if (extra.length > 0) files.push(extraFile(extra));
    const issues = inPhase('rules on objects', () => {
      const found = this.objectChecks.checkCluster(model, [...rendered, ...extra]);
      return [...found, ...files.flatMap((file) => this.objectChecks.check(model, file))];
    });
    return {
      rendered,
      files: files.map((file) => ({ ...file, isPrivate: file.objects.some(holdsSecrets) })),
      objects: rendered.length + extra.length,
      userData: userDataSizes(model, rendered),
      issues,
    };
  }

  /** Records the mistakes in a part of the fleet that belongs to no cluster. */
  private note(prop: string, check: () => readonly Issue[]): void {
    this.issues.push(...(this.guarded('Fleet', prop, check) ?? []));
  }

  /** Runs a function that may call user code; an error is recorded as a mistake. */
  private guarded<T>(path: string, prop: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      this.issues.push(...mistakesOf(path, prop, error));
      return undefined;
    }
  }

  /** Adds the files of a cluster and returns their names. */
  private addFiles(folder: string, files: readonly FinishedFile[], cluster?: string): string[] {
    const place = cluster === undefined ? {} : { cluster };
    for (const { name, content, isPrivate, objects = [] } of files) {
      this.addFile({ path: `${folder}/${name}`, content, objects, ...place }, isPrivate);
    }
    const names = files.map((file) => file.name);
    const path = `${folder}/kustomization.yaml`;
    this.addFile({ path, content: kustomization(names), objects: [], ...place });
    return [...names, 'kustomization.yaml'];
  }

  private addToStream(folder: string, files: readonly ClusterFile[]): void {
    for (const { object } of files.flatMap(({ objects }) => objects)) {
      this.streamed.push({ object, text: emitDocuments([object]), folder });
    }
  }

  private addExtraFiles(extraFiles: readonly ExtraFile[]): void {
    const own = this.options.only === undefined ? this.folders.files(extraFiles) : [];
    for (const { path, content, objects = [] } of [...extraFiles, ...own]) {
      this.addFile({ path, content, objects }, objects.some(holdsSecrets));
    }
  }

  private addFile(file: FleetFile, isPrivate = false): void {
    this.tree.add(file.path, file.content, isPrivate);
    this.options.onFile?.(file);
  }

  /** Adds a single file, because cdk8s prints several files in no particular order. */
  private addStream(extraFiles: readonly ExtraFile[]): void {
    const own = this.options.only === undefined ? this.folders.allShared() : [];
    const identities = own.map((object) => ({ object, text: emitDocuments([object]) }));
    const charts = extraFiles.flatMap(({ objects = [] }) => objects);
    const items = [...identities, ...this.streamed, ...charts];
    this.tree.add('fleet.yaml', inApplyOrder(items), true);
    for (const { path, content, objects } of extraFiles) {
      if (objects === undefined) this.tree.add(path, content);
    }
  }

  /** Objects of a cluster that this synth writes or keeps. */
  private writtenObjects(folder: string): readonly Manifest[] {
    if (this.options.form === 'stream') {
      return this.streamed.filter((one) => one.folder === folder).map(({ object }) => object);
    }
    const texts = this.tree.pathsIn(folder).map((path) => this.tree.read(path) ?? '');
    return texts.flatMap(manifestsIn);
  }
}

/** Tells whether no option can make the output depend on individual names. */
function mayHavePatterns(options: FleetSynthOptions): boolean {
  const { form, onObject, onFile, crds, acceptedCredentials = [], total } = options;
  if (form !== 'tree' || onObject || onFile || crds !== undefined) return false;
  return acceptedCredentials.length === 0 && total > FIRST_CLUSTERS;
}

/** User object in the form of a rendered one, so that the same checks apply. */
function extraObject(model: AssembledCluster, object: Manifest): RenderedObject {
  const key = `extra/${object.kind}/${object.metadata.name}`;
  const place = { section: 'cluster', group: '', path: model.path } as const;
  return { key, ...place, object, plaintext: false, added: true };
}

/** Tells whether an object may hold credentials in plain text. */
function holdsSecrets({ object }: { readonly object: Manifest }): boolean {
  return object.kind === 'Secret' && ('data' in object || 'stringData' in object);
}

/** Sizes of the user data of machines, if their cloud limits it. */
function userDataSizes(
  { surroundings }: AssembledCluster,
  rendered: readonly RenderedObject[],
): UserDataSize[] {
  const most = mostUserDataBytes(surroundings);
  if (most === undefined) return [];
  return rendered.flatMap(({ object, path }) => {
    const bytes = userDataBytes(object);
    return bytes === undefined ? [] : [{ path, bytes, most }];
  });
}

function manifestsIn(text: string): readonly Manifest[] {
  const { loadAll } = require('js-yaml') as typeof import('js-yaml');
  return loadAll(text).filter((one): one is Manifest => isMap(one) && isMap(one.metadata));
}

function extraFile(objects: readonly RenderedObject[]): ClusterFile {
  const content = emitDocuments(objects.map(({ object }) => object));
  return { name: 'extra.yaml', objects, content };
}
