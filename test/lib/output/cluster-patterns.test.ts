import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { AssembledCluster } from '../../../lib/assembly/model';
import { clusterFiles } from '../../../lib/output/cluster-files';
import {
  ClusterPatterns,
  type Finish,
  type FinishedCluster,
} from '../../../lib/output/cluster-patterns';
import { modelShape } from '../../../lib/output/model-shape';
import { type ClusterOverrides, type TestFleet, testFleet } from '../../support/fleets';
import { inFolder } from '../../support/in-folder';
import { randomProgram, tryBuild } from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';

const FIRST = ['shop-10', 'shop-11', 'shop-12', 'shop-13'];
const VERSIONS = ['1.13', '0.14'] as const;
const SCHEMA = {
  openAPIV3Schema: {
    type: 'object',
    'x-kubernetes-validations': [
      { rule: "self.metadata.name != 'shop-47'", message: '47 is taken' },
    ],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    },
  },
};
const LEAST_PROVEN = 0.4;

/** Texts of a fleet's files by their paths. */
function synth(names: readonly string[], add: (test: TestFleet, name: string) => void) {
  return inFolder((outdir) => {
    const test = testFleet({ outdir });
    for (const name of names) add(test, name);
    test.fleet.synth();
    const folder = join(outdir, 'mothership');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return new Map(
      files
        .filter((file) => /^shop.*\.yaml$/.test(file))
        .sort()
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    );
  });
}

/** Clusters by the numbers of their names, each with its own text in all of its files. */
function finishWith(textOf: (name: string) => string): Finish {
  return ({ name }) => ({
    files: [{ name: 'cluster.yaml', content: textOf(name), isPrivate: false }],
    objects: 1,
    userData: [{ path: `mothership/${name}`, bytes: 1, most: 2 }],
  });
}

function model(name: string, props: ClusterOverrides = {}): AssembledCluster {
  return testFleet().cluster(name, props).model();
}

/** What is known of a cluster after those that are first. */
function found(finish: Finish, name = 'shop-47', first = FIRST): FinishedCluster | undefined {
  const patterns = new ClusterPatterns();
  for (const one of first) learn(patterns, model(one), finish);
  return find(patterns, model(name));
}

function learn(patterns: ClusterPatterns, one: AssembledCluster, finish: Finish): void {
  const shape = modelShape(one);
  const finished = finish(one);
  assert.ok(shape !== undefined && finished !== undefined);
  patterns.learn(shape, one, finished, finish);
}

function find(patterns: ClusterPatterns, one: AssembledCluster): FinishedCluster | undefined {
  const shape = modelShape(one);
  return shape && patterns.find(shape, one.name);
}

