import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalicoJob, type CalicoJobProps } from '../../../constructs/addons/calico-job';
import { CalicoManifest } from '../../../lib/addons/catalogue/calico-manifest';
import { Checksum } from '../../../lib/addons/catalogue/checksum';
import { Delivery } from '../../../lib/addons/catalogue/delivery';
import type { AddonModel } from '../../../lib/addons/model/addon';
import type { Manifest } from '../../../lib/base/manifest';
import { RELEASED_CALICO } from '../../support/calico';
import { otherwiseBut, testFleet } from '../../support/fleets';
import { clusterModel } from '../../support/models';
import { AddonShelf, delivered, described, find, member, parts, podSpec } from './described';

const SHA256 = 'ab'.repeat(32);
const NAMESPACE_TEXT = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: calico-system\n';

function calico(props: Partial<CalicoJobProps> = {}, kubernetesVersion = '1.32.4'): AddonModel {
  const { addon } = new CalicoJob(new AddonShelf(), 'calico', {
    version: '3.30.2',
    manifest: RELEASED_CALICO,
    ...props,
  });
  return described(addon, { kubernetesVersion });
}

/** Plans a fleet whose cluster gets Calico from some manifests. */
function planned(manifest: CalicoManifest): void {
  const test = testFleet();
  new CalicoJob(test.cluster('demo', { installedOtherwise: otherwiseBut('cni') }), 'calico', {
    version: '3.30.2',
    manifest,
  });
  test.fleet.plan();
}

function job(model: AddonModel): Manifest {
  return find(delivered(model), 'Job');
}

function download(model: AddonModel): string {
  const script = member(podSpec(job(model)), 'initContainers', 1, 'command', 2);
  return String(script);
}

