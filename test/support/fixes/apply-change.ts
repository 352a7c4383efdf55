import { isDeepStrictEqual } from 'node:util';
import * as api from '../../../constructs/index';
import type { Issue } from '../../../lib/base/errors';
import { type Change, isCall } from '../../../lib/base/fix';
import { edited, type Keys, valueIn } from './edit';
import { defaultOf, fieldsOf, ONLY_FIELDS } from './model-fields';
import { type Step, stepsOf } from './prop-path';

/** Place of a prop in a model. */
interface Target {
  readonly keys: Keys;
  readonly field: string;
  /** Place of what was made by a factory of the part that is given. */
  readonly whole?: Keys;
  /** Key of the map there that is meant. */
  readonly entry?: string;
}

/** Makes the change of a mistake in a model; undefined where its place is not found. */
export function applyChange<T>(root: T, issue: Issue, change: Change): T | undefined {
  const [prop = '', object] = (change.prop ?? issue.prop).split(OBJECT);
  const isOther = change.prop !== undefined || change.path !== undefined;
  const given = isOther ? ANYTHING : issue.given;
  const path = change.path ?? issue.path;
  const bases = object === undefined ? basesOf(root, path, prop) : objectsIn(root, object);
  for (const loose of [false, true]) {
    const targets = bases.flatMap((base) =>
      fieldsOf(prop).flatMap((field) => targetOf(root, base, field, given, loose) ?? []),
    );
    const [target] = targets;
    if (target === undefined) continue;
    const all = prop.startsWith('bootstrap.') ? targets : [target];
    return all.reduce((model: unknown, one) => changed(model, one, change), root) as T;
  }
  return undefined;
}

function basesOf(root: unknown, path: string, prop: string): readonly Keys[] {
  return prop.startsWith('bootstrap.') ? sharers(root, path) : keysOfPath(root, path);
}

/** Finished objects of a kind and name. */
function objectsIn(root: unknown, text: string, keys: Keys = []): readonly Keys[] {
  if (typeof root !== 'object' || root === null || keys.length > 2) return [];
  const { kind, metadata } = root as { readonly kind?: unknown; readonly metadata?: unknown };
  if (isMap(metadata) && `${kind} ${metadata.name}` === text) return [keys];
  return Object.entries(root).flatMap(([key, value]) =>
    objectsIn(value, text, [...keys, Array.isArray(root) ? Number(key) : key]),
  );
}

/** Parts of a model that have what is stated for all machines of a cluster. */
function sharers(root: unknown, path: string): readonly Keys[] {
  const [own = []] = keysOfPath(root, path);
  const cluster = valueIn(root, own);
  if (!isMap(cluster) || !Array.isArray(cluster.pools)) return [own];
  return [[...own, 'controlPlane'], ...cluster.pools.map((_, index) => [...own, 'pools', index])];
}

const ANYTHING = Symbol('anything');

/** What follows the field of a finished object. */
const OBJECT = / of (?=[A-Z]\w+ \S+$)/;

/** Parts of a model that a construct path names. */
function keysOfPath(root: unknown, path: string, keys: Keys = []): readonly Keys[] {
  if (typeof root !== 'object' || root === null || keys.length > 4) return [];
  const own = 'path' in root && root.path === path ? [keys] : [];
  if ('owner' in root && root.owner === path) own.push(keys);
  const below = Object.entries(root).flatMap(([key, value]) =>
    keysOfPath(value, path, [...keys, Array.isArray(root) ? Number(key) : key]),
  );
  const all = [...own, ...below];
  return all.length === 0 && keys.length === 0 && !Array.isArray(root) ? [[]] : all;
}

function targetOf(
  root: unknown,
  base: Keys,
  field: string,
  given: unknown,
  loose: boolean,
): Target | undefined {
  const steps = stepsOf(field);
  if (steps === undefined) return undefined;
  let places: readonly Keys[] = [base];
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    places = places.flatMap((keys) =>
      keysOf(valueIn(root, keys), step, isLast, given).map((more) => [...keys, ...more]),
    );
  }
  for (const keys of places) {
    const value = valueIn(root, keys);
    if (loose && isDefault(value, given)) return { keys, field };
    const target = matching(value, { keys, field }, given);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Whether what is given is a default, wholly or in part. */
function isDefault(value: unknown, given: unknown): boolean {
  if (value === undefined) return true;
  if (!isMap(value) || !isMap(given)) return false;
  return Object.entries(value).every(([key, one]) => isDeepStrictEqual(given[key], one));
}

/** The place itself, or the part of it that is given; undefined where neither is. */
function matching(value: unknown, target: Target, given: unknown): Target | undefined {
  if (given === ANYTHING) return value === undefined ? undefined : target;
  if (isGiven(value, given)) return target;
  if (Array.isArray(value)) {
    const at = value.findIndex((one) => isGiven(one, given));
    return at < 0 ? undefined : { ...target, keys: [...target.keys, at] };
  }
  if (!isMap(value)) return undefined;
  if (typeof given === 'string' && Object.hasOwn(value, given)) return { ...target, entry: given };
  for (const [key, one] of Object.entries(value)) {
    const keys = [...target.keys, key];
    if (isDeepStrictEqual(one, given)) return { ...target, keys, whole: target.keys };
    if (Array.isArray(one) && one.includes(given)) {
      return { ...target, keys: [...keys, one.indexOf(given)] };
    }
  }
  return undefined;
}

function isGiven(value: unknown, given: unknown): boolean {
  if (isDeepStrictEqual(value, given)) return true;
  if (typeof value === 'number') {
    const texts = [`${value} seconds`, `${value} milliseconds`];
    return Array.isArray(given) ? Object.is(given[0], value) : texts.includes(String(given));
  }
  if (!isMap(value)) return false;
  const filter = isMap(value.filter) ? value.filter.name : undefined;
  const object = isMap(value.imageRef) ? value.imageRef.name : undefined;
  const names = [value.name, value.key, value.id, value.kind, filter, object];
  return given !== undefined && names.includes(given);
}

/** Ways that lead from a value one step on. */
function keysOf(value: unknown, step: Step, isLast: boolean, given: unknown): readonly Keys[] {
  if (typeof step === 'number') return Array.isArray(value) && step < value.length ? [[step]] : [];
  const name = typeof step === 'string' ? step : step.entry;
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index): readonly Keys[] => {
      if (!isMap(one)) return [];
      if (one.name === name || one.key === name) return [[index]];
      return given !== undefined && one[name] === given ? [[index, name]] : [];
    });
  }
  if (!isMap(value)) return [];
  return isLast || name in value ? [[name]] : [];
}

