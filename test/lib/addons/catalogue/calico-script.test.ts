import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  type Download,
  downloadScript,
  END_RIGHTS_SCRIPT,
  WAIT_SCRIPT,
} from '../../../../lib/addons/catalogue/calico-script';
import { scriptCommand } from '../../../../lib/addons/catalogue/shell-text';
import { member } from '../../../constructs/addons/described';
import { type ContainerRun, runContainer } from '../../../support/container-run';
import { inFolder } from '../../../support/in-folder';

const RELEASED = `data:
  calico_backend: "bird"
  veth_mtu: "0"
  cni_network_config: |-
    {
      "name": "k8s-pod-network",
      "cniVersion": "0.3.1",
      "plugins": [
        { "type": "calico",
          "ipam": {
              "type": "calico-ipam"
          }
        }
      ]
    }
---
env:
  - name: IP
    value: "autodetect"
  - name: CALICO_IPV4POOL_IPIP
    value: "Always"
  - name: CALICO_IPV4POOL_VXLAN
    value: "Never"
  - name: CALICO_IPV6POOL_VXLAN
    value: "Never"
  # Disable IPv6 on Kubernetes.
  - name: FELIX_IPV6SUPPORT
    value: "false"
livenessProbe:
  - -felix-live
  - -bird-live
readinessProbe:
  - -felix-ready
  - -bird-ready
`;
const NETWORK = { kind: 'calico', encapsulation: 'ipip', bgp: true, typha: false } as const;
const VXLAN = { ...NETWORK, encapsulation: 'vxlan', bgp: false } as const;

const IPV4 = '192.168.0.0/16';
const IPV6 = 'fd00:10::/56';

/** Runs the script with a curl that gives the released manifests, or others, and returns what it leaves. */
function run(
  folder: string,
  download: Partial<Download>,
  manifests = RELEASED,
): ContainerRun & { readonly file: string } {
  const base = { url: "https://example.com/it's", network: NETWORK, podCidrs: [IPV4] };
  const text = downloadScript({ ...base, ...download });
  const released = join(folder, 'released.yaml');
  writeFileSync(released, manifests);
  const run = runContainer(
    folder,
    { command: scriptCommand(text) },
    { curl: `cp '${released}' '${folder}/manifest/calico.yaml'` },
  );
  const file = readFileSync(join(folder, 'manifest/calico.yaml'), 'utf8');
  return { ...run, file };
}

/** What manifests give pods and nodes: the plugin's choice of addresses, and the variables of `calico-node`. */
function settings(file: string): {
  readonly ipam: unknown;
  readonly variables: Readonly<Record<string, string>>;
} {
  const [map, node] = parseAllDocuments(file).map((document): unknown => document.toJS());
  const config = member(map, 'data', 'cni_network_config');
  const ipam = member(JSON.parse(String(config)), 'plugins', 0, 'ipam');
  const env = member(node, 'env');
  assert.ok(Array.isArray(env));
  assert.equal(new Set(env.map(({ name }) => name)).size, env.length);
  return { ipam, variables: Object.fromEntries(env.map(({ name, value }) => [name, value])) };
}

