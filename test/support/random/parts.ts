import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  type ConditionGate,
  MachineImage,
  NetworkLookup,
  type SecretKey,
  type Taint,
} from '../../../constructs/index';
import { jinjaIn } from '../../../lib/base/jinja';

/** Props without a question mark: a table of them has a line for each prop, new ones too. */
export type Every<P> = { [K in keyof P]-?: Exclude<P[K], undefined> };

/** Arbitraries of props by their names. */
export type PartsOf<P> = { [K in keyof P]: fc.Arbitrary<P[K]> };

const KEPT = 4;

/** Some props of a table: each is there one time out of eight or so. */
export function someOf<P extends object>(parts: PartsOf<P>) {
  return fc
    .tuple(
      fc.record(parts, { requiredKeys: [], noNullPrototype: true }),
      fc.infiniteStream(fc.nat(KEPT - 1)),
    )
    .map(([props, coins]) => {
      const kept = { ...props };
      for (const key in kept) if (coins.next().value !== 0) delete kept[key];
      return kept;
    });
}

/** Each prop of a table, which are few, half of the time. */
export function halfOf<P extends object>(parts: PartsOf<P>) {
  return fc.record(parts, { requiredKeys: [], noNullPrototype: true });
}

export const flag = fc.boolean();
/** Words for names of objects, files and labels. */
export const word = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/);
/** Texts with everything that YAML, shells and templates could trip over, but for line ends that a rule refuses. */
export const oddText = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'yes',
      '0x1f',
      '1e3',
      '- a',
      'a: b # c',
      '"\'`$HOME',
      '{{ ds.meta_data }}',
      'line\nline\n',
      '---\na: 1',
      '\ttab',
      '#cloud-config',
      '~',
    ),
  )
  .filter((text) => !/[\u0085\u2028\u2029]/.test(text));
export const uuid = fc.uuid({ version: 4 });
export const lookup = fc.oneof(
  uuid.map(NetworkLookup.fromId),
  word.map(NetworkLookup.fromName),
  fc
    .uniqueArray(word, { minLength: 1, maxLength: 2 })
    .map((tags) => NetworkLookup.fromTags(...tags)),
  fc
    .tuple(word, halfOf({ projectID: fc.constant('0123456789abcdef') }))
    .map(([name, rest]) => ({ name, ...rest }))
    .map(NetworkLookup.matching),
);
export const image = fc.oneof(
  word.map(MachineImage.fromName),
  uuid.map(MachineImage.fromId),
  word.map((tag) => MachineImage.fromTags(tag)),
  word.map(MachineImage.orc),
);
export const secretKey: fc.Arbitrary<SecretKey> = fc.record({ name: word, key: word });
export const seconds = fc
  .oneof(fc.constantFrom(0, 1, 30, 600, 86_400), fc.integer({ min: 30, max: 100_000 }))
  .map((count) => Duration.seconds(count));
/** Lookups of what has neither tags nor descriptions. */
export const nameOrId = fc.oneof(uuid.map(NetworkLookup.fromId), word.map(NetworkLookup.fromName));
export const tags = fc.uniqueArray(word, { maxLength: 3 });
export const labelValue = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^[A-Za-z0-9]([-\w.]{0,20}[A-Za-z0-9])?$/),
);
export const labelKey = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]([-\w.]{0,10}[A-Za-z0-9])?$/),
  fc.tuple(word, word).map(([domain, name]) => `${domain}.example/${name}`),
);
export const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 3, noNullPrototype: true });
export const annotations = fc.dictionary(labelKey, oddText, { maxKeys: 3, noNullPrototype: true });
export const moment = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
  .map((date) => date.toISOString().replace(/\.\d+/, ''));
/** Texts of any kind that cloud-init does not read as a template. */
export const literalText = oddText.filter((text) => jinjaIn(text) === undefined);
/** Arguments that no version derives, with values of any kind. */
export const extraArgs = fc.dictionary(
  fc.constantFrom('v', 'vmodule', 'profiling', 'x-y.z', 'n_a'),
  literalText,
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
);
export const amount = fc.constantFrom(0, 1, 2, '0%', '10%', '25%', '100%');
export const gates: fc.Arbitrary<readonly ConditionGate[]> = fc.uniqueArray(
  fc
    .tuple(word, fc.constantFrom({}, { polarity: 'Positive' }, { polarity: 'Negative' }))
    .map(([name, rest]): ConditionGate => ({ conditionType: `example.org/${name}`, ...rest })),
  { minLength: 1, maxLength: 3, selector: ({ conditionType }) => conditionType },
);
export const taint: fc.Arbitrary<Taint> = fc
  .tuple(
    labelKey,
    fc.constantFrom('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
    halfOf({ value: labelValue }),
  )
  .map(([key, effect, rest]) => ({ key, effect, ...rest }));
export const taints = fc.uniqueArray(taint, {
  maxLength: 3,
  selector: ({ key, effect }) => `${key}:${effect}`,
});
export const zone = fc.constantFrom('nova', 'az1', 'az2');
export const address = fc.integer({ min: 2, max: 250 }).map((last) => `203.0.113.${last}`);
export const cidr = fc.oneof(
  fc.tuple(fc.nat(255), fc.integer({ min: 8, max: 24 })).map(([first]) => `198.${first}.0.0/16`),
  fc.constantFrom('0.0.0.0/0', '192.0.2.0/24', '203.0.113.7/32', '203.0.113.8'),
);
export const absolutePath = fc
  .uniqueArray(word, { minLength: 1, maxLength: 3 })
  .map((parts) => `/opt/${parts.join('/')}`);
export const certificate = fc.constant(
  '-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n',
);
