import {
  BlockDevice,
  ClusterNetwork,
  type ControlPlaneProps,
  Etcd,
  type HostVolume,
  KubeadmPatch,
} from '../../../constructs/index';
import type { WideProgram } from './wide-program';

const VOLUMES: readonly HostVolume[] = [
  {
    name: 'own',
    hostPath: '/opt/own',
    mountPath: '/opt/own',
    readOnly: true,
    pathType: 'DirectoryOrCreate',
  },
];
const ARGS = { v: '4' };
const ENVS = { GOMAXPROCS: '4' };
const PATCHES = [KubeadmPatch.merge('kubeletconfiguration', { maxOpenFiles: 5000 })];

const COMPONENTS: Omit<ControlPlaneProps, 'flavor'> = {
  apiServerExtraVolumes: VOLUMES,
  controllerManagerExtraVolumes: VOLUMES,
  schedulerExtraVolumes: VOLUMES,
  apiServerExtraArgs: ARGS,
  apiServerExtraEnvs: ENVS,
  controllerManagerExtraEnvs: ENVS,
  schedulerExtraEnvs: ENVS,
  imageRepository: 'registry.example/kubernetes',
  dns: { imageRepository: 'registry.example/coredns', imageTag: 'v1.12.0' },
  schedulerExtraArgs: ARGS,
  schedulable: true,
  patches: PATCHES,
  additionalBlockDevices: [BlockDevice.volume('etcd', { sizeGiB: 20 })],
  etcd: Etcd.local({ volume: { device: '/dev/vdb' } }),
  certificates: {
    validityDays: 90,
    authorityValidityDays: 3650,
    keyAlgorithm: 'ECDSA-P256',
  },
};

/** Programs that write the fields of a control plane's components. */
export const WIDE_CONTROL_PLANE: readonly WideProgram[] = [
  {
    cluster: (cluster, [clusterApi]) => {
      const { certificates, ...rest } = COMPONENTS;
      const wide = cluster('components', {
        network: ClusterNetwork.fromName('lan', {
          nodeCidr: 'fd00::/64',
          podCidrs: ['fd00:1::/56'],
          serviceCidrs: ['fd00:2::/112'],
        }),
        controlPlane: {
          flavor: 'large',
          ...rest,
          ...(clusterApi !== '1.10' && { certificates }),
        },
      });
      wide.addNodePool('workers', { flavor: 'small', patches: PATCHES });
      return wide;
    },
  },
];
