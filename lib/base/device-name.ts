/** Names that Windows reserves for devices, in any case and with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Tells whether a file of this name in a repository cannot be checked out on Windows. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}
