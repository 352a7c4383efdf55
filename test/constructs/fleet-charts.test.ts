import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, type ApiObjectProps, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import {
  type FleetProps,
  ManagementCluster,
  Providers,
  type SynthSummary,
  ValidationError,
} from '../../constructs/index';
import { type TestFleet, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

type Build = (test: TestFleet) => void;

function synth(outdir: string, build: Build, props: FleetProps = {}): SynthSummary {
  const test = testFleet({ outdir, ...props });
  build(test);
  return test.fleet.synth();
}

/** Chart of one object in a management cluster. */
function chartOf(scope: Construct, id: string, object: ApiObjectProps): void {
  new ApiObject(new Chart(scope, id), 'object', object);
}

function configMap(name = 'settings', namespace?: string): ApiObjectProps {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { a: 'b' } };
}

function resourcesIn(outdir: string, folder = 'mothership'): unknown {
  const text = readFileSync(join(outdir, folder, 'kustomization.yaml'), 'utf8');
  return Reflect.get(Object(load(text)), 'resources');
}

/** Rules that refuse what is built, with the paths and props that they name. */
function refusals(build: Build, props: FleetProps = {}): readonly string[] {
  return inFolder((outdir) => {
    try {
      synth(outdir, build, props);
      return [];
    } catch (error) {
      assert.ok(error instanceof ValidationError, String(error));
      assert.deepEqual(readdirSync(outdir), []);
      return error.issues.map(({ rule, path, prop }) => `${rule}: ${path}: ${prop}`);
    }
  });
}

