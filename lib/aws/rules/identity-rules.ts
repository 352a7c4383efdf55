import { leaveOut, nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { AwsCluster } from '../model/cluster';

const ROLE = /^arn:aws(?:-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const LEAST_SECONDS = 900;
const MOST_SECONDS = 43_200;
const ROLE_CRD =
  'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsclusterroleidentities.yaml';

/** Rules for the identities of clusters. */
export const AWS_IDENTITY_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-identity-name',
    reason: 'An identity is a Kubernetes object, and Kubernetes rejects other object names.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
    check({ path, identity: { ref } }, refuse) {
      if (isObjectName(ref.name)) return;
      refuse(
        { path, prop: 'identity.name' },
        {
          given: ref.name,
          allowed:
            'lowercase letters, digits, dashes and dots, starting and ending with a letter or digit',
          fix: nameIt(toDnsLabel(ref.name) ?? 'clusters'),
        },
      );
    },
  },
  {
    id: 'aws-role-arn',
    reason: 'A malformed ARN fails only when the provider creates the first cluster.',
    source: ROLE_CRD,
    check({ path, identity: { written } }, refuse) {
      if (written?.kind !== 'role' || ROLE.test(written.roleArn)) return;
      refuse(
        { path, prop: 'identity.roleArn' },
        {
          given: written.roleArn,
          allowed: 'the ARN of a role',
          fix: suchAs('arn:aws:iam::123456789012:role/clusters'),
        },
      );
    },
  },
  {
    id: 'aws-session-duration',
    reason: 'AWS limits role sessions to between 15 minutes and 12 hours.',
    source: ROLE_CRD,
    check({ path, identity: { written } }, refuse) {
      if (written?.kind !== 'role' || written.durationSeconds === undefined) return;
      const { durationSeconds } = written;
      if (isWholeNumber(durationSeconds, LEAST_SECONDS, MOST_SECONDS)) return;
      refuse(
        { path, prop: 'identity.durationSeconds' },
        {
          given: durationSeconds,
          allowed: `an integer from ${LEAST_SECONDS} to ${MOST_SECONDS}`,
          fix: leaveOut({ ends: " to use the provider's default" }),
        },
      );
    },
  },
  {
    id: 'aws-identity-secret',
    reason: 'Kubernetes rejects other Secret names.',
    source:
      'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsclusterstaticidentities.yaml',
    check({ path, identity: { written } }, refuse) {
      if (written?.kind !== 'static' || isObjectName(written.secretName)) return;
      const better = toDnsLabel(written.secretName);
      refuse(
        { path, prop: 'identity.secretName' },
        {
          given: written.secretName,
          allowed:
            'lowercase letters, digits, dashes and dots, starting and ending with a letter or digit',
          fix: better === undefined ? 'write the name of the Secret' : write(better),
        },
      );
    },
  },
];
