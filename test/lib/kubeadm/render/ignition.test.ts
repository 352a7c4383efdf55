import { strict as assert } from 'node:assert';

import { type BootstrapModel, PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { Etcd, type LocalEtcdOptions } from '../../../../lib/kubeadm/model/etcd';
import { MachineFormat } from '../../../../lib/kubeadm/model/machine-format';
import { ignitionDisks, ignitionMounts } from '../../../../lib/kubeadm/render/ignition';
import { type IgnitionInput, ignitionFaults, mountUnits } from '../../../support/container-linux';
import { clusterModel, controlPlaneModel, PROFILES, profile } from '../../../support/models';
import { at, renderedObject } from '../../../support/rendering';

const FILESYSTEM = { device: '/dev/vdb', filesystem: 'ext4', label: 'data' };
const MACHINES: Readonly<Record<string, Partial<BootstrapModel>>> = {
  'a file system that does not say whether it is made anew': disk([]),
  'a mount without options': disk([['LABEL=data', '/srv/data']]),
  'a mount of a kind': disk([['LABEL=data', '/srv/data', 'ext4']]),
  'a mount with options': disk([['LABEL=data', '/srv/data', 'ext4', 'noatime,nofail']]),
  'a whole line of the table of mounts': disk([
    ['LABEL=data', '/srv/data', 'auto', 'noatime', '0', '2'],
  ]),
};
const ETCD: Readonly<Record<string, LocalEtcdOptions>> = {
  'a disk of etcd': { volume: { device: '/dev/vdc' } },
  'a disk of etcd in another folder': { dataDir: '/data/etcd', volume: { device: '/dev/vdc' } },
  'a disk of etcd with options': {
    volume: { device: '/dev/vdc', mountOptions: ['noatime', 'nofail'] },
  },
};

describe('a configuration that Ignition reads', () => {
  for (const [what, bootstrap] of Object.entries(MACHINES)) {
    it(`has no faults with ${what}`, () => assertFaultless(bootstrap));
  }

  for (const [what, options] of Object.entries(ETCD)) {
    it(`has no faults with ${what}`, () => assertFaultless(disk([]), options));
  }

  it('mounts what has a label where it should, with its options', () => {
    const mounts = ignitionMounts([['LABEL=data', '/srv/data', 'ext4', 'noatime,nofail']]);

    assert.deepEqual(mountUnits({ diskSetup: { filesystems: [FILESYSTEM] }, mounts }), [
      {
        name: 'srv-data.mount',
        what: '/dev/vdb',
        where: '/srv/data',
        options: ['noatime', 'nofail'],
      },
    ]);
  });

  it('would have faults as cloud-init has it', () => {
    const diskSetup = { partitions: [], filesystems: [FILESYSTEM] };
    const mounts = [['LABEL=data', '/srv/my-data', 'ext4']];

    assert.deepEqual(ignitionFaults({ diskSetup, mounts }), [
      'wipe_filesystem: <nil>',
      'srv-my-data.mount: What= is empty',
      'srv-my-data.mount: Where=/srv/my-data is srv-my\\x2ddata.mount',
      'srv-my-data.mount: Options=ext4',
    ]);
    assert.deepEqual(ignitionFaults({ diskSetup: ignitionDisks(diskSetup) }), []);
  });
});

function disk(mounts: BootstrapModel['mounts']): Partial<BootstrapModel> {
  return { diskSetup: { partitions: [], filesystems: [FILESYSTEM] }, mounts };
}

function assertFaultless(parts: Partial<BootstrapModel>, etcd: LocalEtcdOptions = {}): void {
  const { model: format } = MachineFormat.ignition();
  const controlPlane = controlPlaneModel({
    bootstrap: { ...PLAIN_BOOTSTRAP, ...parts, format },
    etcd: Etcd.local(etcd).model,
  });
  for (const versions of PROFILES) {
    const model = clusterModel({ controlPlane, profile: profile(...versions) });
    const object = renderedObject(model, 'controlPlane');
    const config = at(object, ['spec', 'kubeadmConfigSpec']) as IgnitionInput;

    assert.equal(config.diskSetup?.filesystems?.length, etcd.volume === undefined ? 1 : 2);
    assert.deepEqual(ignitionFaults(config), [], versions.join(' '));
  }
}
