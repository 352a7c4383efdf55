import assert from 'node:assert/strict';
import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  type Fleet,
  ManifestSource,
} from '../../../constructs/index';
import { findObjects, snapshotOf } from '../../../lib/testing/index';
import { otherwiseBut, testFleet } from '../../support/fleets';

const HASHED_NAME = /^(.+)-[0-9a-f]{8}$/;

const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: demo }
data: { commit: deadbeef }
`;

function calicoFleet(flavor: 'large' | 'small' = 'small'): Fleet {
  const { fleet, cluster } = testFleet();
  const prod = cluster('prod-20250101', { installedOtherwise: otherwiseBut('cni') });
  prod.addNodePool('workers', { flavor, replicas: 1 });
  prod.addAddon(Addon.manifest('config', ManifestSource.text(CONFIG)));
  new CalicoJob(prod, 'calico', {
    version: '3.30.2',
    manifest: CalicoManifest.release({ checksum: Checksum.none({ reason: 'a test' }) }),
  });
  return fleet;
}

/** Lines that two texts do not have in common. */
function changedLines(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [...a.filter((line) => !b.includes(line)), ...b.filter((line) => !a.includes(line))];
}

describe('snapshotOf', () => {
  it('is the text of the whole tree, with a line before each file', () => {
    const text = snapshotOf(calicoFleet());

    assert.deepEqual(
      [...text.matchAll(/^# (mothership\/.*)$/gm)].map(([, file]) => file),
      [
        'mothership/kustomization.yaml',
        'mothership/prod-20250101/addons.yaml',
        'mothership/prod-20250101/cluster.yaml',
        'mothership/prod-20250101/kustomization.yaml',
        'mothership/prod-20250101/pools.yaml',
      ],
    );
  });

  it('has no hash of any name, wherever the name stands', () => {
    const fleet = calicoFleet();
    const text = snapshotOf(fleet);

    const objects = [...findObjects(fleet), ...findObjects(fleet, { delivered: true })];
    const hashed = objects
      .map(({ metadata }) => metadata.name)
      .filter((name) => HASHED_NAME.test(name) && name !== 'prod-20250101');
    const names = new Set(hashed.map((name) => name.replace(HASHED_NAME, '$1')));
    assert.deepEqual([...names].sort(), [
      'calico-installer',
      'prod-20250101-calico-job',
      'prod-20250101-control-plane',
      'prod-20250101-workers',
    ]);
    for (const name of hashed) assert.ok(!text.includes(name), name);
    for (const name of names) assert.ok(text.includes(`name: ${name}-<hash>\n`), name);
  });

  it('leaves other texts that look like hashes', () => {
    const text = snapshotOf(calicoFleet());

    assert.match(text, /commit: deadbeef/);
    assert.match(text, /prod-20250101/);
  });

  it('changes only where something else than a hash does', () => {
    const before = snapshotOf(calicoFleet());
    const after = snapshotOf(calicoFleet('large'));

    assert.deepEqual(changedLines(before, after), ['      flavor: small']);
    assert.equal(snapshotOf(calicoFleet()), before);
  });

  it('is that of one cluster', () => {
    const { fleet, cluster } = testFleet();
    cluster('one');
    cluster('two');

    const text = snapshotOf(fleet, { cluster: 'two' });

    assert.match(text, /^# mothership\/two\/cluster\.yaml\n/);
    assert.doesNotMatch(text, /one/);
  });
});
