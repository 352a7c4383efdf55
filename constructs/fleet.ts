import { type ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkCluster } from '../lib/assembly/check-cluster';
import { withoutConsequences } from '../lib/assembly/consequences';
import { FleetChecks } from '../lib/assembly/fleet-checks';
import type { AssembledCluster } from '../lib/assembly/model';
import {
  deployFleet,
  type FleetPlan,
  type HandOver,
  handedOver,
  type PlannedCloud,
  type PlanOptions,
  type ProvisionedCluster,
  plannedClouds,
  planStacks,
} from '../lib/assembly/provisioning';
import { type Issue, ValidationError } from '../lib/base/errors';
import { attempt } from '../lib/base/incomplete';
import type { Manifest } from '../lib/base/manifest';
import { GUARD } from '../lib/input/input-guard';
import {
  collect,
  collectedAt,
  placed,
  setAllReported,
  setReported,
  unclaimedIssues,
} from '../lib/input/refusals';
import { inApplyOrder } from '../lib/output/apply-order';
import type { OutputLayout } from '../lib/output/cluster-files';
import type { ClusterTurn, FleetSynthOptions } from '../lib/output/cluster-turn';
import { emitDocuments } from '../lib/output/emit-yaml';
import type { ExtraFile } from '../lib/output/extra-file';
import type { FleetFile } from '../lib/output/fleet-file';
import { type FleetImages, ImageCollector } from '../lib/output/fleet-images';
import { checkFleet, synthFleet } from '../lib/output/fleet-synth';
import { checkFileExtension } from '../lib/output/output-path';
import { formatSummary } from '../lib/output/progress';
import { synthJson } from '../lib/output/synth-json';
import type { SynthSummary } from '../lib/output/synth-summary';
import {
  renderUserCharts,
  type UserChartFile,
  validateConstructs,
} from '../lib/output/user-charts';
import { type FleetCommand, fleetCommand } from '../lib/provision/fleet-command';
import { type PlanSelection, selectedClusters } from '../lib/provision/selection';
import type { StackOutputs } from '../lib/provision/stack-outputs';
import type { AcceptedCredential } from '../lib/secrets/scan/accepted';
import { chartPlace } from './chart-place';
import { printFolderAt, showToCli } from './cli-folder';
import type { AnyCloud } from './cloud';
import { isUnplaced } from './construct-input';
import { ConstructPaths } from './construct-paths';
import { acknowledge, answer } from './fleet-answers';
import { emptyFleet, noCluster, type OnlyClusters, onlyClusters } from './fleet-clusters';
import { FleetMembers, isOurs } from './fleet-members';
import { fleetObjects } from './fleet-objects';
import {
  noteUse,
  printLeftMistakes,
  profiled,
  showClustersAlone,
  withMistakesPrinted,
} from './fleet-program';
import { FLEET_DEFAULTS, type FleetProps } from './fleet-props';
import { imageDigestsOf, provideImageDigests } from './image-digests';
import { checkManagementFolders } from './management-name';

/**
 * All clusters of an organization, and the program that writes their manifests.
 *
 * ```ts
 * const fleet = new Fleet({ outdir: 'clusters' });
 * const mothership = new ManagementCluster(fleet, 'mothership', { providers: Providers.stable('1.13') });
 * new WorkloadCluster(mothership, 'prod-eu', props);
 * fleet.run();
 * ```
 */
export class Fleet extends App {
  private readonly layout: OutputLayout;
  private readonly only: OnlyClusters | undefined;
  private readonly crds: string | undefined;
  private readonly onSynth: (summary: SynthSummary) => void;
  private readonly records: boolean;
  private readonly allowEmpty: boolean;
  /** Folder of the files that `pulumi up` writes and a synth reads. */
  readonly handOverFolder: string;
  private readonly handOverIds: boolean;
  /** File with the digests that are added to image tags. */
  readonly imagesFile: string;
  /** Whether the program has ended, after which no refused value can be used. */
  private readonly members = new FleetMembers(this);
  private ends = false;
  private outputs: Promise<StackOutputs> | undefined;
  private readonly acceptedCredentials: AcceptedCredential[] = [];
  private readonly cliOutdir = process.env.CDK8S_OUTDIR;

