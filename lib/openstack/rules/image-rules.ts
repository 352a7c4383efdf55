import { call, type Fix, write } from '../../base/fix';
import { type KubernetesVersion, tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { closestWord } from '../../base/words';
import { isImageOf, type OtherVersion, otherVersion } from '../../cluster/rules/image-version';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCloudModel } from '../model/cloud';
import type { OpenStackCluster } from '../model/cluster';
import { imageName } from '../model/lookup';
import type { MachineSubject } from './subjects';

/** Rules on the images of machines. */
export const IMAGE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'image-version',
    reason:
      'The image contains kubeadm and the kubelet, whose version must be that of the machine.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
    check({ cluster, machine }, refuse) {
      const { path, image } = machine;
      const name = imageName(image);
      if (name === undefined) return;
      const wanted = machineVersion(cluster, machine);
      const other = otherVersion(name, wanted);
      if (other === undefined || wanted === undefined) return;
      refuse(
        { path, prop: 'image' },
        {
          given: name,
          allowed: `an image with Kubernetes ${other.wanted}, the version of the machines`,
          fix: fixOf(other, wanted, cluster.cloud),
        },
      );
    },
  },
];

/** Returns the Kubernetes version of a machine, if it can be parsed; a bastion has none. */
export function machineVersion(
  cluster: OpenStackCluster,
  machine: ServerModel & { readonly kubernetesVersion?: string | undefined },
): KubernetesVersion | undefined {
  if (!('bootstrap' in machine)) return undefined;
  return tryParseKubernetesVersion(machine.kubernetesVersion ?? cluster.kubernetesVersion);
}

function fixOf(
  { found, isMinor, likely }: OtherVersion,
  wanted: KubernetesVersion,
  { images, path }: OpenStackCloudModel,
): Fix {
  const fitting = images?.filter((one) => isImageOf(one, wanted));
  const better = fitting === undefined ? likely : closestWord(likely, fitting);
  const version = isMinor ? '' : `, or kubernetesVersion: ${JSON.stringify(found)}`;
  const ends = `${version}; if the name means something else, MachineImage.fromId('…')`;
  if (better !== undefined) return write(call('MachineImage.fromName', better), { ends });
  return `add ${JSON.stringify(likely)} to the images of ${path} and use it${ends}`;
}
