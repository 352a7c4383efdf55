import { HetznerSecret } from '../../../../../lib/hetzner/model/hetzner-secret';
import { RescueKey } from '../../../../../lib/hetzner/model/rescue-key';
import { hetznerCluster } from '../../../../support/hetzner-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { inProject, withType } from './hetzner-case';

const LONG = 'a'.repeat(51);

/** Examples of rules on projects, names and Secrets of Hetzner Cloud. */
export const PROJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'hcloud-type-name',
    broken: withType('CPX42'),
    sound: withType('cpx42'),
    says: `project: serverTypes is "CPX42"
  allowed: the name of a server type: lower-case letters and digits, such as "cpx32"
  fix: name it "cpx42"`,
  },
  {
    rule: 'hcloud-type-name',
    broken: withType('large server'),
    says: `project: serverTypes is "large server"
  allowed: the name of a server type: lower-case letters and digits, such as "cpx32"
  fix: write a name that \`hcloud server-type list\` prints`,
  },
  {
    rule: 'hcloud-type-architecture',
    broken: withType('cax31'),
    sound: withType('cax31', { architecture: 'arm64' }),
    says: `project: serverTypes["cax31"].architecture is missing
  allowed: "arm64", the architecture of cax31
  fix: write "arm64"`,
  },
  {
    rule: 'hcloud-type-architecture',
    broken: withType('ccx23', { architecture: 'arm64' }),
    sound: withType('ccx23', { architecture: 'amd64' }),
    says: `project: serverTypes["ccx23"].architecture is "arm64"
  allowed: "amd64", the architecture of ccx23
  fix: write "amd64"`,
  },
  {
    rule: 'hcloud-type-size',
    broken: withType('ccx23', { cpus: 1.5, memory: '16 GB', disk: 'large' }),
    sound: withType('ccx23', { cpus: 4, memory: '16Gi', disk: '160Gi' }),
    says: `project: serverTypes["ccx23"].cpus is 1.5
  allowed: an integer of 1 or more
  fix: write 1
project: serverTypes["ccx23"].memory is "16 GB"
  allowed: a quantity, such as "4Gi"
  fix: write "4Gi"
project: serverTypes["ccx23"].disk is "large"
  allowed: a quantity, such as "4Gi"
  fix: write "4Gi"`,
  },
  {
    rule: 'hcloud-type-regions',
    broken: withType('ccx23', { regions: [] }),
    sound: withType('ccx23', { regions: ['fsn1'] }),
    says: `project: serverTypes["ccx23"].regions is []
  allowed: at least one region
  fix: leave it out`,
  },
  {
    rule: 'hetzner-cluster-name',
    broken: hetznerCluster({ name: LONG }),
    sound: hetznerCluster({ name: LONG.slice(1) }),
    says: `mothership/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: name is "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  allowed: at most 50 characters, so that "caph-cluster-<name>" has at most 63
  fix: name it "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"`,
  },
  {
    rule: 'hetzner-ssh-keys',
    broken: inProject({ sshKeys: ['operations'] }, { sshKeys: ['operation', 'operations'] }),
    sound: inProject({ sshKeys: ['operations'] }, { sshKeys: ['operations'] }),
    says: `mothership/demo: sshKeys is "operation"
  allowed: an SSH key of project: "operations"
  fix: add "operation" to the sshKeys of project`,
  },
  {
    rule: 'hetzner-ssh-keys',
    broken: hetznerCluster({ sshKeys: ['a', 'b', 'a'] }),
    sound: hetznerCluster({ sshKeys: ['a', 'b'] }),
    says: `mothership/demo: sshKeys is ["a","b","a"]
  allowed: each value once
  fix: write ["a", "b"]`,
  },
  {
    rule: 'hetzner-ssh-keys',
    broken: hetznerCluster({ sshKeys: [''] }),
    says: `mothership/demo: sshKeys is ""
  allowed: the name of an SSH key
  fix: leave it out`,
  },
  {
    rule: 'hetzner-secret-name',
    broken: hetznerCluster({ hetznerSecret: HetznerSecret.fromSecret('My Token').model }),
    sound: hetznerCluster({ hetznerSecret: HetznerSecret.fromSecret('my-token').model }),
    says: `mothership/demo: hetznerSecret.secretName is "My Token"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "my-token"`,
  },
  {
    rule: 'hetzner-secret-name',
    broken: hetznerCluster({
      hetznerSecret: HetznerSecret.fromSecret('hcloud', {
        keys: { hcloudToken: '', sshKey: 'a b' },
      }).model,
    }),
    says: `mothership/demo: hetznerSecret.keys.hcloudToken is ""
  allowed: the key of a Secret: letters, digits, dashes, dots and underscores
  fix: write "token"
mothership/demo: hetznerSecret.keys.sshKey is "a b"
  allowed: the key of a Secret: letters, digits, dashes, dots and underscores
  fix: write "hcloud-ssh-key-name"`,
  },
  {
    rule: 'hetzner-rescue-key',
    broken: hetznerCluster({ rescueKey: RescueKey.fromSecret('Robot').model }),
    sound: hetznerCluster({ rescueKey: RescueKey.fromSecret('robot').model }),
    says: `mothership/demo: rescueKey.secretName is "Robot"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "robot"`,
  },
  {
    rule: 'hetzner-rescue-key',
    broken: hetznerCluster({
      rescueKey: RescueKey.fromSecret('robot', { nameKey: '', publicKeyKey: 'a/b' }).model,
    }),
    says: `mothership/demo: rescueKey.nameKey is ""
  allowed: the key of a Secret: letters, digits, dashes, dots and underscores
  fix: write "sshkey-name"
mothership/demo: rescueKey.publicKeyKey is "a/b"
  allowed: the key of a Secret: letters, digits, dashes, dots and underscores
  fix: write "ssh-publickey"`,
  },
];
