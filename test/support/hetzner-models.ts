import type { Composed } from '../../lib/assembly/model';
import type { HetznerCloudModel } from '../../lib/hetzner/model/cloud';
import type { HetznerCluster } from '../../lib/hetzner/model/cluster';
import { HetznerEndpoint } from '../../lib/hetzner/model/endpoint';
import { HetznerSecret } from '../../lib/hetzner/model/hetzner-secret';
import { HCloudImage } from '../../lib/hetzner/model/image';
import { PUBLIC_NETWORK_DEFAULTS } from '../../lib/hetzner/model/machine';
import { HetznerNetwork } from '../../lib/hetzner/model/network';
import { surroundingsOf } from '../../lib/hetzner/model/surroundings';
import type { KubeadmCluster } from '../../lib/kubeadm/model/cluster';
import { partsBeside, profile } from './models';
import { PLAIN_CONTROL_PLANE, PLAIN_MACHINE, plainCluster, plainPool } from './plain-parts';

/** Cluster on Hetzner Cloud with everything that is known of it. */
export type HetznerModel = Composed<HetznerCluster, KubeadmCluster>;

/** Project with a server type of each architecture. */
export function projectModel(overrides: Partial<HetznerCloudModel> = {}): HetznerCloudModel {
  return {
    kind: 'hetzner',
    path: 'project',
    name: 'project',
    hetznerSecret: HetznerSecret.fromSecret('hcloud').model,
    sizes: {
      cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
      cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' },
    },
    ...overrides,
  };
}

/** Control plane of three servers. */
export function serverControlPlane(
  overrides: Partial<HetznerModel['controlPlane']> = {},
): HetznerModel['controlPlane'] {
  return {
    ...server(),
    ...PLAIN_CONTROL_PLANE,
    ...overrides,
  };
}

/** Pool `workers` of two servers; give a name to get another one. */
export function serverPool(
  overrides: Partial<HetznerModel['pools'][number]> = {},
): HetznerModel['pools'][number] {
  return {
    ...server(),
    ...plainPool(overrides),
    ...overrides,
  };
}

/** Cluster `demo` on Hetzner Cloud with a control plane and one pool. */
export function hetznerCluster(overrides: Partial<HetznerModel> = {}): HetznerModel {
  const cloud = overrides.cloud ?? projectModel();
  const base: Omit<HetznerModel, 'surroundings'> = {
    ...plainCluster(overrides.name ?? 'demo'),
    profile: profile('1.14', undefined, { infrastructure: ['hetzner'] }),
    cloud,
    hetznerSecret: cloud.hetznerSecret,
    secretInWorkloadCluster: true,
    controlPlaneRegions: ['fsn1', 'nbg1'],
    network: HetznerNetwork.managed().model,
    endpoint: HetznerEndpoint.managed({ region: 'fsn1' }).model,
    sshKeys: [],
    placementGroups: [],
    controlPlane: serverControlPlane(),
    pools: [serverPool()],
    installedOtherwise: partsBeside(overrides.addons),
    ...overrides,
  };
  return { ...base, surroundings: overrides.surroundings ?? surroundingsOf(base) };
}

function server() {
  return {
    size: 'cpx32',
    image: HCloudImage.fromName('ubuntu-24.04-kube-v1.32.4').model,
    sshKeys: [],
    publicNetwork: PUBLIC_NETWORK_DEFAULTS,
    ...PLAIN_MACHINE,
  };
}
