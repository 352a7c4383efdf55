import { isAddress } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { bootstrapPlace } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const HOST =
  /^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*\.?$/;
const MOST_SERVERS = 100;
const MOST_VERBOSITY = 10;
const NTP = 'CAPI@v1.14.0:bootstrap/kubeadm/internal/cloudinit/ntp.go';

/** Rules on NTP and on kubeadm's log. */
export const NODE_SERVICE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-ntp-server',
    reason: 'An NTP server is reached only by a host name or an address.',
    source: NTP,
    check(subject, refuse) {
      const { servers = [] } = subject.machine.bootstrap.ntp ?? {};
      servers.forEach((server, index) => {
        const isNew = servers.indexOf(server) === index;
        if (isNew && (HOST.test(server) || isAddress(server))) return;
        const bare = server
          .trim()
          .replace(/^[a-z]+:\/\//, '')
          .replace(/[:/].*$/, '');
        refuse(bootstrapPlace(subject, 'ntp', `.servers[${index}]`), {
          given: server,
          allowed: 'the host name or address of a server, without duplicates',
          fix: isNew && HOST.test(bare) ? write(bare) : leaveOut(),
        });
      });
    },
  },
  {
    id: 'node-ntp-enabled',
    reason: 'A disabled NTP service does not use the servers.',
    source: NTP,
    check(subject, refuse) {
      const { enabled = true, servers = [] } = subject.machine.bootstrap.ntp ?? {};
      if (servers.length > MOST_SERVERS) {
        refuse(bootstrapPlace(subject, 'ntp', '.servers.length'), {
          given: servers.length,
          allowed: `at most ${MOST_SERVERS} servers`,
          fix: 'remove the most distant servers',
        });
      }
      if (enabled || servers.length === 0) return;
      refuse(bootstrapPlace(subject, 'ntp', '.enabled'), {
        given: false,
        allowed: 'true when servers are set',
        fix: leaveOut({ begins: 'leave enabled out', or: 'the servers' }),
      });
    },
  },
  {
    id: 'node-verbosity',
    reason: 'kubeadm supports log levels from 0 to 10.',
    source: 'kubernetes/kubernetes@master:cmd/kubeadm/app/cmd/init.go',
    check(subject, refuse) {
      const { verbosity } = subject.machine.bootstrap;
      if (verbosity === undefined || isWholeNumber(verbosity, 0, MOST_VERBOSITY)) return;
      refuse(bootstrapPlace(subject, 'verbosity'), {
        given: verbosity,
        allowed: `an integer from 0 to ${MOST_VERBOSITY}`,
        fix: verbosity > MOST_VERBOSITY ? write(MOST_VERBOSITY) : leaveOut(),
      });
    },
  },
];
