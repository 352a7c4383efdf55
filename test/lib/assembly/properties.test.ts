import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCluster } from '../../../lib/assembly/check-cluster';
import { FleetChecks } from '../../../lib/assembly/fleet-checks';
import { cidrsOverlap, tryParseCidr } from '../../../lib/base/cidr';
import { fixText } from '../../../lib/base/fix';
import { rolloutMomentFinding } from '../../../lib/base/moment';
import {
  isDnsLabel,
  isLabelValue,
  toDnsLabel,
  toLabelValue,
} from '../../../lib/cluster/rules/names';
import { type OwnedRange, overlapping } from '../../../lib/cluster/rules/range-sweep';
import { freeRange, unreadableRange } from '../../../lib/cluster/rules/ranges';
import type { BootstrapModel } from '../../../lib/kubeadm/model/bootstrap';
import { addonModel, clusterModel, controlPlaneModel, poolModel } from '../../support/models';

const range = fc
  .tuple(fc.nat(0xffff), fc.integer({ min: 20, max: 32 }), fc.boolean())
  .map(([bits, prefix, six]) =>
    six ? `fd00::${bits.toString(16)}/${prefix + 96}` : `10.9.${bits >> 8}.${bits & 255}/${prefix}`,
  );
const owned = fc.record({
  owner: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('pods', 'nodes'),
  text: range,
});
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '10.8.0.0/24',
    '/',
    '-',
    '1.32',
    '50%',
    '\n---',
  ),
);
const texts = fc.dictionary(text, text);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, NaN, Infinity));

describe('overlapping', () => {
  it('finds the ranges that a comparison of all pairs finds', () => {
    fc.assert(
      fc.property(fc.array(owned, { maxLength: 12 }), (list) => {
        const ranges = list.flatMap(withCidr);
        const found = overlapping(ranges, () => true).flatMap(({ range: one, other }) => {
          assert.ok(one.owner !== other.owner && cidrsOverlap(one.cidr, other.cidr));
          return [one, other];
        });

        const pairs = ranges.some((a) =>
          ranges.some((b) => a.owner !== b.owner && cidrsOverlap(a.cidr, b.cidr)),
        );

        assert.equal(found.length > 0, pairs);
      }),
    );
  });

  it('reports each range that overlaps an earlier one of another owner', () => {
    fc.assert(
      fc.property(fc.array(owned, { maxLength: 12 }), (list) => {
        const ranges = list.flatMap(withCidr);
        const reported = new Set(overlapping(ranges, () => true).map((one) => one.range));

        const clean = ranges.filter((one) => !reported.has(one));

        for (const a of clean) {
          for (const b of clean) assert.ok(a.owner === b.owner || !cidrsOverlap(a.cidr, b.cidr));
        }
      }),
    );
  });
});

describe('corrections', () => {
  it('of ranges are ranges', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.ipV4(),
          fc.ipV6(),
          range.map((one) => ` ${one} `),
        ),
        (given) => {
          const { fix } = unreadableRange(given, 'cluster');
          const offered = /^write "(.*)"$/.exec(fixText(fix))?.[1];

          assert.ok(offered === undefined || tryParseCidr(offered)?.aligned);
        },
      ),
    );
  });

  it('of taken ranges are apart from what is taken', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), (list) => {
        const taken = list.flatMap((one) => tryParseCidr(one) ?? []);
        const [first] = taken;
        const free = first && tryParseCidr(freeRange(first, taken) ?? '');

        assert.ok(free === undefined || !taken.some((one) => cidrsOverlap(one, free)));
      }),
    );
  });

  it('of names are names', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 63 }), (name, most) => {
        const label = toDnsLabel(name, most);

        assert.ok(label === undefined || isDnsLabel(label, most));
        assert.ok(isLabelValue(toLabelValue(name)));
      }),
    );
  });

  it('of moments are moments', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') });
    fc.assert(
      fc.property(moment, fc.constantFrom(10, 16, 19), (date, length) => {
        const finding = rolloutMomentFinding(date.toISOString().slice(0, length));
        const offered = /^write "(.*)"$/.exec(fixText(finding?.fix ?? ''))?.[1];

        assert.equal(rolloutMomentFinding(offered ?? ''), undefined);
        assert.equal(rolloutMomentFinding(date.toISOString()), undefined);
      }),
    );
  });
});

