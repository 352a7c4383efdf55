import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { RequiredSecret } from '../../../lib/assembly/required-secret';
import { formatSummary, Progress } from '../../../lib/output/progress';
import type { SynthSummary } from '../../../lib/output/synth-summary';

const NOTHING_DONE: SynthSummary = {
  clusters: 0,
  objects: 0,
  written: 0,
  unchanged: 0,
  removed: 0,
  userData: [],
  secrets: [],
  expiries: [],
  seconds: 0,
};

/** Secret that two clusters could share. */
function requiredSecret(overrides: Partial<RequiredSecret>): RequiredSecret {
  return {
    cluster: 'mothership/a',
    managementCluster: 'mothership',
    where: 'management',
    namespace: 'shared',
    name: 'clouds',
    keys: ['clouds.yaml'],
    for: ['mothership/a: credentials'],
    ...overrides,
  };
}

describe('Progress', () => {
  const now = Date.now;
  let time = 0;
  beforeEach(() => {
    time = 1_000_000;
    Date.now = () => time;
  });
  afterEach(() => {
    Date.now = now;
  });

  it('draws on a terminal after a second, and erases what it drew', () => {
    const written: string[] = [];
    const progress = new Progress(10, { isTTY: true, write: (text) => written.push(text) });

    progress.update(1);
    time += 1_500;
    progress.update(5);
    progress.update(6);
    progress.done();

    assert.deepEqual(written, ['\r\u001b[2K5 of 10 clusters, 50 %', '\r\u001b[2K']);
  });

  it('draws nothing where nobody looks', () => {
    const written: string[] = [];
    const progress = new Progress(10, { write: (text) => written.push(text) });

    time += 5_000;
    progress.update(5);
    progress.done();

    assert.deepEqual(written, []);
  });
});

describe('formatSummary', () => {
  it('says what was done in one line', () => {
    const summary = {
      clusters: 1,
      objects: 21,
      written: 4,
      unchanged: 2,
      userData: [{ path: 'mothership/prod/workers', bytes: 39_999, most: 49_000 }],
      removed: 0,
      secrets: [],
      expiries: [],
      seconds: 0.25,
    };

    assert.equal(formatSummary(summary), '1 cluster, 21 objects: no mistakes (0.3 s)');
    assert.equal(
      formatSummary({ ...summary, outdir: resolve('dist') }),
      '1 cluster, 21 objects: 4 files written, 2 unchanged, 0 removed in dist (0.3 s)',
    );
    assert.match(
      formatSummary({ ...summary, outdir: '/elsewhere' }),
      / in \/elsewhere \(0\.3 s\)$/,
    );
  });

  it('tells of user data that nearly is too large', () => {
    const userData = [{ path: 'mothership/prod/workers', bytes: 40_000, most: 49_000 }];
    const done = { ...NOTHING_DONE, clusters: 1, objects: 2, unchanged: 4 };

    assert.equal(
      formatSummary({ ...done, userData }).split('\n')[1],
      'mothership/prod/workers: about 40000 of 49000 bytes of user data',
    );
  });

  it('counts the Secrets that nothing writes once, however many clusters share them', () => {
    const secrets = [
      requiredSecret({ cluster: 'mothership/a' }),
      requiredSecret({ cluster: 'mothership/b' }),
      requiredSecret({ name: 'written', writtenBy: 'pulumi up' }),
    ];

    assert.equal(
      formatSummary({ ...NOTHING_DONE, secrets }).split('\n')[1],
      '1 Secret must exist before you apply the manifests; capi-fleet secrets lists them',
    );
  });

  it('counts a Secret of each cluster for itself', () => {
    const secrets = ['a', 'b'].map((name) =>
      requiredSecret({ cluster: `mothership/${name}`, where: 'workload' }),
    );

    assert.equal(
      formatSummary({ ...NOTHING_DONE, secrets }).split('\n')[1],
      '2 Secrets must exist before you apply the manifests; capi-fleet secrets lists them',
    );
  });

  it('tells of credentials that expire within a month, the earliest first', () => {
    const expiries = [
      { cluster: 'mothership/c', expiresAt: '2027-03-04T00:00:00Z', isProviders: true },
      { cluster: 'mothership/b', expiresAt: '2027-02-02T12:00:00Z', isProviders: false },
      { cluster: 'mothership/a', expiresAt: '2027-01-31T00:00:00Z', isProviders: true },
    ];

    const lines = formatSummary({ ...NOTHING_DONE, expiries }, new Date('2027-02-01T00:00:00Z'));

    assert.deepEqual(lines.split('\n').slice(1), [
      'mothership/a: its credentials expired at 2027-01-31T00:00:00Z; Cluster API can neither change nor delete the cluster without them',
      'mothership/b: the credential of its addons expires at 2027-02-02T12:00:00Z, in 1 day; its cloud controller and storage driver do not work without it',
    ]);
  });
});
