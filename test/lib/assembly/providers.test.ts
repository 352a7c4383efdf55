import assert from 'node:assert/strict';
import { checkCluster } from '../../../lib/assembly/check-cluster';
import {
  type InfrastructureName,
  infrastructureProviders,
  Providers,
} from '../../../lib/assembly/providers';
import type { ValidationError } from '../../../lib/base/errors';
import type { InfrastructureProvider } from '../../../lib/cluster/model/infrastructure-provider';
import { CLUSTER_API_RELEASES, minorOf } from '../../../lib/cluster/model/profile';
import { testFleet } from '../../support/fleets';

const TABLES: readonly [string, InfrastructureProvider][] = Object.entries(
  infrastructureProviders(),
);

describe('Providers', () => {
  it('know the provider that goes with a minor', () => {
    const profile = Providers.stable('1.13').tryProfile();

    assert.equal(profile?.name, 'Cluster API 1.13 with OpenStack provider 0.14');
    assert.deepEqual(Object.keys(profile?.providers ?? {}), ['openstack']);
    assert.deepEqual(
      [profile?.core, profile?.providers.openstack?.apiVersion],
      ['v1beta2', 'v1beta1'],
    );
  });

  it('are ready for infrastructure v1beta2', () => {
    const { providers } = Providers.versions('1.14', '0.15').tryProfile() ?? {};

    assert.equal(providers?.openstack?.apiVersion, 'v1beta2');
    assert.equal(providers?.openstack?.snapshot, '2026-08-21');
  });

  it('have the profile of a minor for its releases, with the patch of the provider', () => {
    const release = Providers.versions('1.10.5', '0.12.7').tryProfile();
    const minor = Providers.versions('1.10', '0.12').tryProfile();

    assert.deepEqual({ ...release, name: minor?.name, providers: minor?.providers }, { ...minor });
    assert.deepEqual(release?.providers.openstack, { ...minor?.providers.openstack, patch: 7 });
    assert.equal(release?.name, 'Cluster API 1.10.5 with OpenStack provider 0.12.7');
    assert.equal(Providers.stable('1.13.5').infrastructure.openstack, '0.14');
  });

  it('have the providers that are named, and no others', () => {
    const providers = Providers.stable('1.14', { infrastructure: ['openstack', 'aws', 'vsphere'] });

    assert.deepEqual(providers.infrastructure, {
      openstack: '0.14',
      aws: '2.11',
      vsphere: '1.16',
    });
    assert.equal(
      providers.tryProfile()?.name,
      'Cluster API 1.14 with OpenStack provider 0.14, AWS provider 2.11 and vSphere provider 1.16',
    );
  });

  it('have no release of a provider that nobody knows, of which a rule tells', () => {
    const providers = Providers.stable('1.14', { infrastructure: ['atlantis' as 'aws'] });

    assert.deepEqual(providers.infrastructure, { atlantis: '' });
    assert.equal(providers.tryProfile(), undefined);
  });

  it('tell the API version of a provider from its contract', () => {
    const { providers } =
      Providers.stable('1.14', { infrastructure: ['aws', 'vsphere', 'azure'] }).tryProfile() ?? {};
    const versions = Object.values(providers ?? {}).map((one) => [one.contract, one.apiVersion]);

    assert.deepEqual(versions, [
      ['v1beta1', 'v1beta2'],
      ['v1beta2', 'v1beta2'],
      ['v1beta1', 'v1beta1'],
    ]);
  });

  it('take a text for the release of the OpenStack provider', () => {
    assert.deepEqual(
      Providers.versions('1.14', '0.15').model,
      Providers.versions('1.14', { openstack: '0.15' }).model,
    );
  });

  it('refuse what there is not, and what does not go together', () => {
    assert.equal(Providers.stable('1.2').tryProfile(), undefined);
    assert.equal(Providers.versions('1.10', '0.15').tryProfile(), undefined);
    assert.equal(Providers.versions('1.14', { aws: '1.0' }).tryProfile(), undefined);
  });
});

describe('a cluster whose provider does not run', () => {
  const providers = Providers.stable('1.14', { infrastructure: ['aws'] });
  const MISSING = `mothership/prod: cloud is "openstack"
  allowed: a cloud whose provider runs on the management cluster: "aws"
  fix: install the provider there, and write Providers.stable('1.14', { infrastructure: ['aws', 'openstack'] })`;

  it('is refused with that mistake only', () => {
    const test = testFleet({ providers });
    test.cluster();

    assert.throws(() => test.fleet.synth(), { message: MISSING });
  });

  it('is not rendered, and says why', () => {
    const test = testFleet({ providers });
    test.cluster();

    assert.throws(
      () => test.fleet.synthYaml(),
      (error: ValidationError) => {
        const known = checkCluster(test.cluster('other').model()).map(({ rule }) => rule);
        assert.equal(error.message, MISSING);
        assert.deepEqual(
          error.issues.map(({ rule }) => rule),
          known,
        );
        return true;
      },
    );
  });
});

describe('releases of infrastructure providers', () => {
  for (const [kind, { tested, releases }] of TABLES) {
    it(`of ${kind} are known where they are tested, and have a profile`, () => {
      for (const [core, minor] of Object.entries(tested)) {
        assert.ok(Object.hasOwn(CLUSTER_API_RELEASES, core), core);
        assert.ok(Object.hasOwn(releases, minor), minor);
        const infrastructure = [kind as InfrastructureName];
        assert.ok(Providers.stable(core, { infrastructure }).tryProfile());
      }
    });

    it(`of ${kind} have schemas of their minors`, () => {
      for (const [minor, { schemas }] of Object.entries(releases)) {
        // The development provider of 1.10 has those of the oldest release whose CRDs are there.
        const expected = kind === 'dev' && minor === '1.10' ? '1.13' : minor;
        assert.deepEqual(
          schemas.map((name) => minorOf(name.replace(/^.*-v/, ''))),
          [expected],
        );
      }
    });
  }
});
