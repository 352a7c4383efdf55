import type fc from 'fast-check';
import type { InfrastructureName } from '../../../lib/assembly/providers';
import type { Manifest } from '../../../lib/base/manifest';
import { randomAwsProgram } from './aws-arbitrary';
import { tryRenderAws } from './aws-program';
import { randomAzureProgram } from './azure-arbitrary';
import { tryRenderAzure } from './azure-program';
import { randomHetznerProgram, tryRenderHetzner } from './hetzner-program';
import type { Versions } from './random-program';
import { randomVSphereProgram, tryRenderVSphere } from './vsphere-program';

/** Random programs of one cluster on a cloud of another kind than most. */
export interface ProgramsOnCloud<P = unknown> {
  /** Name of the cloud, in words. */
  readonly cloud: string;
  /** Provider of it. */
  readonly infrastructure: InfrastructureName;
  /** Minor of the provider. */
  readonly minor: string;
  readonly programs: fc.Arbitrary<P>;
  /** Objects of a program, or undefined where a rule refuses it. */
  render(program: P, versions: Versions): readonly Manifest[] | undefined;
}

/** Programs on every cloud that is not OpenStack, and no laptop either. */
export const ON_CLOUDS: readonly ProgramsOnCloud[] = [
  of({
    cloud: 'vSphere',
    infrastructure: 'vsphere',
    minor: '1.16',
    programs: randomVSphereProgram,
    render: tryRenderVSphere,
  }),
  of({
    cloud: 'AWS',
    infrastructure: 'aws',
    minor: '2.11',
    programs: randomAwsProgram,
    render: tryRenderAws,
  }),
  of({
    cloud: 'Hetzner Cloud',
    infrastructure: 'hetzner',
    minor: '1.1',
    programs: randomHetznerProgram,
    render: tryRenderHetzner,
  }),
  of({
    cloud: 'Azure',
    infrastructure: 'azure',
    minor: '1.26',
    programs: randomAzureProgram,
    render: tryRenderAzure,
  }),
];

function of<P>(programs: ProgramsOnCloud<P>): ProgramsOnCloud {
  return programs;
}
