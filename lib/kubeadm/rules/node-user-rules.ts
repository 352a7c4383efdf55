import { leaveOut, write } from '../../base/fix';
import type { Place, Rule } from '../../base/rule';
import { secretKeyFinding } from '../../secrets/rules/secret-key-finding';
import type { NodeUser } from '../model/node-user';
import { bootstrapPlace, isOnWindows } from './bootstrap-places';
import { isPath } from './node-file-rules';
import type { MachineSubject } from './subjects';

const MOST_USERS = 100;
const MOST_KEYS = 100;
const MOST_KEY = 2_048;
const NAME = /^[a-z_][a-z0-9_-]{0,31}$/;
/** Name with dots, which Ignition cannot use: it names the file of a sudo rule after the user, and sudo ignores dots. */
const DOTTED_NAME = /^[a-z_][a-z0-9_.-]{0,31}$/;
const WINDOWS_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,19}$/;
const WINDOWS_GROUP = /^[A-Za-z_][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*$/;
/** Line of authorized_keys, optionally with options such as `from="10.0.0.0/8"`, that YAML does not truncate. */
const PUBLIC_KEY =
  /^(?!.*(: | #))([a-z0-9-]+(="[^"\\]*")?(,[a-z0-9-]+(="[^"\\]*")?)* )?(ssh-(ed25519|rsa)|ecdsa-sha2-nistp(256|384|521)|sk-[a-z0-9@.-]+) [A-Za-z0-9+/]+={0,3}( [\w@.+=/-]+)*$/;
/** Words that YAML reads as a string, and no program as a value, a comment or a template. */
const FULL_NAME =
  /^(?!(?:false|no|null|off|on|true|yes|[ny])$)\p{L}(?:[^:#{}\p{C}\p{Z}]| (?! |$)){0,255}$/iu;
/** String that YAML reads unchanged without quotes. */
const PLAIN_TEXT = /^(?![-?:,[\]{}#&*!|>'"%@`])(?!.*(: | #|\n)).{1,256}$/;
const USERS = 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/users.go';
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';

/** Rules on user accounts of machines. */
export const NODE_USER_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-user-name',
    reason: 'The system creates no account with an invalid or duplicate name.',
    source: USERS,
    check(subject, refuse) {
      const seen = new Set<string>();
      const isWindows = isOnWindows(subject);
      const isIgnition = subject.machine.bootstrap.format.kind === 'ignition';
      const linux = isIgnition ? NAME : DOTTED_NAME;
      const pattern = isWindows ? WINDOWS_NAME : linux;
      visitUsers(subject, ({ name }, at) => {
        const isNew = !seen.has(name);
        seen.add(name);
        if (pattern.test(name) && isNew) return;
        refuse(at('.name'), {
          given: name,
          allowed: isNew
            ? `at most ${isWindows ? '20' : '32 lower-case'} letters, digits, dashes${isWindows || isIgnition ? '' : ', dots'} and underscores, starting with a letter`
            : 'a name that no other user has',
          fix: isNew ? 'write another name' : 'merge the two',
        });
      });
    },
  },
  {
    id: 'node-user-text',
    reason:
      'Full name, groups, directories and sudo rule are written without quotes, and other characters break the configuration.',
    source: USERS,
    check(subject, refuse) {
      const pattern = isOnWindows(subject) ? WINDOWS_GROUP : NAME;
      visitUsers(
        subject,
        ({ name, gecos, groups = [], primaryGroup, homeDir, shell, sudo }, at) => {
          if (gecos !== undefined && !FULL_NAME.test(gecos)) {
            refuse(at('.gecos'), {
              given: gecos,
              allowed:
                'at most 256 characters in one line, starting with a letter, without colons, braces and #',
              fix: leaveOut({ or: 'write a name' }),
            });
          }
          for (const group of groups) {
            if (pattern.test(group)) continue;
            refuse(at('.groups'), {
              given: group,
              allowed: 'valid names of groups',
              fix: group.includes(',') ? 'write each group as a separate string' : leaveOut(),
            });
          }
          if (primaryGroup !== undefined && !pattern.test(primaryGroup)) {
            refuse(at('.primaryGroup'), {
              given: primaryGroup,
              allowed: 'the name of one group',
              fix: leaveOut(),
            });
          }
          if (homeDir !== undefined && !isPath(homeDir)) {
            refuse(at('.homeDir'), {
              given: homeDir,
              allowed: 'the absolute path of a directory',
              fix: write(`/home/${name}`),
            });
          }
          if (shell !== undefined && !isPath(shell)) {
            refuse(at('.shell'), {
              given: shell,
              allowed: 'the absolute path of a shell',
              fix: write('/bin/bash'),
            });
          }
          if (sudo !== undefined && !PLAIN_TEXT.test(sudo)) {
            refuse(at('.sudo'), {
              given: sudo,
              allowed: 'a sudo rule in one line, without a colon before a space',
              fix: write('ALL=(ALL) NOPASSWD:ALL'),
            });
          }
        },
      );
    },
  },
  {
    id: 'node-user-key',
    reason:
      'Nobody can log in with a line that is not a public key, and a private key would be exposed to everyone.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      visitUsers(subject, ({ sshAuthorizedKeys = [] }, at) => {
        sshAuthorizedKeys.forEach((key, index) => {
          if (PUBLIC_KEY.test(key) && key.length <= MOST_KEY) return;
          const isPrivate = key.includes('PRIVATE KEY');
          refuse(at(`.sshAuthorizedKeys[${index}]`), {
            given: isPrivate ? 'a private key' : key.slice(0, 40),
            allowed: `a public key in one line of at most ${MOST_KEY} characters: type, key and comment`,
            fix: keyFix(key),
          });
        });
      });
    },
  },
  {
    id: 'node-user-password',
    reason: 'A locked account ignores a password, and an unlocked one needs it.',
    source: 'canonical/cloud-init@main:cloudinit/distros/__init__.py',
    check(subject, refuse) {
      visitUsers(subject, ({ lockPassword, passwdFrom }, at) => {
        const finding = passwdFrom && secretKeyFinding(passwdFrom);
        if (finding !== undefined) refuse(at('.passwdFrom'), finding);
        if ((lockPassword === false) === (passwdFrom !== undefined)) return;
        refuse(at('.lockPassword'), {
          given: lockPassword,
          allowed:
            passwdFrom === undefined ? 'false only with passwdFrom' : 'false with passwdFrom',
          fix: passwdFrom === undefined ? leaveOut({ or: 'set passwdFrom' }) : write(false),
        });
      });
    },
  },
  {
    id: 'node-user-key-pair',
    reason:
      "cloud-init adds the key pair of a machine to the image's default account, which it does not create if users are listed.",
    source: 'canonical/cloud-init@main:cloudinit/config/cc_ssh.py',
    check({ machine }, refuse) {
      const { users, format } = machine.bootstrap;
      if (machine.sshKeyName === undefined || users.length === 0) return;
      if (format.kind !== 'cloudInit') return;
      refuse(
        { path: machine.path, prop: 'sshKeyName' },
        {
          given: machine.sshKeyName,
          allowed: 'no key pair when bootstrap.users has users',
          fix: leaveOut({ ends: ', and add the public key to sshAuthorizedKeys of a user' }),
        },
      );
    },
  },
  {
    id: 'node-user-count',
    reason: 'Cluster API accepts at most 100 users, with at most 100 keys each.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { users } = subject.machine.bootstrap;
      if (users.length > MOST_USERS) {
        refuse(bootstrapPlace(subject, 'users', '.length'), {
          given: users.length,
          allowed: `at most ${MOST_USERS} users`,
          fix: 'use a directory service for users',
        });
      }
      visitUsers(subject, ({ sshAuthorizedKeys = [] }, at) => {
        if (sshAuthorizedKeys.length <= MOST_KEYS) return;
        refuse(at('.sshAuthorizedKeys.length'), {
          given: sshAuthorizedKeys.length,
          allowed: `at most ${MOST_KEYS} keys`,
          fix: 'distribute them over several users, or use SSH certificates',
        });
      });
    },
  },
];

function visitUsers(
  subject: MachineSubject,
  look: (user: NodeUser, at: (field: string) => Place) => void,
): void {
  subject.machine.bootstrap.users.forEach((user, index) => {
    look(user, (field) => bootstrapPlace(subject, 'users', `[${index}]${field}`));
  });
}

function keyFix(key: string): string {
  if (PUBLIC_KEY.test(key)) return 'leave out the comment, or use a shorter key';
  return PUBLIC_KEY.test(key.trim())
    ? 'remove the space around it'
    : 'write the content of the .pub file';
}