describe('downloadScript', () => {
  it('leaves released manifests as they are for IP-in-IP', () =>
    inFolder((folder) => {
      const { status, file, stderr } = run(folder, {});
      assert.deepEqual({ status, file, stderr }, { status: 0, file: RELEASED, stderr: '' });
    }));

  it('sets manifests to VXLAN, without the checks of BIRD', () =>
    inFolder((folder) => {
      const expected = RELEASED.replace('"bird"', '"vxlan"')
        .replace('IPIP\n    value: "Always"', 'IPIP\n    value: "Never"')
        .replace('IPV4POOL_VXLAN\n    value: "Never"', 'IPV4POOL_VXLAN\n    value: "Always"')
        .replace('  - -bird-live\n', '')
        .replace('  - -bird-ready\n', '');
      assert.equal(run(folder, { network: VXLAN }).file, expected);
    }));

  it('says how large packets of pods may be where that is known', () =>
    inFolder((folder) => {
      const expected = RELEASED.replace('veth_mtu: "0"', 'veth_mtu: "1380"');

      assert.equal(run(folder, { mtu: 1380 }).file, expected);
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
      const [plain = []] = run(folder, {}).calls;
      const { status, calls } = run(folder, { certificateAuthority, proxy });
      assert.equal(status, 0);
      const [args = []] = calls;

      const added = ['--cacert', '--proxy', '--noproxy'].map((one) => args.indexOf(one));
      assert.deepEqual(
        added.map((at) => args[at + 1]),
        [`${folder}/tmp/authority.pem`, 'http://proxy.example:3128', '10.0.0.0/24,.example'],
      );
      assert.equal(readFileSync(join(folder, 'tmp/authority.pem'), 'utf8'), certificateAuthority);
      assert.equal(args.length, plain.length + 6);
      assert.equal(plain.at(-1), "https://example.com/it's");
    }));

  it('gives pods addresses of both families beside IP-in-IP', () =>
    inFolder((folder) => {
      const { status, file } = run(folder, { podCidrs: [IPV4, IPV6] });

      assert.equal(status, 0);
      assert.deepEqual(settings(file), {
        ipam: { type: 'calico-ipam', assign_ipv4: 'true', assign_ipv6: 'true' },
        variables: {
          IP: 'autodetect',
          CALICO_IPV4POOL_IPIP: 'Always',
          CALICO_IPV4POOL_VXLAN: 'Never',
          CALICO_IPV6POOL_VXLAN: 'Never',
          IP6: 'autodetect',
          CALICO_IPV6POOL_CIDR: IPV6,
          CALICO_IPV6POOL_NAT_OUTGOING: 'true',
          FELIX_IPV6SUPPORT: 'true',
        },
      });
    }));

  it('wraps IPv6 in VXLAN where it wraps IPv4', () =>
    inFolder((folder) => {
      const { file } = run(folder, { network: VXLAN, podCidrs: [IPV6, IPV4] });
      const { variables } = settings(file);

      assert.equal(variables.CALICO_IPV6POOL_VXLAN, 'Always');
      assert.equal(variables.CALICO_IPV4POOL_VXLAN, 'Always');
      assert.equal(variables.IP, 'autodetect');
    }));

  it('gives pods no addresses of IPv4 where they have no range of it', () =>
    inFolder((folder) => {
      const { file } = run(folder, { network: VXLAN, podCidrs: [IPV6] });

      assert.deepEqual(settings(file), {
        ipam: { type: 'calico-ipam', assign_ipv4: 'false', assign_ipv6: 'true' },
        variables: {
          IP: 'none',
          CALICO_IPV4POOL_IPIP: 'Never',
          CALICO_IPV4POOL_VXLAN: 'Never',
          CALICO_IPV6POOL_VXLAN: 'Always',
          IP6: 'autodetect',
          CALICO_IPV6POOL_CIDR: IPV6,
          CALICO_IPV6POOL_NAT_OUTGOING: 'true',
          FELIX_IPV6SUPPORT: 'true',
        },
      });
    }));

  it('lets BIRD find an identity without IPv4', () =>
    inFolder((folder) => {
      const network = { ...NETWORK, encapsulation: 'none' } as const;
      const { variables } = settings(run(folder, { network, podCidrs: [IPV6] }).file);

      assert.equal(variables.CALICO_ROUTER_ID, 'hash');
    }));

  it('leaves manifests alone that have IPv6 on, or say nothing of it', () =>
    inFolder((folder) => {
      const on = RELEASED.replace(
        'IPV6SUPPORT\n    value: "false"',
        'IPV6SUPPORT\n    value: "true"',
      );
      for (const manifests of [on, 'kind: Namespace\n']) {
        const { status, file } = run(folder, { podCidrs: [IPV4, IPV6] }, manifests);
        assert.deepEqual({ status, file }, { status: 0, file: manifests });
      }
    }));

  it('stops where pods would have no IPv6', () =>
    inFolder((folder) => {
      const canal = RELEASED.replace('calico-ipam', 'host-local');
      const old = RELEASED.replace('CALICO_IPV6POOL_VXLAN', 'OTHER');

      const { status, stderr } = run(folder, { podCidrs: [IPV4, IPV6] }, canal);
      assert.notEqual(status, 0);
      assert.equal(stderr, 'The manifests have no calico-ipam: pods would have no IPv6.\n');
      const wrapped = run(folder, { network: VXLAN, podCidrs: [IPV4, IPV6] }, old);
      assert.notEqual(wrapped.status, 0);
      assert.equal(
        wrapped.stderr,
        'The manifests have no VXLAN for IPv6: pods would have no IPv6.\n',
      );
    }));

  it('goes on with the right hash and stops with another', () =>
    inFolder((folder) => {
      const sha256 = createHash('sha256').update(RELEASED).digest('hex');
      assert.equal(run(folder, { sha256 }).status, 0);
      assert.notEqual(run(folder, { sha256: 'ab'.repeat(32) }).status, 0);
    }));
});

