import assert from 'node:assert/strict';
import { registryAddress } from '../../../lib/registry/registry-address';
import { resolveImages } from '../../../lib/registry/resolve-images';
import {
  digestOf,
  type FakeImage,
  type FakeRegistryOptions,
  startRegistry,
} from '../../support/fake-registry';

const MANIFEST = '{"schemaVersion":2,"manifests":[]}';
const OTHER = '{"schemaVersion":2,"manifests":[{}]}';
const nothing = () => {};

/** Asks a registry of the test's own for some of its images. */
async function resolved(
  images: Readonly<Record<string, FakeImage>>,
  names: readonly string[],
  options: FakeRegistryOptions & { readonly patienceSeconds?: number } = {},
) {
  const { patienceSeconds, ...more } = options;
  const registry = await startRegistry(images, more);
  try {
    const all = names.map((name) => `${registry.host}/${name}`);
    const result = await resolveImages(
      all,
      patienceSeconds === undefined ? {} : { patienceSeconds },
      nothing,
    );
    const short = (map: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(map).map(([image, value]) => [image.slice(registry.host.length + 1), value]),
      );
    return {
      digests: short(result.digests),
      failures: short(result.failures),
      requests: registry.requests,
    };
  } finally {
    await registry.stop();
  }
}

describe('registries', () => {
  it('are asked for the digest of the list of platforms, with a token where they want one', async () => {
    const { digests, failures, requests } = await resolved({ 'a/b:v1': { manifest: MANIFEST } }, [
      'a/b:v1',
    ]);

    assert.deepEqual(failures, {});
    assert.deepEqual(digests, { 'a/b:v1': digestOf(MANIFEST) });
    assert.deepEqual(requests, [
      'GET /v2/a/b/manifests/v1',
      'GET /token',
      'GET /v2/a/b/manifests/v1 with a token',
    ]);
  });

  it('that want no token get none', async () => {
    const { digests, requests } = await resolved(
      { 'a:v1': { manifest: MANIFEST, stated: '' } },
      ['a:v1'],
      { auth: false },
    );

    assert.deepEqual(digests, { 'a:v1': digestOf(MANIFEST) });
    assert.deepEqual(requests, ['GET /v2/a/manifests/v1']);
  });

  it('give every image its own answer, in the order that was asked', async () => {
    const { digests, failures } = await resolved(
      { 'a:v1': { manifest: MANIFEST }, 'b:v2': { manifest: OTHER } },
      ['b:v2', 'missing:v1', 'a:v1'],
    );

    assert.deepEqual(Object.entries(digests), [
      ['b:v2', digestOf(OTHER)],
      ['a:v1', digestOf(MANIFEST)],
    ]);
    assert.deepEqual(failures, { 'missing:v1': 'the registry has no such image' });
  });

  it('are waited for where they ask for patience, but not for ever', async () => {
    const wait = [429, { 'retry-after': '0' }] as const;
    const { digests, failures } = await resolved(
      {
        'a:v1': { manifest: MANIFEST, before: [wait, wait] },
        'b:v1': { manifest: MANIFEST, before: [wait, wait, wait, wait, wait] },
        'c:v1': { manifest: MANIFEST, before: [[429, { 'retry-after': '3600' }]] },
        'd:v1': { manifest: MANIFEST, before: [[503, { 'retry-after': '0' }]] },
      },
      ['a:v1', 'b:v1', 'c:v1', 'd:v1'],
      { auth: false, patienceSeconds: 1 },
    );

    assert.deepEqual(Object.keys(digests), ['a:v1', 'd:v1']);
    assert.deepEqual(failures, {
      'b:v1': 'the registry received too many requests',
      'c:v1': 'the registry received too many requests',
    });
  });

  it('are not believed where they send something else than they state', async () => {
    const { digests, failures } = await resolved(
      {
        'a:v1': { manifest: MANIFEST, stated: digestOf(OTHER) },
        'b:v1': { manifest: MANIFEST, stated: 'latest' },
        'c:v1': { manifest: '<html></html>', type: 'text/html' },
        'd:v1': { manifest: 'x'.repeat(5 * 1024 * 1024) },
        'e:v1': { manifest: MANIFEST, before: [[403]] },
        'f:v1': { manifest: MANIFEST, before: [[418]] },
      },
      ['a:v1', 'b:v1', 'c:v1', 'd:v1', 'e:v1', 'f:v1'],
    );

    assert.deepEqual(digests, {});
    assert.deepEqual(failures, {
      'a:v1': 'the registry states a digest that does not match its manifest',
      'b:v1': 'the registry states an invalid digest',
      'c:v1': 'the registry did not return a manifest',
      'd:v1': 'the response of the registry is too large for a manifest',
      'e:v1': 'the registry does not allow anonymous access to the image',
      'f:v1': 'the registry answers with status 418',
    });
  });

  it('lead nowhere without https, neither to manifests nor to tokens', async () => {
    const unsafe = { location: 'http://example.org/manifest' };
    const moved = await resolved(
      { 'a:v1': { manifest: MANIFEST, before: [[307, unsafe]] } },
      ['a:v1'],
      { auth: false },
    );
    const elsewhere = await resolved({ 'a:v1': { manifest: MANIFEST } }, ['a:v1'], {
      realm: 'http://example.org/token',
    });

    assert.deepEqual(moved.failures, {
      'a:v1': 'the registry redirects to a server without https',
    });
    assert.deepEqual(elsewhere.failures, {
      'a:v1': 'the registry refers to a server without https for a token',
    });
  });

  it('may send to another place, which gets no token', async () => {
    const other = await startRegistry({ 'x:v1': { manifest: OTHER } }, { auth: false });
    try {
      const location = `http://${other.host}/v2/x/manifests/v1`;
      const { digests } = await resolved(
        { 'a:v1': { manifest: MANIFEST, before: [[307, { location }]] } },
        ['a:v1'],
      );

      assert.deepEqual(digests, { 'a:v1': digestOf(OTHER) });
      assert.deepEqual(other.requests, ['GET /v2/x/manifests/v1']);
    } finally {
      await other.stop();
    }
  });

  it('that go round in circles are left', async () => {
    const round = [307, { location: '/v2/a/manifests/v1' }] as const;
    const { failures } = await resolved(
      { 'a:v1': { manifest: MANIFEST, before: Array.from({ length: 9 }, () => round) } },
      ['a:v1'],
      { auth: false },
    );

    assert.deepEqual(failures, {
      'a:v1': 'the registry redirects too many times',
    });
  });

  it('that cannot be reached are said to be so', async () => {
    const registry = await startRegistry({});
    await registry.stop();
    const image = `${registry.host}/a:v1`;
    const { failures } = await resolveImages([image, 'No Image'], {}, nothing);

    assert.deepEqual(failures, {
      [image]: `${registry.host} cannot be reached: ECONNREFUSED`,
      'No Image': 'it is not a valid image name',
    });
  });
});

