import type { Taint } from './machine';

/** Operating system of a pool's machines. */
export type NodeOs = 'linux' | 'windows';

/** Label that a kubelet sets to the operating system of its node. */
export const OS_LABEL = 'kubernetes.io/os';

/** Maximum length of a pool's name, so that machine names stay within the 15 characters of Windows. */
export const MOST_WINDOWS_POOL_NAME = 9;

/** Taint that keeps pods without a matching toleration off Windows nodes. */
export const WINDOWS_TAINT: Taint = Object.freeze({
  key: 'os',
  value: 'windows',
  effect: 'NoSchedule',
});
