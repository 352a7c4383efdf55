import { call, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, integerWords, isWholeNumber, nextWhole, quotedList } from '../../base/words';
import { providerOf } from '../../cluster/model/profile';
import { isImageOf } from '../../cluster/rules/image-version';
import { sizeFinding } from '../../cluster/rules/size-finding';
import type { OpenStackCluster } from '../model/cluster';
import { imageName } from '../model/lookup';
import { isDiskless, USUAL_ROOT_GIB } from './flavor-of';
import { machineVersion } from './image-rules';
import type { ServerSubject } from './subjects';
import { isTag, plainTag, TAG_WORDS } from './tags';

const MOST_METADATA = 255;
const MOST_SERVER_TAGS = 50;
const MACHINE_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml';
const NOVA_TAGS = 'openstack/nova@master:nova/api/validation/parameter_types.py';

/** Rules on machines and bastions. */
export const MACHINE_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'flavor-known',
    reason: 'Nova cannot create a server with a flavor that does not exist.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
    check({ cluster, machine: { path, size: flavor } }, refuse) {
      const words = { one: 'a flavor', prop: 'flavors' };
      const finding = sizeFinding(cluster.cloud, flavor, words);
      if (finding !== undefined) refuse({ path, prop: 'flavor' }, finding);
    },
  },
  {
    id: 'image-known',
    reason: 'The provider waits for an image that does not exist in the cloud.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
    check({ cluster, machine }, refuse) {
      const { path, image } = machine;
      const { images, path: cloudPath } = cluster.cloud;
      const name = imageName(image);
      if (images === undefined || name === undefined || images.includes(name)) return;
      const wanted = machineVersion(cluster, machine);
      const close = closestWord(
        name,
        images.filter((one) => wanted === undefined || isImageOf(one, wanted)),
      );
      const more = `add it to the images of ${cloudPath}`;
      refuse(
        { path, prop: 'image' },
        {
          given: name,
          allowed: `an image of ${cloudPath}: ${quotedList(images)}`,
          fix:
            close === undefined ? more : write(call('MachineImage.fromName', close), { or: more }),
        },
      );
    },
  },
  {
    id: 'ssh-key-name',
    reason: 'The name of a Nova key pair must not be empty.',
    source: MACHINE_CRD,
    check({ machine: { path, sshKeyName } }, refuse) {
      if (sshKeyName === undefined || sshKeyName.trim() !== '') return;
      refuse(
        { path, prop: 'sshKeyName' },
        {
          given: sshKeyName,
          allowed: 'the name of a Nova key pair',
          fix: leaveOut({ ends: ' for no key pair' }),
        },
      );
    },
  },
];

/** Rules on the root volumes of machines. */
export const ROOT_VOLUME_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'root-volume-size',
    reason: 'Cinder accepts volume sizes only in whole GiB.',
    source: MACHINE_CRD,
    check({ cluster, machine: { path, size: flavor, rootVolume } }, refuse) {
      if (rootVolume === undefined || isWholeNumber(rootVolume.sizeGiB, 1)) return;
      const least = isDiskless(cluster.cloud, flavor) ? USUAL_ROOT_GIB : undefined;
      const next = nextWhole(rootVolume.sizeGiB, 1) ?? least;
      refuse(
        { path, prop: 'rootVolume.sizeGiB' },
        {
          given: rootVolume.sizeGiB,
          allowed: integerWords(rootVolume.sizeGiB, 1, ' GiB'),
          fix:
            next !== undefined
              ? write(next)
              : leaveOut({
                  prop: 'rootVolume',
                  begins: 'leave rootVolume out',
                  ends: " to boot from the flavor's disk",
                }),
        },
      );
    },
  },
  {
    id: 'root-volume-text',
    reason: 'The type and the zone of a volume must not be empty.',
    source: MACHINE_CRD,
    check({ machine: { path, rootVolume } }, refuse) {
      for (const prop of ['type', 'availabilityZone'] as const) {
        const value = rootVolume?.[prop];
        if (value === undefined || value.trim() !== '') continue;
        refuse(
          { path, prop: `rootVolume.${prop}` },
          {
            given: value,
            allowed: 'a name',
            fix: leaveOut({ ends: " to use the cloud's default" }),
          },
        );
      }
    },
  },
];

/** Rules on the Nova metadata of machines. */
export const SERVER_METADATA_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'server-metadata',
    reason: 'Nova accepts keys and values of at most 255 characters.',
    source: MACHINE_CRD,
    check({ cluster, machine: { path, serverMetadata } }, refuse) {
      // Older versions of the provider's API accept empty values.
      const least = providerOf(cluster).apiVersion === 'v1beta1' ? 0 : 1;
      for (const key in serverMetadata) {
        const value = serverMetadata[key] ?? '';
        const isKey = key !== '' && key.length <= MOST_METADATA;
        if (isKey && value.length <= MOST_METADATA && value.length >= least) continue;
        const prop = isKey ? `serverMetadata[${JSON.stringify(key)}]` : 'serverMetadata';
        refuse(
          { path, prop: isKey ? `${prop}.length` : prop },
          {
            given: isKey ? value.length : key,
            allowed: isKey
              ? `${least === 0 ? 'at most' : '1 to'} ${MOST_METADATA} characters`
              : `keys of 1 to ${MOST_METADATA} characters`,
            fix:
              key === '' || (isKey && value === '')
                ? leaveOut({ prop })
                : `shorten it to ${MOST_METADATA} characters`,
          },
        );
      }
    },
  },
];

/** Rules on the tags of machines. */
export const SERVER_TAG_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'server-tags',
    reason:
      'Nova accepts tags of at most 60 characters without commas or slashes, and at most 50 on one server.',
    source: NOVA_TAGS,
    check({ cluster, machine: { path, tags } }, refuse) {
      for (const tag of tags) {
        if (isTag(tag)) continue;
        refuse({ path, prop: 'tags' }, { given: tag, allowed: TAG_WORDS, fix: plainTag(tag) });
      }
      const count = tags.length + cluster.tags.length;
      if (tags.length === 0 || count <= MOST_SERVER_TAGS) return;
      refuse(
        { path, prop: 'tags.length' },
        {
          given: tags.length,
          allowed: `at most ${MOST_SERVER_TAGS} tags, including those of the cluster`,
          fix: `remove ${count - MOST_SERVER_TAGS}, or use serverMetadata`,
        },
      );
    },
  },
  {
    id: 'tags-distinct',
    reason: 'Tags are a set, and the API server rejects duplicates.',
    source: MACHINE_CRD,
    check({ machine: { path, tags } }, refuse) {
      if (tags.length < 2) return;
      const kept = [...new Set(tags)];
      if (kept.length === tags.length) return;
      refuse({ path, prop: 'tags' }, { given: tags, allowed: 'unique tags', fix: write(kept) });
    },
  },
];

/** Rules on the tags of a cluster. */
export const CLUSTER_TAG_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'cluster-tags',
    reason:
      'The provider also sets the tags on servers, where Nova accepts at most 60 characters without commas or slashes.',
    source: NOVA_TAGS,
    check({ path, tags }, refuse) {
      for (const tag of tags) {
        if (isTag(tag)) continue;
        refuse({ path, prop: 'tags' }, { given: tag, allowed: TAG_WORDS, fix: plainTag(tag) });
      }
      const kept = [...new Set(tags)];
      if (kept.length === tags.length || !tags.every(isTag)) return;
      refuse({ path, prop: 'tags' }, { given: tags, allowed: 'unique tags', fix: write(kept) });
    },
  },
];
