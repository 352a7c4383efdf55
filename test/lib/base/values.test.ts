import assert from 'node:assert/strict';
import { tryParseKubernetesVersion, versionTag } from '../../../lib/base/kubernetes-version';
import { formatBytes, tryParseBytes } from '../../../lib/base/quantity';
import { compareMinors, Providers } from '../../../lib/cluster/model/profile';

describe('Kubernetes versions', () => {
  it('are read with and without their v', () => {
    assert.equal(tryParseKubernetesVersion('1.32.4')?.tag, 'v1.32.4');
    assert.equal(tryParseKubernetesVersion('v1.32.4')?.series, '1.32');
  });

  it('are complete or none', () => {
    assert.deepEqual(['1.32', 'latest', ''].map(tryParseKubernetesVersion), [
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(versionTag('latest'), 'latest');
  });
});

describe('quantities', () => {
  it('tell binary from decimal units', () => {
    assert.equal(tryParseBytes('8Gi'), 8_589_934_592);
    assert.equal(tryParseBytes('8G'), 8_000_000_000);
    assert.equal(tryParseBytes('1.5Ki'), 1_536);
    assert.equal(tryParseBytes('7'), 7);
  });

  it('are none with another unit', () => {
    assert.deepEqual(
      ['8GB', '', '-1Gi', 'Gi', '8 Gi'].map(tryParseBytes),
      Array(5).fill(undefined),
    );
  });

  it('are written without rounding up', () => {
    assert.equal(formatBytes(8 * 2 ** 30), '8Gi');
    assert.equal(formatBytes(8 * 2 ** 30 - 1), '8191Mi');
  });
});

describe('Providers', () => {
  it('know the provider that goes with a minor', () => {
    const profile = Providers.stable('1.13').tryProfile();

    assert.equal(profile?.name, 'Cluster API 1.13 with OpenStack provider 0.14');
    assert.deepEqual([profile?.core, profile?.infrastructure], ['v1beta2', 'v1beta1']);
  });

  it('are ready for infrastructure v1beta2', () => {
    assert.equal(Providers.versions('1.14', '0.15').tryProfile()?.infrastructure, 'v1beta2');
  });

  it('have the profile of a minor for its releases, with the patch of the provider', () => {
    const { name, openStackProviderPatch, ...release } =
      Providers.versions('1.10.5', '0.12.7').tryProfile() ?? {};
    const { name: _, ...minor } = Providers.versions('1.10', '0.12').tryProfile() ?? {};

    assert.deepEqual(release, minor);
    assert.equal(openStackProviderPatch, 7);
    assert.equal(name, 'Cluster API 1.10.5 with OpenStack provider 0.12.7');
    assert.equal(Providers.stable('1.13.5').openStackProvider, '0.14');
  });

  it('refuse what there is not, and what does not go together', () => {
    assert.equal(Providers.stable('1.2').tryProfile(), undefined);
    assert.equal(Providers.versions('1.10', '0.15').tryProfile(), undefined);
  });

  it('compare minors by number', () => {
    assert.ok(compareMinors('0.9', '0.14') < 0);
    assert.equal(compareMinors('1.10', '1.10'), 0);
  });
});
