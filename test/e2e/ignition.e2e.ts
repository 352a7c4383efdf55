import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import fc from 'fast-check';

import type { Manifest } from '../../lib/model/addon';
import { PLAIN_BOOTSTRAP } from '../../lib/model/bootstrap';
import { Etcd } from '../../lib/model/etcd';
import { MachineFormat } from '../../lib/model/machine-format';
import { type IgnitionInput, mountUnits } from '../support/container-linux';
import { labBin, labOrSkip, REPOSITORY, run } from '../support/lab';
import { clusterModel, controlPlaneModel, profile } from '../support/models';
import { randomProgram, tryRender, type Versions } from '../support/random/random-program';
import { randomRuns } from '../support/random/random-runs';
import { at, renderedObject } from '../support/rendering';

const VERSIONS: Versions = ['1.13', '0.14'];
const PROGRAMS = 1000;
const LEAST = 20;

/** Fields of a kubeadm configuration that this suite looks at. */
type Config = IgnitionInput & {
  readonly format?: string;
  readonly files?: readonly { readonly contentFrom?: unknown }[];
};

/** What the provider makes of a configuration. */
interface Rendered {
  readonly config?: { readonly systemd: { readonly units: readonly Unit[] } };
  readonly error?: string;
}

interface Unit {
  readonly name: string;
  readonly contents?: string;
}

describe("configurations for Ignition and the bootstrap provider's own template", () => {
  before(async function () {
    this.timeout(0);
    labOrSkip(this);
    const built = await run(join(REPOSITORY, 'test/e2e/build-ignition'), []);
    assert.equal(built.code, 0, built.stderr);
  });

  it('mount file systems and the disk of etcd where the stand-in has them', async () => {
    const config = diskConfig();
    const [result] = await render([config]);

    assert.equal(result?.error, undefined);
    for (const { name, what, where, options } of mountUnits(config)) {
      const unit = result?.config?.systemd.units.find((one) => one.name === name);
      const lines = `What=${what}\nWhere=${where}\nOptions=${options.join(',')}\n`;
      assert.ok(unit?.contents?.includes(lines), `${name}: ${unit?.contents}`);
    }
  });

  it('are refused as cloud-init has them', async () => {
    const filesystems = [{ device: '/dev/vdb', filesystem: 'ext4', label: 'data' }];
    const [result] = await render([{ format: 'ignition', diskSetup: { filesystems } }]);

    assert.match(result?.error ?? '', /cannot unmarshal .*<nil>/);
  });

  it('of random legal programs are rendered', async function () {
    this.timeout(0);
    const configs: Config[] = [];
    fc.assert(
      fc.property(randomProgram({ versions: VERSIONS, gates: false }), (program) => {
        const objects = tryRender(program, VERSIONS) ?? [];
        configs.push(...objects.flatMap(({ object }) => ignitionConfig(object)));
      }),
      randomRuns(PROGRAMS),
    );

    const results = await render(configs);
    results.forEach((result, index) => {
      assert.equal(result.error, undefined, `${result.error}: ${JSON.stringify(configs[index])}`);
    });
    console.log(`      ${configs.length} configurations`);
    assert.ok(configs.length > LEAST);
  });
});

/** Configuration of a control plane with two mounts, one of them etcd's. */
function diskConfig(): Config {
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
  return at(renderedObject(model, 'controlPlane'), ['spec', 'kubeadmConfigSpec']) as Config;
}

/** Configuration of an object that is for Ignition, with a text wherever a Secret has one. */
function ignitionConfig(object: Manifest): readonly Config[] {
  const spec = ['spec', ...(object.kind === 'KubeadmControlPlane' ? ['kubeadmConfigSpec'] : [])];
  const config = at(object, [...spec, ...(spec.length === 1 ? ['template', 'spec'] : [])]) as
    | Config
    | undefined;
  if (config?.format !== 'ignition') return [];
  const files = (config.files ?? []).map(({ contentFrom, ...file }) =>
    contentFrom === undefined ? file : { ...file, content: 'c2VjcmV0' },
  );
  return [{ ...config, files }];
}

async function render(configs: readonly Config[]): Promise<readonly Rendered[]> {
  const stdin = configs.map((config) => `${JSON.stringify(config)}\n`).join('');
  const { code, stdout, stderr } = await run(join(labBin(), 'render-ignition-v1.13.5'), [], {
    stdin,
  });
  assert.equal(code, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Rendered);
}
