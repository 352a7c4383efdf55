import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Download,
  downloadScript,
  WAIT_SCRIPT,
} from '../../../constructs/addons/calico-script';
import { inFolder } from '../../support/in-folder';

const RELEASED = `data:
  calico_backend: "bird"
  veth_mtu: "0"
---
env:
  - name: CALICO_IPV4POOL_IPIP
    value: "Always"
  - name: CALICO_IPV4POOL_VXLAN
    value: "Never"
  - name: CALICO_IPV6POOL_VXLAN
    value: "Never"
livenessProbe:
  - -felix-live
  - -bird-live
readinessProbe:
  - -felix-ready
  - -bird-ready
`;
const NETWORK = { kind: 'calico', encapsulation: 'ipip', bgp: true, typha: false } as const;
const VXLAN = { ...NETWORK, encapsulation: 'vxlan', bgp: false } as const;

/** Runs the script with a curl that gives the released manifests, and returns what it leaves. */
function run(folder: string, download: Partial<Download>): { status: number | null; file: string } {
  const text = downloadScript({ url: "https://example.com/it's", network: NETWORK, ...download });
  const released = join(folder, 'released.yaml');
  writeFileSync(released, RELEASED);
  const curl = `curl() { printf '%s\\n' "$@" > '${folder}/args'; cp '${released}' '${folder}/calico.yaml'; }\n`;
  const script =
    curl +
    text
      .replaceAll('/manifest/', `${folder}/`)
      .replaceAll('/tmp/authority.pem', `${folder}/authority.pem`);
  const { status } = spawnSync('sh', ['-c', script]);
  return { status, file: readFileSync(join(folder, 'calico.yaml'), 'utf8') };
}

function argsIn(folder: string): readonly string[] {
  return readFileSync(join(folder, 'args'), 'utf8').trimEnd().split('\n');
}

describe('downloadScript', () => {
  it('leaves released manifests as they are for IP-in-IP', () =>
    inFolder((folder) => {
      assert.deepEqual(run(folder, {}), { status: 0, file: RELEASED });
    }));

  it('sets manifests to VXLAN, without the checks of BIRD', () =>
    inFolder((folder) => {
      const expected = RELEASED.replace('"bird"', '"vxlan"')
        .replace('IPIP\n    value: "Always"', 'IPIP\n    value: "Never"')
        .replace('IPV4POOL_VXLAN\n    value: "Never"', 'IPV4POOL_VXLAN\n    value: "Always"')
        .replace('  - -bird-live\n', '')
        .replace('  - -bird-ready\n', '');
      assert.deepEqual(run(folder, { network: VXLAN }), { status: 0, file: expected });
    }));

  it('says how large packets of pods may be where that is known', () =>
    inFolder((folder) => {
      const expected = RELEASED.replace('veth_mtu: "0"', 'veth_mtu: "1380"');

      assert.deepEqual(run(folder, { mtu: 1380 }), { status: 0, file: expected });
    }));

  it('keeps BGP beside VXLAN where the user wants both', () =>
    inFolder((folder) => {
      const { file } = run(folder, { network: { ...VXLAN, bgp: true } });
      assert.match(file, /calico_backend: "bird"/);
      assert.match(file, /-bird-live/);
    }));

  it('trusts the authority of the server, and goes through the proxy to what is not near', () =>
    inFolder((folder) => {
      const certificateAuthority = '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n';
      const proxy = { url: 'http://proxy.example:3128', direct: ['10.0.0.0/24', '.example'] };
      run(folder, {});
      const plain = argsIn(folder);
      assert.equal(run(folder, { certificateAuthority, proxy }).status, 0);
      const args = argsIn(folder);

      const added = ['--cacert', '--proxy', '--noproxy'].map((one) => args.indexOf(one));
      assert.deepEqual(
        added.map((at) => args[at + 1]),
        [`${folder}/authority.pem`, 'http://proxy.example:3128', '10.0.0.0/24,.example'],
      );
      assert.equal(readFileSync(join(folder, 'authority.pem'), 'utf8'), certificateAuthority);
      assert.equal(args.length, plain.length + 6);
      assert.equal(plain.at(-1), "https://example.com/it's");
    }));

  it('goes on with the right hash and stops with another', () =>
    inFolder((folder) => {
      const sha256 = createHash('sha256').update(RELEASED).digest('hex');
      assert.equal(run(folder, { sha256 }).status, 0);
      assert.notEqual(run(folder, { sha256: 'ab'.repeat(32) }).status, 0);
    }));
});

describe('WAIT_SCRIPT', () => {
  it('is a script that a shell understands', () => {
    assert.equal(spawnSync('sh', ['-n', '-c', WAIT_SCRIPT]).status, 0);
  });
});
