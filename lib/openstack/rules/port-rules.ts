import { isAddress, tryParseCidr } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { largestSize } from '../../cluster/model/node-pool';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import { toDnsLabel } from '../../cluster/rules/names';
import { mayBeOnClusterNetwork } from '../model/cluster-ports';
import type { MachineSubject } from './subjects';
import { isTag, plainTag, TAG_WORDS } from './tags';

const MOST_SUFFIX = 30;
const SUFFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
const PORT = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';
const NEUTRON_PORT = 'CAPO@v0.14.7:pkg/cloud/services/networking/port.go';
const ADDRESS_PAIRS = 'openstack/neutron@master:neutron/db/allowedaddresspairs_db.py';

/** Rules on the names, networks and addresses of machine ports. */
export const PORT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'port-cluster-network',
    reason: 'A machine without a port on the network of its cluster cannot reach the API server.',
    source: PORT,
    check({ cluster, machine: { path, ports = [] } }, refuse) {
      if (ports.length === 0 || ports.some((port) => mayBeOnClusterNetwork(port, cluster))) return;
      refuse(
        { path, prop: 'ports' },
        {
          given: ports.map(({ network }) => network),
          allowed:
            "a port on the cluster's network: one without network, or with the cluster's network",
          fix: 'add {} as the first port',
        },
      );
    },
  },
  {
    id: 'port-fixed-ip-network',
    reason: 'The provider overwrites the fixed IPs of a port without a network.',
    source: PORT,
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ network, fixedIPs }, index) => {
        if (network !== undefined || fixedIPs.length === 0) return;
        refuse(
          { path, prop: `ports[${index}].fixedIPs` },
          {
            given: fixedIPs,
            allowed: 'fixed IPs together with a network',
            fix: leaveOut({ begins: 'add the network of the port, or leave fixedIPs out' }),
          },
        );
      });
    },
  },
  {
    id: 'port-fixed-ip',
    reason:
      'An address can belong to only one port, and a template creates a port for each machine.',
    source: NEUTRON_PORT,
    check(subject, refuse) {
      const { path, ports = [] } = subject.machine;
      const most = mostMachines(subject);
      ports.forEach(({ fixedIPs }, index) => {
        for (const { subnet, ipAddress } of fixedIPs) {
          const place = { path, prop: `ports[${index}].fixedIPs` };
          if (ipAddress === undefined) {
            if (subnet !== undefined) continue;
            const allowed = 'a subnet or an address';
            refuse(place, { given: {}, allowed, fix: 'write subnet, or leave it out' });
          } else if (!isAddress(ipAddress)) {
            refuse(place, {
              given: ipAddress,
              allowed: 'an address of the subnet',
              fix: 'leave ipAddress out to get any address',
            });
          } else if (most > 1) {
            refuse(place, {
              given: ipAddress,
              allowed: `an address only for a single machine, not for ${most}`,
              fix: 'write the subnet instead of the address',
            });
          }
        }
      });
    },
  },
  {
    id: 'port-name-suffix',
    reason: 'Ports are found by their names, which end in the suffix or in the index of the port.',
    source: NEUTRON_PORT,
    check({ machine: { path, ports = [] } }, refuse) {
      const names = ports.map(({ nameSuffix }, index) => nameSuffix ?? String(index));
      names.forEach((name, index) => {
        const isName = SUFFIX.test(name) && name.length <= MOST_SUFFIX;
        if (isName && names.indexOf(name) === index) return;
        const better = toDnsLabel(name.replace(/^\d+$/, ''), MOST_SUFFIX - 3) ?? 'port';
        refuse(
          { path, prop: `ports[${index}].nameSuffix` },
          {
            given: name,
            allowed: `lower-case letters, digits and dashes, at most ${MOST_SUFFIX} characters, different from the suffixes and indexes of other ports`,
            fix: write(isName ? `${better}-${index}` : better),
          },
        );
      });
    },
  },
  {
    id: 'port-tags',
    reason:
      'Neutron accepts tags of at most 60 characters, without commas in lookups, and each only once.',
    source: 'CAPO@v0.14.7:api/v1beta1/types.go',
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ tags = [] }, index) => {
        const place = { path, prop: `ports[${index}].tags` };
        for (const tag of tags) {
          if (!isTag(tag)) refuse(place, { given: tag, allowed: TAG_WORDS, fix: plainTag(tag) });
        }
        const kept = [...new Set(tags)];
        if (kept.length === tags.length) return;
        const fix = write(kept);
        refuse(place, { given: tags, allowed: 'unique tags', fix });
      });
    },
  },
  {
    id: 'port-address-pair',
    reason: 'Neutron accepts only IP addresses, ranges and MAC addresses.',
    source: ADDRESS_PAIRS,
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ allowedAddressPairs = [] }, index) => {
        for (const { ipAddress, macAddress } of allowedAddressPairs) {
          const place = { path, prop: `ports[${index}].allowedAddressPairs` };
          if (!isAddress(ipAddress) && tryParseCidr(ipAddress) === undefined) {
            const fix = 'write a numeric address or range, or leave it out';
            refuse(place, { given: ipAddress, allowed: 'an address or a range', fix });
          }
          if (macAddress !== undefined && !MAC.test(macAddress)) {
            const allowed = 'a MAC address such as "fa:16:3e:00:00:01"';
            refuse(place, {
              given: macAddress,
              allowed,
              fix: "leave it out to use the port's own",
            });
          }
        }
      });
    },
  },
  {
    id: 'port-profile',
    reason: 'Only NICs of the hypervisor itself can be offloaded or trusted.',
    source: 'CAPO@v0.14.7:docs/book/src/clusteropenstack/configuration.md',
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ profile, vnicType = 'normal' }, index) => {
        if (vnicType !== 'normal' || profile === undefined) return;
        if (profile.ovsHWOffload !== true && profile.trustedVF !== true) return;
        refuse(
          { path, prop: `ports[${index}].profile` },
          {
            given: profile,
            allowed: 'a profile with a vnicType other than "normal"',
            fix: write('direct', { prop: `ports[${index}].vnicType`, begins: 'write vnicType:' }),
          },
        );
      });
    },
  },
];

function mostMachines(subject: MachineSubject): number {
  const { cluster, machine } = subject;
  if (isControlPlaneMachine(subject)) return cluster.controlPlane.replicas;
  const pool = cluster.pools.find(({ path }) => path === machine.path);
  return pool === undefined ? 1 : largestSize(pool);
}
