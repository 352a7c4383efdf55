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

/** Rules on what files of machines hold. */
export const NODE_CONTENT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-content',
    reason: 'Cluster API takes files of 1 to 10,240 characters.',
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
              ? 'leave the file out, or write a line end'
              : 'put the text into a Secret and give its name and key as the content',
        });
      });
    },
  },
  {
    id: 'node-file-characters',
    reason: 'Contents stand in YAML as they are, and one control character spoils all of it.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/files.go',
    check(subject, refuse) {
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const found = unprintable(content);
        if (found === undefined) return;
        refuse(at('content'), {
          given: `(text with ${found})`,
          allowed: 'text without control characters but tabs and line ends',
          fix: "give the content in base64, with encoding: 'base64'",
        });
      });
    },
  },
  {
    id: 'node-file-secret',
    reason: 'A machine whose Secret or key cannot exist is never made.',
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
    reason: 'A content that is not what its encoding says is not decoded, and no file written.',
    source: 'canonical/cloud-init@main:cloudinit/config/cc_write_files.py',
    check(subject, refuse) {
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding === undefined || typeof content !== 'string') return;
        if (encoding === 'gzip') {
          refuse(at('encoding'), {
            given: encoding,
            allowed: 'base64 or gzip+base64 for a content in the program',
            fix: 'write "gzip+base64", and the content in base64',
          });
        } else if (!BASE64.test(content.replaceAll('\n', ''))) {
          refuse(at('encoding'), {
            given: encoding,
            allowed: `${encoding} for a content that is base64 text`,
            fix: leaveOut({ or: 'encode the content' }),
          });
        }
      });
    },
  },
];

/** Rules on texts of machines that cloud-init reads as a template. */
export const NODE_TEMPLATE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-file-indent',
    reason:
      'A content stands in YAML as a block, whose lines lose as many spaces as the first one begins with.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/files.go',
    check(subject, refuse) {
      if (subject.machine.bootstrap.format.kind !== 'cloudInit') return;
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const [first] = /^\n* +.*/.exec(content) ?? [];
        if (first === undefined) return;
        refuse(at('content'), {
          given: first.slice(0, MOST_SHOWN),
          allowed: 'a text whose first line begins with no space',
          fix: "give the content in base64, with encoding: 'base64'",
        });
      });
    },
  },
  {
    id: 'node-text-template',
    reason:
      'cloud-init reads all of its configuration as a Jinja template, in which such a text is a comment or a mistake.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/cloudinit.go',
    check(subject, refuse) {
      if (subject.machine.bootstrap.format.kind !== 'cloudInit') return;
      visitFiles(subject, ({ content, encoding }, at) => {
        if (encoding !== undefined || typeof content !== 'string') return;
        const found = jinjaIn(content);
        if (found === undefined) return;
        refuse(at('content'), {
          given: found,
          allowed: 'text without {#, {% and {{, but for variables of cloud-init',
          fix: "give the content in base64, with encoding: 'base64'",
        });
      });
      for (const { text, place } of placedCommands(subject)) {
        const found = jinjaIn(text);
        if (found === undefined) continue;
        refuse(place, {
          given: found,
          allowed: 'text without {#, {% and {{, but for variables of cloud-init',
          fix: "put it into a file with encoding: 'base64', and run that",
        });
      }
    },
  },
];

/** Rules on shell commands of machines. */
export const NODE_COMMAND_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-command-text',
    reason: 'Cluster API takes commands of 1 to 10,240 characters.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const { text, place } of placedCommands(subject)) {
        if (text.trim() !== '' && text.length <= MOST_TEXT) continue;
        refuse(
          { ...place, prop: `${place.prop}.length` },
          {
            given: text.length,
            allowed: `1 to ${MOST_TEXT} characters, not all of them spaces`,
            fix:
              text.trim() === ''
                ? leaveOut({ prop: place.prop })
                : 'put it into a file, and run that',
          },
        );
      }
    },
  },
  {
    id: 'node-command-count',
    reason: 'Cluster API takes 1,000 commands of a kind.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      for (const list of COMMAND_LISTS) {
        const { length } = subject.machine.bootstrap[list];
        if (length <= MOST_COMMANDS) continue;
        refuse(bootstrapPlace(subject, list, '.length'), {
          given: length,
          allowed: `at most ${MOST_COMMANDS} commands`,
          fix: 'put them into a file, and run that',
        });
      }
    },
  },
];
