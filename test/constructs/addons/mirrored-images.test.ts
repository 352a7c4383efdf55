import assert from 'node:assert/strict';
import {
  Addon,
  ApiEndpoint,
  AutoscalerPlacement,
  BackupCredentials,
  CalicoJob,
  type CinderImages,
  ClusterNetwork,
  Gpu,
  Providers,
  type WorkloadCluster,
} from '../../../constructs/index';
import { IMAGES } from '../../../lib/cluster/model/images';
import type { KnownImage } from '../../../lib/cluster/model/known-image';
import { awsFleet } from '../../support/aws-fleets';
import { RELEASED_CALICO } from '../../support/calico';
import { type ClusterOverrides, otherwiseBut, testFleet } from '../../support/fleets';
import { type HetznerOverrides, hetznerProgram } from '../../support/hetzner';
import { KNOWN_IMAGES } from '../../support/known-images';
import { AddonShelf } from './described';

const MIRROR = 'registry.corp.example/mirror/image:v1';
const PARTS = ['cni', 'cloud-controller-manager', 'cluster-autoscaler'] as const;
const BACKUP = {
  endpoint: 'https://objects.example',
  bucket: 'backups',
  credentials: BackupCredentials.fromClusterSecret('backup'),
};

/** Program with an image of the library that is taken from a mirror. */
interface Mirrored {
  readonly addons?: readonly Addon[];
  /** Cloud of the program, where it is not one of OpenStack. */
  readonly on?: 'aws' | 'hetzner';
  readonly cluster?: ClusterOverrides;
}

/** Programs by the names of the images; those on vSphere and Azure are looked at beside their addons. */
type Programs = {
  readonly [C in 'any' | 'openstack' | 'aws' | 'hetzner']: Readonly<
    Record<keyof (typeof KNOWN_IMAGES)[C], Mirrored>
  >;
};

const PROGRAMS: Programs = {
  any: {
    clusterAutoscaler: { addons: [Addon.clusterAutoscaler({ image: MIRROR })] },
    csiAttacher: cinder('attacher'),
    csiProvisioner: cinder('provisioner'),
    csiResizer: cinder('resizer'),
    csiSnapshotter: cinder('snapshotter'),
    csiNodeDriverRegistrar: cinder('registrar'),
    livenessProbe: cinder('livenessProbe'),
    etcd: {
      addons: [
        Addon.etcdDefragmentation({ image: MIRROR }),
        Addon.etcdBackup({ ...BACKUP, etcdImage: MIRROR }),
      ],
    },
    rclone: { addons: [Addon.etcdBackup({ ...BACKUP, rcloneImage: MIRROR })] },
    kubectl: calico('kubectl'),
    curl: calico('curl'),
    nvidiaDevicePlugin: { addons: [Addon.nvidiaDevicePlugin({ image: MIRROR })] },
    kubeVip: {
      cluster: {
        network: ClusterNetwork.provisioned({ nodeCidr: '10.0.0.0/24' }),
        endpoint: ApiEndpoint.virtualIp({ address: '10.0.0.9', image: MIRROR }),
      },
    },
  },
  openstack: {
    cloudControllerManager: {
      addons: [Addon.openStackCloudControllerManager({ image: MIRROR })],
    },
    cinderCsiPlugin: cinder('plugin'),
  },
  aws: {
    cloudControllerManager: {
      on: 'aws',
      addons: [Addon.awsCloudControllerManager({ image: MIRROR })],
    },
    ebsCsiDriver: { on: 'aws', addons: [Addon.ebsCsi({ images: { plugin: MIRROR } })] },
  },
  hetzner: {
    cloudControllerManager: {
      on: 'hetzner',
      addons: [Addon.hcloudCloudControllerManager({ image: MIRROR })],
    },
    csiDriver: { on: 'hetzner', addons: [Addon.hcloudCsi({ images: { driver: MIRROR } })] },
  },
};

