import type { AddonModel, StorageClassModel } from '../../../../../lib/addons/model/addon';
import type { ClusterPart } from '../../../../../lib/cluster/model/cluster-part';
import { type RuleCase, withAddons } from '../../../assembly/rule-case';

const CALICO = { kind: 'calico', encapsulation: 'ipip', bgp: true, typha: false } as const;
const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: { name: x }\n  name: a\n';

/** Examples of rules on addons. */
export const ADDON_CASES: readonly RuleCase[] = [
  {
    rule: 'one-cni',
    broken: withAddons({ name: 'calico', cni: CALICO }, { name: 'calico-2', cni: CALICO }),
    sound: withAddons({ name: 'calico', cni: CALICO }, { name: 'hello' }),
    says: `mothership/demo/calico-2: name is "calico-2"
  allowed: one network plugin; "calico", "calico-2" each install one
  fix: leave out "calico-2" or "calico"`,
  },
  {
    rule: 'addon-version',
    broken: versioned('cinder-csi', '1.33.0'),
    sound: versioned('cinder-csi', 'v1.31.2'),
    says: `mothership/demo/hello: version is "1.33.0"
  allowed: a release of 1.31 or 1.32, the minor version of Kubernetes
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: versioned('openstack-cloud-controller-manager', '1.30.4'),
    sound: versioned('openstack-cloud-controller-manager', '1.32.0'),
    says: `mothership/demo/hello: version is "1.30.4"
  allowed: a release of 1.31 or 1.32, the minor version of Kubernetes
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: versioned('cinder-csi', 'latest'),
    sound: versioned('calico', '3.30.2'),
    says: `mothership/demo/hello: version is "latest"
  allowed: a release of 1.31 or 1.32, the minor version of Kubernetes
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: versioned('cluster-autoscaler', '1.30.7'),
    sound: versioned('cluster-autoscaler', '1.31.5'),
    says: `mothership/demo/hello: version is "1.30.7"
  allowed: a release of 1.31 or newer
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: versioned('cluster-autoscaler', '2.0.0'),
    sound: versioned('cluster-autoscaler', '1.35.0'),
    says: `mothership/demo/hello: version is "2.0.0"
  allowed: a release of 1.31 or newer
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: pulling('openstack-cloud-controller-manager', 'image', 'v1.35.0'),
    sound: pulling('openstack-cloud-controller-manager', 'image', 'v1.31.2'),
    says: `mothership/demo/hello: image is "reg.example.org/mine:v1.35.0"
  allowed: a release of 1.31 or 1.32, the minor version of Kubernetes
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-version',
    broken: pulling('cinder-csi', 'images.plugin', '1.30.0'),
    sound: pulling('cinder-csi', 'images.plugin', 'stable'),
    says: `mothership/demo/hello: images.plugin is "reg.example.org/mine:1.30.0"
  allowed: a release of 1.31 or 1.32, the minor version of Kubernetes
  fix: leave it out to use the release that matches the cluster`,
  },
  {
    rule: 'addon-cloud',
    broken: foreign('csi-driver'),
    sound: withAddons({ cloud: { kind: 'openstack', part: 'csi-driver' } }),
    says: `mothership/demo/hello: name is "hello"
  allowed: an addon for the cloud homelab, whose kind is "openstack"; this one is for "balloons"
  fix: add Addon.cinderCsi() instead`,
  },
  {
    rule: 'addon-cloud',
    broken: foreign('snapshot-controller'),
    says: `mothership/demo/hello: name is "hello"
  allowed: an addon for the cloud homelab, whose kind is "openstack"; this one is for "balloons"
  fix: leave the addon out`,
  },
  {
    rule: 'autoscaler-release',
    broken: pulling('cluster-autoscaler', 'image', 'v1.32.6'),
    sound: pulling('cluster-autoscaler', 'image', 'v1.32.7'),
    says: `mothership/demo/hello: image is "reg.example.org/mine:v1.32.6"
  allowed: 1.32.7 or newer with Cluster API 1.14
  fix: leave it out`,
  },
  {
    rule: 'autoscaler-release',
    broken: versioned('cluster-autoscaler', '1.32.6'),
    sound: versioned('cluster-autoscaler', '1.32.7'),
    says: `mothership/demo/hello: version is "1.32.6"
  allowed: 1.32.7 or newer with Cluster API 1.14
  fix: write "1.32.7", or leave it out`,
  },
  {
    rule: 'payload-documents',
    broken: text(OBJECT.replace('  name: a\n', '')),
    sound: text(OBJECT),
    says: `mothership/demo/hello: manifest is "(ConfigMap in the document at line 1)"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add metadata.name to it`,
  },
  {
    rule: 'payload-documents',
    broken: text(`${OBJECT}---\n${OBJECT}---\nspec: {}\n`),
    sound: text(`---\n# first\n---\n${OBJECT}---\n# last\n`),
    says: `mothership/demo/hello: manifest is "(document at line 12)"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add apiVersion and kind and metadata.name to it`,
  },
  {
    rule: 'payload-documents',
    broken: text(`${OBJECT}---\nkind: [\n`),
    sound: text('{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}'),
    says: `mothership/demo/hello: manifest is "(line 8)"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: correct line 8: deficient indentation`,
  },
  {
    rule: 'payload-documents',
    broken: text('# nothing\n'),
    sound: text(
      `[${JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } })}]`,
    ),
    says: `mothership/demo/hello: manifest is "# nothing\\n"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add at least one object`,
  },
  {
    rule: 'payload-documents',
    broken: withAddons({ carriedTexts: ['', 'hello'] }),
    sound: withAddons({ carriedTexts: [OBJECT] }),
    says: `mothership/demo/hello: manifest is ""
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add at least one object
mothership/demo/hello: manifest is "(document at line 1)"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add apiVersion and kind and metadata.name to it`,
  },
  {
    rule: 'payload-file',
    broken: withAddons(
      { name: 'a', payload: [], unreadable: { file: 'a.yaml', reason: 'missing' } },
      { name: 'b', payload: [], unreadable: { file: 'b', reason: 'folder' } },
      { name: 'c', payload: [], unreadable: { file: 'c.yaml', reason: 'forbidden' } },
    ),
    sound: text(OBJECT),
    says: `mothership/demo/a: manifest is "a.yaml"
  allowed: an existing file that the program can read
  fix: write the path relative to the working directory, or join(__dirname, '…')
mothership/demo/b: manifest is "b"
  allowed: an existing file that the program can read
  fix: name a file in it
mothership/demo/c: manifest is "c.yaml"
  allowed: an existing file that the program can read
  fix: give read permission to the user that runs the program`,
  },
  {
    rule: 'payload-empty',
    broken: withAddons({ payload: [] }),
    sound: withAddons({ payload: [{ kind: 'existingSecret', secretName: 'a' }] }),
    says: `mothership/demo/hello: manifest is []
  allowed: at least one object
  fix: add an object, or leave the addon out`,
  },
  {
    rule: 'payload-secret-name',
    broken: withAddons({ payload: [{ kind: 'existingSecret', secretName: 'My Secret' }] }),
    sound: withAddons({ payload: [{ kind: 'existingSecret', secretName: 'my-secret' }] }),
    says: `mothership/demo/hello: credentialsSecret is "My Secret"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "my-secret"`,
  },
  {
    rule: 'storage-class-name',
    broken: classes({ name: 'Fast SSD', default: true }),
    sound: classes({ name: 'fast-ssd', default: true }, { name: 'slow.hdd', default: false }),
    says: `mothership/demo/hello: storageClasses[0].name is "Fast SSD"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "fast-ssd"`,
  },
  {
    rule: 'storage-class-unique',
    broken: classes({ name: 'ssd', default: false }, { name: 'ssd', default: false }),
    sound: classes({ name: 'ssd', default: false }, { name: 'ssd-2', default: false }),
    says: `mothership/demo/hello: storageClasses[1].name is "ssd"
  allowed: a name that no other class has
  fix: leave the class out, or write "ssd-2"`,
  },
  {
    rule: 'storage-class-default',
    broken: classes({ name: 'a', default: true }, { name: 'b', default: true }),
    sound: classes({ name: 'a', default: false }, { name: 'b', default: true }),
    says: `mothership/demo/hello: storageClasses[1].default is true
  allowed: one default class; "a", "b" are all marked as default
  fix: leave default out of "b", or of "a"`,
  },
  {
    rule: 'payload-empty',
    broken: withAddons({ payload: [{ kind: 'configMap', suffix: '', entries: [] }] }),
    says: `mothership/demo/hello: manifest is []
  allowed: at least one object
  fix: add an object, or leave the addon out`,
  },
  {
    rule: 'payload-documents',
    broken: text(`\n---\n${OBJECT}---\nspec: {}\n`),
    says: `mothership/demo/hello: manifest is "(document at line 8)"
  allowed: YAML documents with apiVersion, kind and metadata.name
  fix: add apiVersion and kind and metadata.name to it`,
  },
  {
    rule: 'payload-secret-name',
    broken: withAddons({ payload: [{ kind: 'existingSecret', secretName: 's'.repeat(254) }] }),
    sound: withAddons({ payload: [{ kind: 'existingSecret', secretName: 's'.repeat(253) }] }),
    says: `mothership/demo/hello: credentialsSecret is "${'s'.repeat(254)}"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "${'s'.repeat(63)}"`,
  },
];

function classes(...storageClasses: readonly StorageClassModel[]) {
  return withAddons({ storageClasses });
}

function foreign(part: ClusterPart) {
  return withAddons({ payload: [], cloud: { kind: 'balloons', part } });
}

function versioned(type: string, version: string) {
  return withAddons({ type, version, ...skewOf(type) });
}

function pulling(type: string, prop: string, tag: string) {
  const images = { [prop]: `reg.example.org/mine:${tag}` };
  return withAddons({ type, version: '1.32.7', images, ...skewOf(type) });
}

/** How far an addon may be from Kubernetes: the autoscaler, which may be newer, and addons of clouds, which may not. */
function skewOf(type: string): Partial<AddonModel> {
  if (type === 'calico') return {};
  const newer = type === 'cluster-autoscaler' ? Number.POSITIVE_INFINITY : 0;
  const imageProp = type === 'cinder-csi' ? 'images.plugin' : 'image';
  return { skew: { older: 1, newer, imageProp } };
}

function text(documents: string) {
  return withAddons({
    payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'a', documents }] }],
  });
}
