import type { Finding, Issue } from '../base/errors';
import { setKnownMistakes } from '../base/incomplete';

/** Mistake in a value, before it is known which construct the value is for. */
export interface Mistake extends Finding {
  /** Prop from the value on; empty for the value itself. */
  readonly prop: string;
  /** Rule that found it. */
  readonly rule: string;
  /** Place of the mistake, where the value has one of its own. */
  readonly path?: string;
}

/** Why a value was refused. */
export interface Refusal {
  /** What made the value, such as `MachineImage.named`. */
  readonly maker: string;
  /** Mistakes in it. */
  readonly mistakes: readonly Mistake[];
}

/** Anything at which mistakes are collected: the root of a tree of constructs. */
type Root = object;

/** Programs without mistakes look nothing up. */
let isAnyRefused = false;
const refusals = new WeakMap<object, Refusal>();
const unclaimed = new Set<Refusal>();
const collected = new WeakMap<Root, Issue[]>();
const unreported = new Map<Root, readonly Issue[]>();

/** Remembers that a value was refused; it is reported by whatever takes it. */
export function refuse(value: object, refusal: Refusal): void {
  isAnyRefused = true;
  refusals.set(value, refusal);
  if (refusal.mistakes.length > 0) unclaimed.add(refusal);
}

/** Why a value was refused; undefined for a sound one. */
export function refusalOf(value: object): Refusal | undefined {
  return isAnyRefused ? refusals.get(value) : undefined;
}

/** Takes over the mistakes of a refused value, to report them with a place. */
export function claim(refusal: Refusal): readonly Mistake[] {
  unclaimed.delete(refusal);
  return refusal.mistakes;
}

/** Collects mistakes at the root of the tree in which they are. */
export function collect(root: Root, issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const known = collected.get(root) ?? [];
  known.push(...issues);
  collected.set(root, known);
  unreported.set(root, known);
}

/** Mistakes collected at a root so far. */
export function collectedAt(root: Root): readonly Issue[] {
  return collected.get(root) ?? [];
}

/** Mistakes of refused values that nothing has taken. */
export function unclaimedIssues(): readonly Issue[] {
  return [...unclaimed].flatMap(({ maker, mistakes }) =>
    mistakes.map((mistake) => placed(mistake, maker, '')),
  );
}

/** Tells whether a tree of constructs has mistakes that nobody was told of. */
export function hasUnreported(): boolean {
  return unreported.size > 0;
}

/** Mistakes found so far that nobody was told of. */
export function unreportedIssues(): readonly Issue[] {
  return [...[...unreported.values()].flat(), ...unclaimedIssues()];
}

/** Says that whoever ran the program was told of the mistakes at a root. */
export function setReported(root: Root): void {
  unreported.delete(root);
}

/** Says that whoever ran the program was told of all mistakes. */
export function setAllReported(): void {
  unreported.clear();
  unclaimed.clear();
}

/** Mistake as an issue of a construct, in one of its props. */
export function placed({ path, prop, ...rest }: Mistake, at: string, inProp: string): Issue {
  if (path !== undefined) return { path, prop, ...rest };
  return { path: at, prop: joined(inProp, prop) || 'props', ...rest };
}

/** Place of a member of a map, whose key may be no word. */
export function member(outer: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? joined(outer, key) : `${outer}[${JSON.stringify(key)}]`;
}

/** Prop within a prop. */
export function joined(outer: string, inner: string): string {
  if (outer === '' || inner === '' || inner.startsWith('[')) return `${outer}${inner}`;
  return `${outer}.${inner}`;
}

setKnownMistakes(unreportedIssues);
