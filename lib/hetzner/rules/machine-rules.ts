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
/** Pattern of URLs that Go parses as the URI of a request. */
const URL_FORM = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i;

const named = (name: string) => call('HCloudImage.fromName', name);

/** Rules for the images of servers. */
export const HCLOUD_IMAGE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'hcloud-image-name',
    reason: 'The provider keeps waiting for an image that does not exist in the project.',
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
    reason:
      'The image contains kubeadm and kubelet, and their version must match that of the machine.',
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
          allowed: `an image for Kubernetes ${other.wanted}, the version of the machines`,
          fix: write(named(other.likely), other.isMinor ? {} : { or: version }),
        },
      );
    },
  },
  {
    id: 'hcloud-image-url',
    reason: 'The webhook accepts only a valid URL together with a command of the provider.',
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
            '"image-url-command-" with lower-case letters, digits, dots, dashes and underscores, without consecutive dots',
          fix: suchAs(fromUrl(url, 'image-url-command-install.sh')),
        },
      );
    },
  },
  {
    id: 'hcloud-image-rescue',
    reason:
      'The provider installs an image from a URL over SSH, in the rescue system of the machine.',
    source: SERVERS,
    check({ cluster, machine: { path, image } }, refuse) {
      if (image.kind !== 'url' || cluster.rescueKey !== undefined) return;
      refuse(
        { path, prop: 'image' },
        {
          given: image.url,
          allowed: `an image by name, because ${cluster.path} has no rescueKey`,
          fix: `write rescueKey: RescueKey.fromSecret('robot-ssh') in ${cluster.path}`,
        },
      );
    },
  },
];

/** Rules for all servers. */
export const HCLOUD_MACHINE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'hcloud-server-type',
    reason:
      'Capacities, reservations and architectures are computed from the server type in the program.',
    source: SERVERS,
    check({ cluster: { cloud }, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cloud, size, { one: 'a server type', prop: 'serverTypes' });
      if (finding !== undefined) refuse({ path, prop: 'serverType' }, finding);
    },
  },
  {
    id: 'hcloud-ssh-keys',
    reason:
      'The provider cannot create a server with an SSH key that does not exist in the project.',
    source: SERVERS,
    check({ cluster: { cloud }, machine: { path, sshKeys } }, refuse) {
      refuseSshKeys(cloud, path, sshKeys, refuse);
    },
  },
  {
    id: 'hcloud-public-address',
    reason: 'Without a private network the provider always gives servers a public IPv4 address.',
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
      'cloud-init names the node from the metadata that Hetzner provides for its server, and Ignition has no such variables.',
    source: 'canonical/cloud-init@main:cloudinit/sources/DataSourceHetzner.py',
    machines: 'Hetzner Cloud machines',
    elsewhere: 'an OpenStackCloud or an AwsAccount',
  }),
];
