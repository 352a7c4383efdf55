import assert from 'node:assert/strict';
import {
  AzureEtcdDisk,
  AzureMachineIdentity,
  type AzureSubscriptionProps,
  Etcd,
} from '../../../../constructs/index';
import type { AzureVmSize } from '../../../../lib/azure/model/cloud';
import type { Manifest } from '../../../../lib/base/manifest';
import { mapsAt, valueAt } from '../../../../lib/base/value-at';
import {
  type AzureOverrides,
  azureFleet,
  CONTROL_PLANES,
  type TestSize,
} from '../../../support/azure-fleets';

const IDENTITY = AzureMachineIdentity.userAssigned(CONTROL_PLANES);
const CONFIG = '/etc/kubernetes/azure.json';

describe('what machines on Azure are told', () => {
  it('is in the Secret that the provider names after their template', () => {
    const objects = rendered();
    const [control = '', workers = ''] = names(objects, 'AzureMachineTemplate');

    assert.match(control, /^prod-control-plane-[0-9a-f]{8}$/);
    assert.deepEqual(secretOf(objects, 'KubeadmControlPlane'), {
      name: `${control}-azure-json`,
      key: 'control-plane-azure.json',
    });
    assert.deepEqual(secretOf(objects, 'KubeadmConfigTemplate'), {
      name: `${workers}-azure-json`,
      key: 'worker-node-azure.json',
    });
  });

  it('changes with the template of the machines, whose name does not depend on it', () => {
    const [before, after] = [rendered(), rendered({ tags: { tier: 'gold' } })];
    const [, plain] = names(before, 'AzureMachineTemplate');
    const [, tagged] = names(after, 'AzureMachineTemplate');

    assert.notEqual(plain, tagged);
    assert.notDeepEqual(
      names(before, 'KubeadmConfigTemplate'),
      names(after, 'KubeadmConfigTemplate'),
    );
    assert.deepEqual(
      names(before, 'AzureMachineTemplate'),
      names(rendered(), 'AzureMachineTemplate'),
    );
  });

  it('stands before the files of the user', () => {
    const file = { path: '/etc/motd', content: 'hello' };
    const config = rendered({ bootstrap: { files: [file] } }).find(
      ({ kind }) => kind === 'KubeadmConfigTemplate',
    );
    const paths = mapsAt(config, 'spec', 'template', 'spec', 'files').map(([one]) => one.path);

    assert.deepEqual([...paths].sort(), [CONFIG, '/etc/motd'].sort());
  });

  it('has the controller manager leave ranges of nodes to the cloud controller', () => {
    const args = valueAt(
      controlPlaneOf(rendered()),
      'spec',
      'kubeadmConfigSpec',
      'clusterConfiguration',
      'controllerManager',
      'extraArgs',
    );

    assert.deepEqual(args, [
      { name: 'allocate-node-cidrs', value: 'false' },
      { name: 'cloud-provider', value: 'external' },
    ]);
  });
});

describe('disk of etcd', () => {
  it('is made, formatted and mounted without a word', () => {
    const { disks, mounts } = etcdOf({});

    assert.deepEqual(disks, ['etcddisk']);
    assert.deepEqual(mounts, [['LABEL=etcd_disk', '/var/lib/etcd']]);
  });

  it('is not there where etcd shares the disk of the machine, has another, or is elsewhere', () => {
    const volume = { device: '/dev/disk/azure/scsi1/lun5' };
    const dataDisks = [{ name: 'own', lun: 5, sizeGiB: 64 }];
    const endpoints = ['https://etcd.example.org:2379'];

    assert.deepEqual(etcdOf({ etcdDisk: AzureEtcdDisk.none() }), { disks: [], mounts: [] });
    assert.deepEqual(etcdOf({ etcd: Etcd.local({ volume }), dataDisks }).disks, ['own']);
    assert.deepEqual(etcdOf({ etcd: Etcd.external({ endpoints }) }).disks, []);
  });

  it('is refused where the program asks for it beside another', () => {
    const volume = { device: '/dev/disk/azure/scsi1/lun5' };
    const dataDisks = [{ name: 'own', lun: 5, sizeGiB: 64 }];
    const etcdDisk = AzureEtcdDisk.own({ sizeGiB: 64 });

    assert.throws(
      () => etcdOf({ etcd: Etcd.local({ volume }), dataDisks, etcdDisk }),
      /etcdDisk is .*\n {2}allowed: none; etcd\.volume is on another disk/,
    );
  });
});