describe('addresses of registries', () => {
  it('follow the names of images', () => {
    const rows: readonly [string, string][] = [
      ['busybox', 'https://registry-1.docker.io/v2 library/busybox'],
      ['curlimages/curl', 'https://registry-1.docker.io/v2 curlimages/curl'],
      ['docker.io/library/busybox', 'https://registry-1.docker.io/v2 library/busybox'],
      ['registry.k8s.io/etcd', 'https://registry.k8s.io/v2 etcd'],
      ['registry.example:5000/a/b', 'https://registry.example:5000/v2 a/b'],
      ['localhost/a', 'http://localhost/v2 a'],
      ['127.0.0.1:5000/a', 'http://127.0.0.1:5000/v2 a'],
      ['[::1]:5000/a', 'http://[::1]:5000/v2 a'],
      ['127.0.0.1.example.org/a', 'https://127.0.0.1.example.org/v2 a'],
    ];
    for (const [repository, expected] of rows) {
      const { base, path } = registryAddress({ repository });
      assert.equal(`${base} ${path}`, expected);
    }
  });

  it('are those of a mirror where there is one', () => {
    const mirrors = { 'docker.io': 'https://mirror.example.org/v2/hub/' };
    assert.deepEqual(registryAddress({ repository: 'busybox' }, mirrors), {
      base: 'https://mirror.example.org/v2/hub',
      path: 'library/busybox',
    });
  });
});
