import { poolModel } from '../../../../support/models';
import { cluster, type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

/** Examples of rules on the images of machines. */
export const IMAGE_CASES: readonly RuleCase[] = [
  {
    rule: 'image-version',
    broken: withControlPlane({ image: named('ubuntu-2204-kube-v1.31.4') }),
    sound: withControlPlane({ image: named('ubuntu-2204-kube-v1.32.4') }),
    says: `mothership/demo/control-plane: image is "ubuntu-2204-kube-v1.31.4"
  allowed: an image with Kubernetes 1.32.4, the version of the machines
  fix: write MachineImage.fromName("ubuntu-2204-kube-v1.32.4"), or kubernetesVersion: "1.31.4"; if the name means something else, MachineImage.fromId('…')`,
  },
  {
    rule: 'image-version',
    broken: withPool({ image: named('flatcar-3815.2.0-k8s-1.31'), kubernetesVersion: '1.32.1' }),
    sound: withPool({ image: named('flatcar-3815.2.0-k8s-1.32'), kubernetesVersion: '1.32.1' }),
    says: `mothership/demo/workers: image is "flatcar-3815.2.0-k8s-1.31"
  allowed: an image with Kubernetes 1.32.1, the version of the machines
  fix: write MachineImage.fromName("flatcar-3815.2.0-k8s-1.32"); if the name means something else, MachineImage.fromId('…')`,
  },
  {
    rule: 'image-version',
    broken: withPool({ image: named('driver-1.25.0-containerd-1.7.20-kube-1.31.4') }),
    sound: cluster({
      pools: [
        ...['ubuntu-22.04', 'base-1.4.2', 'driver-1.25.0-kube-v1.32.4', '1.31.4.1'].map(
          (image, index) => poolModel({ name: `p${index}`, image: named(image) }),
        ),
        poolModel({ image: { id: '6f7c1c5e-8a3a-4b8e-9f7e-0f2f0e6f9a11' } }),
        poolModel({ name: 'tagged', image: { filter: { tags: ['kube-1.31.0'] } } }),
      ],
    }),
    says: `mothership/demo/workers: image is "driver-1.25.0-containerd-1.7.20-kube-1.31.4"
  allowed: an image with Kubernetes 1.32.4, the version of the machines
  fix: write MachineImage.fromName("driver-1.25.0-containerd-1.7.20-kube-1.32.4"), or kubernetesVersion: "1.31.4"; if the name means something else, MachineImage.fromId('…')`,
  },
  {
    rule: 'image-version',
    broken: withPool({ image: named('ubuntu-kube-v1-31-4') }),
    sound: cluster({
      pools: ['kube-v1-32-4', 'kube-v1_32-20260101', 'ubuntu-1-22-04', 'dev1-31-4'].map(
        (image, index) => poolModel({ name: `p${index}`, image: named(image) }),
      ),
    }),
    says: `mothership/demo/workers: image is "ubuntu-kube-v1-31-4"
  allowed: an image with Kubernetes 1.32.4, the version of the machines
  fix: write MachineImage.fromName("ubuntu-kube-v1-32-4"), or kubernetesVersion: "1.31.4"; if the name means something else, MachineImage.fromId('…')`,
  },
];

function named(name: string) {
  return { filter: { name } };
}
