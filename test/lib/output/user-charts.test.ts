import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { renderUserCharts } from '../../../lib/output/user-charts';
import { inFolder } from '../../support/in-folder';

type Build = (scope: Construct) => void;

const OUTPUT_TYPES = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

const BUILDS: Readonly<Record<string, Build>> = {
  'plain objects and texts that need quotes': (scope) => {
    const chart = new Chart(scope, 'plain', { namespace: 'default', labels: { a: 'b' } });
    object(chart, 'one', { data: { yes: 'no', script: 'a\nb\n', mode: '0644', n: '1e3' } });
    object(chart, 'two', { list: [1, 2, { three: null }], empty: {}, none: [] });
  },
  'patches and values that come late': (scope) => {
    const chart = new Chart(scope, 'late');
    let value = 1;
    const one = object(chart, 'one', { data: Lazy.any({ produce: () => value }) });
    one.addJsonPatch(JsonPatch.add('/extra', { a: 1 }));
    value = 2;
  },
  'objects of cdk8s-plus': (scope) => {
    const chart = new Chart(scope, 'plus');
    const deployment = new Deployment(chart, 'web', {
      containers: [{ image: 'nginx', portNumber: 80 }],
    });
    deployment.exposeViaService();
  },
  'objects that depend on each other': (scope) => {
    const chart = new Chart(scope, 'ordered');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => object(chart, id, {}));
    a?.addDependency(c as ApiObject);
    c?.addDependency(b as ApiObject);
  },
  'charts that depend on each other': (scope) => {
    const first = new Chart(scope, 'first');
    const second = new Chart(scope, 'second');
    const third = new Chart(scope, 'third');
    for (const chart of [first, second, third]) object(chart, 'x', {});
    first.addDependency(third);
    object(second, 'y', {}).addDependency(object(first, 'z', {}));
  },
  'charts in charts, and groups in between': (scope) => {
    const outer = new Chart(scope, 'outer');
    const group = new Construct(outer, 'group');
    object(group, 'x', {});
    object(new Chart(outer, 'inner'), 'y', {});
    object(new Chart(new Construct(scope, 'apart'), 'deep'), 'z', {});
  },
  'no charts at all': () => {},
};

describe('renderUserCharts', () => {
  for (const [what, build] of Object.entries(BUILDS)) {
    for (const yamlOutputType of OUTPUT_TYPES) {
      it(`writes ${what} as cdk8s does, ${YamlOutputType[yamlOutputType]}`, () =>
        inFolder((outdir) => {
          const vanilla = new App({ outdir, yamlOutputType });
          build(vanilla);
          vanilla.synth();

          const app = new App({ yamlOutputType });
          addOurs(app);
          build(app);
          addOurs(app, 'after');

          const files = renderUserCharts(app, isOurs).map(({ path, content }) => [path, content]);
          assert.deepEqual(Object.fromEntries(files), filesIn(outdir));
        }));
    }
  }

  it('reports every validation error of the tree at once', () => {
    const app = new App();
    const ours = addOurs(app);
    const chart = new Chart(app, 'mine');
    for (const construct of [ours, chart]) {
      construct.node.addValidation({ validate: () => [`${construct.node.id} is wrong`] });
    }

    assert.throws(() => renderUserCharts(app, isOurs), {
      message: `ours: validation is failing: ours is wrong
  allowed: constructs whose own validations pass
  fix: correct what the validation reports
mine: validation is failing: mine is wrong
  allowed: constructs whose own validations pass
  fix: correct what the validation reports`,
    });
  });

  it('names the constructs of a circle', () => {
    const app = new App();
    const chart = new Chart(app, 'mine');
    const [a, b] = ['a', 'b'].map((id) => object(chart, id, {}));
    a?.addDependency(b as ApiObject);
    b?.addDependency(a as ApiObject);

    assert.throws(
      () => renderUserCharts(app, isOurs),
      /Dependency cycle detected: mine\/a => mine\/b => mine\/a/,
    );
  });

  it('refuses objects that would overwrite each other', () => {
    const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    for (const namespace of ['a', 'b']) {
      object(new Chart(app, namespace), 'x', { metadata: { name: 'same', namespace } });
    }

    assert.throws(() => renderUserCharts(app, isOurs), {
      name: 'ValidationError',
      message:
        'Thing.same.k8s.yaml: file is "a file of more than one object"\n' +
        '  allowed: one object of a kind and name, whatever the namespace\n' +
        '  fix: use YamlOutputType.FILE_PER_CHART, or rename one of the objects',
    });
  });

  it('orders layers of dependencies without trying every route', () => {
    const app = new App();
    const chart = new Chart(app, 'layers');
    let below: ApiObject[] = [];
    for (let layer = 0; layer < 40; layer += 1) {
      const here = [0, 1].map((n) => object(chart, `${layer}-${n}`, {}));
      for (const one of here) one.addDependency(...below);
      below = here;
    }

    const [file] = renderUserCharts(app, isOurs);
    assert.equal(file?.content.split('---\n').length, 80);
  });
});

class Ours extends Chart {}

function addOurs(app: App, id = 'ours'): Ours {
  const ours = new Ours(app, id);
  Object.defineProperty(ours, 'ours', { value: true });
  object(ours, 'x', {});
  return ours;
}

function isOurs(construct: unknown): boolean {
  return typeof construct === 'object' && construct !== null && 'ours' in construct;
}

function object(scope: Construct, id: string, members: object): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'example.com/v1', kind: 'Thing', ...members });
}

function filesIn(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
