import type { NodeFile } from '../../../../../lib/kubeadm/model/bootstrap';
import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import type { CredentialsModel } from '../../../../../lib/openstack/model/credentials';
import type { SecretSourceModel } from '../../../../../lib/secrets/model/secret-source';
import { cloudModel, configMap, controlPlaneModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { externalSource, sealedSource, sealedValue } from '../../../../support/secret-sources';
import {
  cluster,
  type RuleCase,
  withAddons,
  withControlPlane,
  withPool,
} from '../../../assembly/rule-case';

const EXTERNAL = { 'access-key-id': { key: 'backup' } };
const SHORTER = { 'clouds.yaml': 'bm90IHNlYWxlZA==' };

/** Examples of rules on what Secrets are made from. */
export const SECRET_SOURCE_CASES: readonly RuleCase[] = [
  {
    rule: 'credentials-expiry',
    broken: from(externalSource(), { expiresAt: '2027-01-31' }),
    sound: from(externalSource(), { expiresAt: '2027-01-31T00:00:00Z' }),
    says: `mothership/demo: credentials.expiresAt is "2027-01-31"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write "2027-01-31T00:00:00Z"`,
  },
  {
    rule: 'credentials-expiry',
    broken: cluster({
      credentials: {
        kind: 'clusterIdentity',
        identityName: 'shared',
        cloudName: 'openstack',
        own: { expiresAt: 'never' },
      },
    }),
    says: `mothership/demo: credentials.applicationCredential.expiresAt is "never"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'secret-source-equal',
    broken: withFiles(file('a', externalFile()), file('b', externalFile({ store: 'other' }))),
    sound: withFiles(file('a', externalFile()), file('b', externalFile()), file('c')),
    says: `mothership/demo/workers: bootstrap.files[1].content is "another externalSecret for Secret corp"
  allowed: one source for each Secret
  fix: set the source in one place, or use another Secret`,
  },
  {
    rule: 'secret-source-taken',
    broken: withFiles({
      path: '/etc/ca',
      content: { name: 'demo-ca', key: 'a', source: externalFile() },
    }),
    sound: withControlPlane({
      etcd: {
        kind: 'external',
        endpoints: ['https://192.0.2.1:2379'],
        authoritySource: externalSource({ data: { 'tls.crt': { key: 'etcd' } } }),
      },
    }),
    says: `mothership/demo/workers: bootstrap.files[0].content.source is "a source for Secret demo-ca"
  allowed: a Secret that neither Cluster API nor an addon of the cluster writes
  fix: use another name for the Secret`,
  },
  {
    rule: 'secret-source-taken',
    broken: {
      ...withFiles({
        path: '/etc/x',
        content: { name: 'demo-hello-key', key: 'a', source: externalFile() },
      }),
      addons: withAddons({
        payload: [
          { kind: 'secret', suffix: 'key', entries: [{ key: 'a', documents: [configMap('a')] }] },
        ],
      }).addons,
    },
    sound: {
      ...withFiles({
        path: '/etc/ca',
        content: {
          name: 'demo-ca',
          key: 'tls.crt',
          source: externalSource({ data: { 'tls.crt': { key: 'ca' }, 'tls.key': { key: 'ca' } } }),
        },
      }),
      ownsNamespace: false,
      controlPlane: controlPlaneModel({ certificates: { authorities: { cluster: 'demo-ca' } } }),
    },
    says: `mothership/demo/workers: bootstrap.files[0].content.source is "a source for Secret demo-hello-key"
  allowed: a Secret that neither Cluster API nor an addon of the cluster writes
  fix: use another name for the Secret`,
  },
  {
    rule: 'secret-source-keys',
    broken: from(externalSource({ data: { cacert: { key: 'ca' } } })),
    sound: from(externalSource()),
    says: `mothership/demo: credentials.data is ["cacert"]
  allowed: the keys "clouds.yaml"
  fix: add "clouds.yaml"`,
  },
  {
    rule: 'secret-source-keys',
    broken: from(sealedSource({ encryptedData: { clouds: sealedValue() } })),
    sound: from(sealedSource(), {}, { cloud: cloudModel({ caCertificate: 'filled in' }) }),
    says: `mothership/demo: credentials.encryptedData is ["clouds"]
  allowed: the keys "clouds.yaml"
  fix: add "clouds.yaml"`,
  },
  {
    rule: 'secret-source-keys',
    broken: carried(externalSource({ data: EXTERNAL })),
    sound: carried(sealedSource({ encryptedData: { 'any.yaml': sealedValue() } })),
    says: `mothership/demo/hello: source.data is ["access-key-id"]
  allowed: the keys "access-key-id", "secret-access-key"
  fix: add "secret-access-key"`,
  },
  {
    rule: 'secret-source-keys',
    broken: carried(sealedSource({ encryptedData: {} })),
    sound: carried(externalSource({ data: {}, extract: { key: 'backup' } })),
    says: `mothership/demo/hello: source.encryptedData is []
  allowed: the keys "backup.yaml"
  fix: add "backup.yaml"`,
  },
  {
    rule: 'secret-source-key',
    broken: from(externalSource({ data: { ...externalSource().data, 'a b': { key: 'x' } } })),
    sound: from(externalSource({ data: { ...externalSource().data, 'a_b.c': { key: 'x' } } })),
    says: `mothership/demo: credentials.data is "a b"
  allowed: keys of at most 253 letters, digits, dashes, underscores and dots
  fix: use a name for the key that a file could have`,
  },
  {
    rule: 'external-secret-store',
    broken: from(externalSource({ store: 'My Vault' })),
    sound: from(externalSource({ store: 'vault.prod' })),
    says: `mothership/demo: credentials.store is "My Vault"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "my-vault"`,
  },
  {
    rule: 'external-secret-store',
    broken: from(externalSource({ store: '' })),
    says: `mothership/demo: credentials.store is ""
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write the name of the store`,
  },
  ...(['authoritySource', 'clientSource'] as const).map(
    (prop): RuleCase => ({
      rule: 'external-secret-store',
      broken: withControlPlane({
        etcd: {
          kind: 'external',
          endpoints: ['https://192.0.2.1:2379'],
          [prop]: externalSource({ store: 'My Vault', data: {}, extract: { key: 'etcd' } }),
        },
      }),
      says: `mothership/demo/control-plane: etcd.${prop}.store is "My Vault"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "my-vault"`,
    }),
  ),
  {
    rule: 'external-secret-data',
    broken: withFiles({ path: '/a', content: { name: 'corp', key: 'a', source: noData() } }),
    sound: from(externalSource({ data: {}, extract: { key: 'clouds/demo' } })),
    says: `mothership/demo/workers: bootstrap.files[0].content.source.data is {}
  allowed: an entry of the store for each key, or extract
  fix: write data: { 'clouds.yaml': { key: '…' } } with the keys of the Secret`,
  },
  {
    rule: 'external-secret-data',
    broken: from(externalSource({ data: { 'clouds.yaml': { key: ' ' } } })),
    says: `mothership/demo: credentials.data["clouds.yaml"].key is " "
  allowed: the name or path of an entry in the store
  fix: write the name of the entry`,
  },
  {
    rule: 'external-secret-data',
    broken: from(externalSource({ extract: { key: '' } })),
    says: `mothership/demo: credentials.extract.key is ""
  allowed: the name or path of an entry in the store
  fix: write the name of the entry`,
  },
  {
    rule: 'external-secret-refresh',
    broken: from(externalSource({ refreshSeconds: 0.5 })),
    sound: from(externalSource({ refreshSeconds: 0 })),
    says: `mothership/demo: credentials.refreshSeconds is 0.5
  allowed: a whole number of seconds, or 0 to read the store once
  fix: write 1`,
  },
  {
    rule: 'external-secret-refresh',
    broken: from(externalSource({ refreshSeconds: -1 })),
    says: `mothership/demo: credentials.refreshSeconds is -1
  allowed: a whole number of seconds, or 0 to read the store once
  fix: write 3600`,
  },
  {
    rule: 'sealed-secret-value',
    broken: from(sealedSource({ encryptedData: SHORTER })),
    sound: from(sealedSource()),
    says: `mothership/demo: credentials.encryptedData["clouds.yaml"] is "(a text of 16 characters)"
  allowed: the output of kubeseal, base64 without line breaks
  fix: write what kubeseal --raw prints for the value`,
  },
  {
    rule: 'sealed-secret-value',
    broken: from(sealedSource({ encryptedData: { 'clouds.yaml': 'clouds: { openstack: {} }' } })),
    says: `mothership/demo: credentials.encryptedData["clouds.yaml"] is "(a text of 25 characters)"
  allowed: the output of kubeseal, base64 without line breaks
  fix: write what kubeseal --raw prints for the value`,
  },
  {
    rule: 'sealed-secret-value',
    broken: from(sealedSource({ encryptedData: { 'clouds.yaml': 'A' } })),
    says: `mothership/demo: credentials.encryptedData["clouds.yaml"] is "(a text of 1 characters)"
  allowed: the output of kubeseal, base64 without line breaks
  fix: write what kubeseal --raw prints for the value`,
  },
  {
    rule: 'sealed-secret-bound',
    broken: [inNamespace('a', 'strict'), inNamespace('b', 'strict')],
    sound: [inNamespace('a', 'cluster-wide'), inNamespace('b', 'cluster-wide')],
    says: `mothership/b: credentials.encryptedData["clouds.yaml"] is "the value that mothership/a has for Secret cloud-config of a"
  allowed: a value that is sealed for Secret cloud-config of b
  fix: seal a value for each, or seal it with --scope cluster-wide and write scope: 'cluster-wide'`,
  },
  {
    rule: 'sealed-secret-bound',
    broken: [inNamespace('a', 'namespace-wide'), inNamespace('b', 'namespace-wide')],
    sound: [inNamespace('a', 'strict'), inNamespace('b', 'strict', sealedValue('other'))],
    says: `mothership/b: credentials.encryptedData["clouds.yaml"] is "the value that mothership/a has for namespace a"
  allowed: a value that is sealed for namespace b
  fix: seal a value for each, or seal it with --scope cluster-wide and write scope: 'cluster-wide'`,
  },
];

type SecretCredentials = Extract<CredentialsModel, { kind: 'secret' }>;

function from(
  source: SecretSourceModel,
  credentials: Partial<SecretCredentials> = {},
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return cluster({
    credentials: {
      kind: 'secret',
      secretName: 'cloud-config',
      cloudName: 'openstack',
      source,
      ...credentials,
    },
    ...rest,
  });
}

function inNamespace(
  name: string,
  scope: 'strict' | 'namespace-wide' | 'cluster-wide',
  value = sealedValue(),
): AssembledCluster {
  const source = sealedSource({ scope, encryptedData: { 'clouds.yaml': value } });
  return { ...from(source), name, namespace: name, path: `mothership/${name}` };
}

function withFiles(...files: NodeFile[]): AssembledCluster {
  return withPool({ bootstrap: { ...PLAIN_BOOTSTRAP, files } });
}

function file(key: string, source?: SecretSourceModel): NodeFile {
  const content = { name: 'corp', key, ...(source === undefined ? {} : { source }) };
  return { path: `/etc/${key}`, content };
}

function externalFile(overrides: { readonly store?: string } = {}): SecretSourceModel {
  const data = { a: { key: 'a' }, b: { key: 'b' }, c: { key: 'c' } };
  return externalSource({ data, ...overrides });
}

function noData(): SecretSourceModel {
  return externalSource({ data: {} });
}

function carried(source: SecretSourceModel): AssembledCluster {
  const keys = ['access-key-id', 'secret-access-key'];
  const carries = { name: 'backup', namespace: 'kube-system', keys };
  const payload = [{ kind: 'existingSecret', secretName: 'demo-backup', carries, source } as const];
  return withAddons({ payload });
}