describe('an image of the library', () => {
  for (const [cloud, programs] of Object.entries(PROGRAMS)) {
    for (const [name, program] of Object.entries(programs)) {
      it(`comes from a mirror where the program says so: ${name} of ${cloud}`, () => {
        const text = program.on === undefined ? written(program) : writtenOn(program.on, program);

        const { repository } = knownImageOf(cloud, name);
        assert.ok(text.includes(MIRROR));
        assert.ok(!text.includes(repository));
      });
    }
  }

  it('comes from a mirror in both places of the autoscaler', () => {
    const placement = AutoscalerPlacement.workloadCluster({ kubeconfigSecret: 'kubeconfig' });
    const text = written({ addons: [Addon.clusterAutoscaler({ image: MIRROR, placement })] });

    assert.ok(text.includes(MIRROR));
    assert.ok(!text.includes(IMAGES.clusterAutoscaler.repository));
  });

  it('comes from the registry of the management cluster where it runs there, and only there', () => {
    const imageRegistries = { 'registry.k8s.io': 'registry.corp.example/k8s' };
    const moved = 'registry.corp.example/k8s/autoscaling/cluster-autoscaler:';
    const placement = AutoscalerPlacement.workloadCluster({ kubeconfigSecret: 'kubeconfig' });

    assert.ok(
      written({ addons: [Addon.clusterAutoscaler()] }, { imageRegistries }).includes(moved),
    );
    const inCluster = written(
      { addons: [Addon.clusterAutoscaler({ placement })] },
      { imageRegistries },
    );
    assert.ok(!inCluster.includes(moved));
  });

  it('keeps the digest that it has, and gets that of its new name', () => {
    const digest = `sha256:${'ab'.repeat(32)}`;
    const imageRegistries = { 'docker.io': 'registry.corp.example/hub' };
    const given = (image: string) =>
      written({ addons: [Addon.clusterAutoscaler({ image })] }, { imageRegistries });

    assert.ok(given(`ours/ca@${digest}`).includes(`registry.corp.example/hub/ours/ca@${digest}`));
    assert.ok(given('ca:v1').includes('registry.corp.example/hub/library/ca:v1"'));
    assert.ok(given('quay.io/ca:v1').includes('"quay.io/ca:v1"'));
  });
});

function knownImageOf(cloud: string, name: string): KnownImage {
  const images: Readonly<Record<string, Readonly<Record<string, KnownImage>>>> = KNOWN_IMAGES;
  const image = images[cloud]?.[name];
  assert.ok(image, `no image ${name} of ${cloud}`);
  return image;
}

function cinder(image: keyof CinderImages): Mirrored {
  return { addons: [Addon.cinderCsi({ images: { [image]: MIRROR }, snapshots: true })] };
}

function calico(image: 'curl' | 'kubectl'): Mirrored {
  const { addon } = new CalicoJob(new AddonShelf(), 'calico', {
    version: '3.30.2',
    manifest: RELEASED_CALICO,
    images: { [image]: MIRROR },
  });
  return { addons: [addon] };
}

function writtenOn(cloud: 'aws' | 'hetzner', { addons = [] }: Mirrored): string {
  const brought = PARTS.filter((part) => addons.some(({ name }) => name.endsWith(part)));
  const installedOtherwise = otherwiseBut(...brought);
  const made: WorkloadCluster =
    cloud === 'aws'
      ? awsFleet().cluster('prod', { installedOtherwise })
      : onHetzner({ installedOtherwise });
  for (const addon of addons) made.addAddon(addon);
  return JSON.stringify(made.render().map(({ object }) => object));
}

function onHetzner(cluster: HetznerOverrides): WorkloadCluster {
  const providers = Providers.stable('1.14', { infrastructure: ['hetzner'] });
  const { management, fleet } = testFleet({ providers });
  return hetznerProgram(management, fleet, { cluster });
}

function written(
  { addons = [], cluster = {} }: Mirrored,
  management: { readonly imageRegistries?: Readonly<Record<string, string>> } = {},
): string {
  const brought = PARTS.filter((part) =>
    addons.some(({ name }) => (part === 'cni' ? name === 'calico' : name.endsWith(part))),
  );
  const test = testFleet({ management });
  const made = test.cluster('prod', { installedOtherwise: otherwiseBut(...brought), ...cluster });
  made.addNodePool('gpus', { flavor: 'small', replicas: 1, gpu: Gpu.nvidia({ count: 1 }) });
  for (const addon of addons) made.addAddon(addon);
  return JSON.stringify(made.render().map(({ object }) => object));
}
