import type { CelEnvironment, CelLibrary } from './cel-library';
import { NAMESPACE_NAME, OBJECT_NAME } from './metadata';
import type { OpenApiSchema } from './open-api';
import { characters, pattern } from './text';

type Scalar = string | number | bigint | boolean;

/** Named string format, as `format.dns1123Label()` returns it. */
class CelFormat {
  constructor(readonly schema: OpenApiSchema) {}
}

class CelFormats {}

class CelSets {}

const FORMATS: Readonly<Record<string, OpenApiSchema>> = {
  dns1123Label: NAMESPACE_NAME,
  dns1123Subdomain: OBJECT_NAME,
  dns1035Label: { maxLength: 63, pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$' },
  qualifiedName: {
    pattern:
      '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
  },
  labelValue: { maxLength: 63, pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' },
  uuid: { pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' },
};

/** Registers Kubernetes' functions for strings, lists and named formats. */
export function addTexts(environment: CelEnvironment, optional: CelLibrary['Optional']): void {
  addStrings(environment);
  addLists(environment);
  addSets(environment);
  addFormats(environment, optional);
}

function addStrings(environment: CelEnvironment): void {
  environment
    .registerFunction('string.charAt(int): string', (text: string, i: bigint) =>
      text.charAt(Number(i)),
    )
    .registerFunction('string.replace(string, string): string', (text: string, a, b) =>
      text.replaceAll(a, () => b),
    )
    .registerFunction(
      'string.replace(string, string, int): string',
      (text: string, a: string, b: string, n: bigint) => replaceSome(text, a, b, Number(n)),
    )
    .registerFunction('string.reverse(): string', (text: string) => [...text].reverse().join(''))
    .registerFunction('string.find(string): string', (text: string, expression: string) => {
      return pattern(expression).exec(text)?.[0] ?? '';
    })
    .registerFunction('string.findAll(string): list<string>', (text: string, expression: string) =>
      [...text.matchAll(new RegExp(expression, 'g'))].map((match) => match[0]),
    );
}

function addLists(environment: CelEnvironment): void {
  environment
    .registerFunction('list.isSorted(): bool', (list: Scalar[]) =>
      list.every((item, i) => i === 0 || (list[i - 1] ?? item) <= item),
    )
    .registerFunction('list.sum(): dyn', sum)
    .registerFunction('list.min(): dyn', (list: Scalar[]) => first(list, (a, b) => a < b))
    .registerFunction('list.max(): dyn', (list: Scalar[]) => first(list, (a, b) => a > b))
    .registerFunction('list.indexOf(dyn): int', (list: Scalar[], item: Scalar) =>
      BigInt(list.indexOf(item)),
    )
    .registerFunction('list.lastIndexOf(dyn): int', (list: Scalar[], item: Scalar) =>
      BigInt(list.lastIndexOf(item)),
    );
}

function addSets(environment: CelEnvironment): void {
  const contains = (all: Scalar[], some: Scalar[]) => some.every((item) => all.includes(item));
  environment
    .registerType('kubernetes.Sets', { ctor: CelSets, fields: {} })
    .registerConstant('sets', 'kubernetes.Sets', new CelSets())
    .registerFunction('kubernetes.Sets.contains(list, list): bool', (_, a, b) => contains(a, b))
    .registerFunction(
      'kubernetes.Sets.equivalent(list, list): bool',
      (_, a, b) => contains(a, b) && contains(b, a),
    )
    .registerFunction(
      'kubernetes.Sets.intersects(list, list): bool',
      (_, a: Scalar[], b: Scalar[]) => a.some((item) => b.includes(item)),
    );
}

function addFormats(environment: CelEnvironment, optional: CelLibrary['Optional']): void {
  environment
    .registerType('kubernetes.NamedFormat', { ctor: CelFormat, fields: {} })
    .registerType('kubernetes.NamedFormats', { ctor: CelFormats, fields: {} })
    .registerConstant('format', 'kubernetes.NamedFormats', new CelFormats())
    .registerFunction(
      'kubernetes.NamedFormat.validate(string): optional<list<string>>',
      (format: CelFormat, text: string) =>
        fits(format.schema, text) ? optional.none() : optional.of(['does not have the format']),
    );
  for (const [name, schema] of Object.entries(FORMATS)) {
    const format = new CelFormat(schema);
    environment.registerFunction(
      `kubernetes.NamedFormats.${name}(): kubernetes.NamedFormat`,
      () => format,
    );
  }
}

function fits({ pattern: expression = '', maxLength = Infinity }: OpenApiSchema, text: string) {
  return pattern(expression).test(text) && characters(text) <= maxLength;
}

/** Returns the item that comes before all others. */
function first(list: readonly Scalar[], before: (a: Scalar, b: Scalar) => boolean): Scalar {
  const found = list.find((item) => !list.some((other) => before(other, item)));
  if (found === undefined) throw new RangeError('the list is empty');
  return found;
}

function sum(list: readonly (number | bigint)[]): number | bigint {
  if (list.every((item) => typeof item === 'bigint')) return list.reduce((a, b) => a + b, 0n);
  return list.reduce<number>((a, b) => a + Number(b), 0);
}

function replaceSome(text: string, a: string, b: string, times: number): string {
  const parts = text.split(a);
  if (times < 0 || parts.length <= times + 1) return parts.join(b);
  const changed = parts.slice(0, times + 1).join(b);
  return [changed, ...parts.slice(times + 1)].join(a);
}
