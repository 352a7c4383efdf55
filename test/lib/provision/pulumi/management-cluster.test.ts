import assert from 'node:assert/strict';
import {
  CloudCredentials,
  ExternalNetwork,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from '../../../../constructs/index';
import { assertMatches } from '../../../../lib/testing/assert-object';
import { at, type ClusterOverrides, type TestFleet } from '../../../support/fleets';
import { inFolderUntil } from '../../../support/in-folder';
import { provisionedFleet, provisionedProps } from '../../../support/provisioned-fleets';
import { Hidden, namesByType, PLANTED_SECRET, runMocked } from '../../../support/pulumi-mocks';

type Config = Readonly<Record<string, string>>;

/** Deploys one provisioned cluster with a credential of its own. */
function deployed(config: Config = {}, props: ClusterOverrides = {}) {
  return inFolderUntil((handOverFolder) => {
    const credentials = CloudCredentials.applicationCredential();
    const prod = { ...provisionedProps(), ...props };
    const { fleet } = provisionedFleet({ prod }, { handOverFolder, cloud: { credentials } });
    return runMocked(() => fleet.deploy(), { config });
  });
}

const APPLY = { 'capi-fleet:apply': 'true' };

describe('credential of a cluster', () => {
  it('is restricted to the roles of its maker, named after cluster and rotation, and made last', async () => {
    const { resources } = await deployed({ 'capi-fleet:rotation': '2026-07' });

    assert.deepEqual(resources['mothership/prod/credential'], {
      type: 'openstack:identity/applicationCredential:ApplicationCredential',
      parent: 'mothership/prod',
      inputs: {
        name: 'mothership-prod-2026-07',
        description: 'Cluster mothership/prod',
        unrestricted: false,
        roles: ['member'],
      },
      options: {
        dependsOn: [
          'mothership/prod/network/router-interface',
          'mothership/prod/load-balancer/monitor',
          'mothership/prod/load-balancer/floating-ip-association',
        ],
      },
    });
  });

  it('is written for Cluster API and for the addons, into the namespace that is made first', async () => {
    const run = await deployed();

    assert.deepEqual(namesByType(run).Secret, [
      'mothership/prod/credential-secret',
      'mothership/prod/addon-credential-secret',
    ]);
    const secret = run.resources['mothership/prod/credential-secret'];
    const data = secret?.inputs.stringData;
    assert.ok(data instanceof Hidden);
    assert.deepEqual(data.value, {
      'clouds.yaml': [
        'clouds:',
        '  openstack:',
        '    auth_type: v3applicationcredential',
        '    auth:',
        '      auth_url: https://keystone.example/v3',
        '      application_credential_id: mothership/prod/credential-id',
        `      application_credential_secret: ${PLANTED_SECRET}`,
        '    region_name: one',
        '    interface: public',
        '    identity_api_version: 3',
        '',
      ].join('\n'),
    });
    assert.deepEqual(secret?.inputs.metadata, {
      name: 'prod-cloud-config',
      namespace: 'prod',
      labels: { 'clusterctl.cluster.x-k8s.io/move': 'true' },
    });
    assert.deepEqual(secret?.options, {
      dependsOn: ['mothership/prod/namespace'],
      beforeDelete: ['capi-fleet:in-use'],
    });
    assert.deepEqual(run.resources['mothership/prod/namespace']?.options, { retainOnDelete: true });
  });

  it('is nowhere but in secrets: not in arguments, outputs or the hand-over', async () => {
    const run = await deployed(APPLY);

    const hidden = (_: string, value: unknown) => (value instanceof Hidden ? 'hidden' : value);
    assert.doesNotMatch(JSON.stringify(run, hidden), new RegExp(PLANTED_SECRET));
    assert.match(JSON.stringify(run), new RegExp(PLANTED_SECRET));
  });
});

describe('credential of which the end is known', () => {
  const expiresAt = '2031-01-31T00:00:00Z';

  it('has the end in its name, so that another end is another credential', async () => {
    const credentials = CloudCredentials.applicationCredential({ expiresAt });
    const { resources } = await deployed({}, { credentials });

    const { inputs } = resources['mothership/prod/credential'] ?? {};
    assert.equal(inputs?.name, 'mothership-prod-1-20310131T000000Z');
    assert.equal(inputs?.expiresAt, expiresAt);
    for (const name of ['credential-secret', 'addon-credential-secret']) {
      const { inputs: secret } = resources[`mothership/prod/${name}`] ?? {};
      assert.deepEqual(at(secret, 'metadata.annotations'), {
        'capi-fleet/credentials-expire-at': expiresAt,
      });
    }
  });
});

describe('credential beside an identity', () => {
  const identity = (own: { roles?: readonly string[]; expiresAt?: string }) =>
    CloudCredentials.clusterIdentity('shared', {
      secretRef: { name: 'clouds', namespace: 'capo-system' },
      namespaceSelector: { team: 'a' },
      applicationCredential: own,
    });

  it('is made for the addons alone', async () => {
    const credentials = identity({ roles: ['load-balancer_member'] });
    const run = await deployed({}, { credentials });

    assert.deepEqual(namesByType(run).Secret, ['mothership/prod/addon-credential-secret']);
    const { inputs } = run.resources['mothership/prod/credential'] ?? {};
    assert.deepEqual(inputs?.roles, ['load-balancer_member']);
    const secret = run.resources['mothership/prod/addon-credential-secret']?.inputs;
    assert.equal(at(secret, 'metadata.name'), 'prod-cloud-credentials');
    assert.equal(secret?.type, 'addons.cluster.x-k8s.io/resource-set');
  });

  it('leaves Cluster API with the identity, in a namespace that it admits', async () => {
    const run = await deployed(APPLY, { credentials: identity({}) });

    const cluster = run.resources['mothership/prod/OpenStackCluster/prod']?.inputs;
    assert.deepEqual(at(cluster, 'spec.identityRef'), {
      type: 'ClusterIdentity',
      name: 'shared',
      cloudName: 'openstack',
    });
    const namespace = run.resources['mothership/prod/namespace']?.inputs;
    assertMatches(at(namespace, 'metadata.labels'), {
      team: 'a',
      'capi-fleet/cluster': 'prod',
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });

  it('goes with an identity that exists too, until it expires', async () => {
    const expiresAt = '2031-01-31T00:00:00Z';
    const applicationCredential = { expiresAt };
    const credentials = CloudCredentials.fromClusterIdentity('shared', { applicationCredential });
    const { resources } = await deployed({}, { credentials });

    assert.equal(resources['mothership/prod/credential']?.inputs.expiresAt, expiresAt);
  });

  it('is not made unless it is asked for', async () => {
    const credentials = CloudCredentials.fromClusterIdentity('shared');
    const run = await deployed({}, { credentials });

    assert.equal(run.resources['mothership/prod/credential'], undefined);
    assert.equal(namesByType(run).Secret, undefined);
  });
});

describe('manifests of a cluster', () => {
  it('stay out of the management cluster unless they are to be applied', async () => {
    const run = await deployed();

    const kinds = Object.values(run.resources)
      .map(({ type }) => type)
      .filter((type) => type.startsWith('kubernetes:'));
    assert.deepEqual(kinds.sort(), [
      'kubernetes:core/v1:Namespace',
      'kubernetes:core/v1:Secret',
      'kubernetes:core/v1:Secret',
    ]);
  });

  it('wait for everything in the cloud, and the Cluster for all other objects', async () => {
    const { resources } = await deployed(APPLY);

    const infrastructure = [
      'mothership/prod/network',
      'mothership/prod/security-groups',
      'mothership/prod/load-balancer',
      'mothership/prod/server-group-control-plane',
      'mothership/prod/credential',
      'mothership/prod/credential-secret',
      'mothership/prod/addon-credential-secret',
      'mothership/prod/namespace',
    ];
    const applied = Object.entries(resources).filter(([, { type }]) => /x-k8s\.io/.test(type));
    const others = applied.map(([name]) => name).filter((name) => !/\/Cluster\//.test(name));
    assert.equal(others.length, 3);
    for (const name of others) {
      assert.deepEqual(resources[name]?.options, { dependsOn: infrastructure }, name);
    }
    assert.deepEqual(resources['mothership/prod/Cluster/prod']?.options, {
      dependsOn: [...infrastructure, ...others],
    });
  });

  it('have the labels and annotations of the namespace in its manifest, patches included', async () => {
    const run = await inFolderUntil((handOverFolder) => {
      const { fleet } = provisionedFleet({ prod: provisionedProps() }, { handOverFolder });
      const [cluster] = fleet.charts;
      assert.ok(cluster instanceof WorkloadCluster);
      cluster.namespaceObject?.metadata.addLabel('team', 'platform');
      cluster.namespaceObject?.metadata.addAnnotation('example.org/owner', 'ops');
      return runMocked(() => fleet.deploy(), { config: APPLY });
    });

    assertMatches(run.resources['mothership/prod/namespace']?.inputs, {
      metadata: {
        labels: { team: 'platform', 'pod-security.kubernetes.io/enforce': 'restricted' },
        annotations: { 'example.org/owner': 'ops' },
      },
    });
  });

  it('have the floating address that was allocated in the same run', async () => {
    const { resources } = await deployed(APPLY);

    const object = resources['mothership/prod/OpenStackCluster/prod']?.inputs;
    assert.equal(at(object, 'spec.apiServerFloatingIP'), '203.0.113.10');
    assert.deepEqual(at(object, 'spec.network'), { filter: { name: 'mothership-prod' } });
  });

  it('wait until the Cluster is available, where that is wanted', async () => {
    const path = 'metadata.annotations';
    const key = 'pulumi.com/waitFor';
    const waiting = (await deployed(APPLY)).resources['mothership/prod/Cluster/prod']?.inputs;
    const config = { ...APPLY, 'capi-fleet:wait': 'false' };
    const hasty = (await deployed(config)).resources['mothership/prod/Cluster/prod']?.inputs;

    assert.equal(Reflect.get(Object(at(waiting, path)), key), 'condition=Available');
    assert.equal(Reflect.get(Object(at(hasty, path)), key), undefined);
  });
});

describe('a stack with several clouds and management clusters', () => {
  const build = (handOverFolder: string): TestFleet => {
    const credentials = CloudCredentials.applicationCredential();
    const test = provisionedFleet(
      { prod: provisionedProps(1) },
      { handOverFolder, cloud: { credentials } },
    );
    const other = new OpenStackCloud<'large' | 'small'>(test.fleet, 'other', {
      credentials,
      externalNetwork: ExternalNetwork.fromName('ext'),
      flavors: test.cloud.flavors,
      region: 'two',
    });
    const second = new ManagementCluster(test.fleet, 'second', {
      providers: Providers.stable('1.13'),
    });
    test.cluster('stage', { ...provisionedProps(2), cloud: other }, second);
    return test;
  };
  const run = (config: Config) =>
    inFolderUntil((folder) => runMocked(() => build(folder).fleet.deploy(), { config }));
  const entries = { 'capi-fleet:cloudEntries': '{"cloud":"one","other":"two"}' };

  it('wants to know the entry of clouds.yaml of each', async () => {
    await assert.rejects(run({}), {
      message:
        'capi-fleet:cloudEntries.cloud is missing\n' +
        '  allowed: an entry of clouds.yaml for each cloud, because the stack has several\n' +
        '  fix: pulumi config set --path capi-fleet:cloudEntries.cloud cloud',
    });
  });

  it('wants to know the context of the kubeconfig of each', async () => {
    await assert.rejects(run(entries), {
      message:
        'capi-fleet:contexts.mothership is missing\n' +
        '  allowed: a context of the kubeconfig for each management cluster, because the stack has several\n' +
        '  fix: pulumi config set --path capi-fleet:contexts.mothership mothership',
    });
  });

  it('reaches each through a provider of its own, which leaves Octavia to the environment', async () => {
    const contexts = '{"mothership":"first","second":"second"}';
    process.env.OS_USE_OCTAVIA = 'true';
    const { resources } = await run({ ...entries, 'capi-fleet:contexts': contexts }).finally(() => {
      delete process.env.OS_USE_OCTAVIA;
    });

    const providers = Object.entries(resources).filter(([, { type }]) => /providers/.test(type));
    assert.deepEqual(
      providers.map(([name, { inputs }]) => [name, inputs]),
      [
        ['cloud/provider', { cloud: 'one' }],
        ['other/provider', { cloud: 'two', region: 'two' }],
        ['mothership/provider', { context: 'first' }],
        ['second/provider', { context: 'second' }],
      ],
    );
    for (const [name, { type, options }] of Object.entries(resources)) {
      if (/^(capi-fleet|pulumi):/.test(type)) continue;
      const isOurs = name.startsWith('mothership/');
      const isCloud = type.startsWith('openstack:');
      const expected = isCloud ? (isOurs ? 'cloud' : 'other') : isOurs ? 'mothership' : 'second';
      assert.equal(options.provider, `${expected}/provider`, name);
    }
  });
});
