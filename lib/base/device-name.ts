/** Names that Windows keeps for devices, whatever the case and whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Tells whether a file of this name, in a repository, would keep people from checking it out on Windows. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}
