import { awsCluster } from '../../../../support/aws-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { inAccount } from './aws-case';

const ROLE = 'arn:aws:iam::123456789012:role/clusters';
const SOURCE = { ref: { kind: 'AWSClusterControllerIdentity', name: 'default' } } as const;

const SECOND = { name: 'second', namespace: 'second', path: 'mothership/second' };

/** Examples of rules on accounts, identities and the clusters of an account together. */
export const ACCOUNT_CASES: readonly RuleCase[] = [
  {
    rule: 'aws-region',
    broken: inAccount({ region: 'eu-central-1a' }),
    sound: inAccount({ region: 'us-gov-west-1' }),
    says: `production: region is "eu-central-1a"
  allowed: the name of a region
  fix: write "eu-central-1"`,
  },
  {
    rule: 'aws-region',
    broken: inAccount({ region: 'Frankfurt' }),
    says: `production: region is "Frankfurt"
  allowed: the name of a region
  fix: write, for example, "eu-central-1"`,
  },
  {
    rule: 'aws-account-zones',
    broken: inAccount({ failureDomains: ['eu-central-1a', 'eu-west-1b'] }),
    sound: inAccount({ failureDomains: ['eu-central-1a', 'eu-central-1-ham-1a'] }),
    says: `production: failureDomains is "eu-west-1b"
  allowed: a zone of region "eu-central-1"
  fix: write, for example, "eu-central-1a"`,
  },
  {
    rule: 'aws-identity-name',
    broken: awsCluster({ identity: { ref: { kind: 'AWSClusterRoleIdentity', name: 'Team A' } } }),
    sound: awsCluster({ identity: { ref: { kind: 'AWSClusterRoleIdentity', name: 'team-a' } } }),
    says: `mothership/demo: identity.name is "Team A"
  allowed: lowercase letters, digits, dashes and dots, starting and ending with a letter or digit
  fix: name it "team-a"`,
  },
  {
    rule: 'aws-role-arn',
    broken: withRole({ roleArn: 'clusters' }),
    sound: withRole({ roleArn: 'arn:aws-cn:iam::123456789012:role/teams/a' }),
    says: `mothership/demo: identity.roleArn is "clusters"
  allowed: the ARN of a role
  fix: write, for example, "arn:aws:iam::123456789012:role/clusters"`,
  },
  {
    rule: 'aws-session-duration',
    broken: withRole({ durationSeconds: 600 }),
    sound: withRole({ durationSeconds: 3_600 }),
    says: `mothership/demo: identity.durationSeconds is 600
  allowed: an integer from 900 to 43200
  fix: leave it out to use the provider's default`,
  },
  {
    rule: 'aws-identity-secret',
    broken: withKeys('Team_Keys'),
    sound: withKeys('team-keys'),
    says: `mothership/demo: identity.secretName is "Team_Keys"
  allowed: lowercase letters, digits, dashes and dots, starting and ending with a letter or digit
  fix: write "team-keys"`,
  },
  {
    rule: 'aws-cluster-tags',
    broken: awsCluster({ tags: { 'aws:team': 'a', team: 'a&b', 'cost%center': 'c' } }),
    sound: awsCluster({ tags: { 'example.org/team': 'a b', empty: '' } }),
    says: `mothership/demo: tags is "aws:team"
  allowed: a key that does not start with "aws:"
  fix: name it "team"
mothership/demo: tags["team"] is "a&b"
  allowed: letters, digits, spaces and _ . : / = + - @
  fix: write "a-b"
mothership/demo: tags is "cost%center"
  allowed: a key of letters, digits, spaces and _ . : / = + - @
  fix: name it "cost-center"`,
  },
  {
    rule: 'aws-cluster-tags',
    broken: awsCluster({ tags: { team: 'a'.repeat(257), ['k'.repeat(129)]: 'a' } }),
    says: `mothership/demo: tags["team"].length is 257
  allowed: at most 256 characters
  fix: shorten it to 256 characters
mothership/demo: tags is "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
  allowed: a key of 1 to 128 characters
  fix: name it "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"`,
  },
  {
    rule: 'aws-cluster-tags',
    broken: awsCluster({ tags: manyTags(51) }),
    sound: awsCluster({ tags: manyTags(50) }),
    says: `mothership/demo: tags.length is 51
  allowed: at most 50 tags
  fix: remove 1 of them`,
  },
  {
    rule: 'aws-cluster-name',
    broken: [awsCluster(), awsCluster({ namespace: 'other', path: 'mothership/second' })],
    sound: [awsCluster(), awsCluster({ name: 'second' })],
    says: `mothership/second: name is "demo"
  allowed: a name that no other cluster of the account has; mothership/demo has this one
  fix: name it "demo-2"`,
  },
  {
    rule: 'aws-identity-contents',
    broken: [withRole({}), { ...withRole({ sessionName: 'b' }), ...SECOND }],
    sound: [withRole({}), { ...withRole({}), ...SECOND }],
    says: `mothership/second: identity is "AWSClusterRoleIdentity team-a"
  allowed: the same identity as that of mothership/demo
  fix: use one AwsIdentity for both, or give one of them another name`,
  },
];

function withRole(role: object) {
  return awsCluster({
    identity: {
      ref: { kind: 'AWSClusterRoleIdentity', name: 'team-a' },
      written: { kind: 'role', roleArn: ROLE, source: SOURCE, ...role },
    },
  });
}

function withKeys(secretName: string) {
  return awsCluster({
    identity: {
      ref: { kind: 'AWSClusterStaticIdentity', name: 'team-a' },
      written: { kind: 'static', secretName },
    },
  });
}

function manyTags(count: number) {
  return Object.fromEntries([...Array(count).keys()].map((key) => [`key-${key}`, 'a']));
}
