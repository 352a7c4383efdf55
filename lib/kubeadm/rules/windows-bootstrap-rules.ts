import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { BootstrapModel } from '../model/bootstrap';
import type { PoolSubject } from './subjects';

const USER_DATA = 'cloudbase/cloudbase-init@master:doc/source/userdata.rst';
const USERS =
  'cloudbase/cloudbase-init@master:cloudbaseinit/plugins/common/userdataplugins/cloudconfigplugins/users.py';
const BY_HAND = 'set it up in the image, or by files and preKubeadmCommands';

/** Program that only Linux has, at the beginning of a command. */
const LINUX_COMMAND =
  /^\s*(?:sudo|\/(?:s?bin|usr|etc|opt)\/|(?:apk|apt|apt-get|(?:ba|da|z)?sh|chmod|chown|dnf|dpkg|fdisk|hostnamectl|iptables|ip6tables|journalctl|ln|mkfs(?:\.\w+)?|modprobe|nft|rpm|sed|service|swapoff|sysctl|systemctl|timedatectl|ufw|update-ca-certificates|useradd|usermod|yum|zypper)(?![\w.-]))/;

/** Words and options that no shell of Windows takes, at the beginning of a command, and folders of Linux anywhere in it. */
const LINUX_FORM =
  /^\s*(?:export\s+\w+=|source\s|(?:if|while)\s+(?:\[|test\s)|\[\s|rm\s+-(?:rf|fr)\b|ls\s+-l)|(?:^|[\s>="'])\/(?:etc|usr|var|opt|proc|dev)\//;

/** Field that is written for Linux alone, with what to type for none of it and what to do in its place. */
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
    instead: 'give volumes their letters by preKubeadmCommands',
    isGiven: ({ mounts }) => mounts.length > 0,
  },
  {
    field: 'diskSetup',
    none: '{}',
    instead: 'prepare disks by preKubeadmCommands',
    isGiven: ({ diskSetup: { partitions, filesystems } }) =>
      partitions.length + filesystems.length > 0,
  },
];

/** Rules on what machines with Windows get and do besides kubeadm's own work. */
export const WINDOWS_BOOTSTRAP_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-bootstrap',
    reason:
      'These follow from files and programs of Linux, or stand in parts of the configuration that cloudbase-init does not read.',
    source: USER_DATA,
    check({ cluster, pool: { path, bootstrap } }, refuse) {
      for (const { field, none, instead, isGiven } of LINUX_FIELDS) {
        if (!isGiven(bootstrap)) continue;
        const isShared = bootstrap.shared?.includes(field) === true;
        refuse(
          { path, prop: `bootstrap.${field}` },
          {
            given: isShared ? `that of ${cluster.path}` : 'its own',
            allowed: `no ${field} in a pool with Windows, for which none are written`,
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
    reason:
      'The commands of a machine with Windows are run by its own shell, which has no such program.',
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
              allowed: 'commands of Windows in a pool with Windows',
              fix: isShared
                ? `write bootstrap: { ${field}: […] } in the pool in place of those of ${cluster.path}`
                : leaveOut({ or: 'write what does the same in PowerShell' }),
            },
          );
        });
      }
    },
  },
  {
    id: 'windows-user',
    reason:
      'cloudbase-init makes accounts in groups, and passes over homes, shells and roles of sudo.',
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
              allowed: `an account without ${field} in a pool with Windows`,
              fix: isShared
                ? `write bootstrap: { users: […] } in the pool in place of those of ${cluster.path}, and there ${there}`
                : leaveOut({ ends }),
            },
          );
        }
      });
    },
  },
];
