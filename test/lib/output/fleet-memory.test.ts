import assert from 'node:assert/strict';
import fs, {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ApiObject, JsonPatch } from 'cdk8s';
import { ApiEndpoint } from '../../../constructs/index';
import { ValidationError } from '../../../lib/base/errors';
import type { FleetSynthOptions } from '../../../lib/output/cluster-turn';
import { LEAST_CLUSTERS } from '../../../lib/output/fleet-memory';
import { synthFleet } from '../../../lib/output/fleet-synth';
import { MEMORY_FOLDER } from '../../../lib/output/known-clusters';
import { INDEX_FILE } from '../../../lib/output/output-index';
import type { SynthSummary } from '../../../lib/output/synth-summary';
import { type TestFleet, testFleet } from '../../support/fleets';
import { inFolder } from '../../support/in-folder';

const FILE = 'mothership/c-ah/cluster.yaml';

type Build = (test: TestFleet, name: string) => void;

const plain: Build = ({ cluster }, name) => void cluster(name);

/** Names without digits, as a cluster is rendered for each that no earlier one says anything of. */
function names(count = LEAST_CLUSTERS): string[] {
  const letter = (digit: number) => 'abcdefghij'[digit] ?? '';
  return Array.from(
    { length: count },
    (_, index) => `c-${letter(Math.floor(index / 10))}${letter(index % 10)}`,
  );
}

interface Run extends SynthSummary {
  /** Clusters that were rendered. */
  readonly rendered: readonly string[];
}

/** Synthesises a fleet and tells which clusters were rendered. */
function run(
  outdir: string,
  build: Build = plain,
  options: Partial<FleetSynthOptions> & { readonly count?: number } = {},
): Run {
  const { count, ...others } = options;
  const test = testFleet({ outdir });
  for (const name of names(count)) build(test, name);
  const rendered: string[] = [];
  const clusters = test.management.node.children.filter((child) => 'renderModel' in child);
  const turns = clusters.map((child) => {
    const cluster = child as ReturnType<TestFleet['cluster']>;
    const model = cluster.model();
    return {
      model,
      modelOnly: cluster.isModelOnly(),
      render: () => {
        rendered.push(model.name);
        return cluster.renderModel(model);
      },
      extraObjects: () => cluster.extraObjects().map((object) => object.toJson()),
    };
  });
  const summary = synthFleet(turns, {
    outdir,
    layout: 'file-per-concern',
    total: turns.length,
    extraFiles: () => [],
    form: 'tree',
    managementClusters: [],
    ...others,
  });
  return { ...summary, rendered };
}

/** Synthesises twice, as clusters written within one tick of the clock are remembered the second time. */
function settle(
  outdir: string,
  build: Build = plain,
  options: Partial<FleetSynthOptions> = {},
): string {
  run(outdir, build, options);
  const start = Date.now();
  while (Date.now() - start < 30);
  run(outdir, build, options);
  return readFileSync(join(outdir, FILE), 'utf8');
}

function isObstacle(error: unknown): boolean {
  return error instanceof ValidationError && error.issues[0]?.rule === 'output-obstacle';
}

/** Plain clusters but for one. */
function odd(build: Build): Build {
  return (test, name) => (name === 'c-ah' ? build(test, name) : plain(test, name));
}

