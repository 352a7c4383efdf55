import type { Taint } from './machine';

/** Operating system of a pool's machines. */
export type NodeOs = 'linux' | 'windows';

/** Label by which a kubelet says what it runs on. */
export const OS_LABEL = 'kubernetes.io/os';

/** Most characters of a pool's name, so that machines are named within the 15 that Windows has. */
export const MOST_WINDOWS_POOL_NAME = 9;

/** Taint that keeps pods away from nodes with Windows which say nothing of it. */
export const WINDOWS_TAINT: Taint = Object.freeze({
  key: 'os',
  value: 'windows',
  effect: 'NoSchedule',
});
