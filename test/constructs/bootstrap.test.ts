import assert from 'node:assert/strict';
import { JsonPatch } from 'cdk8s';
import { type BootstrapProps, MachineFormat, Providers, TrustedCA } from '../../constructs/index';
import { assertHolds } from '../support/assert-holds';
import { at, findObject, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

const PROVIDERS = Providers.stable('1.13', {
  featureGates: { kubeadmBootstrapFormatIgnition: true },
});

const NTP = { enabled: true, servers: ['192.0.2.1'] };

type Row = readonly [props: BootstrapProps, field: string, expected: unknown];

const ROWS: Readonly<Record<keyof BootstrapProps, Row>> = {
  format: [{ format: MachineFormat.ignition() }, 'format', 'ignition'],
  files: [
    { files: [{ path: '/etc/motd', content: 'hi' }] },
    'files',
    [{ path: '/etc/motd', owner: 'root:root', permissions: '0644', content: 'hi' }],
  ],
  bootCommands: [{ bootCommands: ['true'] }, 'bootCommands', ['true']],
  preKubeadmCommands: [{ preKubeadmCommands: ['true'] }, 'preKubeadmCommands', ['true']],
  postKubeadmCommands: [{ postKubeadmCommands: ['true'] }, 'postKubeadmCommands', ['true']],
  mounts: [{ mounts: [['UUID=a', '/a']] }, 'mounts', [['UUID=a', '/a']]],
  diskSetup: [
    { diskSetup: { filesystems: [{ device: '/dev/sdb', filesystem: 'ext4', label: 'a' }] } },
    'diskSetup',
    { filesystems: [{ device: '/dev/sdb', filesystem: 'ext4', label: 'a' }] },
  ],
  users: [{ users: [{ name: 'ops' }] }, 'users', [{ name: 'ops' }]],
  ntp: [{ ntp: { servers: ['192.0.2.1'] } }, 'ntp', { enabled: true, servers: ['192.0.2.1'] }],
  verbosity: [{ verbosity: 4 }, 'verbosity', 4],
  proxy: [
    { proxy: { httpProxy: 'http://proxy.example:3128', noProxy: ['203.0.113.0/24'] } },
    'preKubeadmCommands',
    ['systemctl daemon-reload', 'systemctl restart containerd'],
  ],
  registryMirrors: [
    { registryMirrors: [{ registry: 'ghcr.io', endpoints: [{ url: 'https://mirror.example' }] }] },
    'files.0.path',
    '/etc/containerd/certs.d/ghcr.io/hosts.toml',
  ],
  trustedCAs: [
    { trustedCAs: [TrustedCA.fromSecret('corp', { name: 'corp', key: 'ca.crt' })] },
    'files',
    [
      {
        path: '/etc/capi-fleet/ca/corp.crt',
        owner: 'root:root',
        permissions: '0644',
        contentFrom: { secret: { name: 'corp', key: 'ca.crt' } },
      },
    ],
  ],
};

describe('bootstrap', () => {
  for (const [prop, [bootstrap, field, expected]] of Object.entries(ROWS)) {
    it(`brings ${prop} to a pool's KubeadmConfigTemplate`, () => {
      const cluster = testFleet({ providers: PROVIDERS }).cluster();
      cluster.addNodePool('workers', { flavor: 'small', bootstrap });

      const template = findObject(cluster.toJson(), 'KubeadmConfigTemplate');
      assertHolds(at(template, `spec.template.spec.${field}`), expected);
    });

    it(`brings ${prop} to the KubeadmControlPlane`, () => {
      const cluster = testFleet({ providers: PROVIDERS }).cluster('prod', {
        controlPlane: { flavor: 'small', bootstrap },
      });

      const controlPlane = findObject(cluster.toJson(), 'KubeadmControlPlane');
      assertHolds(at(controlPlane, `spec.kubeadmConfigSpec.${field}`), expected);
    });
  }

  it('takes from the cluster what machines do not state themselves', () => {
    const cluster = testFleet().cluster('prod', {
      bootstrap: { ntp: { servers: ['192.0.2.1'] }, users: [{ name: 'ops' }] },
      controlPlane: { flavor: 'small', bootstrap: { users: [{ name: 'admin' }] } },
    });
    cluster.addNodePool('workers', { flavor: 'small' });

    const objects = cluster.toJson();
    const config = at(findObject(objects, 'KubeadmControlPlane'), 'spec.kubeadmConfigSpec');
    const template = at(findObject(objects, 'KubeadmConfigTemplate'), 'spec.template.spec');
    assertHolds(config, { users: [{ name: 'admin' }], ntp: NTP });
    assertHolds(template, { users: [{ name: 'ops' }], ntp: NTP });
  });

  it('tells of a mistake in it once, where the cluster states it', () => {
    const { fleet, cluster } = testFleet();
    cluster('prod', { bootstrap: { ntp: { servers: ['ntp://a.example'] } } }).addNodePool(
      'workers',
      { flavor: 'small' },
    );

    assert.throws(() => fleet.synth(), {
      message: `mothership/prod: bootstrap.ntp.servers[0] is "ntp://a.example"
  allowed: the host name or address of a server, without duplicates
  fix: write "a.example"`,
    });
  });

  it('is reckoned in the summary of a synth', () =>
    inFolder((outdir) => {
      const { fleet, cluster } = testFleet({ outdir });
      cluster('prod').addNodePool('workers', { flavor: 'small' });

      assert.deepEqual(
        fleet.synth().userData.map(({ path }) => path),
        ['mothership/prod/control-plane', 'mothership/prod/workers'],
      );
    }));

  it('is checked again when patches have changed it', () => {
    const { fleet, cluster } = testFleet();
    const motd = { path: '/etc/motd', content: 'hi' };
    const pool = cluster('prod').addNodePool('workers', {
      flavor: 'small',
      bootstrap: { files: [motd] },
    });
    pool.bootstrapTemplate.addJsonPatch(JsonPatch.add('/spec/template/spec/files/-', motd));

    assert.throws(
      () => fleet.synth(),
      /workers: files\[1\]\.path of KubeadmConfigTemplate prod-workers-\w+ is "\/etc\/motd"/,
    );
  });
});
