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
/** Path whose parts may have single spaces within them, and nothing that YAML reads as a comment or a key. */
const SPACED_PATH = /^(\/[^/\s]+( [^/\s#]+)*)+$/;
const DRIVE = /^[A-Za-z]:/;
/** Drive, and parts after slashes of either kind; spaces are within a part, and no sign that begins a comment follows one. */
const WINDOWS_PATH = /^[A-Za-z]:([\\/][^\s<>:"/\\|?*]+( [^\s#<>:"/\\|?*][^\s<>:"/\\|?*]*)*)+$/;
const PERMISSIONS = /^0[0-7]{3,4}$/;
/** Permissions as cloud-init reads them, which needs no zero before them. */
const BARE_PERMISSIONS = /^[0-7]{3,4}$/;
const OWNER = /^[a-z_][a-z0-9_-]*(:[a-z_][a-z0-9_-]*)?$/;
const WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';

/** What paths of an operating system look like. */
interface PathForm {
  readonly allowed: string;
  isGood(path: string): boolean;
  better(path: string): string;
}

const ON_LINUX: PathForm = {
  allowed: `an absolute path of at most ${MOST_PATH} characters without dots as a folder, or spaces or a slash at an end`,
  isGood: isFilePath,
  better: (path) => (DRIVE.test(path.trim()) ? path : plainPath(path)),
};
const ON_WINDOWS: PathForm = {
  allowed: `an absolute path of at most ${MOST_PATH} characters, such as "C:/k/azure.json", without dots as a folder, or a slash last`,
  isGood: (path) => isPath(path) || isWindowsPath(path),
  better: plainWindowsPath,
};

/** Rules on where files of machines are, and whose. */
export const NODE_FILE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-shape',
    reason:
      'A file without its path or its content cannot be written; plain JavaScript lets it be.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const [index, file] of subject.machine.bootstrap.files.entries()) {
        if (isNodeFile(file)) continue;
        const given: unknown = file;
        refuse(bootstrapPlace(subject, 'files', `[${index}]`), {
          given: isMap(given) ? Object.keys(given) : typeof given,
          allowed: 'a path, and as content a text, or name and key of a Secret',
          fix: "write { path: '/…', content: '…' }, or content: { name: '…', key: '…' }",
        });
      }
    },
  },
  {
    id: 'node-file-path',
    reason: 'A path that is not absolute and plain leads elsewhere, or breaks the text around it.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { allowed, isGood, better } = isOnWindows(subject) ? ON_WINDOWS : ON_LINUX;
      visitFiles(subject, ({ path }, at) => {
        if (isGood(path) && path.length <= MOST_PATH) return;
        const plain = better(path);
        refuse(at('path'), {
          given: path,
          allowed,
          fix: isGood(plain) ? pathFix(plain) : 'write the path from the root on',
        });
      });
    },
  },
  {
    id: 'node-file-unique',
    reason:
      'The webhook refuses two files of one path, of which the second would replace the first.',
    source: WEBHOOK,
    check(subject, refuse) {
      const seen = new Map<string, number>();
      visitFiles(subject, ({ path }, at, index) => {
        const first = seen.get(path);
        seen.set(path, first ?? index);
        if (first === undefined) return;
        refuse(at('path'), {
          given: path,
          allowed: `a path that no other file has, as files[${first}] does`,
          fix: 'join the contents, or leave one of them out',
        });
      });
    },
  },
  {
    id: 'node-file-taken',
    reason: 'kubeadm stops at a file of its own that is there, or writes over it.',
    source: 'kubernetes/kubernetes@master:cmd/kubeadm/app/preflight/checks.go',
    check(subject, refuse) {
      visitFiles(subject, ({ path }, at, index) => {
        if (!isTakenFile(subject, path)) return;
        refuse(at('path'), {
          given: path,
          allowed: 'a path that neither kubeadm nor what starts it writes',
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
    reason: 'The webhook refuses two files of one path, and this one is derived from other props.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { cluster, machine } = subject;
      const derived = nodeEnvironment(cluster, machine.bootstrap).files.map(({ path }) => path);
      visitFiles(subject, ({ path }, at, index) => {
        if (!derived.includes(path)) return;
        refuse(at('path'), {
          given: path,
          allowed: 'a path that neither proxy, registryMirrors nor trustedCAs write',
          fix: leaveOut({
            prop: `bootstrap.files[${index}]`,
            begins: 'leave the file out',
            or: 'what writes it too',
          }),
        });
      });
    },
  },
  {
    id: 'node-file-permissions',
    reason: 'Without a zero before them Ignition reads the digits as a decimal number.',
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
            : 'three or four octal digits, with or without a zero before them, such as "0644"',
          fix: PERMISSIONS.test(better) ? write(better) : leaveOut({ ends: ' to have "0644"' }),
        });
      });
    },
  },
  {
    id: 'node-file-owner',
    reason:
      'cloud-init writes files before it makes users, and gives up on an owner that is not there.',
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
            fix: leaveOut({ ends: ' to have "root:root"' }),
          });
        } else if (format.kind === 'cloudInit' && users.some(({ name }) => name === user)) {
          refuse(at('owner'), {
            given: owner,
            allowed: 'a user that the image has',
            fix: `leave it out, and add ${JSON.stringify(`chown ${owner} ${path.includes(' ') ? `'${path}'` : path}`)} to bootstrap.preKubeadmCommands`,
          });
        }
      });
    },
  },
  {
    id: 'node-file-count',
    reason: 'Cluster API takes 200 files.',
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

/** Tells whether a text is the path of a file, which may have spaces in it. */
function isFilePath(path: string): boolean {
  return isPath(path.replaceAll(' ', '_')) && SPACED_PATH.test(path) && !path.includes(': ');
}

/** Tells whether a text is an absolute path without detours. */
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