describe('a chart in a management cluster', () => {
  it('is written to its folder and listed in its kustomization', () =>
    inFolder((outdir) => {
      synth(outdir, ({ management, cluster }) => {
        cluster('prod');
        chartOf(management, 'tenants', configMap());
        chartOf(new Construct(management, 'deep'), 'Other Things', configMap('other'));
      });

      assert.deepEqual(resourcesIn(outdir), [
        'deep-other-things.k8s.yaml',
        'tenants.k8s.yaml',
        'prod',
      ]);
      assert.deepEqual(readdirSync(join(outdir, 'mothership')).sort(), [
        'deep-other-things.k8s.yaml',
        'kustomization.yaml',
        'prod',
        'tenants.k8s.yaml',
      ]);
      assert.match(
        readFileSync(join(outdir, 'mothership/tenants.k8s.yaml'), 'utf8'),
        /name: settings/,
      );
    }));

  for (const [type, files] of [
    [YamlOutputType.FILE_PER_APP, ['app.k8s.yaml']],
    [YamlOutputType.FILE_PER_CHART, ['a.k8s.yaml', 'b.k8s.yaml']],
    [YamlOutputType.FILE_PER_RESOURCE, ['ConfigMap.one.k8s.yaml', 'ConfigMap.two.k8s.yaml']],
    [
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      ['a/ConfigMap.one.k8s.yaml', 'b/ConfigMap.two.k8s.yaml'],
    ],
  ] as const) {
    it(`is divided into files within the folder: ${YamlOutputType[type]}`, () =>
      inFolder((outdir) => {
        synth(
          outdir,
          ({ management }) => {
            chartOf(management, 'a', configMap('one'));
            chartOf(management, 'b', configMap('two'));
          },
          { yamlOutputType: type },
        );

        assert.deepEqual(resourcesIn(outdir), files);
        for (const file of files) assert.ok(existsSync(join(outdir, 'mothership', file)), file);
      }));
  }

  it('leaves the folder when it leaves the program, as does its line', () =>
    inFolder((outdir) => {
      synth(outdir, ({ management }) => chartOf(management, 'tenants', configMap()));

      const { removed } = synth(outdir, () => {}, { allowEmpty: true });

      assert.equal(removed, 1);
      assert.deepEqual(resourcesIn(outdir), []);
    }));

  it('gets every check that objects of clusters get', () => {
    assert.deepEqual(
      refusals(({ management, cluster }) => {
        cluster('prod');
        chartOf(management, 'fields', {
          apiVersion: 'cluster.x-k8s.io/v1beta2',
          kind: 'MachineDeployment',
          metadata: { name: 'more', namespace: 'prod' },
          spec: {
            clusterName: 'prod',
            replica: 2,
            selector: {},
            template: {
              spec: {
                clusterName: 'prod',
                bootstrap: { dataSecretName: 'a' },
                infrastructureRef: {
                  apiGroup: 'infrastructure.cluster.x-k8s.io',
                  kind: 'OpenStackMachineTemplate',
                  name: 'a',
                },
              },
            },
          },
        });
        chartOf(management, 'twin', {
          apiVersion: 'cluster.x-k8s.io/v1beta2',
          kind: 'Cluster',
          metadata: { name: 'prod', namespace: 'prod' },
        });
        chartOf(management, 'reserved', {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'prod-kubeconfig', namespace: 'prod' },
        });
        chartOf(management, 'namespace', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'prod' },
        });
        chartOf(management, 'keys', {
          ...configMap(),
          metadata: { name: 'settings', annotations: { '123': 'x' } },
        });
      }).filter((one) => !one.includes('spec of Cluster prod')),
      [
        'object-schema: mothership/fields/object: spec.replica of MachineDeployment more',
        'object-key: mothership/keys/object: a key in metadata.annotations of ConfigMap settings',
        'object-unique: mothership/twin/object: metadata.name of Cluster prod',
        'object-unique: mothership/namespace/object: metadata.name of Namespace prod',
        'object-secret-reserved: mothership/reserved/object: metadata.name of Secret prod-kubeconfig',
      ],
    );
  });

  it('may hold no object twice, and the same name in two namespaces', () => {
    const twice = (namespaces: readonly (string | undefined)[]): Build => {
      return ({ management }) =>
        namespaces.forEach((namespace, index) => {
          chartOf(management, `c${index}`, configMap('one', namespace));
        });
    };

    assert.deepEqual(refusals(twice(['a', 'b'])), []);
    assert.deepEqual(refusals(twice(['a', 'a'])), [
      'object-unique: mothership/c1/object: metadata.name of ConfigMap one',
    ]);
    assert.deepEqual(refusals(twice([undefined, 'default'])), [
      'object-unique: mothership/c1/object: metadata.name of ConfigMap one',
    ]);
  });

  it('may not have the name of a file or folder that is there for something else', () => {
    assert.deepEqual(
      refusals(({ management }) => chartOf(management, 'kustomization', configMap()), {
        outputFileExtension: '.yaml',
      }),
      ['output-path: mothership/kustomization.yaml: file'],
    );
    assert.deepEqual(
      refusals(({ management }) => {
        chartOf(management, 'a-b', configMap('one'));
        chartOf(new Construct(management, 'a'), 'b', configMap('two'));
      }),
      ['object-unique: mothership/a-b.k8s.yaml: file'],
    );
  });

  it('is compared with clusters that are as they were, too', () =>
    inFolder((outdir) => {
      const build =
        (name: string): Build =>
        ({ management, cluster }) => {
          for (let index = 0; index < 50; index += 1) cluster(`c-${index}`);
          chartOf(management, 'twin', {
            apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
            kind: 'OpenStackCluster',
            metadata: { name, namespace: 'c-7' },
            spec: {
              identityRef: { name: 'a', cloudName: 'a' },
              managedSubnets: [{ cidr: '10.9.0.0/24' }],
            },
          });
        };
      synth(outdir, build('other'));
      const start = Date.now();
      while (Date.now() - start < 30);
      synth(outdir, build('other'));

      assert.throws(
        () => synth(outdir, build('c-7')),
        (error) =>
          error instanceof ValidationError &&
          error.issues.some(({ rule }) => rule === 'object-unique'),
      );
    }));
});

