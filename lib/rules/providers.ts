import type { Issue } from '../errors';
import type { Providers } from '../model/profile';
/** Placeholder until the tables are there. */
export function checkProviders(_path: string, _providers: Providers): Issue[] {
  return [];
}
