import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { checkObject } from '../../lib/assembly/check-object';
import type { ObjectSubject } from '../../lib/cluster/rules/object-rule';
import { PLAIN_BOOTSTRAP } from '../../lib/kubeadm/model/bootstrap';
import { Etcd } from '../../lib/kubeadm/model/etcd';
import { MachineFormat } from '../../lib/kubeadm/model/machine-format';
import { type IgnitionInput, mountUnits } from '../support/container-linux';
import { kubernetesOrSkip } from '../support/lab';
import { clusterModel, controlPlaneModel, profile } from '../support/models';
import { randomProgram, tryRender, type Versions } from '../support/random/random-program';
import { randomRuns } from '../support/random/random-runs';
import {
  type BootstrapConfig,
  bootstrapConfigs,
  buildRenderer,
  renderBootstrap,
} from '../support/rendered-bootstrap';
import { at, renderedObject } from '../support/rendering';

const VERSIONS: Versions = ['1.13', '0.14'];
const PROGRAMS = 1000;
const LEAST = 20;

describe("configurations for Ignition and the bootstrap provider's own template", () => {
  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    await buildRenderer();
  });

  it('mount file systems and the disk of etcd where the stand-in has them', async () => {
    const config = diskConfig();
    const [result] = await renderBootstrap([config]);

    assert.equal(result?.error, undefined);
    for (const { name, what, where, options } of mountUnits(config)) {
      const unit = result?.config?.systemd.units.find((one) => one.name === name);
      const lines = `What=${what}\nWhere=${where}\nOptions=${options.join(',')}\n`;
      assert.ok(unit?.contents?.includes(lines), `${name}: ${unit?.contents}`);
    }
  });

  it('are refused as cloud-init has them', async () => {
    const filesystems = [{ device: '/dev/vdb', filesystem: 'ext4', label: 'data' }];
    const [result] = await renderBootstrap([{ format: 'ignition', diskSetup: { filesystems } }]);

    assert.match(result?.error ?? '', /cannot unmarshal .*<nil>/);
  });

  it('of random legal programs are rendered', async function () {
    this.timeout(0);
    const configs: BootstrapConfig[] = [];
    fc.assert(
      fc.property(randomProgram({ versions: VERSIONS, gates: false }), (program) => {
        const objects = tryRender(program, VERSIONS) ?? [];
        const versions = profile(...VERSIONS);
        const all = objects
          .filter(({ path, object }) => isSound({ path, object, profile: versions }))
          .flatMap(({ object }) => bootstrapConfigs(object));
        configs.push(...all.filter(({ format }) => format === 'ignition'));
      }),
      randomRuns(PROGRAMS),
    );

    const results = await renderBootstrap(configs);
    results.forEach((result, index) => {
      assert.equal(result.error, undefined, `${result.error}: ${JSON.stringify(configs[index])}`);
    });
    console.log(`      ${configs.length} configurations`);
    assert.ok(configs.length > LEAST);
  });
});

/** Configuration of a control plane with two mounts, one of them etcd's. */
function diskConfig(): IgnitionInput & BootstrapConfig {
  const volume = { device: '/dev/vdc', mountOptions: ['noatime', 'nofail'] };
  const controlPlane = controlPlaneModel({
    etcd: Etcd.local({ dataDir: '/data/etcd', volume }).model,
    bootstrap: {
      ...PLAIN_BOOTSTRAP,
      format: MachineFormat.ignition().model,
      diskSetup: {
        partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType: 'gpt' }],
        filesystems: [{ device: '/dev/vdb1', filesystem: 'xfs', label: 'data' }],
      },
      mounts: [['LABEL=data', '/srv/data', 'xfs']],
    },
  });
  const model = clusterModel({ controlPlane, profile: profile(...VERSIONS) });
  return at(renderedObject(model, 'controlPlane'), ['spec', 'kubeadmConfigSpec']) as IgnitionInput &
    BootstrapConfig;
}

/** Tells whether a finished object breaks no rule but for the gate of Ignition, which is off. */
function isSound(subject: ObjectSubject): boolean {
  return checkObject(subject).every(({ rule }) => rule === 'object-ignition-gate');
}