describe('clusters that differ by the numbers of their names', () => {
  it('have the files that each has by itself', () => {
    const names = Array.from({ length: 12 }, (_, index) => `shop-${index + 10}`);
    const add = ({ cluster }: TestFleet, name: string) => {
      const one = cluster(name, { namespace: name === 'shop-15' ? 'apart' : name });
      one.addNodePool('workers', { flavor: 'small', labels: { shop: name } });
    };

    const together = synth(names, add);

    const apart = names.flatMap((name) => [...synth([name], add)]);
    assert.deepEqual([...together], apart);
    assert.equal(apart.length, names.length * 3);
  });

  it('have the mistakes that each has by itself', () => {
    const { fleet, cluster } = testFleet();
    for (const name of FIRST) cluster(name);
    cluster('shop-47', { kubernetesVersion: '1.99.0' });

    assert.throws(() => fleet.synth(), /mothership\/shop-47: kubernetesVersion/);
  });

  it('are not known before there are a few', () => {
    const finish = finishWith((name) => `name: ${name}\n`);

    assert.equal(found(finish, 'shop-47', FIRST.slice(1)), undefined);
    assert.deepEqual(found(finish), {
      files: [{ name: 'cluster.yaml', content: 'name: shop-47\n', isPrivate: false }],
      objects: 1,
      userData: [{ path: 'mothership/shop-47', bytes: 1, most: 2 }],
    });
  });

  for (const [what, textOf] of [
    ['the order of a list', (name: string) => [name, 'shop-5'].sort().join()],
    ['a hash', (name: string) => `${name} ${name.charCodeAt(5)}`],
    ['nothing but are told by chance', () => 'shop-13'],
  ] as const) {
    it(`are not known where names decide on ${what}`, () => {
      assert.equal(found(finishWith(textOf)), undefined);
    });
  }

  it('are not known where another name of theirs would be a mistake', () => {
    const finish = finishWith((name) => name);

    assert.equal(
      found((one) => (one.name === 'shop-99' ? undefined : finish(one))),
      undefined,
    );
  });

  it('have nothing in common with those of other words and lengths', () => {
    const finish = finishWith((name) => name);

    for (const name of ['shop-147', 'shops-47', 'ship-47', 'shop', 'shop-4a']) {
      assert.equal(found(finish, name), undefined, name);
    }
  });

  for (const [what, props] of [
    ['in another case', { labels: { peer: 'SHOP-47' } }],
    ['without its dash', { labels: { peer: 'shop47' } }],
    ['in a text that many have', { labels: { peers: `${'x'.repeat(2_000)} Shop_47` } }],
  ] as const) {
    it(`are rendered each where the name stands there ${what}`, () => {
      const patterns = new ClusterPatterns();
      for (const name of FIRST)
        learn(
          patterns,
          { ...model(name), ...props },
          finishWith((name) => name),
        );

      assert.equal(find(patterns, { ...model('shop-47'), ...props }), undefined);
      assert.ok(find(patterns, { ...model('shop-48'), ...props }));
    });
  }

  it('are rendered each where a name could be a part of a number', () => {
    const names = ['ab-10', 'ab-11', 'ab-12', 'ab-13'];

    assert.equal(
      found(
        finishWith((name) => name),
        'ab-47',
        names,
      ),
      undefined,
    );
  });

  it('are held against definitions of the user each', () =>
    inFolder((folder) => {
      const definition = {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'clusters.cluster.x-k8s.io' },
        spec: {
          group: 'cluster.x-k8s.io',
          names: { kind: 'Cluster', plural: 'clusters', singular: 'cluster' },
          scope: 'Namespaced',
          versions: [{ name: 'v1beta2', served: true, storage: true, schema: SCHEMA }],
        },
      };
      writeFileSync(join(folder, 'clusters.yaml'), JSON.stringify(definition));
      const { fleet, cluster } = testFleet({ outdir: join(folder, 'out'), crds: folder });
      for (const name of [...FIRST, 'shop-47']) cluster(name);

      assert.throws(() => fleet.synth(), /47 is taken/);
    }));

  it('are rendered each where something that many have names one of them', () => {
    const patterns = new ClusterPatterns();
    const finish = finishWith((name) => name);

    const props = { labels: { peers: `${'x'.repeat(2_000)} shop-47` } };
    for (const name of FIRST) learn(patterns, { ...model(name), ...props } as never, finish);

    assert.equal(find(patterns, { ...model('shop-47'), ...props } as never), undefined);
    assert.ok(find(patterns, { ...model('shop-48'), ...props } as never));
  });

  it('of random programs are what they are by themselves', function () {
    this.timeout(600_000);
    let [legal, proven] = [0, 0];
    const program = randomProgram({ versions: VERSIONS, gates: true });

    fc.assert(
      fc.property(program, fc.nat(99), (given, number) => {
        const clusterOf = (name: string) => tryBuild(given, VERSIONS, name);
        const built = clusterOf('shop-00');
        if (built === undefined || hasMistakes(built.model())) return;
        legal += 1;
        const finish: Finish = (one) => {
          if (hasMistakes(one)) return undefined;
          const objects = built.renderModel(one);
          const files = clusterFiles(objects, 'file-per-concern').map(({ name, content }) => ({
            name,
            content,
            isPrivate: false,
          }));
          return { files, objects: objects.length, userData: [] };
        };
        const patterns = new ClusterPatterns();
        for (const name of FIRST) {
          const one = clusterOf(name)?.model();
          if (one !== undefined && !hasMistakes(one)) learn(patterns, one, finish);
        }
        const last = clusterOf(`shop-${String(number).padStart(2, '0')}`)?.model();
        const known = last && find(patterns, last);
        if (last === undefined || known === undefined) return;
        proven += 1;
        assert.deepEqual(known, finish(last));
      }),
      randomRuns(40),
    );

    assert.ok(proven >= legal * LEAST_PROVEN, `${proven} of ${legal}`);
  });
});

function hasMistakes(one: AssembledCluster): boolean {
  return checkCluster(one).length > 0 || checkRendering(one).length > 0;
}