describe('device of the disk of etcd', () => {
  const size = { cpus: 2, memory: '8Gi', disk: '30Gi' };
  const deviceOn = (vmSize: string, more: Partial<AzureVmSize> = {}) => {
    const vmSizes: Readonly<Record<string, AzureVmSize>> = { [vmSize]: { ...size, ...more } };
    const { cluster } = azureFleet({
      subscription: { vmSizes } as Partial<AzureSubscriptionProps<TestSize>>,
    });
    const controlPlane = { vmSize: vmSize as 'large', machineIdentity: IDENTITY };
    const objects = cluster('prod', { controlPlane })
      .render()
      .map(({ object }) => object);
    const setup = ['spec', 'kubeadmConfigSpec', 'diskSetup', 'filesystems'];
    return valueAt(mapsAt(controlPlaneOf(objects), ...setup)[0]?.[0], 'device');
  };

  it('is named by what the size attaches disks with', () => {
    const scsi = '/dev/disk/azure/scsi1/lun0';
    const nvme = '/dev/disk/azure/data/by-lun/0';

    for (const name of ['Standard_D2s_v5', 'Standard_A2', 'large'])
      assert.equal(deviceOn(name), scsi);
    for (const name of ['Standard_D2s_v6', 'Standard_E2as_v7', 'Standard_D2s_v10'])
      assert.equal(deviceOn(name), nvme);
    assert.equal(deviceOn('Standard_D2s_v5', { diskController: 'NVMe' }), nvme);
    assert.equal(deviceOn('Standard_D2s_v6', { diskController: 'SCSI' }), scsi);
  });
});

describe('autoscaled pool on Azure', () => {
  it('says the zone as nodes are labelled, and nothing that the provider reports', () => {
    const autoscale = { minSize: 0, maxSize: 2 };
    const deployment = rendered({ autoscale, failureDomain: '2', replicas: undefined }).find(
      ({ kind }) => kind === 'MachineDeployment',
    );
    const annotations = Object.keys(deployment?.metadata.annotations ?? {});
    const prefix = 'capacity.cluster-autoscaler.kubernetes.io/';

    assert.equal(
      deployment?.metadata.annotations?.[`${prefix}labels`],
      'topology.kubernetes.io/zone=westeurope-2',
    );
    assert.ok(annotations.includes(`${prefix}ephemeral-disk`));
    assert.ok(!annotations.includes(`${prefix}cpu`) && !annotations.includes(`${prefix}memory`));
  });
});

type ControlPlane = Partial<NonNullable<AzureOverrides['controlPlane']>>;

function etcdOf(props: ControlPlane) {
  const objects = rendered({}, props);
  const template = objects.find(({ kind }) => kind === 'AzureMachineTemplate');
  const disks = mapsAt(template, 'spec', 'template', 'spec', 'dataDisks');
  const mounts = valueAt(controlPlaneOf(objects), 'spec', 'kubeadmConfigSpec', 'mounts') ?? [];
  return { disks: disks.map(([one]) => one.nameSuffix), mounts };
}

function rendered(pool: object = {}, controlPlane: ControlPlane = {}): readonly Manifest[] {
  const cluster = azureFleet().cluster('prod', {
    controlPlane: { vmSize: 'large', machineIdentity: IDENTITY, ...controlPlane },
  });
  const given = Object.entries({ replicas: 2, ...pool }).filter(([, value]) => value !== undefined);
  cluster.addNodePool('workers', { vmSize: 'small', ...Object.fromEntries(given) });
  return cluster.render().map(({ object }) => object);
}

function names(objects: readonly Manifest[], wanted: string): readonly string[] {
  return objects.filter(({ kind }) => kind === wanted).map(({ metadata }) => metadata.name);
}

function controlPlaneOf(objects: readonly Manifest[]) {
  return objects.find(({ kind }) => kind === 'KubeadmControlPlane');
}

function secretOf(objects: readonly Manifest[], wanted: string): unknown {
  const object = objects.find(({ kind }) => kind === wanted);
  const way =
    wanted === 'KubeadmControlPlane'
      ? ['spec', 'kubeadmConfigSpec', 'files']
      : ['spec', 'template', 'spec', 'files'];
  const file = mapsAt(object, ...way).find(([one]) => one.path === CONFIG);
  return valueAt(file?.[0], 'contentFrom', 'secret');
}