describe('checks', () => {
  it('throw on no input', () => {
    fc.assert(
      fc.property(
        text,
        texts,
        number,
        fc.array(text, { maxLength: 3 }),
        (name, map, count, list) => {
          const cluster = oddCluster(name, map, count, list);
          const fleet = new FleetChecks();
          fleet.add(cluster);
          fleet.add({ ...cluster, path: 'other' });

          assert.ok(checkCluster(cluster).length + fleet.issues().length > 0);
        },
      ),
    );
  });
});

function oddCluster(name: string, map: Record<string, string>, count: number, list: string[]) {
  const lookup = { filter: { name, tags: list } };
  const taints = list.map((key) => ({ key, value: name, effect: 'NoSchedule' as const }));
  const machine = {
    image: lookup,
    sshKeyName: name,
    serverMetadata: map,
    kubeletExtraArgs: map,
    labels: map,
    tags: list,
    bootstrap: oddBootstrap(name, count, list),
  };
  return clusterModel({
    name,
    path: 'odd',
    kubernetesVersion: name,
    labels: map,
    annotations: map,
    tags: list,
    podCidrs: list,
    serviceCidrs: list,
    serviceDomain: name,
    apiServerPort: count,
    credentials: { kind: 'plaintext', secretName: name, cloudName: name, cloudsYaml: name },
    network: {
      kind: 'managed',
      nodeCidr: name,
      dnsNameservers: list,
      allocationPools: [{ start: name, end: name }],
      router: lookup,
      mtu: count,
    },
    endpoint: {
      kind: 'managed',
      provider: name,
      allowedCidrs: list,
      additionalPorts: [count],
      floatingIP: { kind: 'address', address: name },
      monitor: { delaySeconds: count },
    },
    controlPlane: controlPlaneModel({
      ...machine,
      replicas: count,
      certSANs: list,
      apiServerExtraArgs: map,
      rollout: { after: name },
    }),
    pools: [
      poolModel({
        ...machine,
        size: name,
        taints,
        nodeLabels: map,
        deploymentAnnotations: map,
        autoscale: { minSize: count, maxSize: count },
        rollout: { maxSurge: name },
        capacity: { cpu: name, memory: name, ephemeralDisk: name, gpuType: name, gpuCount: count },
      }),
    ],
    addons: [
      addonModel({
        name,
        version: name,
        payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'a', documents: name }] }],
      }),
    ],
  });
}

function oddBootstrap(name: string, count: number, list: string[]): BootstrapModel {
  return {
    format: {
      kind: 'ignition',
      containerLinuxConfig: { [name]: list, systemd: name },
      strict: false,
    },
    files: [
      { path: name, content: name, owner: name, permissions: name, encoding: 'base64' },
      { path: name, content: { name, key: name } },
    ],
    bootCommands: list,
    preKubeadmCommands: list,
    postKubeadmCommands: [name],
    mounts: [list, []],
    diskSetup: {
      partitions: [{ device: name, layout: true, overwrite: true, tableType: 'mbr' }],
      filesystems: [{ device: name, filesystem: name, label: name, partition: name }],
    },
    users: [{ name, groups: list, sudo: name, shell: name, sshAuthorizedKeys: list }],
    ntp: { enabled: false, servers: list },
    verbosity: count,
    proxy: { httpProxy: name, noProxy: list },
    registryMirrors: [
      { registry: name, endpoints: [{ url: name, ca: name, credentials: { name, key: name } }] },
      { registry: name, endpoints: [] },
    ],
    trustedCAs: [{ kind: 'named', name, content: name }, { kind: 'cloud' }],
  };
}

function withCidr(one: Omit<OwnedRange, 'cidr'>): OwnedRange[] {
  const cidr = tryParseCidr(one.text);
  return cidr === undefined ? [] : [{ ...one, cidr }];
}
