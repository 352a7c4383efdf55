import assert from 'node:assert/strict';
import { JsonPatch } from 'cdk8s';
import {
  Addon,
  AwsIdentity,
  CloudCredentials,
  ManifestSource,
  SecretSource,
} from '../../constructs/index';
import { assertObject, findObject, findObjects } from '../../lib/testing/index';
import { awsFleet } from '../support/aws-fleets';
import { type ClusterOverrides, otherwiseBut, testFleet } from '../support/fleets';

const CCM = 'openstack-cloud-controller-manager';
const VAULT = { store: 'vault', data: { 'clouds.yaml': { key: 'clouds', property: 'prod' } } };

const CONFIG = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: one # the first one
  namespace: kube-system
data:
  a: "1"
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: two
  namespace: kube-system
data:
  b: "2"
`;

function testCluster(props: ClusterOverrides = {}, ...addons: readonly Addon[]) {
  const test = testFleet();
  const cluster = test.cluster('prod', props);
  for (const addon of addons) cluster.addAddon(addon);
  return { fleet: test.fleet, cluster };
}

function controlled() {
  const installedOtherwise = otherwiseBut('cloud-controller-manager');
  return testCluster({ installedOtherwise }, Addon.openStackCloudControllerManager());
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return assert.fail('nothing was thrown');
}

describe('handle of the namespace', () => {
  it('patches it', () => {
    const { fleet, cluster } = testCluster();

    cluster.namespaceObject?.metadata.addLabel('team', 'platform');

    assertObject(fleet, { kind: 'Namespace' }, { metadata: { labels: { team: 'platform' } } });
    assert.equal(cluster.namespaceObject, cluster.namespaceObject);
  });

  it('is missing if the namespace exists already', () => {
    assert.equal(testCluster({ namespace: 'shared' }).cluster.namespaceObject, undefined);
  });
});

describe('handle of the credentials', () => {
  it('is the Secret of credentials in plain text', () => {
    const auth = '{ auth_url: https://k, username: a, password: not-a-password }';
    const cloudsYaml = `clouds:\n  openstack:\n    auth: ${auth}\n`;
    const credentials = CloudCredentials.plaintextInManifests({ cloudsYaml });
    const { fleet, cluster } = testCluster({ credentials });

    cluster.credentialsObject?.metadata.addAnnotation('example.org/owner', 'ops');

    assertObject(
      fleet,
      { kind: 'Secret', name: 'prod-cloud-config' },
      { metadata: { annotations: { 'example.org/owner': 'ops' } } },
    );
  });

  it('is the source of a Secret', () => {
    const { fleet, cluster } = testCluster({
      credentials: CloudCredentials.fromExternalSecret(VAULT),
    });

    cluster.credentialsObject?.addJsonPatch(JsonPatch.replace('/spec/refreshInterval', '5m0s'));

    assertObject(fleet, { kind: 'ExternalSecret' }, { spec: { refreshInterval: '5m0s' } });
    assert.equal(cluster.credentialsObject, cluster.secretObject('prod-cloud-config'));
  });

  it('is the source of the Secret of an identity, beside the clusters', () => {
    const { fleet, cluster } = testCluster({ credentials: identity() });

    cluster.credentialsObject?.metadata.addLabel('team', 'platform');

    const query = { kind: 'ExternalSecret', file: 'mothership/providers.yaml' };
    assertObject(fleet, query, { metadata: { labels: { team: 'platform' } } });
  });

  it('is missing if the Secret exists already', () => {
    assert.equal(testCluster().cluster.credentialsObject, undefined);
  });
});

function identity(): CloudCredentials {
  return CloudCredentials.clusterIdentity('rented', {
    secretRef: { name: 'rented-clouds', namespace: 'capo-system' },
    source: SecretSource.externalSecret(VAULT),
  });
}

describe('handle of the identity', () => {
  it('patches the object that clusters share, in whichever cluster it is patched', () => {
    const { fleet, cluster } = testFleet({ cloud: { credentials: identity() } });
    const [first, second] = [cluster('one'), cluster('two')];

    first.identityObject?.metadata.addLabel('team', 'platform');
    second.identityObject?.addJsonPatch(JsonPatch.add('/metadata/annotations/b', '2'));

    const query = { kind: 'OpenStackClusterIdentity', name: 'rented' };
    const { metadata } = assertObject(fleet, query, { metadata: { annotations: { b: '2' } } });
    assert.deepEqual(metadata.labels, { team: 'platform' });
    assert.equal(first.identityObject, first.sharedObject('OpenStackClusterIdentity', 'rented'));
    assert.equal(first.identityObject?.toJson().metadata.labels.team, 'platform');
  });

  it('is the identity that the cluster refers to, of several that are written', () => {
    const source = AwsIdentity.static('keys', { secretName: 'keys' });
    const { cluster } = awsFleet({
      account: {
        identity: AwsIdentity.role('fleet', {
          roleArn: 'arn:aws:iam::123456789012:role/a',
          source,
        }),
      },
    });

    assert.equal(cluster().identityObject?.kind, 'AWSClusterRoleIdentity');
  });

  it('is missing if the cluster has none, or it exists already', () => {
    const credentials = CloudCredentials.fromClusterIdentity('theirs');

    assert.equal(testCluster().cluster.identityObject, undefined);
    assert.equal(testCluster({ credentials }).cluster.identityObject, undefined);
  });

  it('has patches checked like those of all objects', () => {
    const { fleet, cluster } = testCluster({ credentials: identity() });

    cluster.identityObject?.addJsonPatch(JsonPatch.add('/spec/secretReff', {}));

    assert.match(
      messageOf(() => fleet.renderFiles()),
      /cloud: spec\.secretReff of OpenStackClusterIdentity rented is/,
    );
  });

  it('has a patch that fails reported next to all others', () => {
    const { fleet, cluster } = testFleet({ cloud: { credentials: identity() } });
    cluster('one').identityObject?.addJsonPatch(JsonPatch.replace('/spec/nowhere/at', 1));
    cluster('two', { controlPlane: { flavor: 'large', replicas: 2 } });

    const message = messageOf(() => fleet.renderFiles());
    assert.match(message, /patch of OpenStackClusterIdentity rented is/);
    assert.match(message, /two\/control-plane: replicas is 2/);
  });

  it('lists the shared objects if there is no such one', () => {
    const { cluster } = testCluster({ credentials: identity() });

    assert.equal(
      messageOf(() => cluster.sharedObject('OpenStackClusterIdentity', 'rentd')),
      'mothership/prod: shared object is "OpenStackClusterIdentity/rentd"\n' +
        '  allowed: "ExternalSecret/rented-clouds", "OpenStackClusterIdentity/rented"\n' +
        '  fix: write "OpenStackClusterIdentity/rented"',
    );
  });
});

describe('handle of a delivered object', () => {
  it('patches the object within its ConfigMap, and every check sees the result', () => {
    const { fleet, cluster } = controlled();
    const daemonSet = cluster.deliveredObject(CCM, { kind: 'DaemonSet' });

    daemonSet.metadata.addLabel('team', 'platform');
    daemonSet.addJsonPatch(JsonPatch.add('/spec/template/spec/priorityClassName', 'urgent'));

    const expected = {
      metadata: { labels: { team: 'platform' } },
      spec: { template: { spec: { priorityClassName: 'urgent' } } },
    };
    assertObject(fleet, { kind: 'DaemonSet', delivered: true }, expected);
    assert.equal(daemonSet.toJson().metadata.labels.team, 'platform');
    assert.equal(cluster.deliveredObject(CCM, { kind: 'DaemonSet' }), daemonSet);
  });

  it('leaves the other documents of a text as they are', () => {
    const addon = Addon.manifest('config', ManifestSource.text(CONFIG));
    const { fleet, cluster } = testCluster({}, addon);

    const two = cluster.deliveredObject('config', { kind: 'ConfigMap', name: 'two' });
    two.addJsonPatch(JsonPatch.add('/data/c', '3'));

    const { data } = findObject(fleet, { kind: 'ConfigMap', name: 'prod-config' });
    const [text = ''] = Object.values(data as Record<string, string>);
    assert.ok(text.startsWith(CONFIG.slice(0, CONFIG.lastIndexOf('---'))));
    const found = findObject(fleet, { kind: 'ConfigMap', name: 'two', delivered: true });
    assert.deepEqual(found.data, { b: '2', c: '3' });
  });

  it('is made for a cluster whose model is not that of an equal one any more', () => {
    const { fleet, cluster } = testFleet();
    const addon = () => Addon.manifest('config', ManifestSource.text(CONFIG));
    const clusters = Array.from({ length: 8 }, (_, index) => cluster(`site-${index}`));
    for (const one of clusters) one.addAddon(addon());

    const query = { kind: 'ConfigMap', name: 'one' };
    clusters[6]?.deliveredObject('config', query).addJsonPatch(JsonPatch.add('/data/x', 'y'));

    const patched = findObjects(fleet, { ...query, delivered: true }).filter(({ data }) =>
      Object.hasOwn(data as object, 'x'),
    );
    assert.equal(patched.length, 1);
  });

  it('lists the objects of the addon if none or several match', () => {
    const addon = Addon.manifest('config', ManifestSource.text(CONFIG));
    const { cluster } = testCluster({}, addon);

    const known = '"ConfigMap/kube-system/one", "ConfigMap/kube-system/two"';
    assert.equal(
      messageOf(() => cluster.deliveredObject('config', { kind: 'ConfigMap' })),
      `mothership/prod: object of the addon config is "ConfigMap"\n  allowed: ${known}\n  fix: write one of these`,
    );
    assert.equal(
      messageOf(() => cluster.deliveredObject('config', { kind: 'ConfigMap', name: 'on' })),
      `mothership/prod: object of the addon config is "ConfigMap/on"\n  allowed: ${known}\n  fix: write one of these`,
    );
    assert.match(
      messageOf(() => cluster.deliveredObject('conf', { kind: 'ConfigMap' })),
      /addon is "conf"\n {2}allowed: "config"\n {2}fix: write "config"$/,
    );
  });

  it('has a failing patch reported, and the addon stays', () => {
    const { fleet, cluster } = controlled();
    const daemonSet = cluster.deliveredObject(CCM, { kind: 'DaemonSet' });

    daemonSet.addJsonPatch(JsonPatch.replace('/spec/nowhere/at', 1));

    const message = messageOf(() => fleet.renderFiles());
    assert.match(message, /patch of DaemonSet openstack-cloud-controller-manager is/);
    assert.doesNotMatch(message, /cloud-controller-manager is missing/);
  });
});

describe('handle of an object of an addon', () => {
  it('lists the keys and the closest one if there is no such key', () => {
    const { cluster } = controlled();

    assert.equal(
      messageOf(() => cluster.addonObject(`${CCM}/resourceset`)),
      `mothership/prod: addon object is "${CCM}/resourceset"\n` +
        `  allowed: "${CCM}/resourceSet", "${CCM}/payload/prod-${CCM}"\n` +
        `  fix: write "${CCM}/resourceSet"`,
    );
  });

  it('says so if the cluster has no addons or no such Secrets', () => {
    const { cluster } = testCluster();

    assert.match(
      messageOf(() => cluster.addonObject('calico/resourceSet')),
      /allowed: none; the cluster has no such object\n {2}fix: leave it out$/,
    );
    assert.match(
      messageOf(() => cluster.secretObject('a')),
      /Secret is "a"\n {2}allowed: none;/,
    );
  });

  it('is one with the object of every other look-up', () => {
    const { cluster } = controlled();
    const [set] = cluster.renderObjects().filter(({ kind }) => kind === 'ClusterResourceSet');

    assert.equal(cluster.addonObject(`${CCM}/resourceSet`), set);
  });

  it('names the keys of all objects for an unknown key', () => {
    const { cluster } = testCluster();

    assert.equal(
      messageOf(() => cluster.findManifest('infrastucture')),
      'mothership/prod: object is "infrastucture"\n' +
        '  allowed: "namespace", "cluster", "infrastructure", "controlPlane", "controlPlaneMachineTemplate"\n' +
        '  fix: write "infrastructure"',
    );
  });
});

describe('handles of objects', () => {
  it('stay out of the way of what nobody patches', () => {
    const { cluster } = controlled();
    cluster.renderObjects();

    assert.equal(cluster.isModelOnly(), true);
    cluster.cluster.metadata.addLabel('a', 'b');
    assert.equal(cluster.isModelOnly(), false);
  });

  it('render a cluster again only after a change', () => {
    const { cluster } = controlled();
    const first = cluster.render();

    assert.equal(cluster.render(), first);
    cluster.cluster.metadata.addLabel('a', 'b');
    const second = cluster.render();
    assert.notEqual(second, first);
    cluster.cluster.addJsonPatch(JsonPatch.add('/spec/paused', true));
    const third = cluster.render();
    assert.notEqual(third, second);
    cluster.addNodePool('more', { flavor: 'small', replicas: 1 });
    assert.ok(cluster.render().length > third.length);
  });

  it('return copies, which nobody else sees changed', () => {
    const { cluster } = controlled();

    cluster.cluster.toJson().metadata.name = 'other';

    assert.equal(cluster.cluster.toJson().metadata.name, 'prod');
  });
});
