import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIssue } from '../../../../lib/base/errors';
import { write } from '../../../../lib/base/fix';
import { MASK, masked, maskedData } from '../../../../lib/base/masking/mask';
import { plainTable } from '../../../../lib/base/plain-table';
import { engineError } from '../../../../lib/cli/engine-error';
import { CloudError } from '../../../../lib/openstack/client/cloud-error';
import { writtenIssue } from '../../../../lib/validation/mistakes-file';
import { INNOCENT } from '../../secrets/scan/innocent';
import { PLANTED_COMMANDS } from '../../secrets/scan/planted-objects';
import { PLANTED_CLOUDS, PLANTED_FILES, PLANTED_SHAPES } from '../../secrets/scan/planted-texts';
import { base64, type configMap, FAKE, privateKey } from '../../secrets/scan/rows';

const FACTS = { path: 'demo', prop: 'flavor', allowed: 'less', fix: 'leave it out', rule: 'some' };
const URL = `https://fake:${FAKE.password}@a.example/b`;

/** Part of a secret that no form tells. */
const WORD = 'Fake0made0Word';

/** Texts that are given for a name, and are none. */
const ODD_NAMES: Readonly<Record<string, { given: string; prop?: string; shown: string }>> = {
  'a text of lines': {
    given: `clouds:\n a:\n  b: ${WORD} more`,
    prop: 'credentials.secretName',
    shown: '"clouds:… (36 characters)',
  },
  'lines for what is no name': {
    given: `kind: Secret\nstringData: {a: ${WORD}\n`,
    prop: 'addon.source',
    shown: '"kind: Secret… (44 characters)',
  },
  'lines that begin with a secret': { given: `${WORD}\nmore`, shown: '"… (19 characters)' },
  'a map in a line': {
    given: `clouds: {a: {b: ${WORD}}}`,
    shown: '"clouds: {a: {b: … (32 characters)',
  },
  'a long text': { given: `one ${WORD} ${'more '.repeat(20)}`, shown: '"one … (119 characters)' },
  'a word behind a secret one': { given: `token ${WORD}`, shown: '"token ***"' },
  'a word as only made ones are': { given: `pool ${WORD}`, shown: '"pool ***"' },
};

/** Texts that show nothing secret once a parser has read them, which messages leave to the check of objects. */
const DEEP = /in a comment|twice|with line ends|YAML in YAML|with escapes$/;

/** Texts without a secret that a message shows less of all the same. */
const HIDDEN_TO_BE_SAFE = [
  'prose with a colon',
  'a comment with an example',
  'the names of the keys of a Secret',
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
      `demo: flavor is "password: ***… (${given.length} characters)
  allowed: less than "password: ***"
  fix: write "…"`,
    );
    assert.deepEqual(writtenIssue(issue), {
      path: 'demo',
      prop: 'flavor',
      given: `"password: ***… (${given.length} characters)`,
      allowed: 'less than "password: ***"',
      fix: 'write "…"',
      rule: 'some',
    });
    assert.deepEqual(writtenIssue({ ...FACTS, fix: write(1) }).change, write(1));
  });

  for (const [what, { given, prop = 'name', shown }] of Object.entries(ODD_NAMES)) {
    it(`show little of ${what}, and make no fix of it`, () => {
      const issue = { ...FACTS, path: `demo/${given}`, prop, given, fix: write(String(given)) };
      const text = formatIssue(issue);

      assert.equal(text.includes(WORD), false, text);
      assert.equal(text.toLowerCase().includes(WORD.toLowerCase()), false, text);
      assert.equal(JSON.stringify(writtenIssue(issue)).includes(WORD), false);
      assert.match(text, /fix: write "…"/);
      assert.equal(first(given, prop), `demo: ${prop} is ${shown}`);
    });
  }

  it('show names of several words, and texts that no prop of a name has', () => {
    assert.equal(first('Ubuntu 22.04 x86_64', 'name'), 'demo: name is "Ubuntu 22.04 x86_64"');
    assert.equal(first('a: {b: c} d', 'command'), 'demo: command is "a: {b: c} d"');
    assert.equal(
      formatIssue({ ...FACTS, path: 'demo/my pool', fix: write('my pool') }).split('\n')[2],
      '  fix: write "my pool"',
    );
  });

  it('keep words of their own that a text which is cut has, too', () => {
    const issue = { ...FACTS, given: `Global\nother: ${WORD}`, allowed: '"Global" or "Route"' };

    assert.match(formatIssue(issue), /allowed: "Global" or "Route"/);
  });

  it('hide all of what a secret name has, but for where it refers to', () => {
    const given = { v: WORD, on: true, list: [1234, WORD] };

    assert.equal(
      first(given, 'labels.password'),
      'demo: labels.password is {"v":"***","on":true,"list":["***","***"]}',
    );
    assert.equal(
      first({ password: given }),
      'demo: flavor is {"password":{"v":"***","on":true,"list":["***","***"]}}',
    );
    assert.deepEqual(maskedData({ token: { secretKeyRef: { name: 'a', key: 'b' } } }), {
      token: { secretKeyRef: { name: 'a', key: 'b' } },
    });
    assert.equal(
      first(`${WORD} !!`, 'labels["a/password"]'),
      'demo: labels["a/password"] is "***"',
    );
    assert.equal(
      first(`${WORD} !!`, 'passwords["a"].token[0]'),
      'demo: passwords["a"].token[0] is "***"',
    );
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