describe('WAIT_SCRIPT', () => {
  it('asks until the API server is ready, without the token among its arguments', () =>
    inFolder((folder) => {
      const { status, stdout, calls } = runApi(folder, WAIT_SCRIPT, {
        curl: `cat > '${folder}/header'; [ -e '${folder}/asked' ] || { touch '${folder}/asked'; exit 22; }`,
        sleep: '',
      });

      assert.equal(status, 0);
      assert.equal(stdout, 'The API server is not ready yet.\n');
      const asked = calls.filter(([name]) => name === 'curl');
      assert.equal(asked.length, 2);
      assert.equal(asked[0]?.at(-1), 'https://[fd00::1]:6443/readyz');
      assert.doesNotMatch(JSON.stringify(calls), /fake-token/);
      assert.equal(
        readFileSync(join(folder, 'header'), 'utf8'),
        'Authorization: Bearer fake-token',
      );
    }));
});

describe('END_RIGHTS_SCRIPT', () => {
  const RBAC = 'https://[fd00::1]:6443/apis/rbac.authorization.k8s.io/v1';
  const OWN = `${RBAC}/namespaces/kube-system`;
  const BINDING = `${RBAC}/clusterrolebindings/calico-installer-1`;

  it('ends every right, the one that allows it last', () =>
    inFolder((folder) => {
      const { status, stdout, calls } = runApi(folder, END_RIGHTS_SCRIPT, answering('200'));

      assert.equal(status, 0);
      assert.equal(stdout, 'The rights of this Job have ended.\n');
      assert.deepEqual(calls.map(requestOf), [
        `DELETE ${RBAC}/clusterrolebindings/calico-installer`,
        `DELETE ${OWN}/rolebindings/calico-installer-1`,
        `DELETE ${OWN}/roles/calico-installer-1`,
        `GET ${BINDING}`,
        `PATCH ${RBAC}/clusterroles/calico-installer-1`,
        `DELETE ${BINDING}`,
      ]);
      const patch = calls[4] ?? [];
      assert.deepEqual(JSON.parse(String(patch[patch.indexOf('--data-binary') + 1])), {
        metadata: {
          ownerReferences: [
            {
              apiVersion: 'rbac.authorization.k8s.io/v1',
              kind: 'ClusterRoleBinding',
              name: 'calico-installer-1',
              uid: '01234567-89ab-cdef-0123-456789abcdef',
            },
          ],
        },
      });
    }));

  it('goes on over what is gone', () =>
    inFolder((folder) => {
      const { status, calls } = runApi(folder, END_RIGHTS_SCRIPT, answering('404'));

      assert.equal(status, 0);
      assert.equal(calls.length, 6);
    }));

  it('is done where an earlier run has ended the rights', () =>
    inFolder((folder) => {
      for (const code of ['401', '403']) {
        const { status, stdout, calls } = runApi(folder, END_RIGHTS_SCRIPT, answering(code));

        assert.equal(status, 0);
        assert.equal(stdout, 'The rights are gone already.\n');
        assert.equal(calls.length, 1);
      }
    }));

  it('fails, to be run again, where the API server does not do it or cannot be reached', () =>
    inFolder((folder) => {
      const failed = runApi(folder, END_RIGHTS_SCRIPT, answering('500'));
      assert.equal(failed.status, 1);
      assert.match(failed.stderr, /"uid"/);
      assert.notEqual(runApi(folder, END_RIGHTS_SCRIPT, { curl: 'exit 7' }).status, 0);
    }));

  function answering(code: string): Readonly<Record<string, string>> {
    const answer = '{ "metadata": { "uid": "01234567-89ab-cdef-0123-456789abcdef" } }';
    return { curl: `printf '%s' '${answer}' > "$TMP_FOLDER/answer"; printf ${code}` };
  }

  function requestOf(call: readonly string[]): string {
    const method = call.includes('--request') ? call[call.indexOf('--request') + 1] : 'GET';
    return `${method} ${call[call.indexOf('--url') + 1]}`;
  }
});

/** Runs a script that asks the API server, with the files and variables that Kubernetes gives it. */
function runApi(
  folder: string,
  script: string,
  programs: Readonly<Record<string, string>>,
): ContainerRun {
  const secrets = join(folder, 'var/run/secrets/kubernetes.io/serviceaccount');
  mkdirSync(secrets, { recursive: true });
  writeFileSync(join(secrets, 'token'), 'fake-token');
  const env = {
    KUBERNETES_SERVICE_HOST: 'fd00::1',
    KUBERNETES_SERVICE_PORT: '6443',
    RIGHTS: 'calico-installer-1',
    TMP_FOLDER: join(folder, 'tmp'),
  };
  return runContainer(folder, { command: scriptCommand(script), env }, programs);
}
