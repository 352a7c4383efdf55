import type { Finding, Issue } from '../base/errors';
import { setKnownMistakes } from '../base/incomplete';

/** A mistake in a value, before it is known which construct uses the value. */
export interface Mistake extends Finding {
  /** Prop relative to the value; empty for the value itself. */
  readonly prop: string;
  /** Rule that found it. */
  readonly rule: string;
  /** Construct path of the mistake, if the value has its own. */
  readonly path?: string;
}

/** Why a value was refused. */
export interface Refusal {
  /** Function that made the value, such as `MachineImage.fromName`. */
  readonly maker: string;
  /** Mistakes in the value. */
  readonly mistakes: readonly Mistake[];
}

/** Object at which mistakes are collected: the root of a construct tree. */
type Root = object;

/** Skips all look-ups in programs without mistakes. */
let isAnyRefused = false;
const refusals = new WeakMap<object, Refusal>();
const unclaimed = new Set<Refusal>();
const collected = new WeakMap<Root, Issue[]>();
const unreported = new Map<Root, readonly Issue[]>();

/** Records that a value was refused; whatever uses it reports the mistakes. */
export function refuse(value: object, refusal: Refusal): void {
  isAnyRefused = true;
  refusals.set(value, refusal);
  if (refusal.mistakes.length > 0) unclaimed.add(refusal);
}

/** Returns why a value was refused; undefined for a sound one. */
export function refusalOf(value: object): Refusal | undefined {
  return isAnyRefused ? refusals.get(value) : undefined;
}

/** Takes the mistakes of a refused value, to report them at a place. */
export function claim(refusal: Refusal): readonly Mistake[] {
  unclaimed.delete(refusal);
  return refusal.mistakes;
}

/** Collects mistakes at the root of their tree. */
export function collect(root: Root, issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const known = collected.get(root) ?? [];
  known.push(...issues);
  collected.set(root, known);
  unreported.set(root, known);
}

/** Returns the mistakes collected at a root so far. */
export function collectedAt(root: Root): readonly Issue[] {
  return collected.get(root) ?? [];
}

/** Returns the mistakes of refused values that nothing used. */
export function unclaimedIssues(): readonly Issue[] {
  return [...unclaimed].flatMap(({ maker, mistakes }) =>
    mistakes.map((mistake) => placed(mistake, maker, '')),
  );
}

/** Tells whether any tree of constructs has unreported mistakes. */
export function hasUnreported(): boolean {
  return unreported.size > 0;
}

/** Returns the unreported mistakes found so far. */
export function unreportedIssues(): readonly Issue[] {
  return [...[...unreported.values()].flat(), ...unclaimedIssues()];
}

/** Marks the mistakes at a root as reported. */
export function setReported(root: Root): void {
  unreported.delete(root);
}

/** Marks all mistakes as reported. */
export function setAllReported(): void {
  unreported.clear();
  unclaimed.clear();
}

/** Turns a mistake into an issue of a construct, in one of its props. */
export function placed({ path, prop, ...rest }: Mistake, at: string, inProp: string): Issue {
  if (path !== undefined) return { path, prop, ...rest };
  return { path: at, prop: joined(inProp, prop) || 'props', ...rest };
}

/** Returns the place of a map member; a key that is not an identifier is quoted. */
export function member(outer: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? joined(outer, key) : `${outer}[${JSON.stringify(key)}]`;
}

/** Joins a prop and a prop inside it. */
export function joined(outer: string, inner: string): string {
  if (outer === '' || inner === '' || inner.startsWith('[')) return `${outer}${inner}`;
  return `${outer}.${inner}`;
}

setKnownMistakes(unreportedIssues);
