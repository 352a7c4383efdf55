import assert from 'node:assert/strict';
import { ApiObject, App, Chart, type YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { renderUserCharts } from '../../../lib/output/user-charts';
import { inFolder } from '../../support/in-folder';
import { contents } from './output-tree';

/** A construct below an earlier one, and the earlier or later ones that it depends on. */
interface Sketch {
  readonly kind: 'chart' | 'group' | 'object';
  readonly id: string;
  readonly parent: number;
  readonly needs: readonly number[];
}

const sketches = fc.array(
  fc.record<Sketch>({
    kind: fc.constantFrom('chart', 'group', 'object'),
    id: fc.constantFrom('a', 'b', '10', '9', 'x-y', 'Z'),
    parent: fc.nat(12),
    needs: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.nat(12), { maxLength: 2 }) },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('renderUserCharts', () => {
  it('writes any charts as cdk8s does', () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom<YamlOutputType>(0, 1, 2, 3), (program, type) => {
        const vanilla = filesOf((outdir) => {
          const app = new App({ outdir, yamlOutputType: type });
          build(app, program);
          app.synth();
          return contents(outdir);
        });

        const ours = filesOf(() => {
          const app = new App({ yamlOutputType: type });
          new Ours(app, 'ours');
          build(app, program);
          const files = renderUserCharts(app, (construct) => construct instanceof Ours);
          return Object.fromEntries(files.map(({ path, content }) => [path, content]));
        });

        assert.deepEqual(ours, vanilla);
      }),
      { numRuns: 150 },
    );
  });
});

class Ours extends Construct {}

/** Files that a synth gives, or the beginning of its error. */
function filesOf(synth: (outdir: string) => unknown): unknown {
  return inFolder((outdir) => {
    try {
      return synth(outdir);
    } catch (error) {
      return String(error).replace(/(cycle detected).*/, '$1');
    }
  });
}

function build(app: App, program: readonly Sketch[]): void {
  const made: Construct[] = [app];
  program.forEach((sketch, index) => {
    const parent = made[sketch.parent % made.length] ?? app;
    const id = parent.node.tryFindChild(sketch.id) === undefined ? sketch.id : `n${index}`;
    made.push(construct(sketch.kind, parent, id));
  });
  program.forEach(({ needs }, index) => {
    const source = made[index + 1] ?? app;
    for (const need of needs) {
      const target = made[need % made.length] ?? app;
      if (isApart(source, target)) source.node.addDependency(target);
    }
  });
}

function construct(kind: Sketch['kind'], scope: Construct, id: string): Construct {
  if (kind === 'chart') return new Chart(scope, id);
  if (kind === 'group' || !isInChart(scope)) return new Construct(scope, id);
  return new ApiObject(scope, id, { apiVersion: 'example.com/v1', kind: 'Thing', spec: { id } });
}

function isInChart(construct: Construct): boolean {
  return construct.node.scopes.some((scope) => scope instanceof Chart);
}

/** Whether both are in charts and neither is inside the other. */
function isApart(source: Construct, target: Construct): boolean {
  if (!isInChart(source) || !isInChart(target)) return false;
  return !source.node.scopes.includes(target) && !target.node.scopes.includes(source);
}
