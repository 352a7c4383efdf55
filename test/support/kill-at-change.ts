import fs from 'node:fs';
import { sep } from 'node:path';

/**
 * Loaded into a process before its program, ends the process at the n-th change that it makes in a folder.
 *
 * `CAPI_FLEET_KILL` says where: `folder`, `change` and `when`, which is before the change, after it, or for a file when
 * half of it is written. Nothing that a process does is left undone by it, as by a power cut; nothing is cleaned up.
 */
interface Kill {
  readonly folder: string;
  readonly change: number;
  readonly when: 'before' | 'half' | 'after';
  readonly signal: NodeJS.Signals;
}

const CHANGES = [
  'chmodSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'symlinkSync',
  'unlinkSync',
  'writeFileSync',
] as const;

const kill = JSON.parse(process.env.CAPI_FLEET_KILL ?? 'null') as Kill | null;
let count = 0;

if (kill !== null) for (const name of CHANGES) watch(name, fs[name], kill);

function watch(name: string, original: (typeof fs)[(typeof CHANGES)[number]], at: Kill): void {
  const changed = (...args: unknown[]): unknown => {
    const isInside = args.some((one) => typeof one === 'string' && isIn(one, at.folder));
    if (isInside) count += 1;
    if (!isInside || count !== at.change) return Reflect.apply(original, fs, args);
    if (at.when === 'before') end(at.signal);
    const result = Reflect.apply(original, fs, at.when === 'half' ? halved(name, args) : args);
    end(at.signal);
    return result;
  };
  Object.assign(fs, { [name]: changed });
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function halved(name: string, [path, content, ...rest]: unknown[]): unknown[] {
  if (name !== 'writeFileSync' || typeof content !== 'string') return [path, content, ...rest];
  return [path, content.slice(0, content.length / 2), ...rest];
}

function end(signal: NodeJS.Signals): void {
  process.kill(process.pid, signal);
}
