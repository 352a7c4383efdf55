import { FORMATS } from './formats';
import type { SchemaNode } from './schema-data';

/** Describes the values that a schema accepts. */
export function describeNode(node: SchemaNode): string {
  const text = node.enum === undefined ? byType(node) : oneOf(node.enum);
  return node.nullable === true ? `${text}, or null` : text;
}

/** Lists values, quoted as JSON, with an "or" before the last. */
export function oneOf(values: readonly unknown[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** Describes how many of something are accepted. */
export function bounds(least: number | undefined, most: number | undefined, noun: string): string {
  if (least === undefined && most === undefined) return '';
  const one = (most ?? least) === 1 ? noun : `${noun}s`;
  if (most === undefined) return `${least} or more ${plural(noun)}`;
  if (least === undefined || least === 0) return `at most ${most} ${one}`;
  return least === most ? `exactly ${least} ${one}` : `${least} to ${most} ${plural(noun)}`;
}

function plural(noun: string): string {
  return `${noun}s`;
}

function byType(node: SchemaNode): string {
  switch (node.type) {
    case 'object':
      return `an object${withBounds(node.minProperties, node.maxProperties, 'field')}`;
    case 'array':
      return `a list${withBounds(node.minItems, node.maxItems, 'item')}`;
    case 'string':
      return textOf(node);
    case 'integer':
      return number('an integer', node);
    case 'number':
      return number('a number', node);
    case 'boolean':
      return 'true or false';
    case 'int-or-string':
      return `${number('an integer', node)}, or ${textOf(node)}`;
    default:
      return 'any value';
  }
}

function withBounds(least: number | undefined, most: number | undefined, noun: string): string {
  const text = bounds(least, most, noun);
  return text === '' ? '' : ` of ${text}`;
}

function textOf(node: SchemaNode): string {
  const noun = FORMATS[node.format ?? '']?.noun ?? 'a string';
  const matching = node.pattern === undefined ? '' : ` that matches ${node.pattern}`;
  return `${noun}${withBounds(node.minLength, node.maxLength, 'character')}${matching}`;
}

function number(noun: string, node: SchemaNode): string {
  const { minimum, maximum, multipleOf } = node;
  const step = multipleOf === undefined ? '' : `, a multiple of ${multipleOf}`;
  const low = minimum === undefined ? '' : `${node.exclusiveMinimum ? 'above ' : ''}${minimum}`;
  const high = maximum === undefined ? '' : `${node.exclusiveMaximum ? 'below ' : ''}${maximum}`;
  if (low !== '' && high !== '') return `${noun} from ${low} to ${high}${step}`;
  if (low !== '') return `${noun}, ${low}${node.exclusiveMinimum ? '' : ' or more'}${step}`;
  if (high !== '') return `${noun}, ${high}${node.exclusiveMaximum ? '' : ' or less'}${step}`;
  return `${FORMATS[node.format ?? '']?.noun ?? noun}${step}`;
}
