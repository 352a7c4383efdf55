import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import type { Place, Refuse } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { HetznerCloudModel } from '../model/cloud';

/** Names of one kind of resource in a project. */
export interface NamesOfProject {
  /** One of them, such as `an SSH key`. */
  readonly one: string;
  /** Prop of the project that lists them. */
  readonly prop: string;
  /** Construct path of the project. */
  readonly path: string;
  /** Known names; undefined if the user lists none. */
  readonly known: readonly string[] | undefined;
  /** Names in the same list; absent for none. */
  readonly beside?: readonly string[];
}

/** Returns a finding for a name that is empty or does not exist in the project. */
export function nameFinding(
  name: string,
  { one, prop, path, known, beside = [] }: NamesOfProject,
  toValue: (name: string) => unknown = (text) => text,
): Finding | undefined {
  if (name.trim() === '') return { given: name, allowed: `the name of ${one}`, fix: leaveOut() };
  if (known === undefined || known.includes(name)) return undefined;
  const close = closestWord(
    name,
    known.filter((other) => !beside.includes(other)),
  );
  const more = `add ${JSON.stringify(name)} to the ${prop} of ${path}`;
  return {
    given: name,
    allowed: `${one} of ${path}${known.length === 0 ? ', which has none' : `: ${quotedList(known)}`}`,
    fix: close === undefined ? more : write(toValue(close), { or: more }),
  };
}

/** Refuses a list with duplicates. */
export function refuseRepeated(list: readonly string[], place: Place, refuse: Refuse): void {
  const kept = [...new Set(list)];
  if (kept.length === list.length) return;
  refuse(place, { given: list, allowed: 'each value once', fix: write(kept) });
}

/** Refuses names of SSH keys that the project does not have. */
export function refuseSshKeys(
  { path: cloud, sshKeys: known }: HetznerCloudModel,
  path: string,
  sshKeys: readonly string[],
  refuse: Refuse,
): void {
  const place = { path, prop: 'sshKeys' };
  refuseRepeated(sshKeys, place, refuse);
  const names = { one: 'an SSH key', prop: 'sshKeys', path: cloud, known, beside: sshKeys };
  for (const name of new Set(sshKeys)) {
    const finding = nameFinding(name, names);
    if (finding !== undefined) refuse(place, finding);
  }
}
