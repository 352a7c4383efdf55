import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import { OVN_DRIVER } from '../model/cloud-conf';

/** Tells whether the name of a driver is that of OVN, however it is spelled. */
export function isOvn(provider: string | undefined): boolean {
  return provider?.toLowerCase() === OVN_DRIVER;
}

/** Says what is wrong with the name of OVN that is spelled otherwise than Octavia has it. */
export function ovnNameFinding(provider: string | undefined): Finding | undefined {
  if (!isOvn(provider) || provider === OVN_DRIVER) return undefined;
  return {
    given: provider,
    allowed: 'the name as Octavia has it',
    fix: write(OVN_DRIVER),
  };
}
