import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { Providers } from '../../../lib/assembly/providers';
import { loadCrds } from '../../../lib/schema/full-check';
import { BUNDLED } from '../../../lib/schema/generator/bundled';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import { at } from '../../support/rendering';
import { changed, type Loose } from './objects';
import { PROVIDER_OBJECTS } from './provider-objects';

const SHARED = resolve(__dirname, '../../../../shared');
const AWS = 'cluster-api-aws-v2.11.1';
const OTHERS = Object.keys(BUNDLED).filter((name) =>
  /^cluster-api-(aws|azure|docker|hetzner|vsphere)-/.test(name),
);

describe('schemas of infrastructure providers', () => {
  it('are shown for every kind that is bundled', () => {
    const shown = PROVIDER_OBJECTS.map(({ release, object }) => `${release} ${object.kind}`);
    const bundled = OTHERS.flatMap((release) =>
      [BUNDLED[release] ?? []].flat().map((kind) => `${release} ${kind}`),
    );

    assert.deepEqual([...new Set(shown)].sort(), bundled.sort());
  });

  for (const { release, object, required, unknown, mistyped } of PROVIDER_OBJECTS) {
    describe(`${release} ${object.apiVersion} ${object.kind}`, () => {
      const fieldsOf = (mistaken: Loose): string[] =>
        validateObject(schemaSet([release]), mistaken).map(({ field }) => field);

      it('take a sound object', () => {
        assert.deepEqual(fieldsOf(object), []);
      });

      if (required !== undefined) {
        it(`refuse one without ${required}`, () => {
          assert.notEqual(at(object, required.split('.')), undefined);
          assert.deepEqual(fieldsOf(changed(object, required, undefined)), [required]);
        });
      }

      it(`refuse ${unknown}`, () => {
        assert.deepEqual(fieldsOf(changed(object, unknown, 'a')), [unknown]);
      });

      it(`refuse ${JSON.stringify(mistyped[1])} as ${mistyped[0]}`, () => {
        const [path, value] = mistyped;
        assert.deepEqual(fieldsOf(changed(object, path, value)), [
          path.replace(/\.(\d+)/g, '[$1]'),
        ]);
      });
    });
  }

  it('leave kinds to others, but for those that are misspelt or of a provider that is known as a whole', () => {
    const set = schemaSet(['cluster-api-openstack-v0.14.7', 'cluster-api-aws-v2.11.1']);
    const refused = (kind: string) => {
      const apiVersion = 'infrastructure.cluster.x-k8s.io/v1beta2';
      return validateObject(set, { apiVersion, kind, metadata: { name: 'a' } }).map(
        ({ field }) => field,
      );
    };

    assert.deepEqual(refused('AWSManagedMachinePool'), []);
    assert.deepEqual(refused('DockerCluster'), []);
    assert.deepEqual(refused('AWSClutser'), ['kind']);
    assert.deepEqual(refused('OpenStackMachinePool'), ['kind']);
    assert.deepEqual(refused('OpenStackCluster'), ['apiVersion']);
  });

  it('take what API servers take, and objects of a profile with all of them', function () {
    const file = join(SHARED, 'lab/providers/minimal/providers.yaml');
    if (!existsSync(file)) this.skip();
    const { schemas } =
      Providers.stable('1.14', {
        infrastructure: ['openstack', 'dev', 'vsphere', 'aws', 'azure', 'hetzner'],
      }).tryProfile() ?? {};
    const objects = loadAll(readFileSync(file, 'utf8'));
    const set = schemaSet(schemas ?? []);

    assert.ok(objects.length > 15);
    for (const object of [...objects, ...PROVIDER_OBJECTS.map((one) => one.object)]) {
      assert.deepEqual(validateObject(set, object), []);
    }
  });

  it('have expressions that are checked where the CRDs are there', function () {
    if (!existsSync(join(SHARED, 'crds'))) this.skip();
    for (const { release, object } of PROVIDER_OBJECTS) {
      const crds = loadCrds(join(SHARED, 'crds', release));
      assert.deepEqual(crds.check(object), [], `${release} ${object.kind}`);
    }
    const machine = PROVIDER_OBJECTS.find(({ object }) => object.kind === 'AWSMachineTemplate');
    const way = 'spec.template.spec';
    const reserved = changed(machine?.object ?? {}, `${way}.capacityReservationId`, 'cr-0a1b2c3d');
    const crds = loadCrds(join(SHARED, 'crds', AWS));

    assert.deepEqual(validateObject(schemaSet([AWS]), reserved), []);
    assert.deepEqual(
      crds.check(reserved).map(({ field }) => field),
      [way],
    );
  });
});
