import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAddress } from '../../base/cidr';
import { type Finding, ValidationError } from '../../base/errors';
import { isMap } from '../../base/is-map';
import { codeOf } from '../../files/error-code';
import { ObstacleError } from '../../files/obstacle-error';
import { readPlainFile } from '../../files/plain-file';
import { refuseObstacle } from '../../files/replace-file';
import type { HandOver } from '../model/hand-over';

/** Default folder of hand-over files, relative to the program's working directory. */
export const HAND_OVER_FOLDER = 'hand-over';

/** ID of the rule that hand-over files have the form in which stacks write them. */
const HAND_OVER_RULE = 'hand-over-file';

/** Values of one cluster in the hand-over file of its stack. */
export interface HandOverEntry {
  /** Floating IP of the endpoint. */
  readonly floatingIP?: string;
  /** ID of the network. */
  readonly network?: string;
  /** IDs of the subnets, IPv4 first. */
  readonly subnets?: readonly string[];
  /** ID of the router. */
  readonly router?: string;
  /** ID of the control plane's security group. */
  readonly controlPlaneGroup?: string;
  /** ID of the workers' security group. */
  readonly workersGroup?: string;
}

/** Values of clusters by construct path. */
export type HandOverEntries = Readonly<Record<string, HandOverEntry>>;

/**
 * Reads the hand-over files of all stacks; the map is empty if the folder does not exist.
 *
 * @throws ValidationError when a file cannot be read, or two files contain the same cluster.
 */
export function readHandOvers(folder: string): ReadonlyMap<string, HandOverEntry> {
  const entries = new Map<string, HandOverEntry>();
  const sources = new Map<string, string>();
  for (const file of handOverFiles(folder)) {
    for (const [path, entry] of Object.entries(parse(join(folder, file)))) {
      const earlier = sources.get(path);
      if (earlier !== undefined) throw clash(path, earlier, join(folder, file));
      sources.set(path, join(folder, file));
      entries.set(path, entry);
    }
  }
  return entries;
}

/** Returns the hand-over of one cluster, with IDs if the user prefers them to names. */
export function handOverOf(entry: HandOverEntry, withIds: boolean): HandOver {
  const { floatingIP, ...ids } = entry;
  return {
    ...(floatingIP === undefined ? {} : { floatingIP }),
    ...(withIds ? { ids } : {}),
  };
}

/** Renders a stack's hand-over file; the same values give the same bytes. */
export function handOverText(entries: HandOverEntries): string {
  const clusters = Object.fromEntries(
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, entry]) => [path, ordered(entry)]),
  );
  return `${JSON.stringify({ clusters }, undefined, 2)}\n`;
}

const ID_FIELDS = ['network', 'router', 'controlPlaneGroup', 'workersGroup'] as const;

function ordered(entry: HandOverEntry): HandOverEntry {
  const fields = Object.entries(entry).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function handOverFiles(folder: string): readonly string[] {
  return asMistake(folder, () => {
    if (refuseObstacle(folder, 'a folder') === undefined) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  });
}

function parse(file: string): HandOverEntries {
  const clusters = field(parseJson(file), 'clusters');
  if (!isMap(clusters)) throw unreadable(file, 'a file without "clusters"');
  return Object.fromEntries(
    Object.entries(clusters).map(([path, entry]) => [path, checked(file, path, entry)]),
  );
}

function parseJson(file: string): unknown {
  const text = asMistake(file, () => readPlainFile(file)?.toString('utf8') ?? '');
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(file, 'a file that is not valid JSON');
  }
}

/** Reads something; a refusal of the operating system is reported as a mistake. */
function asMistake<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ObstacleError) throw unreadable(path, error.found);
    if (error instanceof Error && codeOf(error) !== undefined)
      throw unreadable(path, error.message);
    throw error;
  }
}

function checked(file: string, path: string, entry: unknown): HandOverEntry {
  if (!isMap(entry)) throw unreadable(file, `a file in which ${path} is not an object`);
  const { floatingIP, subnets } = entry;
  const isSound =
    (floatingIP === undefined || (typeof floatingIP === 'string' && isAddress(floatingIP))) &&
    ID_FIELDS.every((name) => entry[name] === undefined || typeof entry[name] === 'string') &&
    (subnets === undefined || (Array.isArray(subnets) && subnets.every(isText)));
  if (!isSound) throw unreadable(file, `a file in which ${path} has a value of the wrong type`);
  return entry as HandOverEntry;
}

function field(value: unknown, name: string): unknown {
  return isMap(value) ? value[name] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function unreadable(file: string, why: string): ValidationError {
  return refused(file, {
    given: why,
    allowed: 'a file as pulumi up writes it',
    fix: 'delete it and run pulumi up in its stack',
  });
}

function clash(path: string, first: string, second: string): ValidationError {
  return refused(second, {
    given: `a file that contains ${path}, as ${first} does`,
    allowed: 'each cluster only in the file of its stack',
    fix: 'delete the file of the stack that no longer contains the cluster',
  });
}

function refused(path: string, finding: Finding): ValidationError {
  return new ValidationError([{ path, prop: 'file', ...finding, rule: HAND_OVER_RULE }]);
}
