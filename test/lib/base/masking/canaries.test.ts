import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Addon, CloudCredentials, Fleet } from '../../../../constructs/index';
import { ValidationError } from '../../../../lib/base/errors';
import { maskedData } from '../../../../lib/base/masking/mask';
import { planJson } from '../../../../lib/openstack/plan/plan-json';
import { planTable } from '../../../../lib/openstack/plan/plan-table';
import { emitDocuments } from '../../../../lib/output/emit-yaml';
import { mistakeDocuments, mistakePaths } from '../../../../lib/validation/mistakes-file';
import { testFleet } from '../../../support/fleets';
import { inFolder } from '../../../support/in-folder';
import {
  type RandomProgram,
  randomProgram,
  tryBuild,
} from '../../../support/random/random-program';
import { randomRuns } from '../../../support/random/random-runs';

const CANARY = 'Canary7Fake7Secret7Word';
const VERSIONS = ['1.13', '0.14'] as const;
const pem = `PRIVATE ${'KEY'}-----`;

/** Texts with the canary, all of a form that is known, or long where a name is expected. */
const SHAPES: Readonly<Record<string, string>> = {
  'a URL': `https://fake:${CANARY}@a.example/b`,
  'a private key': `-----BEGIN ${pem}\n${CANARY.repeat(3)}\n-----END ${pem}\n`,
  'a clouds.yaml': `clouds:\n  openstack:\n    auth:\n      password: ${CANARY}\n`,
  'a clouds.yaml in a line': `{clouds: {openstack: {auth: {password: ${CANARY}}}}}`,
  'a token': `gh${'p'}_${CANARY}${'0'.repeat(20)}`,
  'a header': `Authorization: Bearer ${CANARY}`,
  'an option': `run --password ${CANARY}`,
  'a signed URL': `https://a.example/b?X-Amz-${'Signature'}=${CANARY}`,
  'a variable': `DB_PASSWORD=${CANARY}`,
};

describe('random programs with secrets in their texts', () => {
  it('show none in a message, a report, a plan or a file', function () {
    this.timeout(600_000);
    const seen = { refused: 0, all: 0 };

    fc.assert(
      fc.property(
        randomProgram({ versions: VERSIONS, gates: true }),
        fc.nat(),
        fc.constantFrom(...Object.values(SHAPES)),
        (program, at, shape) => {
          const planted = plant(program, at, shape);
          inFolder((outdir) => {
            const said = outputs(planted, outdir);
            seen.all += 1;
            if (said.message !== '') seen.refused += 1;
            for (const [channel, text] of Object.entries(said)) {
              assert.equal(isTold(text), false, `${channel}: ${text.slice(0, 2_000)}`);
            }
          });
        },
      ),
      randomRuns(250),
    );

    assert.ok(seen.refused > seen.all / 2, `${seen.refused} of ${seen.all} are refused`);
  });
});

/** Programs that give a text without a form where something else was expected. */
const FORMLESS: Readonly<Record<string, () => Fleet>> = {
  'lines for the name of a Secret': () => {
    const credentials = CloudCredentials.fromSecret(`clouds:\n a:\n  b: ${CANARY} more`);
    const { fleet, cluster } = testFleet({ cloud: { credentials } });
    cluster();
    return fleet;
  },
  'a label with a secret name': () => withPool({ labels: { 'a/password': `${CANARY} !!` } }),
  'a map for a label with a secret name': () => withPool({ labels: { password: { v: CANARY } } }),
  'the name of a pool': () => withPool({}, `token ${CANARY}`),
  'lines for the name of a pool': () => withPool({}, `clouds:\n a: ${CANARY}`),
  'a manifest for where it is': () => {
    const { fleet, cluster } = testFleet();
    const text: unknown = `kind: Secret\nstringData: {a: ${CANARY}\n`;
    cluster().addAddon(Addon.manifest('y', text as Parameters<typeof Addon.manifest>[1]));
    return fleet;
  },
};

describe('programs with texts without a form in odd places', () => {
  for (const [what, build] of Object.entries(FORMLESS)) {
    it(`show nothing of ${what}`, () => {
      const issues = mistakesOf(() => build().synth())?.issues ?? [];

      assert.ok(issues.length > 0);
      assert.equal(isTold(new ValidationError(issues).message), false);
      assert.equal(isTold(emitDocuments(mistakeDocuments(issues))), false);
    });
  }
});

function withPool(props: object, name = 'a'): Fleet {
  const { fleet, cluster } = testFleet();
  cluster().addNodePool(name, { flavor: 'small', replicas: 1, ...props });
  return fleet;
}

/** Program with a text of it replaced. */
function plant(program: RandomProgram, at: number, text: string): RandomProgram {
  const { cluster, pools } = program;
  const count = leaves({ cluster, pools });
  let left = count === 0 ? -1 : at % count;
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') {
      left -= 1;
      return left === -1 ? text : value;
    }
    if (Array.isArray(value)) return value.map(visit);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one)]));
  };
  const planted = visit({ cluster, pools }) as Pick<RandomProgram, 'cluster' | 'pools'>;
  return { ...program, ...planted };
}

function leaves(value: unknown): number {
  if (typeof value === 'string') return 1;
  const members = Array.isArray(value) || isPlain(value) ? Object.values(value) : [];
  return members.reduce<number>((sum, member) => sum + leaves(member), 0);
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** All that a program says and writes. */
function outputs(program: RandomProgram, outdir: string): Readonly<Record<string, string>> {
  const cluster = tryBuild(program, VERSIONS, 'prod', outdir);
  const fleet = cluster?.node.root;
  if (!(fleet instanceof Fleet)) return { message: 'refused at once' };
  const error = mistakesOf(() => fleet.synth());
  const planned: { plan?: ReturnType<Fleet['plan']> } = {};
  const unplanned = mistakesOf(() => {
    planned.plan = fleet.plan();
  });
  const issues = error?.issues ?? [];
  return {
    message: error?.message ?? '',
    plan: planned.plan === undefined ? '' : JSON.stringify(maskedData(planJson(planned.plan))),
    table: planned.plan === undefined ? '' : planTable(planned.plan),
    unplanned: unplanned?.message ?? '',
    report: `${emitDocuments(mistakeDocuments(issues))}${mistakePaths(issues)}`,
    files: filesIn(outdir),
  };
}

function mistakesOf(run: () => unknown): ValidationError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ValidationError) return error;
    throw error;
  }
}

function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
}

/** Tells whether a text has the canary, however it is written. */
function isTold(text: string): boolean {
  const plain = text.replaceAll(/[^A-Za-z0-9+/]/g, '').toLowerCase();
  const bare = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const encoded = Buffer.from(CANARY).toString('base64').slice(0, 20).toLowerCase();
  return bare.includes(CANARY.toLowerCase()) || plain.includes(encoded);
}