describe('a chart beside the management clusters', () => {
  const badDeployment: ApiObjectProps = {
    apiVersion: 'cluster.x-k8s.io/v1beta2',
    kind: 'MachineHealthCheck',
    metadata: { name: 'a' },
    spec: { clusterName: 'a', selector: { matchLabels: { a: 'b' } }, bogus: true },
  };

  it('gets the checks that do not depend on where it is applied', () => {
    assert.deepEqual(
      refusals(({ fleet }) => chartOf(fleet, 'mine', badDeployment)),
      ['object-schema: mine/object: spec.bogus of MachineHealthCheck a'],
    );
  });

  it('is checked beside management clusters of which nothing is known', () => {
    const found = refusals(({ fleet }) => {
      new ManagementCluster(fleet, 'unknown', { providers: Providers.stable('9.9') });
      chartOf(fleet, 'mine', badDeployment);
    });

    assert.deepEqual(found, [
      'cluster-api-version: unknown: providers.clusterApi',
      'object-schema: mine/object: spec.bogus of MachineHealthCheck a',
    ]);
  });

  it('has to fit one of the management clusters', () => {
    const old: ApiObjectProps = {
      apiVersion: 'cluster.x-k8s.io/v1beta1',
      kind: 'MachineHealthCheck',
      metadata: { name: 'a' },
      spec: {
        clusterName: 'a',
        selector: { matchLabels: { a: 'b' } },
        unhealthyConditions: [{ type: 'Ready', status: 'False', timeout: '5m' }],
      },
    };

    assert.deepEqual(
      refusals(({ fleet }) => {
        new ManagementCluster(fleet, 'older', { providers: Providers.stable('1.10') });
        chartOf(fleet, 'mine', old);
      }),
      [],
    );
  });
});

describe('a management cluster without clusters', () => {
  it('keeps its kustomization, which kustomize takes', () =>
    inFolder((outdir) => {
      synth(outdir, ({ cluster }) => void cluster('prod'));
      synth(outdir, () => {}, { allowEmpty: true });

      assert.deepEqual(readdirSync(join(outdir, 'mothership')), ['kustomization.yaml']);
      assert.deepEqual(resourcesIn(outdir), []);
      const kustomize = spawnSync('kubectl', ['kustomize', join(outdir, 'mothership')]);
      if (kustomize.error === undefined) assert.equal(kustomize.status, 0, `${kustomize.stderr}`);
    }));
});

describe('files that may hold credentials', () => {
  it('are for their owner, and others are as the umask says', () =>
    inFolder((outdir) => {
      const build: Build = ({ management, cluster }) => {
        cluster('prod');
        chartOf(management, 'secret', {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'a' },
          stringData: {},
        });
        chartOf(management, 'open', configMap());
      };
      synth(outdir, build);

      const modeOf = (path: string) => statSync(join(outdir, 'mothership', path)).mode & 0o777;
      assert.equal(modeOf('secret.k8s.yaml'), 0o600);
      assert.equal(modeOf('open.k8s.yaml'), 0o666 & ~process.umask());
      assert.equal(modeOf('kustomization.yaml'), 0o666 & ~process.umask());
    }));
});

describe('props of the fleet that are those of a cdk8s App', () => {
  it('end in what tools read', () => {
    for (const outputFileExtension of ['', '.txt', 'yaml', '/../x.yaml', '.json', '.k8s.yaml ']) {
      const found = refusals(() => {}, { allowEmpty: true, outputFileExtension });
      assert.deepEqual(found, ['fleet-file-extension: Fleet: outputFileExtension']);
    }
    for (const outputFileExtension of ['.yaml', '.yml', '.k8s.yaml', '.gen.yml']) {
      assert.deepEqual(
        refusals(() => {}, { allowEmpty: true, outputFileExtension }),
        [],
      );
    }
  });

  it('resolve values of objects of the user, in charts and in clusters', () =>
    inFolder((outdir) => {
      synth(
        outdir,
        ({ management, cluster }) => {
          chartOf(management, 'a', configMap());
          new ApiObject(cluster('prod'), 'mine', configMap('mine'));
        },
        {
          resolvers: [
            {
              resolve: (context) => {
                if (context.value === 'b') context.replaceValue('resolved');
              },
            },
          ],
        },
      );

      for (const path of ['mothership/a.k8s.yaml', 'mothership/prod/extra.yaml']) {
        assert.match(readFileSync(join(outdir, path), 'utf8'), /a: resolved/);
      }
    }));
});
