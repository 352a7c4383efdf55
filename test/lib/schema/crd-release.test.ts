import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FiledDefinition, readDefinitions } from '../../../lib/schema/crd-folder';
import { chooseDefinitions, undecidedKind } from '../../../lib/schema/crd-release';
import { inFolder } from '../../support/in-folder';
import { profile } from '../../support/models';

const NAME = 'cluster.x-k8s.io/v1beta2/Cluster';

describe('the release of a definition', () => {
  it('is that of the profile, by the name of the folder', () => {
    const all = [
      defined('cluster-api-v1.13.5/a.yaml', 1),
      defined('cluster-api-v1.14.0/a.yaml', 2),
    ];

    assert.equal(fileFor('1.13', all), 'cluster-api-v1.13.5/a.yaml');
    assert.equal(fileFor('1.14', all), 'cluster-api-v1.14.0/a.yaml');
  });

  it('is told by its minor where the patch is another one', () => {
    const all = [defined('crds/v1.13.4/a.yaml', 1), defined('crds/capi_1.14/a.yaml', 2)];

    assert.equal(fileFor('1.13', all), 'crds/v1.13.4/a.yaml');
    assert.equal(fileFor('1.14', all), 'crds/capi_1.14/a.yaml');
  });

  it('is the exact one of several patches', () => {
    const all = [
      defined('cluster-api-v1.13.4/a.yaml', 1),
      defined('cluster-api-v1.13.5/a.yaml', 2),
    ];

    assert.equal(fileFor('1.13', all), 'cluster-api-v1.13.5/a.yaml');
  });

  it('is that of the provider for its group', () => {
    const group = 'infrastructure.cluster.x-k8s.io';
    const all = [defined('v0.12.4/a.yaml', 1, group), defined('v0.14.7/a.yaml', 2, group)];
    const { chosen } = chooseDefinitions(all, profile('1.13'));

    assert.equal(chosen.get(`${group}/v1beta2/Cluster`)?.file, 'v0.14.7/a.yaml');
  });

  it('does not matter where definitions are equal or not served', () => {
    const all = [
      defined('a.yaml', 1),
      defined('b.yaml', 1),
      { ...defined('c.yaml', 2), served: false },
    ];
    const { chosen, undecided } = chooseDefinitions(all);

    assert.deepEqual([[...chosen.keys()], [...undecided.keys()]], [[NAME], []]);
  });

  it('is unknown where no folder tells it, which is said with the files', () => {
    const all = [defined('new/a.yaml', 1), defined('old/a.yaml', 2)];
    const running = profile('1.13');
    const { chosen, undecided } = chooseDefinitions(all, running);

    assert.equal(chosen.size, 0);
    assert.deepEqual(undecidedKind(NAME, undecided.get(NAME) ?? [], running).finding, {
      given: ['new/a.yaml', 'old/a.yaml'],
      allowed: `one definition of ${NAME}, or folders named after their releases`,
      fix: 'use a folder of one release, or name the folders in it as "cluster-api-v1.13.5"',
    });
  });
});

describe('readDefinitions', () => {
  it('says which file is no YAML, and where', () =>
    inFolder((folder) => {
      mkdirSync(join(folder, 'bases'));
      writeFileSync(join(folder, 'bases', 'a.yaml'), 'kind: CustomResourceDefinition\nspec: [\n');

      assert.throws(() => readDefinitions(folder), {
        name: 'CrdFolderError',
        message:
          '"bases/a.yaml" is not a file of YAML documents; correct line 3: deficient indentation',
      });
    }));
});

function fileFor(clusterApi: string, all: readonly FiledDefinition[]): string | undefined {
  return chooseDefinitions(all, profile(clusterApi)).chosen.get(NAME)?.file;
}

function defined(file: string, minimum: number, group = 'cluster.x-k8s.io'): FiledDefinition {
  const schema = { type: 'object', minProperties: minimum };
  return { group, version: 'v1beta2', kind: 'Cluster', served: true, schema, file };
}
