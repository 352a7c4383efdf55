import { ApiObject, type App, Chart, Names, Yaml, YamlOutputType } from 'cdk8s';
import type { IConstruct, Node } from 'constructs';
import { Described, type Issue, ValidationError } from '../base/errors';
import { messageOf, mistakesOf } from '../base/failure';
import type { Manifest } from '../base/manifest';
import { dependencyOrder } from './dependency-order';
import { UNIQUE_RULE } from './object-checks';

/** Object of a user chart. */
export interface UserObject {
  /** Construct path of the object, or of a chart that renders itself. */
  readonly path: string;
  /** Object as it is written. */
  readonly object: Manifest;
  /** Text of the object, byte for byte as cdk8s writes it. */
  readonly text: string;
}

/** File of user charts. */
export interface UserChartFile {
  /** Path below the output folder, with slashes. */
  readonly path: string;
  /** Text of the file, byte for byte as cdk8s writes it. */
  readonly content: string;
  /** Objects of the file, in order. */
  readonly objects: readonly UserObject[];
  /** Name of the management cluster in whose folder the file is. */
  readonly managementCluster?: string;
}

/** Location of a chart inside a management cluster. */
export interface ChartPlace {
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Name of the file or folder of the chart. */
  readonly name: string;
}

/**
 * Renders the user charts of an app as cdk8s would without the fleet.
 *
 * cdk8s walks the whole tree once per chart. This function walks it once in total, and enters the library's own
 * charts only for their validations.
 *
 * @throws ValidationError with every validation error of the tree, or for objects that would overwrite each other.
 */
export function renderUserCharts(
  app: App,
  isOurs: (construct: unknown) => boolean,
  placeOf: (chart: Chart) => ChartPlace | undefined = () => undefined,
): UserChartFile[] {
  const constructs = outsideOf(app, isOurs);
  validateTree(app);
  const charts = constructs.filter((construct): construct is Chart => construct instanceof Chart);
  if (charts.length === 0) return [];
  const indexed = resolveDependencies(constructs, charts);
  const ordered = dependencyOrder(constructs).filter((c): c is Chart => c instanceof Chart);
  const files = ordered.length === 0 ? [] : filesOf(app, namedCharts(ordered, indexed, placeOf));
  refuseSharedFiles(files, app.yamlOutputType);
  return files;
}

/** Refuses files with several objects or charts: cdk8s would keep only the last one. */
function refuseSharedFiles(files: readonly UserChartFile[], type: YamlOutputType): void {
  const paths = new Set<string>();
  const shared = new Set<string>();
  for (const { path } of files) {
    const name = path.toLowerCase();
    if (paths.has(name)) shared.add(path);
    paths.add(name);
  }
  if (shared.size > 0) {
    const issueOf = type === YamlOutputType.FILE_PER_CHART ? sharedName : sharedFile;
    throw new ValidationError([...shared].map(issueOf));
  }
}

function sharedName(path: string): Issue {
  return {
    path,
    prop: 'file',
    given: 'a file of more than one chart',
    allowed: 'charts of a management cluster with unique names, even below different constructs',
    fix: 'rename one of the charts',
    rule: UNIQUE_RULE,
  };
}

function sharedFile(path: string): Issue {
  return {
    path,
    prop: 'file',
    given: 'a file of more than one object',
    allowed: 'one object of a kind and name, whatever the namespace',
    fix: 'use YamlOutputType.FILE_PER_CHART, or rename one of the objects',
    rule: UNIQUE_RULE,
  };
}

interface NamedChart {
  readonly name: string;
  readonly objects: readonly UserObject[];
  readonly managementCluster: string | undefined;
}

function namedCharts(
  charts: readonly Chart[],
  indexed: boolean,
  placeOf: (chart: Chart) => ChartPlace | undefined,
): NamedChart[] {
  const failed: Issue[] = [];
  const named = charts.map((chart, index) => {
    const place = placeOf(chart);
    const label = place?.name ?? Names.toDnsLabel(chart);
    return {
      name: indexed ? `${String(index).padStart(4, '0')}-${label}` : label,
      objects: userObjects(chart, failed),
      managementCluster: place?.managementCluster,
    };
  });
  if (failed.length > 0) throw new ValidationError(failed);
  return named;
}

/** Files of charts, in the folders of their management clusters. */
function filesOf(app: App, charts: readonly NamedChart[]): UserChartFile[] {
  const homes = new Set(charts.map(({ managementCluster }) => managementCluster));
  return [...homes].flatMap((managementCluster) => {
    const group = charts.filter((chart) => chart.managementCluster === managementCluster);
    const files = dividedFiles(app, group);
    if (managementCluster === undefined) return files;
    return files.map((file) => ({
      ...file,
      path: `${managementCluster}/${file.path}`,
      managementCluster,
    }));
  });
}

