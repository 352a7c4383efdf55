import type { InfrastructureProviders } from '../cluster/model/infrastructure-provider';
import type { VersionProfile } from '../cluster/model/profile';
import type { MovedField } from '../schema/moved-fields';
import { type SchemaSet, schemaSet } from '../schema/validate';
import { infrastructureProviders } from './providers';

/** Returns the bundled schemas of the releases on a management cluster. */
export function profileSchemas(profile: VersionProfile): SchemaSet {
  return schemaSet(profile.schemas, movedFields(profile));
}

/** Returns the fields that moved between versions of the kinds of a profile's infrastructure providers. */
export function movedFields({ providers }: VersionProfile): readonly MovedField[] {
  const known: InfrastructureProviders = infrastructureProviders();
  return Object.keys(providers).flatMap((kind) => known[kind]?.movedFields ?? []);
}