function changed(root: unknown, target: Target, change: Change): unknown {
  const { field, entry } = target;
  const isMade = 'write' in change && isCall(change.write);
  const keys = isMade ? (target.whole ?? target.keys) : target.keys;
  const last = stepsOf(field)?.at(-1);
  if ('name' in change && typeof last === 'object') {
    return changed(root, { keys: keys.slice(0, -1), field: '', entry: last.entry }, change);
  }
  if ('leaveOut' in change && ONLY_FIELDS.includes(field)) {
    return edited(root, keys.slice(0, -1), () => undefined);
  }
  const isPart = typeof keys.at(-1) === 'number';
  const result = edited(root, keys, (value) => {
    if ('add' in change) return withAdded(value, plain(change.add));
    if (entry !== undefined) return withEntry(value, entry, change);
    if ('leaveOut' in change) return isPart ? undefined : defaultOf(field);
    if ('name' in change) return named(value, change.name);
    const isNamed = isPart && isMap(value) && typeof change.write === 'string';
    return isNamed ? named(value, String(change.write)) : plain(change.write);
  });
  return withDerived(result, root, target);
}

/** Both ports of a rule, which are one prop. */
function withPorts(root: unknown, keys: Keys): unknown {
  const ports = valueIn(root, keys);
  const [first, last] = Array.isArray(ports) ? ports : [ports, ports];
  const own = keys.slice(0, -1);
  const half = edited(root, [...own, 'portRangeMin'], () => first as unknown);
  return edited(half, [...own, 'portRangeMax'], () => last as unknown);
}

/** What constructs derive from a name, and what is in a model twice. */
function withDerived(root: unknown, before: unknown, { keys }: Target): unknown {
  const at = keys.indexOf('given');
  if (at >= 0 && keys[at - 1] === 'cloudConf') {
    const [was, value] = [valueIn(before, keys), valueIn(root, keys)];
    return edited(root, keys.with(at, 'merged'), (merged) => withChanges(merged, was, value));
  }
  if (keys.includes('addons') && keys.includes('cni')) {
    const addons = keys.indexOf('addons');
    const value = valueIn(root, keys.slice(0, -1));
    return edited(root, [...keys.slice(0, addons), 'cni'], () => value);
  }
  if (keys.at(-1) === 'portRangeMin') return withPorts(root, keys);
  if (keys.at(-1) !== 'name') return root;
  const own = keys.slice(0, -1);
  const [from, to] = [valueIn(before, keys), valueIn(root, keys)];
  return edited(root, own, (value) => {
    if (!isMap(value)) return value;
    const namespace =
      value.namespace === from && value.ownsNamespace === true ? { namespace: to } : {};
    const deployment = String(value.deploymentName ?? '');
    const named = deployment.endsWith(`-${from}`)
      ? { deploymentName: `${deployment.slice(0, -String(from).length)}${to}` }
      : {};
    return { ...value, ...namespace, ...named };
  });
}

/** Map with the entries that another one got, and without those that it lost; the other value itself where it is none. */
function withChanges(merged: unknown, was: unknown, value: unknown): unknown {
  if (!isMap(merged) || !isMap(was) || !isMap(value)) return value;
  const kept = Object.entries(merged).filter(([key]) => !(key in was) || key in value);
  return { ...Object.fromEntries(kept), ...value };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(value: unknown, name: string): unknown {
  if (!isMap(value)) return name;
  return { ...value, ...('key' in value ? { key: name } : { name }) };
}

/** Map whose entry has another key, or is gone. */
function withEntry(value: unknown, from: string, change: Change): unknown {
  const to = 'name' in change ? change.name : 'write' in change ? String(change.write) : undefined;
  const entries = Object.entries(isMap(value) ? value : {}).flatMap(([key, one]) => {
    if (key !== from) return [[key, one]];
    return to === undefined ? [] : [[to, one]];
  });
  return Object.fromEntries(entries);
}

function withAdded(value: unknown, more: unknown): unknown {
  if (isMap(more)) return { ...(isMap(value) ? value : {}), ...more };
  return [...(Array.isArray(value) ? value : []), ...(Array.isArray(more) ? more : [more])];
}

/** Value as models have it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isCall(value)) return made(value.call, value.args.map(plain));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

type Factory = (...args: readonly unknown[]) => unknown;

function made(factory: string, args: readonly unknown[]): unknown {
  if (factory === 'Duration.seconds') return args[0];
  const [type = '', name = ''] = factory.split('.');
  const owner = (api as unknown as Readonly<Record<string, Readonly<Record<string, Factory>>>>)[
    type
  ];
  const result = owner?.[name]?.(...args);
  if (!isMap(result)) throw new Error(`there is no factory ${factory}`);
  return result.lookup ?? result.model ?? result.policy ?? result;
}
