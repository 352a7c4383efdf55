import assert from 'node:assert/strict';
import { tryParseKubernetesVersion, versionTag } from '../../../lib/base/kubernetes-version';
import { formatBytes, tryParseBytes } from '../../../lib/base/quantity';
import { compareMinors } from '../../../lib/cluster/model/profile';

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

describe('minors', () => {
  it('are compared by number', () => {
    assert.ok(compareMinors('0.9', '0.14') < 0);
    assert.equal(compareMinors('1.10', '1.10'), 0);
  });
});
