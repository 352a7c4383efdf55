import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engineError } from '../../../lib/cli/engine-error';
import { formatIssue } from '../../../lib/errors';
import { write } from '../../../lib/fix';
import { MASK, masked, maskedData } from '../../../lib/masking/mask';
import { CloudError } from '../../../lib/openstack/cloud-error';
import { plainTable } from '../../../lib/plan/plain-table';
import { writtenIssue } from '../../../lib/validation/mistakes-file';
import { INNOCENT } from '../secrets/innocent';
import { PLANTED_COMMANDS } from '../secrets/planted-objects';
import { PLANTED_CLOUDS, PLANTED_FILES, PLANTED_SHAPES } from '../secrets/planted-texts';
import { base64, type configMap, FAKE, privateKey } from '../secrets/rows';

const FACTS = { path: 'demo', prop: 'flavor', allowed: 'less', fix: 'leave it out', rule: 'some' };
const URL = `https://fake:${FAKE.password}@a.example/b`;

/** Texts that show nothing secret once a parser has read them, which messages leave to the check of objects. */
const DEEP = /in a comment|twice|with line ends|YAML in YAML|with escapes$/;

/** Texts without a secret that a message shows less of all the same. */
const HIDDEN_TO_BE_SAFE = [
  'prose with a colon',
  'a comment with an example',
  'a URL with variables',
  'a SealedSecret that is delivered',
];

describe('masked', () => {
  for (const { what, object } of [
    ...PLANTED_CLOUDS,
    ...PLANTED_SHAPES,
    ...PLANTED_FILES,
    ...PLANTED_COMMANDS,
  ].filter((row) => !DEEP.test(row.what))) {
    it(`hides ${what}`, () => {
      const text = textOf(object);
      const clean = masked(text);

      assert.notEqual(clean, text);
      for (const fake of Object.values(FAKE)) assert.equal(clean.includes(fake), false, clean);
    });
  }

  it('leaves nearly all texts without a secret as they are', () => {
    const changed = INNOCENT.map(({ what, object }) => [what, textOf(object)] as const)
      .filter(([, text]) => masked(text) !== text)
      .map(([what]) => what);

    assert.deepEqual(changed, HIDDEN_TO_BE_SAFE);
  });

  it('changes nothing that is masked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(URL, privateKey(), `password: ${FAKE.secret}`),
        (text, secret) => {
          const once = masked(`${text} ${secret}`);

          assert.equal(masked(once), once);
          assert.equal(once.includes(FAKE.secret), false);
        },
      ),
    );
  });

  it('hides values of keys in data, and keeps references', () => {
    const data = { a: [{ password: FAKE.password, token: '$TOKEN', pin: 1 }], [URL]: URL };

    assert.deepEqual(maskedData(data), {
      a: [{ password: MASK, token: '$TOKEN', pin: 1 }],
      'https://***@a.example/b': 'https://***@a.example/b',
    });
  });
});

describe('messages', () => {
  it('cut texts that were given for a name', () => {
    assert.equal(
      first(privateKey()),
      `demo: flavor is "-----BEGIN PRIVATE KEY-… (${privateKey().length} characters)`,
    );
    const clouds = `clouds:\n  a:\n    auth:\n      auth_url: https://cloud.example\n      password: ${FAKE.password}\n`;
    assert.equal(first(clouds), `demo: flavor is "clouds:… (${clouds.length} characters)`);
  });

  it('mask URLs, and what is secret by the name of its prop', () => {
    assert.equal(first(URL), 'demo: flavor is "https://***@a.example/b"');
    assert.equal(first(FAKE.password, 'auth.password'), 'demo: auth.password is "***"');
    assert.equal(first(12_345, 'auth.password'), 'demo: auth.password is ***');
    assert.equal(first('', 'auth.password'), 'demo: auth.password is ""');
    assert.equal(first(`a: ${FAKE.password}`, 'credentials'), 'demo: credentials is "***"');
    assert.equal(first('My Secret', 'credentials'), 'demo: credentials is "My Secret"');
    assert.equal(first({ password: FAKE.password }), 'demo: flavor is {"password":"***"}');
  });

  it('repeat no secret in the fix, the allowed and the change', () => {
    const given = `password: ${FAKE.password}`;
    const issue = {
      ...FACTS,
      given,
      allowed: `less than "${given}"`,
      fix: write('password-fake-0001-fake'),
    };

    assert.equal(
      formatIssue(issue),
      `demo: flavor is "password: ***"
  allowed: less than "password: ***"
  fix: write "password-***-***-***"`,
    );
    assert.deepEqual(writtenIssue(issue), {
      path: 'demo',
      prop: 'flavor',
      given: '"password: ***"',
      allowed: 'less than "password: ***"',
      fix: 'write "password-***-***-***"',
      rule: 'some',
    });
    assert.deepEqual(writtenIssue({ ...FACTS, fix: write(1) }).change, write(1));
  });

  it('of Pulumi, clouds and tables mask as well', () => {
    assert.equal(engineError(`error: ${URL} is down`), '  error: https://***@a.example/b is down');
    const fault = {
      place: URL,
      found: 'nothing',
      allowed: 'more',
      fix: `set OS_PASSWORD=${FAKE.password}`,
    };
    assert.equal(
      new CloudError(fault).message,
      'https://***@a.example/b: nothing\n  allowed: more\n  fix: set OS_PASSWORD=***',
    );
    assert.equal(plainTable({ rows: [['a', URL, 1]] }), 'a  https://***@a.example/b  1');
  });

  it('say what JSON cannot, without end', () => {
    const loop: Record<string, unknown> = {};
    loop.again = loop;

    assert.match(first(loop) ?? '', /^demo: flavor is \{"again":/);
    assert.equal(first(10n), 'demo: flavor is "10"');
    assert.equal(first(base64(`password: ${FAKE.password}`)), 'demo: flavor is "cGFz***"');
  });
});

function first(given: unknown, prop = FACTS.prop): string | undefined {
  return formatIssue({ ...FACTS, prop, given }).split('\n')[0];
}

function textOf(object: ReturnType<typeof configMap>): string {
  const { data, spec } = object as { data?: { text?: unknown }; spec?: unknown };
  return typeof data?.text === 'string'
    ? data.text
    : spec === undefined
      ? 'nothing'
      : command(spec);
}

function command(spec: unknown): string {
  const { template } = spec as { template?: { spec?: { preKubeadmCommands?: readonly string[] } } };
  return template?.spec?.preKubeadmCommands?.[0] ?? 'nothing';
}
