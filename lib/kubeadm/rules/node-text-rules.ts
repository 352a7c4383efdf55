import { leaveOut } from '../../base/fix';
import { jinjaIn } from '../../base/jinja';
import type { Rule } from '../../base/rule';
import { unprintable } from '../../base/words';
import { secretKeyFinding } from '../../secrets/rules/secret-key-finding';
import { MOST_TEXT } from '../model/bootstrap';
import { bootstrapPlace, COMMAND_LISTS, placedCommands, visitFiles } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const MOST_COMMANDS = 1_000;
const MOST_SHOWN = 20;
const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';

/** Rules on the contents of files. */
export const NODE_CONTENT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-content',
    reason: 'Cluster API accepts only files of 1 to 10,240 characters.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      visitFiles(subject, ({ content }, at) => {
        if (typeof content !== 'string') return;
        if (content.length > 0 && content.length <= MOST_TEXT) return;
        refuse(at('content.length'), {
          given: content.length,
          allowed: `1 to ${MOST_TEXT} characters`,
          fix:
            content === ''
              ? 'leave the file out, or write a line break'
              : 'put the text into a Secret and write its name and key as content',
        });
      });
    },
  },
  {
    id: 'node-file-characters',
    reason:
      'Contents are written to YAML unescaped, and one control character makes all of it unreadable.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/files.go',
    check(subject, refuse) {
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const found = unprintable(content);
        if (found === undefined) return;
        refuse(at('content'), {
          given: `(text with ${found})`,
          allowed: 'text without control characters other than tabs and line breaks',
          fix: "encode the content in base64, and write encoding: 'base64'",
        });
      });
    },
  },
  {
    id: 'node-file-secret',
    reason: 'A machine is never created if its Secret or key cannot exist.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/controllers/kubeadmconfig_controller.go',
    check(subject, refuse) {
      visitFiles(subject, ({ content }, at) => {
        if (typeof content === 'string') return;
        const finding = secretKeyFinding(content);
        if (finding !== undefined) refuse(at('content'), finding);
      });
    },
  },
  {
    id: 'node-file-encoding',
    reason: 'Content that does not match its encoding is not decoded, and the file is not written.',
    source: 'canonical/cloud-init@main:cloudinit/config/cc_write_files.py',
    check(subject, refuse) {
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding === undefined || typeof content !== 'string') return;
        if (encoding === 'gzip') {
          refuse(at('encoding'), {
            given: encoding,
            allowed: 'base64 or gzip+base64 for inline content',
            fix: 'write "gzip+base64", and encode the content in base64',
          });
        } else if (!BASE64.test(content.replaceAll('\n', ''))) {
          refuse(at('encoding'), {
            given: encoding,
            allowed: `${encoding} only for content in base64`,
            fix: leaveOut({ or: 'encode the content' }),
          });
        }
      });
    },
  },
];

/** Rules on strings that cloud-init reads as a template. */
export const NODE_TEMPLATE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-indent',
    reason:
      'Content is written as a YAML block, in which every line loses the indentation of the first one.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/files.go',
    check(subject, refuse) {
      if (subject.machine.bootstrap.format.kind !== 'cloudInit') return;
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const [first] = /^\n* +.*/.exec(content) ?? [];
        if (first === undefined) return;
        refuse(at('content'), {
          given: first.slice(0, MOST_SHOWN),
          allowed: 'text whose first line does not begin with a space',
          fix: "encode the content in base64, and write encoding: 'base64'",
        });
      });
    },
  },
  {
    id: 'node-text-template',
    reason:
      'cloud-init reads its whole configuration as a Jinja template, in which such a string is a comment or an error.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/cloudinit.go',
    check(subject, refuse) {
      if (subject.machine.bootstrap.format.kind !== 'cloudInit') return;
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const found = jinjaIn(content);
        if (found === undefined) return;
        refuse(at('content'), {
          given: found,
          allowed: 'text without {#, {% and {{, except for cloud-init variables',
          fix: "encode the content in base64, and write encoding: 'base64'",
        });
      });
      for (const { text, place } of placedCommands(subject)) {
        const found = jinjaIn(text);
        if (found === undefined) continue;
        refuse(place, {
          given: found,
          allowed: 'text without {#, {% and {{, except for cloud-init variables',
          fix: "put it into a file with encoding: 'base64', and run the file",
        });
      }
    },
  },
];

/** Rules on shell commands of machines. */
export const NODE_COMMAND_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-command-text',
    reason: 'Cluster API accepts only commands of 1 to 10,240 characters.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const { text, place } of placedCommands(subject)) {
        if (text.trim() !== '' && text.length <= MOST_TEXT) continue;
        refuse(
          { ...place, prop: `${place.prop}.length` },
          {
            given: text.length,
            allowed: `1 to ${MOST_TEXT} characters, not only spaces`,
            fix:
              text.trim() === ''
                ? leaveOut({ prop: place.prop })
                : 'put it into a file, and run the file',
          },
        );
      }
    },
  },
  {
    id: 'node-command-count',
    reason: 'Cluster API accepts at most 1,000 commands in a list.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const list of COMMAND_LISTS) {
        const { length } = subject.machine.bootstrap[list];
        if (length <= MOST_COMMANDS) continue;
        refuse(bootstrapPlace(subject, list, '.length'), {
          given: length,
          allowed: `at most ${MOST_COMMANDS} commands`,
          fix: 'put them into a file, and run the file',
        });
      }
    },
  },
];