describe('CalicoJob', () => {
  it('adds itself to the cluster under its id', () => {
    const shelf = new AddonShelf();
    const made = new CalicoJob(shelf, 'network', {
      version: '3.30.2',
      manifest: RELEASED_CALICO,
    });
    assert.deepEqual(shelf.addons, [made.addon]);
    assert.equal(made.addon.name, 'network');
  });

  it('delivers the Job and its rights in a hashed resource', () => {
    const model = calico();
    assert.deepEqual(parts(model), ['configMap job']);
    assert.deepEqual(
      delivered(model).map(({ kind }) => kind),
      ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'Job'],
    );
    assert.equal(member(model.payload, 0, 'hashed'), true);
    assert.equal(model.delivery.strategy, 'ApplyOnce');
    assert.equal(model.version, '3.30.2');
  });

  it('runs on a node that is neither ready nor initialised', () => {
    const spec = podSpec(job(calico()));
    assert.equal(member(spec, 'hostNetwork'), true);
    assert.equal(member(spec, 'dnsPolicy'), 'Default');
    assert.equal(member(spec, 'restartPolicy'), 'OnFailure');
    assert.equal(member(spec, 'priorityClassName'), 'system-cluster-critical');
    assert.deepEqual(member(spec, 'nodeSelector'), { 'kubernetes.io/os': 'linux' });
    const tolerations = member(spec, 'tolerations');
    assert.ok(Array.isArray(tolerations));
    assert.deepEqual(
      tolerations.map(({ key, effect }) => `${key}:${effect}`),
      [
        'node.kubernetes.io/not-ready:NoSchedule',
        'node.kubernetes.io/not-ready:NoExecute',
        'node.kubernetes.io/network-unavailable:NoSchedule',
        'node.cloudprovider.kubernetes.io/uninitialized:NoSchedule',
        'node.cluster.x-k8s.io/uninitialized:NoSchedule',
        'node-role.kubernetes.io/control-plane:NoSchedule',
      ],
    );
  });

  it('waits, downloads and applies with pinned images', () => {
    const spec = podSpec(job(calico()));
    assert.match(String(member(spec, 'initContainers', 0, 'command', 2)), /\/readyz/);
    assert.equal(member(spec, 'initContainers', 0, 'image'), 'docker.io/curlimages/curl:8.11.1');
    assert.equal(member(spec, 'initContainers', 2, 'image'), 'registry.k8s.io/kubectl:v1.32.4');
    assert.deepEqual(member(spec, 'initContainers', 2, 'command'), [
      'kubectl',
      'apply',
      '--server-side',
      '--force-conflicts',
      '-f',
      '/manifest/',
    ]);
    assert.match(download(calico()), /calico\/v3\.30\.2\/manifests\/calico\.yaml'/);
    assert.equal(member(job(calico()), 'spec', 'backoffLimit'), 20);
  });

  it('has a name for each content, the same for the same content', () => {
    const names = [
      calico(),
      calico({ version: '3.32.1' }),
      calico({ encapsulation: 'vxlan' }),
      calico({ manifest: CalicoManifest.release({ checksum: Checksum.sha256(SHA256) }) }),
      calico({ manifest: CalicoManifest.inline(NAMESPACE_TEXT) }),
      calico({ manifest: CalicoManifest.inline(`${NAMESPACE_TEXT}# other\n`) }),
      calico({}, '1.33.0'),
    ].map((model) => job(model).metadata.name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^calico-installer-[0-9a-f]{8}$/);
    assert.deepEqual(calico(), calico());
  });

  it('checks a download whose hash is given', () => {
    const manifest = CalicoManifest.url('https://example.com/calico.yaml', {
      checksum: Checksum.sha256(SHA256),
    });
    assert.match(download(calico({ manifest })), new RegExp(`${SHA256} .*sha256sum -c -`));
    assert.match(download(calico({ manifest })), /'https:\/\/example\.com\/calico\.yaml'/);
    assert.doesNotMatch(download(calico()), /sha256sum/);
  });

  it('goes through the proxy of the machines, and past it to what they reach directly', () => {
    const { controlPlane } = clusterModel();
    const proxy = { httpProxy: 'http://proxy.example:3128', noProxy: ['.near.example'] };
    const bootstrap = { ...controlPlane.bootstrap, proxy };
    const { addon } = new CalicoJob(new AddonShelf(), 'calico', {
      version: '3.30.2',
      manifest: RELEASED_CALICO,
    });
    const script = download(described(addon, { controlPlane: { ...controlPlane, bootstrap } }));

    assert.match(
      script,
      /--proxy 'http:\/\/proxy\.example:3128' --noproxy '[^']*,\.near\.example'/,
    );
    assert.doesNotMatch(download(described(addon)), /proxy/);
  });

  it('says how large packets of pods may be on a network that says so itself', () => {
    const network = { ...clusterModel().network, mtu: 1442 };
    const { addon } = new CalicoJob(new AddonShelf(), 'calico', {
      version: '3.30.2',
      manifest: RELEASED_CALICO,
      encapsulation: 'vxlan',
    });

    assert.match(download(described(addon, { network })), /veth_mtu: "1392"/);
    assert.doesNotMatch(download(described(addon)), /veth_mtu/);
  });

  it('downloads the manifests with Typha where it is asked for', () => {
    assert.match(download(calico({ typha: true })), /manifests\/calico-typha\.yaml'/);
  });

  it('runs the images that the user has', () => {
    const images = { curl: 'mirror.example.com/curl:1', kubectl: 'mirror.example.com/kubectl:2' };
    const spec = podSpec(job(calico({ images })));
    assert.equal(member(spec, 'initContainers', 0, 'image'), images.curl);
    assert.equal(member(spec, 'initContainers', 1, 'image'), images.curl);
    assert.equal(member(spec, 'initContainers', 2, 'image'), images.kubectl);
    assert.equal(member(spec, 'containers', 0, 'image'), images.curl);
  });

  it('takes kubectl of the next minor where there is no image of its own', () => {
    const spec = podSpec(job(calico({}, '1.27.3')));
    assert.equal(member(spec, 'initContainers', 2, 'image'), 'registry.k8s.io/kubectl:v1.28.15');
  });

  it('refuses a version and a hash that are none', () => {
    const manifest = CalicoManifest.release({
      checksum: Checksum.sha256('AB'),
      certificateAuthority: 'authority.pem',
    });
    const test = testFleet();
    new CalicoJob(test.cluster('demo', { installedOtherwise: otherwiseBut('cni') }), 'calico', {
      version: 'latest',
      manifest,
    });

    assert.throws(() => test.fleet.plan(), {
      message: `mothership/demo/calico: version is "latest"
  allowed: a release of Calico with three numbers
  fix: write it as "3.30.2"
mothership/demo/calico: manifest.checksum is "AB"
  allowed: 64 lowercase hexadecimal digits
  fix: write what "sha256sum" prints for the download
mothership/demo/calico: manifest.certificateAuthority is "authority.pem"
  allowed: certificates in PEM
  fix: write the content of the file from -----BEGIN CERTIFICATE----- on`,
    });
  });

  it('refuses an address without https, and a checksum that is neither given nor forgone', () => {
    const reason = ' ';
    const manifest = CalicoManifest.url('http://user:fake@files.example.com/calico.yaml', {
      checksum: Checksum.none({ reason }),
    });
    assert.throws(() => planned(manifest), {
      message: `mothership/demo/calico: manifest.url is "http://***@files.example.com/calico.yaml"
  allowed: an https URL without user, query and fragment
  fix: write "https://files.example.com/calico.yaml"
mothership/demo/calico: manifest.checksum is " "
  allowed: a checksum of the download, or the reason why there is none
  fix: write checksum: Checksum.sha256('…') with what "sha256sum" prints, or Checksum.none({ reason: '…' })`,
    });
    for (const url of ['-o/etc/passwd', 'file:///etc/passwd', 'https://x/\nurl=y', '@file', '']) {
      const odd = CalicoManifest.url(url, { checksum: Checksum.sha256(SHA256) });
      assert.throws(() => planned(odd), /manifest\.url is/, url);
    }
  });

  it('sets downloaded manifests to the encapsulation', () => {
    assert.doesNotMatch(download(calico()), /sed/);
    assert.match(download(calico({ encapsulation: 'vxlan' })), /CALICO_IPV4POOL_VXLAN.*"Always"/);
    assert.match(download(calico({ encapsulation: 'vxlan' })), /calico_backend: "vxlan"/);
    assert.doesNotMatch(download(calico({ encapsulation: 'none' })), /_VXLAN/);
    assert.match(download(calico({ encapsulation: 'none' })), /CALICO_IPV4POOL_IPIP.*"Never"/);
  });

  it('sets downloaded manifests to the families of pods', () => {
    const { addon } = new CalicoJob(new AddonShelf(), 'calico', {
      version: '3.30.2',
      manifest: RELEASED_CALICO,
    });
    const podCidrs = ['192.168.0.0/16', 'fd00:10::/56'];
    const script = download(described(addon, { podCidrs }));

    assert.match(script, /name: CALICO_IPV6POOL_CIDR.*"fd00:10::\/56"/);
  });

  it('tells the firewall how packets travel', () => {
    assert.deepEqual(calico({ encapsulation: 'vxlan', typha: true }).cni, {
      kind: 'calico',
      encapsulation: 'vxlan',
      bgp: false,
      typha: true,
    });
    assert.equal(member(calico({ bgp: false }).cni, 'bgp'), false);
  });

  it('carries an inline manifest in parts and downloads nothing', () => {
    const large =
      `${NAMESPACE_TEXT}${`  annotations: {note: ${'x'.repeat(60_000)}}\n`}---\n`.repeat(5);
    const model = calico({ manifest: CalicoManifest.inline(large) });
    const maps = delivered(model).filter(({ kind }) => kind === 'ConfigMap');
    const names = maps.map(({ metadata }) => metadata.name);
    assert.deepEqual(names, ['calico-manifest-1', 'calico-manifest-2', 'calico-manifest-3']);
    const texts = maps.map((map) => member(map, 'data', `${map.metadata.name}.yaml`));
    assert.equal(texts.join(''), large);
    const spec = podSpec(job(model));
    assert.equal(member(spec, 'initContainers', 'length'), 2);
    assert.deepEqual(
      member(spec, 'volumes', 0, 'projected', 'sources'),
      names.map((name) => ({ configMap: { name } })),
    );
  });

  it('shows an inline manifest to the checks, and a download not', () => {
    const manifest = CalicoManifest.inline(NAMESPACE_TEXT);
    assert.deepEqual(calico({ manifest }).carriedTexts, [NAMESPACE_TEXT]);
    assert.equal(calico().carriedTexts, undefined);
  });

  it('shares the parts of equal inline manifests', () => {
    const parts = () => {
      const [map] = calico({ manifest: CalicoManifest.inline(NAMESPACE_TEXT.slice()) }).payload;
      return member(map, 'entries', 0, 'documents');
    };
    assert.equal(parts(), parts());
  });

  it('reads a manifest from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calico-'));
    try {
      const path = join(folder, 'calico.yaml');
      writeFileSync(path, NAMESPACE_TEXT);
      assert.deepEqual(
        calico({ manifest: CalicoManifest.file(path) }),
        calico({ manifest: CalicoManifest.inline(NAMESPACE_TEXT) }),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says which file of a manifest is missing', () => {
    const model = calico({ manifest: CalicoManifest.file('no/such/calico.yaml') });
    assert.deepEqual(model.unreadable, { file: 'no/such/calico.yaml', reason: 'missing' });
    assert.deepEqual(model.payload, []);
  });

  it('is delivered as the user says', () => {
    const delivery = Delivery.clusterResourceSet({ strategy: 'ApplyOnce' });
    assert.equal(calico({ delivery }).delivery.strategy, 'ApplyOnce');
  });
});
