import { call, leaveOut, suchAs, write } from '../../base/fix';
import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { cloudInitRule } from '../../cluster/rules/cloud-init-rule';
import { otherVersion } from '../../cluster/rules/image-version';
import { sizeFinding } from '../../cluster/rules/size-finding';
import { nameFinding, refuseSshKeys } from './names';
import { MACHINE_WEBHOOK, SERVERS } from './sources';
import type { MachineSubject } from './subjects';

const COMMAND = /^image-url-command-[a-z0-9][a-z0-9._-]*$/;
/** What Go reads as the URI of a request. */
const URL_FORM = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i;

const named = (name: string) => call('HCloudImage.named', name);

/** Rules on the images of servers. */
export const HCLOUD_IMAGE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'hcloud-image-name',
    reason: 'The provider waits for an image that the project does not have.',
    source: SERVERS,
    check({ cluster: { cloud }, machine: { path, image } }, refuse) {
      if (image.kind !== 'name') return;
      const names = { one: 'an image', prop: 'images', path: cloud.path, known: cloud.images };
      if (image.name.trim() === '') {
        refuse(
          { path, prop: 'image' },
          {
            given: image.name,
            allowed: 'the name of an image',
            fix: suchAs(named('ubuntu-24.04')),
          },
        );
        return;
      }
      const finding = nameFinding(image.name, names, named);
      if (finding !== undefined) refuse({ path, prop: 'image' }, finding);
    },
  },
  {
    id: 'hcloud-image-version',
    reason: 'kubeadm and kubelet are in the image, and their release must be that of the machine.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
    check({ cluster, machine }, refuse) {
      const { path, image, kubernetesVersion = cluster.kubernetesVersion } = machine;
      if (image.kind !== 'name') return;
      const other = otherVersion(image.name, tryParseKubernetesVersion(kubernetesVersion));
      if (other === undefined) return;
      const version = `kubernetesVersion: ${JSON.stringify(other.found)}`;
      refuse(
        { path, prop: 'image' },
        {
          given: image.name,
          allowed: `an image of Kubernetes ${other.wanted}, the version of the machines`,
          fix: write(named(other.likely), other.isMinor ? {} : { or: version }),
        },
      );
    },
  },
  {
    id: 'hcloud-image-url',
    reason: 'The webhook takes a URL with a command of the provider for it.',
    source: MACHINE_WEBHOOK,
    check({ machine: { path, image } }, refuse) {
      if (image.kind !== 'url') return;
      const { url, command } = image;
      const fromUrl = (...args: readonly string[]) => call('HCloudImage.fromUrl', ...args);
      const usual = 'oci://registry.example.org/node:v1';
      if (!URL_FORM.test(url)) {
        refuse(
          { path, prop: 'image' },
          { given: url, allowed: 'a URL', fix: suchAs(fromUrl(usual, command)) },
        );
      }
      if (COMMAND.test(command) && !command.includes('..')) return;
      refuse(
        { path, prop: 'image' },
        {
          given: command,
          allowed:
            '"image-url-command-" with lower-case letters, digits, dots, dashes and underscores, no two dots together',
          fix: suchAs(fromUrl(url, 'image-url-command-install.sh')),
        },
      );
    },
  },
  {
    id: 'hcloud-image-rescue',
    reason: 'The provider puts an image from a URL on a machine by SSH, in its rescue system.',
    source: SERVERS,
    check({ cluster, machine: { path, image } }, refuse) {
      if (image.kind !== 'url' || cluster.rescueKey !== undefined) return;
      refuse(
        { path, prop: 'image' },
        {
          given: image.url,
          allowed: `an image with a name, as ${cluster.path} has no rescueKey`,
          fix: `write rescueKey: RescueKey.fromSecret('robot-ssh') in ${cluster.path}`,
        },
      );
    },
  },
];

/** Rules on servers of any kind. */
export const HCLOUD_MACHINE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'hcloud-server-type',
    reason:
      'Capacities, reservations and architectures are reckoned with what the program says of a type.',
    source: SERVERS,
    check({ cluster: { cloud }, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cloud, size, { one: 'a server type', prop: 'serverTypes' });
      if (finding !== undefined) refuse({ path, prop: 'serverType' }, finding);
    },
  },
  {
    id: 'hcloud-ssh-keys',
    reason: 'The provider makes no server with an SSH key that the project does not have.',
    source: SERVERS,
    check({ cluster: { cloud }, machine: { path, sshKeys } }, refuse) {
      refuseSshKeys(cloud, path, sshKeys, refuse);
    },
  },
  {
    id: 'hcloud-public-address',
    reason:
      'Without a private network the provider gives servers a public IPv4 address whatever is asked for.',
    source: SERVERS,
    check({ cluster: { network }, machine: { path, publicNetwork } }, refuse) {
      if (network.kind === 'managed' || publicNetwork.enableIPv4) return;
      refuse(
        { path, prop: 'publicNetwork.enableIPv4' },
        {
          given: false,
          allowed: 'true without a private network',
          fix: leaveOut({ or: 'write network: HetznerNetwork.managed()' }),
        },
      );
    },
  },
  cloudInitRule({
    id: 'hcloud-format',
    reason:
      'A node is named by cloud-init, from what Hetzner says of its server; Ignition knows no such words.',
    source: 'canonical/cloud-init@main:cloudinit/sources/DataSourceHetzner.py',
    machines: 'machines of Hetzner Cloud',
    elsewhere: 'an OpenStackCloud or an AwsAccount',
  }),
];
