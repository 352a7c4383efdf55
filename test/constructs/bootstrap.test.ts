import { type BootstrapProps, MachineFormat, Providers } from '../../constructs/index';
import { assertHolds } from '../support/assert-holds';
import { at, findObject, testFleet } from '../support/fleets';

const PROVIDERS = Providers.stable('1.13', {
  featureGates: { kubeadmBootstrapFormatIgnition: true },
});

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
  mounts: [{ mounts: [['LABEL=a', '/a']] }, 'mounts', [['LABEL=a', '/a']]],
  diskSetup: [
    { diskSetup: { filesystems: [{ device: '/dev/vdb', filesystem: 'ext4', label: 'a' }] } },
    'diskSetup',
    { filesystems: [{ device: '/dev/vdb', filesystem: 'ext4', label: 'a' }] },
  ],
  users: [{ users: [{ name: 'ops' }] }, 'users', [{ name: 'ops' }]],
  ntp: [{ ntp: { servers: ['192.0.2.1'] } }, 'ntp', { enabled: true, servers: ['192.0.2.1'] }],
  verbosity: [{ verbosity: 4 }, 'verbosity', 4],
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
});
