import assert from 'node:assert/strict';
import { share } from '../../../../lib/base/shared';
import { emitYaml } from '../../../../lib/output/emit-yaml';
import { findCredentials } from '../../../../lib/secrets/scan/find-credentials';
import { isSuspectText } from '../../../../lib/secrets/scan/suspicion';
import { INNOCENT } from './innocent';
import { PLANTED_COMMANDS, PLANTED_OBJECTS, PLANTED_ODDITIES } from './planted-objects';
import { PLANTED_CLOUDS, PLANTED_FILES, PLANTED_SHAPES } from './planted-texts';
import { carrier, chart, configMap, FAKE, machineFile, object } from './rows';

const PLANTED = [
  ...PLANTED_CLOUDS,
  ...PLANTED_SHAPES,
  ...PLANTED_FILES,
  ...PLANTED_COMMANDS,
  ...PLANTED_OBJECTS,
  ...PLANTED_ODDITIES,
];

describe('findCredentials', () => {
  for (const { what, object: manifest, field } of PLANTED) {
    it(`finds ${what}`, () => {
      const fields = findCredentials(manifest).map((finding) => finding.field);

      assert.ok(fields.includes(field), `found in ${JSON.stringify(fields)}`);
      assert.equal(isSuspectText(emitYaml(manifest)), true);
    });
  }

  for (const [what, text] of PLANTED.filter(({ field }) => field === 'data.text').map(
    ({ what, object: { data } }) => [what, (data as { text: string }).text] as const,
  )) {
    it(`finds ${what} in every carrier of texts`, () => {
      const carriers = {
        machines: machineFile(text),
        payload: configMap(emitYaml(configMap(text))),
        json: configMap(JSON.stringify(configMap(text))),
        delivered: carrier(emitYaml(configMap(text))),
        values: chart(emitYaml({ config: text })),
      };

      assert.deepEqual(
        Object.entries(carriers)
          .filter(([, carried]) => findCredentials(carried).length === 0)
          .map(([name]) => name),
        [],
      );
    });
  }

  for (const { what, object: manifest } of INNOCENT) {
    it(`passes ${what}`, () => {
      assert.deepEqual(findCredentials(manifest), []);
    });
  }

  it('has rows enough', () => {
    assert.ok(PLANTED.length >= 150, `${PLANTED.length} planted`);
    assert.ok(INNOCENT.length >= 90, `${INNOCENT.length} innocent`);
  });

  it('never repeats what it finds', () => {
    const told = JSON.stringify(PLANTED.map(({ object: manifest }) => findCredentials(manifest)));

    for (const fake of Object.values(FAKE)) assert.equal(told.includes(fake), false);
  });

  it('finds a credential again in data that many objects share, and in long texts', () => {
    const long = `${'# comment\n'.repeat(300)}password=${FAKE.password}\n`;
    for (const data of [share({ x: `client-key-data: ${FAKE.secret}` }), { x: long }]) {
      const manifest = object('ConfigMap', { data });

      for (let round = 0; round < 2; round++) assert.equal(findCredentials(manifest).length, 1);
    }
  });

  it('finds a credential in each document of a long text, by the name of the document', () => {
    const documentOf = (name: string, data: object) =>
      emitYaml(object('ConfigMap', { metadata: { name }, data }));
    const harmless = Array.from({ length: 40 }, (_, index) =>
      documentOf(`harmless-${index}`, { text: 'nothing to see, as nothing is hidden here' }),
    );
    const planted = ['first', 'second'].map((name) =>
      documentOf(name, { password: FAKE.password }),
    );
    const x = [...harmless, ...planted, ...harmless].join('---\n');

    assert.deepEqual(
      findCredentials(object('ConfigMap', { data: { x } })).map(({ given }) => given),
      ['a password (data.password of ConfigMap first), and 1 more'],
    );
  });

  it('finds a credential in a text, whatever was in another text before', () => {
    const encoded = Buffer.from(`clouds: { a: { auth: { password: '${FAKE.password}' } } }\n`);
    const documentOf = (name: string, text: string) =>
      emitYaml(object('Other', { metadata: { name }, value: encoded.toString('base64'), text }));
    const long = documentOf('long', 'nothing to see. '.repeat(200));
    const short = documentOf('short', 'nothing to see');
    const found = (x: string) => findCredentials(object('ConfigMap', { data: { x } })).length;

    assert.equal(found(`${long}---\n${short}`), 1);
    assert.equal(found(short), 1);
  });

  it('finds every field, each once', () => {
    const data = {
      a: `token: ${FAKE.secret}\npassword: ${FAKE.password}`,
      b: `password=${FAKE.password}`,
    };

    assert.deepEqual(
      findCredentials(object('ConfigMap', { data })).map(({ field, given }) => [field, given]),
      [
        ['data.a', 'a token (token), and 1 more'],
        ['data.b', 'a password'],
      ],
    );
  });

  it('ends for data that contains itself, and for what is packed many times', () => {
    const loop: Record<string, unknown> = { password: FAKE.password };
    loop.again = [loop];
    const deep = Array.from({ length: 30 }).reduce<string>(
      (text) => Buffer.from(text).toString('base64'),
      'password: fake-and-deep',
    );

    assert.equal(findCredentials(object('Any', { loop })).length, 1);
    assert.equal(findCredentials(configMap('a: &a [*a]\npassword: x1')).length, 1);
    assert.ok(findCredentials(configMap(deep)).length <= 1);
  });
});
