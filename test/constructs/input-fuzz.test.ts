import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FloatingIPPool } from '../../constructs';
import { CLASSES } from '../../constructs/classes.generated';
import { ValidationError } from '../../lib/base/errors';
import { fixText } from '../../lib/base/fix';
import type { Shape } from '../../lib/input/shape';
import { TABLE } from '../../lib/input/table.generated';
import { type TestFleet, testFleet } from '../support/fleets';
import { mutated, mutation } from '../support/input/mutate';
import { ODD_VALUES } from '../support/input/odd-values';
import { callStatic, samplesOf } from '../support/input/sample';
import { randomProgram } from '../support/random/random-program';
import { randomRuns } from '../support/random/random-runs';

const VERSIONS = ['1.13', '0.14'] as const;
const MOST_SECONDS = 3600;
const PLANTED = { path: 'mothership/planted/control-plane', prop: 'flavor' };

/** Builds something wrong beside a cluster with a mistake of its own, and looks at what is said. */
function assertTold(build: (test: TestFleet) => void): void {
  const test = testFleet({ outdir: '/nowhere/at/all' });
  test.cluster('planted', { controlPlane: { flavor: 'huge' as 'large' } });
  build(test);
  assert.throws(
    () => test.fleet.synth(),
    (error) => {
      if (!(error instanceof ValidationError)) throw error;
      assert.ok(
        error.issues.some(
          ({ path, prop }) => `${path} ${prop}` === `${PLANTED.path} ${PLANTED.prop}`,
        ),
      );
      for (const issue of error.issues) {
        assert.ok(issue.path !== '' && issue.prop !== '' && fixText(issue.fix) !== '');
        assert.ok(issue.rule !== 'rule-failed' && issue.rule !== 'input-failed', error.message);
        assert.doesNotMatch(fixText(issue.fix), /"undefined"|\[object Object\]|"NaN"/);
      }
      return true;
    },
  );
}

function loose(value: unknown): never {
  return value as never;
}

const STATICS = Object.entries(TABLE.classes).flatMap(([name, entry]) =>
  Object.entries(entry.static ?? {})
    .filter(([, parameters]) => parameters.length > 0)
    .map(([method, parameters]) => ({ name, method, parameters })),
);

/** Props of an interface that take an instance of a class. */
function takers(type: string, name: string): readonly (readonly [string, boolean])[] {
  const shape = TABLE.types[type];
  if (typeof shape !== 'object' || !('props' in shape)) return [];
  return Object.entries(shape.props).flatMap(([key, own]): (readonly [string, boolean])[] => {
    const prop = key.replace(/\?$/, '');
    if (isClass(own, name)) return [[prop, false]];
    return typeof own === 'object' && 'list' in own && isClass(own.list, name)
      ? [[prop, true]]
      : [];
  });
}

function isClass(shape: Shape, name: string): boolean {
  return typeof shape === 'object' && 'class' in shape && shape.class === name;
}

function handed(type: string, name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries(
    takers(type, name).map(([prop, isList]) => [prop, isList ? [value] : value]),
  );
}

describe('odd values', function () {
  this.timeout(MOST_SECONDS * 1000);

  it('anywhere in the props of a program end in mistakes, and hide no others', () => {
    const program = randomProgram({ versions: VERSIONS, gates: true });
    fc.assert(
      fc.property(program, mutation, mutation, (given, first, second) => {
        assertTold(({ cluster }) => {
          const fuzzed = cluster('fuzzed', loose(mutated(given.cluster, first)));
          given.pools.forEach((pool, index) => {
            const props = { flavor: 'small', ...pool };
            fuzzed.addNodePool(`p${index}`, loose(mutated(props, second)));
          });
          for (const addon of given.addons) fuzzed.addAddon(addon);
        });
      }),
      randomRuns(150),
    );
  });

  it('as arguments of factories end in mistakes of what takes their results', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATICS), fc.nat(5), mutation, (call, at, change) => {
        const { name, method, parameters } = call;
        const args = samplesOf(parameters);
        const index = at % args.length;
        args[index] = mutated(args[index], change);
        assertTold(({ cluster, cloud, management }) => {
          const value = callStatic(name, method, args);
          const own = cluster('fuzzed', {
            ...handed('WorkloadClusterProps', name, value),
            controlPlane: loose({ flavor: 'large', ...handed('ControlPlaneProps', name, value) }),
          });
          own.addNodePool('p', loose({ flavor: 'small', ...handed('NodePoolProps', name, value) }));
          if (name === 'Addon') own.addAddon(loose(value));
          if (name === 'Providers') make('ManagementCluster', [cloud, 'm', { providers: value }]);
          make('CalicoJob', [
            own,
            'calico',
            { version: '3.30.2', ...handed('CalicoJobProps', name, value) },
          ]);
          void management;
        });
      }),
      randomRuns(200),
    );
  });

  it('as arguments of constructors and methods end in mistakes', () => {
    const odd = fc.constantFrom(...ODD_VALUES);
    const made = Object.keys(TABLE.classes).filter(
      (name) => TABLE.classes[name]?.new !== undefined,
    );
    fc.assert(
      fc.property(fc.constantFrom(...made), odd, odd, odd, fc.nat(7), (name, a, b, c, keep) => {
        assertTold(({ cluster, cloud, management, fleet }) => {
          const own = cluster('fuzzed');
          const scopes: Record<string, unknown> = {
            NodePool: own,
            CalicoJob: own,
            MachineDrainRule: own,
            FloatingIPPool: own,
            WorkloadCluster: management,
            SharedNetwork: cloud,
          };
          const scope = keep % 2 === 0 ? a() : (scopes[name] ?? fleet);
          const args = [scope, keep % 4 < 2 ? b() : 'made', c()];
          make(name, args);
          own.addAddon(loose(a()));
          own.addNodePool(loose(b()), loose(c())).addTaint(loose(a()));
          own.addNodePool('q', { flavor: 'small' }).addLabel(loose(b()), loose(c()));
          own.addDrainRule(loose(b()), loose(a()));
          new FloatingIPPool(own, loose(a()), loose(b()));
          management.addClusters(loose(b()), loose(c()));
        });
      }),
      randomRuns(120),
    );
  });
});

function make(name: string, args: readonly unknown[]): unknown {
  const target: unknown = Reflect.get(CLASSES, name);
  if (typeof target !== 'function') throw new Error(`${name} is no class`);
  return Reflect.construct(target, args);
}
