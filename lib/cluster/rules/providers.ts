import type { Issue } from '../../base/errors';
import { always, Findings, type RuleGroup } from '../../base/rule';
import type { Providers } from '../model/profile';
import { PROVIDER_RULES } from './provider-rules';
import type { ProvidersSubject } from './subjects';

/** Finds every mistake in the versions that a management cluster asks for. */
export function checkProviders(
  path: string,
  providers: Providers,
  rules: readonly RuleGroup<ProvidersSubject>[] = [always(...PROVIDER_RULES)],
): Issue[] {
  const findings = new Findings();
  findings.run(rules, { path, providers });
  return findings.issues;
}
