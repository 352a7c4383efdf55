import assert from 'node:assert/strict';
import { AwsIdentity } from '../../../../lib/aws/model/identity';
import { identitySecrets } from '../../../../lib/aws/model/secrets';
import { renderIdentities } from '../../../../lib/aws/render/identity';
import { AWS_RENDERER } from '../../../../lib/aws/render/renderer';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { awsCluster } from '../../../support/aws-models';

const SCHEMAS = schemaSet(['cluster-api-aws-v2.11.1']);
const ROLE_ARN = 'arn:aws:iam::123456789012:role/clusters';
const LABELS = { team: 'platform' };

const ROLE = AwsIdentity.role('clusters', { roleArn: ROLE_ARN });
const OTHER = AwsIdentity.role('others', {
  roleArn: ROLE_ARN,
  source: ROLE,
  externalId: 'ours',
  sessionName: 'fleet',
  durationSeconds: 3600,
  namespaceSelector: LABELS,
});
const KEYS = AwsIdentity.static('keys', { secretName: 'aws-keys', namespaceSelector: LABELS });

/** Identities, with the kinds and specs of their objects. */
const ROWS: readonly (readonly [AwsIdentity, kind: string, spec: object])[] = [
  [
    ROLE,
    'AWSClusterRoleIdentity',
    {
      roleARN: ROLE_ARN,
      sourceIdentityRef: { kind: 'AWSClusterControllerIdentity', name: 'default' },
      allowedNamespaces: {},
    },
  ],
  [
    OTHER,
    'AWSClusterRoleIdentity',
    {
      roleARN: ROLE_ARN,
      sourceIdentityRef: { kind: 'AWSClusterRoleIdentity', name: 'clusters' },
      externalID: 'ours',
      sessionName: 'fleet',
      durationSeconds: 3600,
      allowedNamespaces: { selector: { matchLabels: LABELS } },
    },
  ],
  [
    KEYS,
    'AWSClusterStaticIdentity',
    { secretRef: 'aws-keys', allowedNamespaces: { selector: { matchLabels: LABELS } } },
  ],
];

describe('identity on AWS', () => {
  for (const [{ model: identity }, kind, spec] of ROWS) {
    it(`is written once for those that use it: ${identity.ref.name}`, () => {
      const object = renderIdentities(awsCluster({ identity })).at(-1);

      assert.deepEqual([object?.kind, object?.metadata.name], [kind, identity.ref.name]);
      assert.deepEqual(object?.spec, spec);
      assert.deepEqual(object && validateObject(SCHEMAS, object), []);
    });
  }

  it('is not written where it exists already', () => {
    for (const { model: identity } of [
      AwsIdentity.controller(),
      AwsIdentity.fromRole('clusters'),
      AwsIdentity.fromStatic('keys'),
    ]) {
      assert.deepEqual(renderIdentities(awsCluster({ identity })), []);
    }
  });

  it('has those with whose rights it is assumed beside it, and their Secrets', () => {
    const { model: identity } = AwsIdentity.role('chained', { roleArn: ROLE_ARN, source: KEYS });
    const cluster = awsCluster({ identity });

    assert.deepEqual(
      renderIdentities(cluster).map(({ metadata }) => metadata.name),
      ['keys', 'chained'],
    );
    assert.deepEqual(
      identitySecrets(cluster).map(({ name }) => name),
      ['aws-keys'],
    );
    assert.deepEqual(AWS_RENDERER.namespaceLabels(cluster), LABELS);
  });

  it('labels the namespaces that may use it', () => {
    const labels = ({ model: identity }: AwsIdentity) =>
      AWS_RENDERER.namespaceLabels(awsCluster({ identity }));

    assert.deepEqual([ROLE, KEYS, AwsIdentity.controller()].map(labels), [{}, LABELS, {}]);
  });

  it('has its keys in a Secret of the namespace in which the provider reads it', () => {
    const [secret, ...others] = identitySecrets(awsCluster({ identity: KEYS.model }));

    assert.deepEqual([secret?.namespace, secret?.name, others], ['capa-system', 'aws-keys', []]);
    assert.deepEqual(identitySecrets(awsCluster({ identity: ROLE.model })), []);
    assert.deepEqual(identitySecrets(awsCluster()), []);
  });
});
