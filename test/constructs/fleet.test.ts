import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { load } from 'js-yaml';
import {
  Addon,
  CloudCredentials,
  ClusterNetwork,
  Cni,
  Fleet,
  type FleetProps,
  MachineImage,
  ManagementCluster,
  ManifestSource,
  Providers,
  type SynthSummary,
  ValidationError,
  WorkloadCluster,
} from '../../constructs/index';
import { at, findObject, type TestFleet, testFleet } from '../support/fleets';
import { ROOT } from '../support/import-graph';
import { inFolder, inFolderUntil } from '../support/in-folder';

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter(
    (name) => statSync(join(folder, name)).isFile() && !name.startsWith('.'),
  );
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function synthesised(
  outdir: string,
  build: (test: TestFleet) => void,
  props: FleetProps = {},
): SynthSummary {
  const test = testFleet({ outdir, ...props });
  build(test);
  return test.fleet.synth();
}

async function outputsOf(
  result: ReturnType<Fleet['run']>,
): Promise<Readonly<Record<string, unknown>>> {
  assert.ok(result instanceof Promise);
  return (await result).clusters;
}

describe('Fleet', () => {
  it('writes a folder a cluster, with few files', () =>
    inFolder((outdir) => {
      const summary = synthesised(outdir, ({ cluster }) => {
        cluster('prod').addNodePool('workers', { flavor: 'small', replicas: 1 });
        cluster('stage');
      });

      assert.deepEqual(Object.keys(filesIn(outdir)), [
        'mothership/kustomization.yaml',
        'mothership/prod/cluster.yaml',
        'mothership/prod/kustomization.yaml',
        'mothership/prod/pools.yaml',
        'mothership/stage/cluster.yaml',
        'mothership/stage/kustomization.yaml',
      ]);
      assert.deepEqual([summary.clusters, summary.objects, summary.written], [2, 13, 6]);
    }));

  it('writes a file a pool on request', () =>
    inFolder((outdir) => {
      synthesised(
        outdir,
        ({ cluster }) => {
          const prod = cluster('prod');
          prod.addNodePool('a', { flavor: 'small' });
          prod.addNodePool('b', { flavor: 'small' });
        },
        { layout: 'file-per-pool-and-addon' },
      );

      assert.deepEqual(load(filesIn(outdir)['mothership/prod/kustomization.yaml'] ?? ''), {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: ['cluster.yaml', 'pool-a.yaml', 'pool-b.yaml'],
      });
    }));

  it('writes the same bytes whatever the order, and whoever else is there', () =>
    inFolder((folder) => {
      const pools = ['a', 'b', 'c'];
      const build = (names: readonly string[], order: readonly string[]) => (test: TestFleet) => {
        for (const name of names) {
          const cluster = test.cluster(name);
          for (const pool of order) cluster.addNodePool(pool, { flavor: 'small' });
        }
      };

      synthesised(join(folder, 'one'), build(['prod', 'stage'], pools));
      synthesised(join(folder, 'two'), build(['stage', 'new', 'prod'], pools.toReversed()));

      const [one, two] = [filesIn(join(folder, 'one')), filesIn(join(folder, 'two'))];
      for (const name of Object.keys(one).filter(
        (key) => key !== 'mothership/kustomization.yaml',
      )) {
        assert.equal(two[name], one[name], name);
      }
    }));

  it('writes only the files of a cluster that has changed', () =>
    inFolder((outdir) => {
      const build = (replicas: number) => (test: TestFleet) => {
        for (const name of ['a', 'b', 'c']) {
          test
            .cluster(name)
            .addNodePool('w', { flavor: 'small', replicas: name === 'b' ? replicas : 1 });
        }
      };
      synthesised(outdir, build(1));

      const { written, unchanged, removed } = synthesised(outdir, build(2));

      assert.deepEqual([written, unchanged, removed], [1, 9, 0]);
    }));

  it('removes what a removed cluster left, and nothing of others', () =>
    inFolder((outdir) => {
      synthesised(outdir, ({ cluster }) => void [cluster('prod'), cluster('gone')]);
      writeFileSync(join(outdir, 'mothership/README.md'), 'mine');
      mkdirSync(join(outdir, 'mothership/gone/notes'));
      writeFileSync(join(outdir, 'mothership/gone/notes/a'), 'mine');

      const { removed } = synthesised(outdir, ({ cluster }) => void cluster('prod'));

      assert.equal(removed, 2);
      assert.deepEqual(readdirSync(join(outdir, 'mothership/gone')), ['notes']);
      assert.ok(existsSync(join(outdir, 'mothership/README.md')));
    }));

  it('changes nothing on disk when a cluster is wrong', () =>
    inFolder((outdir) => {
      synthesised(outdir, ({ cluster }) => void cluster('prod'));
      const before = filesIn(outdir);

      assert.throws(
        () =>
          synthesised(outdir, ({ cluster }) => {
            cluster('new');
            cluster('wrong', { kubernetesVersion: 'latest' });
            cluster('worse', { controlPlane: { flavor: 'large', replicas: 2 } });
          }),
        (error) => {
          assert.ok(error instanceof ValidationError);
          const paths = error.issues.map((issue) => issue.path);
          assert.deepEqual(paths, ['mothership/wrong', 'mothership/worse/control-plane']);
          return true;
        },
      );

      assert.deepEqual(filesIn(outdir), before);
    }));

  it('writes one cluster on request, and leaves all others', () =>
    inFolder((outdir) => {
      const build = (tag: string) => (test: TestFleet) =>
        void [test.cluster('a', { tags: [tag] }), test.cluster('b', { tags: [tag] })];
      synthesised(outdir, build('old'));
      const before = filesIn(outdir);

      const { clusters, written } = synthesised(outdir, build('new'), { only: ['b'] });

      const changed = Object.entries(filesIn(outdir)).filter(
        ([name, text]) => before[name] !== text,
      );
      assert.deepEqual(
        changed.map(([name]) => name),
        ['mothership/b/cluster.yaml'],
      );
      assert.deepEqual([clusters, written], [1, 1]);
    }));

  it('refuses to write a cluster that there is not', () =>
    inFolder((outdir) => {
      assert.throws(
        () => synthesised(outdir, ({ cluster }) => void cluster('prod'), { only: ['prd'] }),
        {
          name: 'ValidationError',
          message: `Fleet: only is "prd"
  allowed: any of "prod"
  fix: write "prod"`,
        },
      );
    }));

  it('builds deferred clusters one by one and forgets them, with the bytes of others', () =>
    inFolder((folder) => {
      const names = ['a', 'b', 'c'];
      const alive: number[] = [];
      synthesised(join(folder, 'eager'), ({ cluster }) => {
        for (const name of names) cluster(name);
      });

      synthesised(join(folder, 'lazy'), ({ management, cluster }) =>
        management.addClusters(names, (_scope, name) => {
          cluster(name);
          alive.push(management.node.children.length);
        }),
      );

      assert.deepEqual(filesIn(join(folder, 'lazy')), filesIn(join(folder, 'eager')));
      assert.deepEqual(alive, [1, 1, 1]);
    }));

  it('refuses a deferred cluster whose name is taken, or that is not built', () =>
    inFolder((outdir) => {
      const { management, cluster, fleet } = testFleet({ outdir });
      cluster('prod');

      management.addClusters(['prod', 'lost'], () => {});

      assert.throws(() => fleet.synth(), {
        message: `mothership/prod: name is "prod"
  allowed: a name that nothing else in mothership has
  fix: name it "prod-2", or leave one of the two out
mothership/lost: addClusters is an error: Error: mothership: the builder of "lost" created no such cluster
  allowed: code that does not throw
  fix: correct the code that throws it`,
      });
    }));

  it("renders a user's own chart with the bytes of cdk8s", () =>
    inFolder((folder) => {
      const build = (scope: App) => {
        const chart = new Chart(scope, 'mine', { namespace: 'apps' });
        new ApiObject(chart, 'config', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          data: { on: 'yes' },
        });
      };
      const vanilla = new App({ outdir: join(folder, 'vanilla') });
      build(vanilla);
      vanilla.synth();

      synthesised(
        join(folder, 'ours'),
        ({ fleet, cluster }) => void [cluster('prod'), build(fleet)],
      );

      const name = 'mine.k8s.yaml';
      assert.equal(filesIn(join(folder, 'ours'))[name], filesIn(join(folder, 'vanilla'))[name]);
    }));

  it('writes identities of the clouds beside the clusters', () =>
    inFolder((outdir) => {
      const credentials = CloudCredentials.clusterIdentity('rented', {
        secretRef: { name: 'clouds', namespace: 'capo-system' },
        namespaceSelector: { 'example.com/tenant': 'a' },
      });
      synthesised(
        outdir,
        ({ cluster }) => void [cluster('a', { credentials }), cluster('b', { credentials })],
      );

      const files = filesIn(outdir);
      const identity = load(files['mothership/providers.yaml'] ?? '');
      assert.equal(at(identity, 'metadata.name'), 'rented');
      assert.deepEqual(at(identity, 'spec'), {
        secretRef: { name: 'clouds', namespace: 'capo-system' },
        namespaceSelector: { matchLabels: { 'example.com/tenant': 'a' } },
      });
      assert.match(
        files['mothership/kustomization.yaml'] ?? '',
        /- providers.yaml\n {2}- a\n {2}- b\n/,
      );
      assert.match(files['mothership/a/cluster.yaml'] ?? '', /example.com\/tenant: a/);
    }));

  it('refuses a patch that no schema knows, with the place', () =>
    inFolder((outdir) => {
      assert.throws(
        () =>
          synthesised(outdir, ({ cluster }) => {
            const pool = cluster('prod').addNodePool('workers', { flavor: 'small' });
            pool.machineDeployment.addJsonPatch(JsonPatch.add('/spec/replica', 2));
          }),
        (error) => {
          assert.ok(error instanceof ValidationError);
          assert.match(
            error.message,
            /^mothership\/prod\/workers: spec\.replica of MachineDeployment prod-workers is 2\n/,
          );
          assert.match(error.message, /replicas/);
          return true;
        },
      );
      assert.deepEqual(readdirSync(outdir), []);
    }));

  it('refuses credentials that did not come by the factory for them', () =>
    inFolder((outdir) => {
      assert.throws(
        () =>
          synthesised(outdir, ({ cluster }) => {
            const prod = cluster('prod');
            const files = [
              {
                path: '/etc/key',
                content: ['-----BEGIN PRIVATE', 'KEY-----\nbm9uZQ==\n'].join(' '),
              },
            ];
            prod.controlPlane.controlPlane.addJsonPatch(
              JsonPatch.add('/spec/kubeadmConfigSpec/files', files),
            );
          }),
        /mothership\/prod\/control-plane: spec\.kubeadmConfigSpec\.files\[0\]\.content of KubeadmControlPlane prod-control-plane is "a private key"/,
      );
    }));

  it('refuses credentials in objects and charts of the user as well', () =>
    inFolder((outdir) => {
      const secret = (scope: Chart) =>
        new ApiObject(scope, 'secret', {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'spilled' },
          data: {
            'clouds.yaml': Buffer.from('clouds:\n  a:\n    auth:\n      password: x\n').toString(
              'base64',
            ),
          },
        });

      assert.throws(
        () => synthesised(outdir, ({ cluster }) => void secret(cluster('prod'))),
        /mothership\/prod: data\["clouds.yaml"\] of Secret spilled is "a password in a clouds.yaml \(clouds\.a\.auth\.password\)"/,
      );
      assert.throws(
        () => synthesised(outdir, ({ fleet }) => void secret(new Chart(fleet, 'mine'))),
        /mine\/secret: data\["clouds.yaml"\] of Secret spilled is "a password in a clouds.yaml \(clouds\.a\.auth\.password\)"/,
      );
      assert.deepEqual(readdirSync(outdir), []);
    }));

  it('refuses two objects of one kind and name, whoever made them', () =>
    inFolder((outdir) => {
      assert.throws(
        () =>
          synthesised(outdir, ({ cluster }) => {
            const prod = cluster('prod');
            prod.addNodePool('workers', { flavor: 'small' });
            new ApiObject(prod, 'twin', {
              apiVersion: 'cluster.x-k8s.io/v1beta2',
              kind: 'MachineDeployment',
              metadata: { name: 'prod-workers' },
              spec: { bogus: true },
            });
          }),
        (error) => {
          assert.ok(error instanceof ValidationError);
          const rules = new Set(error.issues.map((issue) => issue.rule));
          assert.deepEqual([...rules], ['object-unique', 'object-schema']);
          return true;
        },
      );
    }));

  it('refuses a document that no object can carry', () =>
    inFolder((outdir) => {
      const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: huge\ndata:\n  a: ${'x'.repeat(300_000)}\n`;

      assert.throws(
        () =>
          synthesised(outdir, ({ cluster }) =>
            cluster('prod').addAddon(Addon.manifest('huge', ManifestSource.text(text))),
          ),
        /mothership\/prod\/huge: document of \S+ is "\d+ bytes"\n {2}allowed: a document of 248000 bytes or less/,
      );
    }));

  for (const [what, operation] of [
    ['another name', JsonPatch.replace('/metadata/name', 'zzz')],
    ['a path that is not there', JsonPatch.add('/spec/no/such/parent', 1)],
  ] as const) {
    it(`refuses a patch with ${what}`, () =>
      inFolder((outdir) => {
        assert.throws(
          () =>
            synthesised(outdir, ({ cluster }) =>
              cluster('prod').controlPlane.controlPlane.addJsonPatch(operation),
            ),
          (error) => error instanceof ValidationError && error.issues[0]?.rule === 'object-patch',
        );
      }));
  }

  it('validates deferred clusters, and writes the charts that their builders make', () =>
    inFolder((outdir) => {
      const build = (valid: boolean) => () =>
        synthesised(outdir, ({ fleet, management, cluster }) =>
          management.addClusters(['a'], (_scope, name) => {
            new ApiObject(new Chart(fleet, `beside-${name}`), 'x', {
              apiVersion: 'v1',
              kind: 'ConfigMap',
            });
            const made = cluster(name);
            if (!valid) made.node.addValidation({ validate: () => ['not today'] });
          }),
        );

      assert.throws(build(false), /mothership\/a: validation is failing: not today\n/);
      build(true)();
      assert.ok(existsSync(join(outdir, 'beside-a.k8s.yaml')));
    }));

  it('validates the clusters that it is told to write, and what they stand in', () =>
    inFolder((outdir) => {
      const build = (test: TestFleet) => {
        for (const name of ['a', 'b']) {
          const { node } = test.cluster(name).controlPlane;
          node.addValidation({ validate: () => [`${name} is wrong`] });
        }
        test.management.node.addValidation({ validate: () => ['not today'] });
      };

      assert.throws(() => synthesised(outdir, build, { only: ['b'] }), {
        message: `mothership: validation is failing: not today
  allowed: constructs whose own validations pass
  fix: correct what the validation reports
mothership/b/control-plane: validation is failing: b is wrong
  allowed: constructs whose own validations pass
  fix: correct what the validation reports`,
      });
      assert.deepEqual(filesIn(outdir), {});
    }));

  it('records the paths of all objects in a file of its own', () =>
    inFolder((outdir) => {
      const build = ({ fleet, cluster }: TestFleet) => {
        const object = { apiVersion: 'v1', kind: 'ConfigMap' };
        new ApiObject(new Chart(fleet, 'beside'), 'x', { ...object, metadata: { name: 'beside' } });
        new ApiObject(cluster('a'), 'mine', { ...object, metadata: { name: 'mine' } });
      };
      synthesised(outdir, build, { recordConstructMetadata: true });
      const { resources } = JSON.parse(filesIn(outdir)['construct-metadata.json'] ?? '');

      assert.equal(resources.beside.path, 'beside/x');
      assert.equal(resources.mine.path, 'mothership/a/mine');
      assert.equal(resources['a-control-plane'].path, 'mothership/a/control-plane');
      synthesised(outdir, build);
      assert.equal(filesIn(outdir)['construct-metadata.json'], undefined);
    }));

  it('opens the firewall for each family of pods', () => {
    const network = ClusterNetwork.fromName('dual', {
      podCidrs: ['10.1.0.0/16', 'fd00:1::/48'],
      serviceCidrs: ['10.2.0.0/16', 'fd00:2::/112'],
    });
    const { cluster } = testFleet();

    const { securityGroups } = cluster('prod', {
      network,
      cni: Cni.calico({ encapsulation: 'vxlan' }),
    }).model();

    assert.ok(securityGroups.kind === 'managed');
    const rules = securityGroups.rules.map(({ name, etherType }) => `${name} ${etherType}`);
    assert.deepEqual(rules, ['calico-vxlan IPv4', 'calico-vxlan-v6 IPv6']);
  });

  it('gives all objects as one text, and each chart its own', () => {
    const { fleet, cluster } = testFleet();
    const prod = cluster('prod');

    assert.match(fleet.synthYaml(), /kind: KubeadmControlPlane/);
    assert.equal(Testing.synth(prod).length, 5);
    assert.deepEqual(fleet.charts, [prod]);
  });

  it('gives its outputs to Pulumi, and writes nothing there', () =>
    inFolderUntil(async (outdir) => {
      const { fleet, cluster } = testFleet({ outdir });
      cluster('prod');

      process.env.PULUMI_CONFIG = '{}';
      try {
        assert.deepEqual(Object.keys(await outputsOf(fleet.run())), ['mothership/prod']);
      } finally {
        delete process.env.PULUMI_CONFIG;
      }
      assert.deepEqual(readdirSync(outdir), []);
      assert.deepEqual(fleet.synth().clusters, 1);
    }));

  it('prints the mistakes of a program and ends it with code 1', () =>
    inFolder((outdir) => {
      const program = `
        const { testFleet } = require(${JSON.stringify(join(ROOT, 'test/support/fleets.ts'))});
        const { fleet, cluster } = testFleet({ outdir: ${JSON.stringify(outdir)} });
        cluster('prod', { kubernetesVersion: '1.32' });
        fleet.run();
      `;
      const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], {
        cwd: ROOT,
        encoding: 'utf8',
      });

      assert.equal(child.status, 1);
      assert.equal(
        child.stderr,
        'mothership/prod: kubernetesVersion is "1.32"\n' +
          '  allowed: a release with three numbers, such as "1.32.4"\n' +
          '  fix: write "1.32.0", or the patch of the image\n' +
          '  why: A release has three numbers, by which kubeadm and the images of a cluster are found. [kubernetes-version]\n\n' +
          '1 mistake; nothing was written\n',
      );
      assert.deepEqual(readdirSync(outdir), []);
    }));

  it('changes profile by one line', () => {
    const versions = ['1.10', '1.13', '1.14'].map((version) => {
      const objects = testFleet({ providers: Providers.stable(version) })
        .cluster()
        .toJson();
      return ['Cluster', 'OpenStackCluster'].map(
        (kind) => findObject(objects, kind).apiVersion.split('/')[1],
      );
    });

    assert.deepEqual(versions, [
      ['v1beta1', 'v1beta1'],
      ['v1beta2', 'v1beta1'],
      ['v1beta2', 'v1beta1'],
    ]);
  });

  it('names the versions that there are when it does not know one', () => {
    const fleet = new Fleet();
    new ManagementCluster(fleet, 'mothership', { providers: Providers.stable('1.9') });

    assert.throws(
      () => fleet.plan(),
      (error) => error instanceof ValidationError && /1\.10.*1\.13.*1\.14/.test(error.message),
    );
  });

  it('checks every object in full against CRDs of the user', function () {
    const crds = join(__dirname, '../../../shared/crds');
    if (!existsSync(crds)) {
      console.log('    no CRD files beside the repository');
      this.skip();
    }
    inFolder((folder) => {
      for (const name of [
        'cluster-api-v1.13.5',
        'cluster-api-openstack-v0.14.7',
        'kubeadm-control-plane-v1.13.5',
        'kubeadm-bootstrap-v1.13.5',
      ]) {
        mkdirSync(join(folder, 'crds', name), { recursive: true });
        for (const file of readdirSync(join(crds, name, 'bases'))) {
          writeFileSync(
            join(folder, 'crds', name, file),
            readFileSync(join(crds, name, 'bases', file)),
          );
        }
      }
      const props = { outdir: join(folder, 'out'), crds: join(folder, 'crds') };
      const { fleet, cluster } = testFleet(props);
      const prod = cluster('prod');
      prod.addNodePool('workers', { flavor: 'small', autoscale: { minSize: 0, maxSize: 1 } });
      fleet.synth();

      prod.infrastructure.addJsonPatch(JsonPatch.add('/spec/disableExternalNetwork', true));

      assert.throws(() => fleet.synth(), /mothership\/prod: spec of OpenStackCluster prod/);
    });
  });
});

describe('WorkloadCluster', () => {
  it('is told from other charts', () => {
    const { fleet, cloud, management } = testFleet();
    const cluster = new WorkloadCluster(management, 'prod', {
      cloud,
      kubernetesVersion: '1.32.4',
      image: MachineImage.fromName('ubuntu'),
      network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24' }),
      controlPlane: { flavor: 'small' },
    });

    assert.ok(cluster instanceof Chart && cluster instanceof WorkloadCluster);
    assert.ok(!(new Chart(fleet, 'mine') instanceof WorkloadCluster));
    assert.equal(at(cluster.model(), 'namespace'), 'prod');
  });
});
