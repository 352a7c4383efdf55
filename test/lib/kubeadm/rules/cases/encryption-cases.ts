import {
  EncryptionAtRest,
  type EncryptionKeysOptions,
  type KmsOptions,
} from '../../../../../lib/kubeadm/model/encryption';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const KEY = { name: 'k1', secret: { name: 'demo-keys', key: 'k1' } };
const OTHER = { name: 'k2', secret: { name: 'demo-keys', key: 'k2' } };

/** Examples of rules on encryption in etcd. */
export const ENCRYPTION_CASES: readonly RuleCase[] = [
  {
    rule: 'encryption-keys',
    broken: keyed({ keys: [] }),
    sound: keyed({ keys: [OTHER, KEY] }),
    says: `mothership/demo/control-plane: encryption.keys is []
  allowed: at least one key, the encrypting one first
  fix: add a key`,
  },
  {
    rule: 'encryption-keys',
    broken: keyed({
      keys: [
        KEY,
        { ...OTHER, name: 'k1' },
        { ...OTHER, name: 'K|2', secret: { name: 'x', key: 'y' } },
      ],
    }),
    says: `mothership/demo/control-plane: encryption.keys.name is "k1"
  allowed: a name that no other key has
  fix: give the key another name
mothership/demo/control-plane: encryption.keys.name is "K|2"
  allowed: at most 63 letters, digits, dashes and underscores, starting and ending with a letter or digit
  fix: write "k-2"`,
  },
  {
    rule: 'encryption-key-secret',
    broken: keyed({ keys: [KEY, { ...OTHER, secret: KEY.secret }] }),
    sound: keyed({ keys: [KEY, { ...OTHER, name: 'Key_2030' }] }),
    says: `mothership/demo/control-plane: encryption.keys["k2"].secret is "demo-keys/k1"
  allowed: a Secret, or a key of one, that no other key in the list uses
  fix: create a Secret with new random bytes and use it here`,
  },
  {
    rule: 'encryption-kms',
    broken: kms({ endpoint: '/run/kms/kms.sock' }),
    sound: kms({}),
    says: `mothership/demo/control-plane: encryption.endpoint is "/run/kms/kms.sock"
  allowed: the address of a socket in its own directory, such as "unix:///run/kms/kms.sock"
  fix: write "unix:///run/kms/kms.sock"`,
  },
  {
    rule: 'encryption-kms',
    broken: kms({ name: 'My Vault', timeoutSeconds: 0.5 }),
    says: `mothership/demo/control-plane: encryption.name is "My Vault"
  allowed: at most 63 letters, digits, dashes and underscores, starting and ending with a letter or digit
  fix: write "my-vault"
mothership/demo/control-plane: encryption.timeoutSeconds is 0.5
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'encryption-resources',
    broken: keyed({ resources: ['v1/Secrets'] }),
    sound: keyed({ resources: ['secrets', 'widgets.example.com', '*.apps'] }),
    says: `mothership/demo/control-plane: encryption.resources is "v1/Secrets"
  allowed: one or more resources in the plural, with their group after a dot
  fix: write "secrets"`,
  },
  {
    rule: 'encryption-resources',
    broken: kms({ resources: [] }),
    says: `mothership/demo/control-plane: encryption.resources is []
  allowed: one or more resources in the plural, with their group after a dot
  fix: write ["secrets"]`,
  },
  {
    rule: 'encryption-kms',
    broken: kms({ endpoint: 'unix:///kms.sock' }),
    sound: kms({ endpoint: 'unix:///a/kms.sock' }),
    says: `mothership/demo/control-plane: encryption.endpoint is "unix:///kms.sock"
  allowed: the address of a socket in its own directory, such as "unix:///run/kms/kms.sock"
  fix: write the path of the socket after "unix://"`,
  },
  {
    rule: 'encryption-resource-overlap',
    broken: keyed({ resources: ['secrets', 'secrets', '*.*'] }),
    sound: keyed({ resources: ['*.', '*.apps', 'widgets.example.com'] }),
    says: `mothership/demo/control-plane: encryption.resources[1] is "secrets"
  allowed: resources that do not overlap with "secrets"
  fix: leave one of the two out
mothership/demo/control-plane: encryption.resources[2] is "*.*"
  allowed: resources that do not overlap with "secrets"
  fix: leave out "secrets"`,
  },
  {
    rule: 'encryption-resource-overlap',
    broken: kms({ resources: ['*.apps', 'secrets', 'deployments.apps', '*.'] }),
    sound: kms({ resources: ['*.*'] }),
    says: `mothership/demo/control-plane: encryption.resources[2] is "deployments.apps"
  allowed: resources that do not overlap with "*.apps"
  fix: leave out "deployments.apps"
mothership/demo/control-plane: encryption.resources[3] is "*."
  allowed: resources that do not overlap with "secrets"
  fix: leave out "secrets"`,
  },
  {
    rule: 'encryption-resource-stored',
    broken: keyed({ resources: ['*.events.k8s.io', 'ingresses.extensions', 'apiserveripinfo'] }),
    sound: keyed({ resources: ['events', 'ingresses.networking.k8s.io'] }),
    says: `mothership/demo/control-plane: encryption.resources[0] is "*.events.k8s.io"
  allowed: resources with the group in which they are stored
  fix: write "events"
mothership/demo/control-plane: encryption.resources[1] is "ingresses.extensions"
  allowed: resources with the group in which they are stored
  fix: write its current group, as in "ingresses.networking.k8s.io"
mothership/demo/control-plane: encryption.resources[2] is "apiserveripinfo"
  allowed: resources with the group in which they are stored
  fix: leave it out`,
  },
];

function keyed(options: Partial<EncryptionKeysOptions>): RuleCase['broken'] {
  const { model } = EncryptionAtRest.withKeys({ keys: [KEY], ...options });
  return withControlPlane({ encryption: model });
}

function kms(options: Partial<KmsOptions>): RuleCase['broken'] {
  const { model } = EncryptionAtRest.kms({
    name: 'vault',
    endpoint: 'unix:///run/kms/kms.sock',
    ...options,
  });
  return withControlPlane({ encryption: model });
}
