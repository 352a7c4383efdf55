import type { Issue } from '../../base/errors';
import { always, Findings, type RuleGroup } from '../../base/rule';
import type { InfrastructureProviders } from '../model/infrastructure-provider';
import type { ProvidersModel } from '../model/profile';
import { PROVIDER_RULES } from './provider-rules';
import type { ProvidersSubject } from './subjects';

/** Finds every mistake in the requested versions of a management cluster. */
export function checkProviders(
  path: string,
  providers: ProvidersModel,
  known: InfrastructureProviders,
  rules: readonly RuleGroup<ProvidersSubject>[] = [always(...PROVIDER_RULES)],
): Issue[] {
  const findings = new Findings();
  findings.run(rules, { path, providers, known });
  return findings.issues;
}
