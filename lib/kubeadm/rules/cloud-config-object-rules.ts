import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { jinjaIn } from '../../base/jinja';
import { loadYaml } from '../../base/load-yaml';
import type { Rule } from '../../base/rule';
import { mapAt, mapsAt } from '../../base/value-at';
import { type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';
import { kubeadmOf } from './kubeadm-config';

const TEMPLATES = 'CAPI@v1.14.0:bootstrap/kubeadm/cloudinit/cloudinit.go';
/** Strings that YAML reads unchanged, so that they need not be parsed. */
const PLAIN = /^[A-Za-z/][\w./@%+=,-]*$/;
/** Words and numbers that cloud-init's older YAML version does not read as strings. */
const NO_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|[-+]?[\d_]+|[-+]?[\d_]*\.[\d_]*(?:e[-+]?\d+)?|[-+]?0x[\da-f_]+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[t ].*)?)$/i;
/** Fields whose string can be moved to an encoded file. */
const IN_A_FILE = /\.(files\[\d+\]\.content|(boot|preKubeadm|postKubeadm)Commands\[\d+\])$/;
const USER_TEXTS = [
  'name',
  'gecos',
  'groups',
  'homeDir',
  'shell',
  'primaryGroup',
  'sudo',
  'passwd',
] as const;

/** String that the bootstrap provider writes to YAML without quotes. */
interface Bare {
  readonly field: string;
  readonly given: unknown;
  /** Whether a number is accepted as well as a string. */
  readonly lenient?: boolean;
}

/** Rules on cloud-init's configuration, which a single wrong string makes unreadable. */
export const CLOUD_CONFIG_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-cloud-config',
    reason:
      'The bootstrap provider writes these strings to YAML without quotes, and a machine that cannot read it never joins.',
    source: TEMPLATES,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      if (config.format === 'ignition') return;
      for (const { field, given, lenient = false } of bareTexts(config)) {
        if (typeof given !== 'string' || given === '' || readsBack(given, lenient)) continue;
        refuse(`${way}.${field}`, {
          given,
          allowed:
            'a string that YAML reads unchanged: without ": " or " #", a leading quote or bracket or a trailing colon, and not a number or a word such as "true" or "no"',
          fix: 'write another value, or set it up in preKubeadmCommands',
        });
      }
      for (const [{ permissions }, index] of mapsAt(config, 'files')) {
        if (!/['\n]/.test(String(permissions ?? ''))) continue;
        refuse(`${way}.files[${index}].permissions`, {
          given: permissions,
          allowed: 'digits',
          fix: 'write "0644"',
        });
      }
    },
  }),
  objectRule({
    id: 'object-cloud-config-template',
    reason:
      'cloud-init reads its whole configuration as a Jinja template, in which such a string is a comment or an error.',
    source: TEMPLATES,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      if (config.format === 'ignition') return;
      visitTexts(config, way, (field, text) => {
        const found = jinjaIn(text);
        if (found === undefined) return;
        refuse(field, {
          given: found,
          allowed: 'text without {#, {% and {{, except for cloud-init variables',
          fix: IN_A_FILE.test(field)
            ? 'remove these characters, or move the text to a file with encoding: "base64"'
            : 'remove these characters',
        });
      });
    },
  }),
  objectRule({
    id: 'object-line-separator',
    reason:
      'The YAML parser on machines treats these characters as line breaks, at which the string ends.',
    source: 'yaml/pyyaml@main:lib/yaml/scanner.py',
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      visitTexts(config, way, (field, text) => {
        const code = /[\u0085\u2028\u2029]/.exec(text)?.[0].codePointAt(0);
        if (code === undefined) return;
        refuse(field, {
          given: `(text with U+${code.toString(16).toUpperCase().padStart(4, '0')})`,
          allowed: 'only "\\n" as a line break',
          fix: 'replace it with a line break or a space',
        });
      });
    },
  }),
];

function bareTexts(config: Fields): readonly Bare[] {
  const { partitions, filesystems } = {
    partitions: mapsAt(config, 'diskSetup', 'partitions'),
    filesystems: mapsAt(config, 'diskSetup', 'filesystems'),
  };
  return [
    ...mapsAt(config, 'files').flatMap(([file, index]) =>
      ['path', 'owner'].map((name) => ({ field: `files[${index}].${name}`, given: file[name] })),
    ),
    ...mapsAt(config, 'users').flatMap(([user, index]) => [
      ...USER_TEXTS.map((name) => ({ field: `users[${index}].${name}`, given: user[name] })),
      ...itemsOf(user.sshAuthorizedKeys, `users[${index}].sshAuthorizedKeys`),
    ]),
    ...itemsOf(mapAt(config, 'ntp').servers, 'ntp.servers'),
    ...partitions.map(([{ device }, index]) => ({
      field: `diskSetup.partitions[${index}].device`,
      given: device,
    })),
    ...filesystems.flatMap(([filesystem, index]) => [
      { field: `diskSetup.filesystems[${index}].device`, given: filesystem.device },
      ...['label', 'filesystem', 'partition', 'replaceFS'].map((name) => ({
        field: `diskSetup.filesystems[${index}].${name}`,
        given: filesystem[name],
        lenient: true,
      })),
      ...itemsOf(filesystem.extraOpts, `diskSetup.filesystems[${index}].extraOpts`, true),
    ]),
    ...listOf(config.mounts).flatMap((mount, index) => itemsOf(mount, `mounts[${index}]`, true)),
  ];
}

function itemsOf(list: unknown, field: string, lenient = false): readonly Bare[] {
  return listOf(list).map((given, index) => ({ field: `${field}[${index}]`, given, lenient }));
}

function listOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

/** Tells whether YAML reads an unquoted string unchanged. */
function readsBack(text: string, lenient: boolean): boolean {
  if (NO_TEXT.test(text)) return lenient;
  if (PLAIN.test(text)) return true;
  const loaded = loadYaml(`text: ${text}\n`);
  if ('reason' in loaded || loaded.documents.length !== 1) return false;
  const [document] = loaded.documents;
  if (!isMap(document) || Object.keys(document).length !== 1) return false;
  return lenient ? String(document.text) === text : document.text === text;
}

/** Visits every string of cloud-init's configuration except the contents of encoded files. */
function visitTexts(
  value: unknown,
  field: string,
  look: (field: string, text: string) => void,
): void {
  if (typeof value === 'string') look(field, value);
  else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visitTexts(item, `${field}[${index}]`, look);
    });
  } else if (isMap(value)) {
    const isEncoded = value.encoding !== undefined && value.encoding !== '';
    for (const key in value) {
      if (key === 'content' && isEncoded) continue;
      visitTexts(value[key], `${field}.${key}`, look);
    }
  }
}