  constructor(given: FleetProps = {}) {
    const { values, mistakes } = GUARD.constructed('Fleet', [given]);
    const [props = {}] = values as [FleetProps?];
    super(props);
    printLeftMistakes();
    collect(
      this,
      mistakes.map((mistake) => placed(mistake, 'Fleet', '')),
    );
    this.layout = props.layout ?? FLEET_DEFAULTS.layout;
    this.only = onlyClusters(props.only, process.env);
    this.crds = props.crds;
    this.handOverFolder = props.handOverFolder ?? FLEET_DEFAULTS.handOverFolder;
    this.handOverIds = props.handOverIds ?? FLEET_DEFAULTS.handOverIds;
    this.imagesFile = props.imagesFile ?? FLEET_DEFAULTS.imagesFile;
    provideImageDigests(this, this.imagesFile);
    this.allowEmpty = props.allowEmpty ?? FLEET_DEFAULTS.allowEmpty;
    this.onSynth = props.onSynth ?? printSummary;
    this.records =
      props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * Ends a program: provisions the stack's part of the fleet under Pulumi, and writes the tree otherwise.
   *
   * Under Pulumi, the result contains the outputs of the stack, for the program to export, and mistakes fail it.
   * Otherwise, mistakes are printed to standard error, and the process ends with exit code 1.
   */
  run(): SynthSummary | Promise<StackOutputs> | undefined {
    this.ends = true;
    if (process.env.PULUMI_CONFIG !== undefined) return this.deploy();
    const command = fleetCommand(process.env);
    return withMistakesPrinted(() =>
      command === undefined ? this.synth() : this.answered(command),
    );
  }

  private answered(command: FleetCommand): undefined {
    answer(command, {
      synth: () => this.synth(),
      check: () => this.check(),
      plan: (options) => this.plan(options),
      images: () => this.images(),
      selected: (selection) => this.selected(selection),
    });
  }

  /** Returns the selected clusters as plain data; mistakes in other clusters count as well. */
  private selected(selection: PlanSelection): readonly AssembledCluster[] {
    const clouds = this.clouds().map(({ model }) => model.name);
    return selectedClusters(clouds, this.checkedModels(), selection);
  }

  /**
   * Provisions the stack's part of the fleet, once; call it under Pulumi, for example in an Automation API program.
   *
   * A program that exports the fleet, and runs it, has the outputs of the stack in that export.
   */
  deploy(): Promise<StackOutputs> {
    noteUse();
    if (this.outputs === undefined) {
      this.outputs = deployFleet(this);
      showClustersAlone(this, this.outputs);
    }
    return this.outputs;
  }

  /**
   * Writes the tree of the fleet, and the files of the user's own charts next to it.
   *
   * @throws ValidationError with every mistake in the fleet; nothing is written then.
   */
  override synth(): SynthSummary {
    noteUse();
    const command = fleetCommand(process.env)?.command;
    if (command === 'check' || command === 'none') return this.check();
    const printFolder = this.cliOutdir && printFolderAt(this.cliOutdir);
    const paths = new ConstructPaths();
    const options: FleetSynthOptions = {
      ...this.synthOptions(paths),
      outdir: printFolder ?? this.outdir,
      form: printFolder === undefined ? 'tree' : 'stream',
      ...(this.records && { onObject: (name: string, path: string) => paths.add(name, path) }),
    };
    const summary = profiled(() => synthFleet(this.turns(paths), options));
    if (printFolder === undefined && this.cliOutdir !== undefined) {
      showToCli(this.cliOutdir, this.outdir);
    }
    this.onSynth(summary);
    acknowledge(synthJson(summary));
    return summary;
  }

  /**
   * Checks the fleet like `synth()`, and writes nothing.
   *
   * @throws ValidationError with every mistake in the fleet.
   */
  check(): SynthSummary {
    noteUse();
    const paths = new ConstructPaths();
    const summary = profiled(() => checkFleet(this.turns(paths), this.synthOptions(paths)));
    this.onSynth(summary);
    acknowledge(synthJson(summary));
    return summary;
  }

  /**
   * Renders the files that a synth writes, with their objects, and writes nothing.
   *
   * @throws ValidationError with every mistake in the fleet.
   */
  renderFiles(): readonly FleetFile[] {
    noteUse();
    const paths = new ConstructPaths();
    const files: FleetFile[] = [];
    const onFile = (file: FleetFile) => files.push(file);
    checkFleet(this.turns(paths), { ...this.synthOptions(paths), onFile });
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * Renders the objects of all clusters as constructs, together with the user's own; each can be patched.
   *
   * From then on they are part of the tree, so that `node.findAll()` includes them. Call it when the fleet is complete.
   * Clusters of `addClusters` are not included, because they are dropped when they are written: call `renderObjects()`
   * of the cluster in their builder.
   *
   * @throws ValidationError with every mistake in the clusters.
   */
  renderObjects(): readonly ApiObject[] {
    const clusters = this.members
      .managementClusters()
      .flatMap(({ node }) => node.children.filter(isOurs));
    return fleetObjects(
      this,
      clusters.filter((cluster) => !isUnplaced(cluster)),
    );
  }

  private synthOptions(paths: ConstructPaths): FleetSynthOptions {
    const total = this.members.clusterNames().length;
    return {
      outdir: this.outdir,
      layout: this.layout,
      total,
      ...(this.only === undefined ? {} : { only: this.checkedOnly(this.only) }),
      ...(this.crds === undefined ? {} : { crds: this.crds }),
      acceptedCredentials: this.acceptedCredentials,
      extraFiles: () => this.extraFiles(paths),
      refused: () => [...this.refused(), ...this.ownMistakes(total)],
      managementClusters: this.members.managementTurns(),
      form: 'tree',
      force: process.env.CAPI_FLEET_FORCE === 'true',
    };
  }

  /**
   * Accepts an intended credential in the manifests, with a reason; other findings in the same object stay mistakes.
   *
   * An entry that matches no finding is a mistake itself, so that no entry outlives its credential.
   *
   * ```ts
   * fleet.acceptCredential({
   *   object: 'ConfigMap prod-eu-demo',
   *   field: 'data["demo.pem"]',
   *   reason: 'the key of a public demo, which anybody may have',
   * });
   * ```
   */
  acceptCredential(accepted: AcceptedCredential): void {
    this.acceptedCredentials.push(accepted);
  }

  /** Returns every object of the fleet and of the user's own charts as one text. */
  override synthYaml(): string {
    const objects = [...this.turns()].flatMap((turn) => [
      ...turn.render().map(({ object }) => object),
      ...turn.extraObjects(),
    ]);
    const ours = objects.map((object) => ({ object, text: emitDocuments([object]) }));
    return inApplyOrder([...ours, ...this.userCharts().flatMap((file) => file.objects)]);
  }

  /** The user's own charts and the clusters, in the order of the tree. */
  override get charts(): Chart[] {
    return this.node.findAll().filter((c): c is Chart => c instanceof Chart);
  }

  /** Returns every cluster of the fleet as plain data, in the order of the program. */
  clusterModels(): AssembledCluster[] {
    noteUse();
    return Array.from(this.turns(), (turn) => turn.model);
  }

  /** Returns the files outside of the clusters' folders: the user's own charts, and the paths of all objects. */
  private extraFiles(paths: ConstructPaths): ExtraFile[] {
    if (this.only !== undefined) {
      this.validateAround(this.only.names);
      return [];
    }
    const files: ExtraFile[] = this.userCharts();
    if (!this.records) return files;
    for (const chart of this.charts) {
      if (!chart.node.scopes.some(isOurs)) paths.addAll(chart.apiObjects);
    }
    return [...files, { path: 'construct-metadata.json', content: paths.text() }];
  }

  /** Returns the files of the user's own charts. */
  private userCharts(): UserChartFile[] {
    return renderUserCharts(this, isOurs, chartPlace);
  }

  /** Runs the validations of the clusters that are written, and of the constructs around them. */
  private validateAround(only: readonly string[]): void {
    const clusters = this.members
      .managementClusters()
      .flatMap((management) => management.node.children)
      .filter((cluster) => isOurs(cluster) && only.includes(cluster.node.id));
    validateConstructs([
      this,
      ...this.members.managementClusters(),
      ...clusters.flatMap((cluster) => cluster.node.findAll()),
    ]);
  }

  /** Returns the clouds of the fleet as plain data, with the networks that clusters share there. */
  plannedClouds(): PlannedCloud[] {
    return plannedClouds(this.clouds());
  }

  /**
   * Plans what `pulumi up` provisions, without a cloud or credentials.
   *
   * @throws ValidationError with every mistake in the fleet.
   */
  plan(options: PlanOptions = {}): FleetPlan<ProvisionedCluster> {
    noteUse();
    return planStacks(this.clouds(), this.checkedModels(), options);
  }

  /**
   * Returns every cluster of the fleet as plain data.
   *
   * @throws ValidationError with every mistake in the fleet.
   */
  private checkedModels(): readonly AssembledCluster[] {
    const models = this.clusterModels();
    const checks = new FleetChecks();
    for (const model of models) attempt(() => checks.add(model));
    const found = [...models.flatMap((model) => checkCluster(model)), ...checks.issues()];
    const issues = withoutConsequences(this.refused(), found);
    if (issues.length > 0) throw new ValidationError(issues);
    return models;
  }

  /**
   * Returns the objects of one cluster in its management cluster, including the user's own.
   *
   * @param path Construct path of the cluster.
   * @throws Error if the cluster does not exist.
   */
  manifests(path: string, handOver: HandOver): readonly Manifest[] {
    noteUse();
    for (const { model, render, extraObjects } of this.turns()) {
      if (model.path !== path) continue;
      return [
        ...render(handedOver(model, handOver)).map(({ object }) => object),
        ...extraObjects(),
      ];
    }
    throw new Error(`there is no cluster ${path}`);
  }

  /**
   * Returns every image that machines of the fleet pull, as far as objects show them: images of addons and their
   * payloads, of static pods, of kubeadm, and of workloads in management clusters, including the user's own charts.
   *
   * @throws ValidationError with every mistake in the fleet.
   */
  images(): FleetImages {
    noteUse();
    const images = new ImageCollector(this.imagesFile, imageDigestsOf(this));
    const found: Issue[] = [];
    for (const { model, render, extraObjects } of this.turns()) {
      const mistakes = checkCluster(model);
      found.push(...mistakes);
      if (mistakes.length > 0 || this.refused().length > 0) continue;
      images.add(model, [...render(), ...extraObjects().map((object) => ({ object }))]);
    }
    const issues = withoutConsequences(this.refused(), found);
    if (issues.length > 0) throw new ValidationError(issues);
    for (const { managementCluster = 'Fleet', objects } of this.userCharts()) {
      images.addManagement(managementCluster, objects);
    }
    return images.images();
  }

  private clouds(): AnyCloud[] {
    return this.node.findAll().filter(isCloud);
  }

  /** Returns mistakes in the fleet's own settings, and between management clusters. */
  private ownMistakes(clusters: number): readonly Issue[] {
    const isEmpty = clusters === 0 && this.charts.length === 0 && !this.allowEmpty;
    return [
      ...(isEmpty ? [emptyFleet()] : []),
      ...checkFileExtension(this.outputFileExtension),
      ...checkManagementFolders(this.members.managementTurns()),
    ];
  }

  /** Returns the mistakes that constructors and factories have found. */
  private refused(): readonly Issue[] {
    const issues = [...collectedAt(this), ...(this.ends ? unclaimedIssues() : [])];
    if (this.ends) setAllReported();
    else setReported(this);
    return issues;
  }

  private checkedOnly({ names, prop }: OnlyClusters): readonly string[] {
    const known = this.members.clusterNames();
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length === 0) return names;
    throw new ValidationError(unknown.map((one) => noCluster(one, known, prop)));
  }

  private turns(paths = new ConstructPaths()): Generator<ClusterTurn> {
    return this.members.turns(paths, this.handOverFolder, this.handOverIds);
  }
}

function isCloud(construct: IConstruct): construct is AnyCloud {
  return 'modeller' in construct && 'model' in construct;
}

function printSummary(summary: SynthSummary): void {
  process.stderr.write(`${formatSummary(summary)}\n`);
}
