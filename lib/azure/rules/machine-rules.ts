import { isAddress } from '../../base/cidr';
import { leaveOut, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { cloudInitRule } from '../../cluster/rules/cloud-init-rule';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import { sizeFinding } from '../../cluster/rules/size-finding';
import type { AzureImageModel } from '../model/image';
import { CLOUD_CONFIG } from '../render/registration';
import { resourceFinding } from './names';
import { decodedKey, isPublicKey } from './ssh-key';
import type { MachineSubject } from './subjects';
import { tagRule } from './tags';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azuremachine_validation.go';
const TYPES = 'CAPZ@v1.26.0:api/v1beta1/azuremachine_types.go';

/** Parts of a machine's bootstrap configuration that these rules check. */
type ToldSubject = MachineSubject & {
  readonly machine: {
    readonly bootstrap?: {
      readonly format?: { readonly kind: string };
      readonly files?: readonly { readonly path: string }[];
      readonly shared?: readonly string[];
    };
  };
};

/** Rules for all VMs. */
export const AZURE_MACHINE_RULES: readonly Rule<ToldSubject>[] = [
  {
    id: 'azure-vm-size',
    reason:
      'Reservations and disk sizes cannot be computed for a VM size without declared resources.',
    source: TYPES,
    check({ cluster: { cloud }, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cloud, size, { one: 'a VM size', prop: 'vmSizes' });
      if (finding !== undefined) refuse({ path, prop: 'vmSize' }, finding);
    },
  },
  {
    id: 'azure-machine-subnet',
    reason: 'The provider creates a machine only in a subnet of its cluster for its role.',
    source: 'CAPZ@v1.26.0:azure/scope/machine.go',
    check(subject, refuse) {
      const { cluster, machine } = subject;
      const { path, subnet } = machine;
      const role = isControlPlaneMachine(subject) ? 'control-plane' : 'node';
      const fitting = cluster.network.subnets
        .filter((one) => one.role === role || one.role === 'cluster')
        .map(({ name }) => name);
      if (subnet === undefined || fitting.includes(subnet)) return;
      const isOther = cluster.network.subnets.some(({ name }) => name === subnet);
      const close = closestWord(subnet, fitting);
      const add = `add a subnet ${JSON.stringify(subnet)} to the network`;
      refuse(
        { path, prop: 'subnet' },
        {
          given: subnet,
          allowed: `a subnet with the role "${role}" or "cluster": ${quotedList(fitting)}`,
          fix: isOther ? leaveOut() : close === undefined ? add : write(close, { or: add }),
        },
      );
    },
  },
  {
    id: 'azure-ssh-key',
    reason: 'The webhook accepts only one public key in OpenSSH format.',
    source: WEBHOOK,
    check({ machine: { path, sshPublicKey } }, refuse) {
      if (sshPublicKey === undefined || isPublicKey(sshPublicKey)) return;
      const decoded = decodedKey(sshPublicKey);
      refuse(
        { path, prop: 'sshPublicKey' },
        {
          given: sshPublicKey,
          allowed: 'one line such as "ssh-ed25519 AAAA… name", of RSA, ECDSA or Ed25519',
          fix: decoded === undefined ? 'write the contents of the .pub file' : write(decoded),
        },
      );
    },
  },
  {
    id: 'azure-machine-identity',
    reason: 'The webhook requires the resource ID of each identity, and all fields of a role.',
    source: WEBHOOK,
    check({ machine: { path, identity } }, refuse) {
      const prop = 'machineIdentity';
      if (identity.kind === 'userAssigned') {
        const type = 'Microsoft.ManagedIdentity/userAssignedIdentities';
        const none = {
          given: [],
          allowed: 'one or more identities',
          fix: 'add an identity, or leave it out',
        };
        if (identity.ids.length === 0) refuse({ path, prop }, none);
        for (const id of identity.ids) {
          const finding = resourceFinding(id, type);
          if (finding !== undefined) refuse({ path, prop }, finding);
        }
      }
      if (identity.kind !== 'systemAssigned' || identity.role === undefined) return;
      for (const part of ['definitionId', 'scope'] as const) {
        if (identity.role[part].trim() !== '') continue;
        refuse(
          { path, prop: `${prop}.role.${part}` },
          {
            given: identity.role[part],
            allowed: 'a resource ID',
            fix: 'write it, or leave role out to use Contributor on the subscription',
          },
        );
      }
    },
  },
  {
    id: 'azure-dns-servers',
    reason: 'Network interfaces accept only IP addresses as DNS servers.',
    source: TYPES,
    check({ machine: { path, dnsServers } }, refuse) {
      const right = dnsServers.filter((one) => isAddress(one, 4));
      if (right.length === dnsServers.length) return;
      refuse(
        { path, prop: 'dnsServers' },
        {
          given: dnsServers,
          allowed: 'IPv4 addresses',
          fix: right.length === 0 ? leaveOut() : write(right),
        },
      );
    },
  },
  {
    id: 'azure-boot-account',
    reason: 'The CRD accepts only an https URI of a storage account.',
    source:
      'CAPZ@v1.26.0:config/crd/bases/infrastructure.cluster.x-k8s.io_azuremachinetemplates.yaml',
    check({ machine: { path, bootDiagnostics } }, refuse) {
      if (bootDiagnostics?.kind !== 'account') return;
      const { uri } = bootDiagnostics;
      if (/^https:\/\/./.test(uri) && uri.length <= 1_024) return;
      const better = uri.replace(/^(?:[a-z]+:)?\/*/, 'https://');
      refuse(
        { path, prop: 'bootDiagnostics.uri' },
        {
          given: uri,
          allowed: 'a URI that starts with "https://"',
          fix:
            better.length > 8 && better.length <= 1_024
              ? write(better)
              : suchAs('https://example.blob.core.windows.net/'),
        },
      );
    },
  },
  {
    id: 'azure-capacity-group',
    reason: 'Azure finds a capacity reservation group only by its resource ID.',
    source: WEBHOOK,
    check({ machine: { path, capacityReservationGroupId: id } }, refuse) {
      const type = 'Microsoft.Compute/capacityReservationGroups';
      const finding = id === undefined ? undefined : resourceFinding(id, type);
      if (finding !== undefined) refuse({ path, prop: 'capacityReservationGroupId' }, finding);
    },
  },
  {
    id: 'azure-image',
    reason: 'The provider finds an image only by its resource ID or by all of its names.',
    source: 'CAPZ@v1.26.0:internal/webhooks/azureimage_validation.go',
    check({ machine: { path, image } }, refuse) {
      if (image.kind === 'reference') return;
      if (image.kind === 'id') {
        const finding = resourceFinding(image.id, 'Microsoft.Compute/images');
        if (finding !== undefined) refuse({ path, prop: 'image' }, finding);
        return;
      }
      for (const [part, text] of Object.entries(textsOf(image))) {
        if (text.trim() !== '') continue;
        refuse(
          { path, prop: `image.${part}` },
          {
            given: text,
            allowed: 'a non-empty text',
            fix: 'write the value that identifies the image',
          },
        );
      }
    },
  },
  cloudInitRule({
    id: 'azure-format',
    reason:
      'A cloud-init template derives the node name from Azure metadata, and Ignition does not support such templates.',
    source: 'CAPZ@v1.26.0:templates/cluster-template.yaml',
    machines: 'Azure machines',
    elsewhere: 'an OpenStackCloud or an AwsAccount',
  }),
  {
    id: 'azure-cloud-config',
    reason:
      'The provider writes this file to each machine, and the cloud controller cannot use Azure without it.',
    source: 'CAPZ@v1.26.0:controllers/azurejson_machinetemplate_controller.go',
    check({ machine: { path, bootstrap } }, refuse) {
      (bootstrap?.files ?? []).forEach((file, index) => {
        if (file.path !== CLOUD_CONFIG) return;
        refuse(
          { path, prop: `bootstrap.files[${index}].path` },
          {
            given: file.path,
            allowed: 'another path; the provider writes this file',
            fix: 'leave the file out',
          },
        );
      });
    },
  },
  tagRule('azure-machine-tags', ({ machine }) => machine),
];

/** Returns the texts that identify an image, by prop. */
function textsOf(
  image: Extract<AzureImageModel, { kind: 'gallery' | 'marketplace' }>,
): Readonly<Record<string, string>> {
  if (image.kind === 'marketplace') {
    const { publisher, offer, sku, version } = image;
    return { publisher, offer, sku, version };
  }
  const { gallery, name, version, owner, plan } = image;
  return { gallery, name, version, ...within('owner', owner), ...within('plan', plan) };
}

function within(prop: string, texts: object | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts ?? {}).map(([name, text]) => [`${prop}.${name}`, String(text)]),
  );
}
