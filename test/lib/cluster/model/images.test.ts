import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { KNOWN_DIGESTS } from '../../../../lib/cluster/model/image-digests';
import { imageText, isDigest, tryParseImage } from '../../../../lib/cluster/model/image-reference';
import { chosenImage, pinnedImage } from '../../../../lib/cluster/model/images';
import { type KnownImage, knownImage } from '../../../../lib/cluster/model/known-image';
import { pinnedObjects, pinnedText } from '../../../../lib/cluster/model/pinned-texts';
import { ROOT, sourceFiles } from '../../../support/import-graph';
import { KNOWN_IMAGES } from '../../../support/known-images';
import { configMap } from '../../../support/models';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const ALL: readonly KnownImage[] = Object.values(KNOWN_IMAGES).flatMap((images) =>
  Object.values<KnownImage>(images),
);
const KNOWN = { repository: 'registry.example/app', tag: 'v1' };

describe('references to images', () => {
  it('are read into the parts that they are written from', () => {
    const host = fc.constantFrom(
      '',
      'docker.io/',
      'registry.example:5000/',
      '[::1]:5000/',
      'localhost/',
    );
    const path = fc.constantFrom('a', 'a/b', 'a-b/c_d/e.f', 'a__b', 'a---b');
    const tag = fc.constantFrom(undefined, 'v1', '3.5.24-0', 'A_b.c-d');
    const digest = fc.constantFrom(undefined, DIGEST, `sha512:${'0'.repeat(128)}`);
    fc.assert(
      fc.property(host, path, tag, digest, (registry, name, ...rest) => {
        const text = imageText({
          repository: `${registry}${name}`,
          ...(rest[0] !== undefined && { tag: rest[0] }),
          ...(rest[1] !== undefined && { digest: rest[1] }),
        });
        const parsed = tryParseImage(text);

        assert.ok(parsed !== undefined, text);
        assert.equal(parsed.repository, `${registry}${name}`);
        assert.equal(parsed.tag, rest[0]);
        assert.equal(parsed.digest, rest[1]);
        assert.equal(imageText(parsed), text);
      }),
    );
  });

  it('are nothing else', () => {
    const odd = [
      '',
      ' a',
      'a:',
      'a@',
      'A/b',
      'a//b',
      '/a',
      'a/',
      'a:v 1',
      'https://a/b',
      'a@sha256:ab',
    ];
    for (const text of [
      ...odd,
      `a@${DIGEST.toUpperCase()}`,
      'a\n',
      'x'.repeat(600),
      7,
      undefined,
    ]) {
      assert.equal(tryParseImage(text), undefined, String(text));
    }
  });
});

describe('images that the library writes', () => {
  it('stand in tables, and nowhere else', () => {
    const elsewhere = sourceFiles('lib', 'constructs')
      .filter(
        (file) =>
          !file.includes('generated') &&
          !/lib\/(cluster\/model\/image(s|-digests)|\w+\/addons\/images)\.ts$/.test(file),
      )
      .filter((file) =>
        readFileSync(join(ROOT, file), 'utf8')
          .split('\n')
          .some((line) => !/^\s*(\*|\/\*|\/\/)/.test(line) && REPOSITORY.test(line)),
      );

    assert.deepEqual(elsewhere, []);
  });

  it('have names and tags for every Kubernetes version', () => {
    for (const known of ALL) {
      for (const version of ['1.27.3', '1.28.0', 'v1.32.4', '1.36.1']) {
        const image = knownImage(known, version);
        assert.deepEqual(tryParseImage(imageText(image)), image);
      }
    }
  });

  it('have known digests with the source that says so', () => {
    const repositories = new Set(ALL.map(({ repository }) => repository));
    for (const [image, { digest, source }] of Object.entries(KNOWN_DIGESTS)) {
      const { repository = '', tag } = tryParseImage(image) ?? {};
      assert.ok(repositories.has(repository), image);
      assert.notEqual(tag, undefined);
      assert.ok(isDigest(digest), image);
      assert.match(
        source,
        /^kubernetes\/k8s\.io@[0-9a-f]{40}:registry\.k8s\.io\/images\/\S+\.yaml$/,
      );
    }
    const digests = Object.values(KNOWN_DIGESTS).map(({ digest }) => digest);
    assert.equal(new Set(digests).size, digests.length);
  });

  it('are those of the user, with what is missing', () => {
    const digests = { 'mirror.example/app:v2': DIGEST };
    const rows: readonly [string | undefined, string][] = [
      [undefined, 'registry.example/app:v1'],
      ['mirror.example/app', 'mirror.example/app:v1'],
      ['mirror.example/app:v2', `mirror.example/app:v2@${DIGEST}`],
      ['mirror.example/app:v3', 'mirror.example/app:v3'],
      [`mirror.example/app@${DIGEST}`, `mirror.example/app@${DIGEST}`],
      [`mirror.example/app:v2@${DIGEST}`, `mirror.example/app:v2@${DIGEST}`],
      ['No Image', 'No Image'],
    ];
    for (const [given, expected] of rows)
      assert.equal(chosenImage(given, KNOWN, digests), expected);
  });

  it('have the digest of the file before one that is known', () => {
    const [image = ''] = Object.keys(KNOWN_DIGESTS);
    assert.equal(pinnedImage(image, undefined), `${image}@${KNOWN_DIGESTS[image]?.digest}`);
    assert.equal(pinnedImage(image, { [image]: DIGEST }), `${image}@${DIGEST}`);
    assert.equal(pinnedImage('web', { 'web:latest': DIGEST }), `web@${DIGEST}`);
    assert.equal(pinnedImage('constructor', {}), 'constructor');
  });
});

describe('manifests of the user', () => {
  const digests = { 'web:v1': DIGEST };

  it('have digests beside their tags, and are otherwise the same', () => {
    const text = [
      'containers:',
      '  - image: web:v1',
      "  - {name: a, image: 'web:v1'}",
      '    image: "web:v1"   # comment',
      "    image: 'web:v1'\r",
      '    image: web:v2',
      '    note: "image: web:v1"',
    ].join('\n');
    const expected = [
      'containers:',
      `  - image: web:v1@${DIGEST}`,
      "  - {name: a, image: 'web:v1'}",
      `    image: "web:v1@${DIGEST}"   # comment`,
      `    image: 'web:v1@${DIGEST}'\r`,
      '    image: web:v2',
      '    note: "image: web:v1"',
    ].join('\n');

    assert.equal(pinnedText(text, digests), expected);
    assert.equal(pinnedText(text, undefined), text);
  });

  it('may be objects, which are made once', () => {
    const pod = { ...configMap('web'), spec: { containers: [{ image: 'web:v1' }, { image: 7 }] } };
    const given = [pod];

    assert.deepEqual(pinnedObjects(given, digests), [
      { ...pod, spec: { containers: [{ image: `web:v1@${DIGEST}` }, { image: 7 }] } },
    ]);
    assert.equal(pinnedObjects(given, digests), pinnedObjects(given, digests));
    assert.equal(pinnedObjects(given, undefined), given);
  });
});

const REPOSITORY = /(registry\.k8s\.io|docker\.io|ghcr\.io|nvcr\.io|quay\.io)\/[\w$]/;
