import type { Issue } from '../errors';
import type { Providers } from '../model/profile';
import { PROVIDER_RULES } from './provider-rules';
import { Findings } from './rule';

/** Finds every mistake in the versions that a management cluster asks for. */
export function checkProviders(
  path: string,
  providers: Providers,
  rules = PROVIDER_RULES,
): Issue[] {
  const findings = new Findings();
  findings.run(rules, { path, providers });
  return findings.issues;
}
