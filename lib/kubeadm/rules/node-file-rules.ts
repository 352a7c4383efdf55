import { type Fix, leaveOut, write } from '../../base/fix';
import { isMap } from '../../base/is-map';
import type { Rule } from '../../base/rule';
import { isNodeFile } from '../model/bootstrap';
import { nodeEnvironment } from '../model/node-environment';
import { bootstrapPlace, isOnWindows, visitFiles } from './bootstrap-places';
import type { MachineSubject } from './subjects';
import { isTakenFile } from './taken-files';

const MOST_FILES = 200;
const MOST_PATH = 512;
const PATH = /^(\/[^/\s]+)+$/;
/** Path whose segments can contain single spaces, but nothing that YAML reads as a comment or a key. */
const SPACED_PATH = /^(\/[^/\s]+( [^/\s#]+)*)+$/;
const DRIVE = /^[A-Za-z]:/;
/** Drive, and segments after slashes or backslashes; spaces are inside a segment, without a # after them. */
const WINDOWS_PATH = /^[A-Za-z]:([\\/][^\s<>:"/\\|?*]+( [^\s#<>:"/\\|?*][^\s<>:"/\\|?*]*)*)+$/;
const PERMISSIONS = /^0[0-7]{3,4}$/;
/** Permissions as cloud-init reads them, without a leading zero. */
const BARE_PERMISSIONS = /^[0-7]{3,4}$/;
const OWNER = /^[a-z_][a-z0-9_-]*(:[a-z_][a-z0-9_-]*)?$/;
const WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';

/** Form of paths on an operating system. */
interface PathForm {
  readonly allowed: string;
  isGood(path: string): boolean;
  better(path: string): string;
}

const ON_LINUX: PathForm = {
  allowed: `an absolute path of at most ${MOST_PATH} characters, without "." or ".." as a directory, and without spaces or a slash at an end`,
  isGood: isFilePath,
  better: (path) => (DRIVE.test(path.trim()) ? path : plainPath(path)),
};
const ON_WINDOWS: PathForm = {
  allowed: `an absolute path of at most ${MOST_PATH} characters, such as "C:/k/azure.json", without "." or ".." as a directory or a trailing slash`,
  isGood: (path) => isPath(path) || isWindowsPath(path),
  better: plainWindowsPath,
};

/** Rules on the paths and owners of files. */
export const NODE_FILE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-shape',
    reason:
      'A file without a path or content cannot be written, and plain JavaScript does not report it.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const [index, file] of subject.machine.bootstrap.files.entries()) {
        if (isNodeFile(file)) continue;
        const given: unknown = file;
        refuse(bootstrapPlace(subject, 'files', `[${index}]`), {
          given: isMap(given) ? Object.keys(given) : typeof given,
          allowed: 'a path, and a string or the name and key of a Secret as content',
          fix: "write { path: '/…', content: '…' }, or content: { name: '…', key: '…' }",
        });
      }
    },
  },
  {
    id: 'node-file-path',
    reason:
      'A path that is not absolute and normalized leads elsewhere, or breaks the configuration around it.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { allowed, isGood, better } = isOnWindows(subject) ? ON_WINDOWS : ON_LINUX;
      visitFiles(subject, ({ path }, at) => {
        if (isGood(path) && path.length <= MOST_PATH) return;
        const plain = better(path);
        refuse(at('path'), {
          given: path,
          allowed,
          fix: isGood(plain) ? pathFix(plain) : 'write the full path from the root',
        });
      });
    },
  },
  {
    id: 'node-file-unique',
    reason: 'The webhook rejects a second file with the same path, which would replace the first.',
    source: WEBHOOK,
    check(subject, refuse) {
      const seen = new Map<string, number>();
      visitFiles(subject, ({ path }, at, index) => {
        const first = seen.get(path);
        seen.set(path, first ?? index);
        if (first === undefined) return;
        refuse(at('path'), {
          given: path,
          allowed: `a path that no other file has; files[${first}] has the same`,
          fix: 'merge the contents, or leave one of them out',
        });
      });
    },
  },
  {
    id: 'node-file-taken',
    reason: 'kubeadm fails if one of its own files exists, or overwrites it.',
    source: 'kubernetes/kubernetes@master:cmd/kubeadm/app/preflight/checks.go',
    check(subject, refuse) {
      visitFiles(subject, ({ path }, at, index) => {
        if (!isTakenFile(subject, path)) return;
        refuse(at('path'), {
          given: path,
          allowed: 'a path that neither kubeadm nor Cluster API writes',
          fix: leaveOut({
            prop: `bootstrap.files[${index}]`,
            or: 'write another file and change this one by a command',
          }),
        });
      });
    },
  },
  {
    id: 'node-file-derived',
    reason: 'The webhook rejects a second file with the same path, and other props write this one.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { cluster, machine } = subject;
      const derived = nodeEnvironment(cluster, machine.bootstrap).files.map(({ path }) => path);
      visitFiles(subject, ({ path }, at, index) => {
        if (!derived.includes(path)) return;
        refuse(at('path'), {
          given: path,
          allowed: 'a path that proxy, registryMirrors and trustedCAs do not write',
          fix: leaveOut({
            prop: `bootstrap.files[${index}]`,
            begins: 'leave the file out',
            or: 'the prop that also writes it',
          }),
        });
      });
    },
  },
  {
    id: 'node-file-permissions',
    reason: 'Without a leading zero, Ignition reads the digits as a decimal number.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/ignition/clc/clc.go',
    check(subject, refuse) {
      const isIgnition = subject.machine.bootstrap.format.kind === 'ignition';
      visitFiles(subject, ({ permissions }, at) => {
        if (permissions === undefined || PERMISSIONS.test(permissions)) return;
        if (!isIgnition && BARE_PERMISSIONS.test(permissions)) return;
        const better = `0${permissions.replace(/^0?o/, '')}`;
        refuse(at('permissions'), {
          given: permissions,
          allowed: isIgnition
            ? 'a zero and three or four octal digits, such as "0644"'
            : 'three or four octal digits, with or without a leading zero, such as "0644"',
          fix: PERMISSIONS.test(better) ? write(better) : leaveOut({ ends: ' to use "0644"' }),
        });
      });
    },
  },
  {
    id: 'node-file-owner',
    reason:
      'cloud-init writes files before it creates users, and fails if the owner does not exist.',
    source: 'canonical/cloud-init@main:config/cloud.cfg.tmpl',
    check(subject, refuse) {
      const { users, format } = subject.machine.bootstrap;
      visitFiles(subject, ({ path, owner }, at) => {
        if (owner === undefined) return;
        const [user = ''] = owner.split(':');
        if (!OWNER.test(owner)) {
          refuse(at('owner'), {
            given: owner,
            allowed: 'names of a user and a group, such as "root:root"',
            fix: leaveOut({ ends: ' to use "root:root"' }),
          });
        } else if (format.kind === 'cloudInit' && users.some(({ name }) => name === user)) {
          refuse(at('owner'), {
            given: owner,
            allowed: 'a user that exists in the image',
            fix: `leave it out, and add ${JSON.stringify(`chown ${owner} ${path.includes(' ') ? `'${path}'` : path}`)} to bootstrap.preKubeadmCommands`,
          });
        }
      });
    },
  },
  {
    id: 'node-file-count',
    reason: 'Cluster API accepts at most 200 files.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { length } = subject.machine.bootstrap.files;
      if (length <= MOST_FILES) return;
      refuse(bootstrapPlace(subject, 'files', '.length'), {
        given: length,
        allowed: `at most ${MOST_FILES} files`,
        fix: 'build them into the image',
      });
    },
  },
];

/** Tells whether a string is the path of a file, which can contain spaces. */
function isFilePath(path: string): boolean {
  return isPath(path.replaceAll(' ', '_')) && SPACED_PATH.test(path) && !path.includes(': ');
}

/** Tells whether a string is an absolute path without `.` and `..`. */
export function isPath(path: string): boolean {
  return PATH.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
}

function pathFix(plain: string): Fix {
  return plain.length <= MOST_PATH ? write(plain) : 'choose a shorter path';
}

function plainPath(path: string): string {
  return `/${path
    .trim()
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`;
}

function isWindowsPath(path: string): boolean {
  return (
    WINDOWS_PATH.test(path) && !path.split(/[\\/]/).some((part) => part === '.' || part === '..')
  );
}

function plainWindowsPath(path: string): string {
  const parts = path
    .trim()
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.');
  return (DRIVE.test(parts[0] ?? '') ? parts : ['C:', ...parts]).join('/');
}