function dividedFiles(app: App, charts: readonly NamedChart[]): UserChartFile[] {
  const extension = app.outputFileExtension;
  switch (app.yamlOutputType) {
    case YamlOutputType.FILE_PER_APP:
      return [
        fileOf(
          `app${extension}`,
          charts.flatMap(({ objects }) => objects),
        ),
      ];
    case YamlOutputType.FILE_PER_CHART:
      return charts.map(({ name, objects }) => fileOf(`${name}${extension}`, objects));
    case YamlOutputType.FILE_PER_RESOURCE:
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE: {
      const folders = app.yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
      return charts.flatMap(({ name, objects }) =>
        objects.map((one) => {
          const path = `${folders ? `${name}/` : ''}${fileName(one.object)}${extension}`;
          return fileOf(path, [one]);
        }),
      );
    }
  }
}

function fileOf(path: string, objects: readonly UserObject[]): UserChartFile {
  return { path, content: Yaml.stringify(...objects.map(({ object }) => object)), objects };
}

function fileName(object: Manifest): string {
  return `${object.kind}.${object.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

/** Objects of a chart, from its own `toJson` if it has one; an error becomes a mistake. */
function userObjects(chart: Chart, failed: Issue[]): UserObject[] {
  const made = (from: IConstruct, make: () => readonly Manifest[]): UserObject[] => {
    const { path } = from.node;
    try {
      return make().map((object) => ({ path, object, text: Yaml.stringify(object) }));
    } catch (error) {
      failed.push(...mistakesOf(path, 'toJson', error));
      return [];
    }
  };
  if (chart.toJson !== Chart.prototype.toJson) return made(chart, () => chart.toJson());
  return objectsOf(chart).flatMap((object) => made(object, () => [object.toJson()]));
}

function objectsOf(chart: Chart): ApiObject[] {
  return dependencyOrder(chart.node.findAll())
    .filter((construct): construct is ApiObject => construct instanceof ApiObject)
    .filter((object) => Chart.of(object) === chart);
}

/** Every construct that neither belongs to the library nor is inside one that does. */
function outsideOf(app: App, isOurs: (construct: unknown) => boolean): IConstruct[] {
  const found: IConstruct[] = [];
  const visit = (construct: IConstruct): void => {
    if (isOurs(construct)) return;
    found.push(construct);
    construct.node.children.forEach(visit);
  };
  visit(app);
  return found;
}

/**
 * Runs the validations of a construct and everything below it.
 *
 * @throws ValidationError with every failed validation.
 */
export function validateTree(root: IConstruct): void {
  validateConstructs(root.node.findAll());
}

/**
 * Runs the validations of some constructs, without those below them.
 *
 * @throws ValidationError with every failed validation.
 */
export function validateConstructs(constructs: readonly IConstruct[]): void {
  const issues = constructs.flatMap(({ node }) => validationIssues(node));
  if (issues.length > 0) throw new ValidationError(issues);
}

/** Returns the failed validations of a construct; a `ValidationError` keeps its own mistakes. */
function validationIssues(node: Node): readonly Issue[] {
  try {
    return node.validate().map((error) => invalid(node.path, error));
  } catch (error) {
    if (error instanceof ValidationError) return mistakesOf(node.path, 'validation', error);
    return [invalid(node.path, messageOf(error))];
  }
}

function invalid(path: string, error: string): Issue {
  return {
    path: path === '' ? 'Fleet' : path,
    prop: 'validation',
    given: new Described(`failing: ${error}`),
    allowed: 'constructs whose own validations pass',
    fix: 'correct what the validation reports',
    rule: 'construct-validation',
  };
}

/** Resolves construct dependencies to charts and objects; tells whether charts depend on each other. */
function resolveDependencies(constructs: readonly IConstruct[], charts: readonly Chart[]): boolean {
  let dependent = false;
  for (const chart of charts) {
    for (const child of chart.node.children.filter((c) => c instanceof Chart)) {
      chart.node.addDependency(child);
      dependent = true;
    }
  }
  for (const [source, target] of dependencies(constructs)) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from === to) continue;
    from.node.addDependency(to);
    dependent = true;
  }
  for (const [source, target] of dependencies(constructs)) {
    const targets = ownObjects(target);
    for (const object of ownObjects(source)) {
      object.node.addDependency(...targets.filter((other) => other !== object));
    }
  }
  return dependent;
}

function dependencies(constructs: readonly IConstruct[]): [IConstruct, IConstruct][] {
  return constructs.flatMap((source) =>
    source.node.dependencies.map((target): [IConstruct, IConstruct] => [source, target]),
  );
}

/** Objects below a construct that belong to the same chart. */
function ownObjects(construct: IConstruct): ApiObject[] {
  const chart = Chart.of(construct);
  return construct.node
    .findAll()
    .filter((c): c is ApiObject => c instanceof ApiObject)
    .filter((object) => Chart.of(object) === chart);
}
