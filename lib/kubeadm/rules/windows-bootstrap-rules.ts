import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { BootstrapModel } from '../model/bootstrap';
import type { PoolSubject } from './subjects';

const USER_DATA = 'cloudbase/cloudbase-init@master:doc/source/userdata.rst';
const USERS =
  'cloudbase/cloudbase-init@master:cloudbaseinit/plugins/common/userdataplugins/cloudconfigplugins/users.py';
const BY_HAND = 'set it up in the image, or with files and preKubeadmCommands';

/** Linux-only program at the beginning of a command. */
const LINUX_COMMAND =
  /^\s*(?:sudo|\/(?:s?bin|usr|etc|opt)\/|(?:apk|apt|apt-get|(?:ba|da|z)?sh|chmod|chown|dnf|dpkg|fdisk|hostnamectl|iptables|ip6tables|journalctl|ln|mkfs(?:\.\w+)?|modprobe|nft|rpm|sed|service|swapoff|sysctl|systemctl|timedatectl|ufw|update-ca-certificates|useradd|usermod|yum|zypper)(?![\w.-]))/;

/** Words and options that no Windows shell accepts, at the beginning of a command, and Linux directories anywhere in it. */
const LINUX_FORM =
  /^\s*(?:export\s+\w+=|source\s|(?:if|while)\s+(?:\[|test\s)|\[\s|rm\s+-(?:rf|fr)\b|ls\s+-l)|(?:^|[\s>="'])\/(?:etc|usr|var|opt|proc|dev)\//;

/** Field that is supported only on Linux, with its empty value and what to do instead. */
interface LinuxField {
  readonly field: keyof BootstrapModel;
  readonly none: string;
  readonly instead: string;
  isGiven(bootstrap: BootstrapModel): boolean;
}

const LINUX_FIELDS: readonly LinuxField[] = [
  {
    field: 'proxy',
    none: 'undefined',
    instead: BY_HAND,
    isGiven: ({ proxy }) => proxy !== undefined,
  },
  {
    field: 'registryMirrors',
    none: '[]',
    instead: BY_HAND,
    isGiven: ({ registryMirrors }) => registryMirrors.length > 0,
  },
  {
    field: 'trustedCAs',
    none: '[]',
    instead: BY_HAND,
    isGiven: ({ trustedCAs }) => trustedCAs.length > 0,
  },
  {
    field: 'bootCommands',
    none: '[]',
    instead: 'move it to preKubeadmCommands',
    isGiven: ({ bootCommands }) => bootCommands.length > 0,
  },
  {
    field: 'mounts',
    none: '[]',
    instead: 'assign drive letters in preKubeadmCommands',
    isGiven: ({ mounts }) => mounts.length > 0,
  },
  {
    field: 'diskSetup',
    none: '{}',
    instead: 'prepare disks in preKubeadmCommands',
    isGiven: ({ diskSetup: { partitions, filesystems } }) =>
      partitions.length + filesystems.length > 0,
  },
];

/** Rules on the bootstrap of Windows machines. */
export const WINDOWS_BOOTSTRAP_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-bootstrap',
    reason:
      'These fields need Linux files and programs, or are in parts of the configuration that cloudbase-init does not read.',
    source: USER_DATA,
    check({ cluster, pool: { path, bootstrap } }, refuse) {
      for (const { field, none, instead, isGiven } of LINUX_FIELDS) {
        if (!isGiven(bootstrap)) continue;
        const isShared = bootstrap.shared?.includes(field) === true;
        refuse(
          { path, prop: `bootstrap.${field}` },
          {
            given: isShared ? `the value of ${cluster.path}` : 'the value of the pool',
            allowed: `none; a Windows pool does not support ${field}`,
            fix: isShared
              ? `write bootstrap: { ${field}: ${none} } in the pool, and ${instead}`
              : `leave it out, and ${instead}`,
          },
        );
      }
    },
  },
  {
    id: 'windows-command',
    reason: 'A Windows machine runs commands in its own shell, which has no such program.',
    source: USER_DATA,
    check({ cluster, pool: { path, bootstrap } }, refuse) {
      for (const field of ['preKubeadmCommands', 'postKubeadmCommands'] as const) {
        const isShared = bootstrap.shared?.includes(field) === true;
        bootstrap[field].forEach((command, index) => {
          if (!LINUX_COMMAND.test(command) && !LINUX_FORM.test(command)) return;
          refuse(
            { path, prop: `bootstrap.${field}[${index}]` },
            {
              given: command,
              allowed: 'Windows commands in a Windows pool',
              fix: isShared
                ? `write bootstrap: { ${field}: […] } in the pool to replace those of ${cluster.path}`
                : leaveOut({ or: 'write the equivalent in PowerShell' }),
            },
          );
        });
      }
    },
  },
  {
    id: 'windows-user',
    reason:
      'cloudbase-init creates accounts in groups, and ignores home directories, shells and sudo rules.',
    source: USERS,
    check({ cluster, pool: { path, bootstrap } }, refuse) {
      const isShared = bootstrap.shared?.includes('users') === true;
      bootstrap.users.forEach((user, index) => {
        for (const field of ['sudo', 'homeDir', 'shell'] as const) {
          if (user[field] === undefined) continue;
          const groups = 'write groups: ["Administrators"]';
          const [there, ends] =
            field === 'sudo' ? [groups, `, and ${groups}`] : ['leave it out', ''];
          refuse(
            { path, prop: `bootstrap.users[${index}].${field}` },
            {
              given: user[field],
              allowed: `an account without ${field} in a Windows pool`,
              fix: isShared
                ? `write bootstrap: { users: […] } in the pool to replace those of ${cluster.path}, and there ${there}`
                : leaveOut({ ends }),
            },
          );
        }
      });
    },
  },
];
