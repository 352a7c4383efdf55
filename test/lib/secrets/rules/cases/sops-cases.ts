import type { SecretSourceModel } from '../../../../../lib/secrets/model/secret-source';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import {
  SOPS_VALUE,
  type SopsOptions,
  sopsSource,
  sopsText,
} from '../../../../support/secret-sources';
import { cluster, type RuleCase, withAddons } from '../../../assembly/rule-case';

const FILE = 'clouds.sops.yaml';
const ALLOWED = 'the manifest of one Secret in which SOPS encrypted the data and nothing else';
const RUN = `run sops encrypt --encrypted-regex '^(data|stringData)$' --in-place ${FILE}`;

/** Examples of rules on files that SOPS encrypted. */
export const SOPS_CASES: readonly RuleCase[] = [
  {
    rule: 'sops-file-readable',
    broken: from({
      kind: 'sopsFile',
      file: FILE,
      content: { unreadable: { file: FILE, reason: 'missing' } },
    }),
    sound: encrypted(),
    says: `mothership/demo: credentials.file is "${FILE}"
  allowed: a file that can be read
  fix: write the path relative to the working directory, or join(__dirname, '…')`,
  },
  notEncrypted('SOPS did not encrypt it', sopsText({ mac: undefined })),
  notEncrypted('it is not YAML', 'a: [\n'),
  notEncrypted('it does not contain exactly one object', `${sopsText()}---\n${sopsText()}`),
  notEncrypted('it does not contain exactly one object', 'a text'),
  notEncrypted('it is not a Secret', 'apiVersion: v1\nkind: ConfigMap\n'),
  notEncrypted('it is not a Secret', 'apiVersion: v2\nkind: Secret\n'),
  notEncrypted('its kind is encrypted', `apiVersion: v1\nkind: ${SOPS_VALUE}\n`),
  notEncrypted('its kind is encrypted', `apiVersion: ${SOPS_VALUE}\nkind: Secret\n`),
  notEncrypted('metadata.name encrypted', sopsText({ name: SOPS_VALUE })),
  notEncrypted(
    'metadata.namespace, type encrypted',
    sopsText({ namespace: SOPS_VALUE, type: SOPS_VALUE }),
  ),
  notEncrypted(
    'metadata.labels[\\"clusterctl.cluster.x-k8s.io/move\\"] encrypted',
    sopsText({ labels: { 'clusterctl.cluster.x-k8s.io/move': SOPS_VALUE } }),
  ),
  notEncrypted(
    '\\"cacert\\" not encrypted',
    sopsText({ data: { 'clouds.yaml': SOPS_VALUE, cacert: 'ZmFrZQ==', empty: '' } }),
  ),
  {
    rule: 'secret-source-keys',
    broken: encrypted({ data: { clouds: SOPS_VALUE } }),
    sound: encrypted(),
    says: `mothership/demo: credentials is ["clouds"]
  allowed: the keys "clouds.yaml"
  fix: add "clouds.yaml"`,
  },
  {
    rule: 'sops-file-place',
    broken: encrypted({ namespace: 'other' }),
    sound: encrypted(),
    says: `mothership/demo: credentials.file is "${FILE} (Secret demo-cloud-config of namespace other)"
  allowed: Secret demo-cloud-config of namespace demo
  fix: encrypt a Secret with this name and namespace, or use a separate file for each cluster`,
  },
  {
    rule: 'sops-file-place',
    broken: encrypted({ name: 'other' }),
    says: `mothership/demo: credentials.file is "${FILE} (Secret other of namespace demo)"
  allowed: Secret demo-cloud-config of namespace demo
  fix: encrypt a Secret with this name and namespace, or use a separate file for each cluster`,
  },
  {
    rule: 'sops-file-type',
    broken: carried({}),
    sound: carried({ type: 'addons.cluster.x-k8s.io/resource-set' }),
    says: `mothership/demo/hello: source.file is "${FILE} (type Opaque)"
  allowed: a Secret of type addons.cluster.x-k8s.io/resource-set
  fix: write type: addons.cluster.x-k8s.io/resource-set into the manifest before it is encrypted`,
  },
  {
    rule: 'sops-file-label',
    broken: encrypted({ labels: {} }),
    sound: encrypted(),
    says: `mothership/demo: credentials.file is "${FILE} (without the label clusterctl.cluster.x-k8s.io/move)"
  allowed: a Secret with the label clusterctl.cluster.x-k8s.io/move
  fix: write clusterctl.cluster.x-k8s.io/move: "true" into its labels before it is encrypted`,
  },
];

function notEncrypted(mistake: string, text: string): RuleCase {
  return {
    rule: 'sops-file-encrypted',
    broken: from(sopsSource(text)),
    sound: encrypted({ data: { 'clouds.yaml': SOPS_VALUE, empty: '' } }),
    says: `mothership/demo: credentials.file is "${FILE} (${mistake})"
  allowed: ${ALLOWED}
  fix: ${RUN}`,
  };
}

function encrypted(options: SopsOptions = {}): AssembledCluster {
  return from(sopsSource(sopsText(options)));
}

function from(source: SecretSourceModel): AssembledCluster {
  const secretName = 'demo-cloud-config';
  return cluster({ credentials: { kind: 'secret', secretName, cloudName: 'openstack', source } });
}

function carried(options: SopsOptions): AssembledCluster {
  const source = sopsSource(sopsText({ name: 'demo-backup', ...options }));
  const carries = { name: 'backup', namespace: 'kube-system', keys: ['a'] };
  const payload = [{ kind: 'existingSecret', secretName: 'demo-backup', carries, source } as const];
  return withAddons({ payload });
}
