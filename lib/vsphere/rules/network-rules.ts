import { isAddress } from '../../base/cidr';
import { leaveOut, suchAs, write } from '../../base/fix';
import type { Place, Refuse, Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { isObjectName } from '../../cluster/rules/names';
import type { VSphereCluster } from '../model/cluster';
import type { NetworkDeviceModel } from '../model/network';

const CRD =
  'CAPV@v1.16.1:config/default/crd/bases/infrastructure.cluster.x-k8s.io_vspheremachinetemplates.yaml';
const MACHINES = 'CAPV@v1.16.1:pkg/services/govmomi/service.go';
const RESOLVER = 'torvalds/linux@master:Documentation/admin-guide/sysctl/net.rst';
const LEAST_MTU = 576;
const MOST_MTU = 9000;
const MOST_NAMESERVERS = 3;
const KIND = /^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

interface DeviceRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  check(devices: readonly NetworkDeviceModel[], at: (prop: string) => Place, refuse: Refuse): void;
}

const DEVICE_RULES: readonly DeviceRule[] = [
  {
    id: 'device-address',
    reason:
      'The provider waits forever for an address of the machine, which becomes the address of its node.',
    source: MACHINES,
    check(devices, at, refuse) {
      if (devices.length === 0) {
        refuse(at(''), {
          given: [],
          allowed: 'at least one device',
          fix: "write [NetworkDevice.dhcp('…')] with the name of a network",
        });
      }
      if (devices[0]?.addresses.kind !== 'unconfigured') return;
      refuse(at('[0]'), {
        given: devices[0].networkName,
        allowed: 'a first device with an address',
        fix: 'put a device with DHCP or pools first',
      });
    },
  },
  {
    id: 'device-network',
    reason: 'The API server rejects a device without a network name.',
    source: CRD,
    check(devices, at, refuse) {
      devices.forEach(({ networkName }, index) => {
        if (networkName.trim() !== '') return;
        refuse(at(`[${index}].networkName`), {
          given: networkName,
          allowed: 'the name or the path of a network',
          fix: suchAs('VM Network'),
        });
      });
    },
  },
  {
    id: 'device-pools',
    reason: 'The provider claims addresses from a pool by its kind and name.',
    source: CRD,
    check(devices, at, refuse) {
      devices.forEach(({ addresses }, index) => {
        if (addresses.kind !== 'pools') return;
        if (addresses.pools.length === 0) {
          refuse(at(`[${index}].pools`), {
            given: [],
            allowed: 'at least one pool',
            fix: 'name a pool, or use NetworkDevice.dhcp(…)',
          });
        }
        addresses.pools.forEach((pool, place) => {
          for (const name of ['name', 'apiGroup', 'kind'] as const) {
            const isFit = name === 'kind' ? KIND.test(pool.kind) : isObjectName(pool[name]);
            if (isFit) continue;
            refuse(at(`[${index}].pools[${place}].${name}`), {
              given: pool[name],
              allowed:
                name === 'kind'
                  ? 'the kind of a pool, such as "InClusterIPPool" or "GlobalInClusterIPPool"'
                  : 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
              fix: name === 'name' ? 'write the name of the pool' : leaveOut(),
            });
          }
        });
      });
    },
  },
  {
    id: 'device-nameservers',
    reason: 'The Linux resolver queries at most three name servers, by IP address.',
    source: RESOLVER,
    check(devices, at, refuse) {
      devices.forEach(({ nameservers = [] }, index) => {
        for (const server of nameservers) {
          if (isAddress(server)) continue;
          refuse(at(`[${index}].nameservers`), {
            given: server,
            allowed: 'an IP address',
            fix: leaveOut({ or: 'write its IP address' }),
          });
        }
        if (nameservers.length <= MOST_NAMESERVERS) return;
        refuse(at(`[${index}].nameservers`), {
          given: nameservers,
          allowed: `at most ${MOST_NAMESERVERS}`,
          fix: write(nameservers.slice(0, MOST_NAMESERVERS)),
        });
      });
    },
  },
  {
    id: 'device-mtu',
    reason: 'Networks cannot carry packets of other sizes.',
    source: CRD,
    check(devices, at, refuse) {
      devices.forEach(({ mtu }, index) => {
        if (mtu === undefined || isWholeNumber(mtu, LEAST_MTU, MOST_MTU)) return;
        refuse(at(`[${index}].mtu`), {
          given: mtu,
          allowed: `an integer from ${LEAST_MTU} to ${MOST_MTU}`,
          fix: leaveOut(),
        });
      });
    },
  },
];

/** Rules for the network devices of machines, both those of the cluster and those that machines set. */
export const NETWORK_RULES: readonly Rule<VSphereCluster>[] = DEVICE_RULES.map(
  ({ check, ...facts }) => ({
    ...facts,
    check({ path, network, controlPlane, pools }, refuse) {
      check(network.devices, (prop) => ({ path, prop: `network.devices${prop}` }), refuse);
      for (const { path: own, devices } of [controlPlane, ...pools]) {
        if (devices === undefined) continue;
        check(devices, (prop) => ({ path: own, prop: `devices${prop}` }), refuse);
      }
    },
  }),
);
