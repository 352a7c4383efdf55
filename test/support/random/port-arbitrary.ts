import fc from 'fast-check';
import type { MachinePort } from '../../../constructs/index';
import { address, type Every, flag, lookup, oddText, someOf, tags, word } from './parts';

type Filtered = 'securityGroups' | 'allowedAddressPairs' | 'enablePortSecurity';
type Hardware = 'vnicType' | 'profile';

const settings = someOf<Omit<Every<MachinePort>, Filtered | Hardware | 'network' | 'fixedIPs'>>({
  nameSuffix: word,
  description: oddText,
  tags,
  trunk: flag,
  propagateUplinkStatus: flag,
  valueSpecs: fc.dictionary(word, word, { maxKeys: 2, noNullPrototype: true }),
});
const hardware: fc.Arbitrary<Pick<MachinePort, Hardware>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom('normal', 'macvtap', 'vdpa').map((vnicType) => ({ vnicType })),
  fc
    .record({ ovsHWOffload: flag, trustedVF: flag }, { noNullPrototype: true })
    .map((profile) => ({ vnicType: 'direct' as const, profile })),
);
const pairs = fc.array(
  fc.record(
    { ipAddress: address, macAddress: fc.constant('fa:16:3e:00:00:01') },
    { requiredKeys: ['ipAddress'], noNullPrototype: true },
  ),
  { minLength: 1, maxLength: 2 },
);
const filtered: fc.Arbitrary<Pick<MachinePort, Filtered>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  pairs.map((allowedAddressPairs) => ({ allowedAddressPairs, enablePortSecurity: true })),
  fc.constant({ enablePortSecurity: false }),
);
const elsewhere: fc.Arbitrary<MachinePort> = fc
  .tuple(
    lookup,
    fc.array(lookup, { maxLength: 2 }),
    fc.oneof(
      filtered,
      fc.array(lookup, { minLength: 1, maxLength: 2 }).map((securityGroups) => ({
        securityGroups,
      })),
    ),
    settings,
    hardware,
  )
  .map(([network, subnets, groups, rest, kind]) => ({
    network,
    ...(subnets.length > 0 && { fixedIPs: subnets.map((subnet) => ({ subnet })) }),
    ...groups,
    ...rest,
    ...kind,
  }));

/** Ports of machines: one on the cluster's network, then others. */
export const ports: fc.Arbitrary<readonly MachinePort[]> = fc
  .tuple(settings, hardware, filtered, fc.array(elsewhere, { maxLength: 2 }))
  .map(([own, kind, groups, others]): readonly MachinePort[] => [
    { ...own, ...kind, ...groups },
    ...others,
  ]);