describe('FleetMemory', () => {
  it('renders a cluster with an accepted credential each time, and all when it is not accepted any more', () =>
    inFolder((outdir) => {
      const fake = 'Fake-0001-Fake!';
      const build = odd(({ cluster }, name) => {
        const preKubeadmCommands = [`curl -u fake:${fake} https://files.example`];
        cluster(name, { controlPlane: { flavor: 'large', bootstrap: { preKubeadmCommands } } });
      });
      const reason = 'the login of a public demo, which anybody may have';
      const accepted = [{ object: 'KubeadmControlPlane c-ah-control-plane', reason }];

      settle(outdir, build, { acceptedCredentials: accepted });

      assert.deepEqual(run(outdir, build, { acceptedCredentials: accepted }).rendered, ['c-ah']);
      assert.equal(
        readFileSync(join(outdir, MEMORY_FOLDER, 'clusters'), 'utf8').includes(fake),
        false,
      );
      assert.throws(() => run(outdir, build), /c-ah\/control-plane: .* is "user and password/);
    }));

  it('renders nothing and touches nothing when nothing has changed', () =>
    inFolder((outdir) => {
      settle(outdir);
      const book = [INDEX_FILE, join(MEMORY_FOLDER, 'clusters')].map((name) => join(outdir, name));
      for (const file of book) utimesSync(file, new Date(0), new Date(0));

      const summary = run(outdir);

      assert.deepEqual(summary.rendered, []);
      assert.deepEqual([summary.written, summary.removed], [0, 0]);
      assert.equal(summary.unchanged, LEAST_CLUSTERS * 2 + 1);
      assert.deepEqual([summary.clusters, summary.objects], [LEAST_CLUSTERS, LEAST_CLUSTERS * 5]);
      for (const file of book) assert.equal(statSync(file).mtimeMs, 0);
    }));

  it('renders the cluster that has changed and no other', () =>
    inFolder((outdir) => {
      settle(outdir);

      const summary = run(
        outdir,
        odd(({ cluster }, name) => void cluster(name, { sshKeyName: 'other' })),
      );

      assert.deepEqual([summary.rendered, summary.written], [['c-ah'], 1]);
      assert.match(readFileSync(join(outdir, FILE), 'utf8'), /sshKeyName: other/);
    }));

  const edits: readonly [what: string, edit: (file: string) => void][] = [
    ['edited', (file) => appendFileSync(file, '# edited\n')],
    [
      'edited to the same size, its time set back',
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('kind: Cluster\n', 'kind: Klustar\n'),
        );
        utimesSync(file, atime, mtime);
      },
    ],
    ['removed', (file) => rmSync(file)],
  ];
  for (const [what, edit] of edits) {
    it(`writes a file again that was ${what}`, () =>
      inFolder((outdir) => {
        const text = settle(outdir);
        edit(join(outdir, FILE));

        assert.deepEqual(run(outdir).rendered, ['c-ah']);

        assert.equal(readFileSync(join(outdir, FILE), 'utf8'), text);
      }));
  }

  it('refuses a folder that was moved elsewhere and linked', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'out');
      settle(outdir);
      renameSync(join(outdir, 'mothership/c-ah'), join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), join(outdir, 'mothership/c-ah'));

      assert.throws(() => run(outdir), isObstacle);
    }));

  it('refuses a file that was moved elsewhere and linked', () =>
    inFolder((outdir) => {
      settle(outdir);
      const file = join(outdir, FILE);
      renameSync(file, `${file}.aside`);
      symlinkSync(`${file}.aside`, file);

      assert.throws(() => run(outdir), isObstacle);
    }));

  it('refuses a mistake that a change brings in', () =>
    inFolder((outdir) => {
      settle(outdir);
      const build = odd(({ cluster }, name) => void cluster(name, { apiServerPort: 0 }));

      assert.throws(() => run(outdir, build), ValidationError);
    }));

  it('refuses a change that clashes with a cluster that is as it was', () =>
    inFolder((outdir) => {
      const withEndpoints =
        (host: string): Build =>
        ({ cluster }, name) => {
          const own = name === 'c-ah' ? host : `${name}.example`;
          cluster(name, { endpoint: ApiEndpoint.external({ host: own }) });
        };
      settle(outdir, withEndpoints('c-ah.example'));

      assert.throws(() => run(outdir, withEndpoints('c-ai.example')), /c-ai\.example/);
    }));

  const decisive: readonly [what: string, build: Build][] = [
    [
      'a patch',
      odd(({ cluster }, name) =>
        cluster(name).cluster.addJsonPatch(JsonPatch.add('/spec/paused', true)),
      ),
    ],
    [
      'an object of the user',
      odd(({ cluster }, name) => {
        new ApiObject(cluster(name), 'own', { apiVersion: 'v1', kind: 'ConfigMap' });
      }),
    ],
    [
      'a renderer of the user',
      odd(({ cluster }, name) => {
        const own = cluster(name);
        const { renderModel } = own;
        Object.assign(own, { renderModel: renderModel.bind(own) });
      }),
    ],
  ];
  for (const [what, build] of decisive) {
    it(`always renders a cluster with ${what}`, () =>
      inFolder((outdir) => {
        settle(outdir);

        for (let round = 0; round < 3; round++) {
          assert.ok(run(outdir, build).rendered.includes('c-ah'));
        }
        assert.ok(run(outdir).rendered.length <= 1);
      }));
  }

  it('renders everything in another layout', () =>
    inFolder((outdir) => {
      settle(outdir);

      const { rendered } = run(outdir, plain, { layout: 'file-per-pool-and-addon' });

      assert.equal(rendered.length, LEAST_CLUSTERS);
    }));

  for (const [what, options] of [
    ['objects are recorded', { onObject: () => undefined }],
    ['the output is printed', { form: 'stream' as const }],
  ] as const) {
    it(`renders everything when ${what}`, () =>
      inFolder((outdir) => {
        settle(outdir);

        assert.equal(run(outdir, plain, options).rendered.length, LEAST_CLUSTERS);
      }));
  }

  it('keeps what it knows of others when one cluster is written', () =>
    inFolder((outdir) => {
      settle(outdir);
      appendFileSync(join(outdir, FILE), '# edited\n');

      assert.deepEqual(run(outdir, plain, { only: ['c-ah'] }).rendered, ['c-ah']);

      assert.ok(run(outdir).rendered.length <= 1);
    }));

  it('removes the files of a cluster that is gone', () =>
    inFolder((outdir) => {
      settle(outdir);
      run(outdir, plain, { count: LEAST_CLUSTERS + 1 });
      const [last = ''] = names(LEAST_CLUSTERS + 1).slice(-1);
      assert.ok(existsSync(join(outdir, 'mothership', last)));

      assert.equal(run(outdir).removed, 2);

      assert.ok(!existsSync(join(outdir, 'mothership', last)));
    }));

  it('renders what the index does not list', () =>
    inFolder((outdir) => {
      settle(outdir);
      rmSync(join(outdir, INDEX_FILE));

      assert.equal(run(outdir).rendered.length, LEAST_CLUSTERS);
    }));

  for (const text of ['', 'nonsense\n', '\0']) {
    it(`renders everything when the memory is ${JSON.stringify(text)}`, () =>
      inFolder((outdir) => {
        settle(outdir);
        writeFileSync(join(outdir, MEMORY_FOLDER, 'clusters'), text);

        assert.equal(run(outdir).rendered.length, LEAST_CLUSTERS);
      }));
  }

  it('renders a cluster whose line is damaged', () =>
    inFolder((outdir) => {
      settle(outdir);
      const file = join(outdir, MEMORY_FOLDER, 'clusters');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('[["cluster.yaml"', '[[1'));

      assert.equal(run(outdir).rendered.length, LEAST_CLUSTERS);
    }));

  it('fails no synth for want of its file', () =>
    inFolder((outdir) => {
      const { mkdirSync } = fs;
      const refusing: typeof mkdirSync = ((path: string, ...options: []) => {
        if (path.endsWith(MEMORY_FOLDER)) throw new Error('ENOSPC');
        return mkdirSync(path, ...options);
      }) as typeof mkdirSync;
      Object.assign(fs, { mkdirSync: refusing });
      try {
        assert.equal(run(outdir).written, LEAST_CLUSTERS * 2 + 1);
      } finally {
        Object.assign(fs, { mkdirSync });
      }
      assert.ok(!existsSync(join(outdir, MEMORY_FOLDER)));
    }));

  it('keeps its files to their owner', () =>
    inFolder((outdir) => {
      settle(outdir);

      assert.equal(statSync(join(outdir, MEMORY_FOLDER)).mode & 0o777, 0o700);
      for (const name of ['.gitignore', 'clusters']) {
        assert.equal(statSync(join(outdir, MEMORY_FOLDER, name)).mode & 0o777, 0o600);
      }
    }));

  it('keeps its folder out of Git, and is not there for small fleets', () =>
    inFolder((outdir) => {
      run(outdir, plain, { count: LEAST_CLUSTERS - 1 });
      assert.ok(!existsSync(join(outdir, MEMORY_FOLDER)));

      settle(outdir);

      assert.equal(readFileSync(join(outdir, MEMORY_FOLDER, '.gitignore'), 'utf8'), '*\n');
      assert.deepEqual(readdirSync(join(outdir, MEMORY_FOLDER)).sort(), ['.gitignore', 'clusters']);
    }));
});
