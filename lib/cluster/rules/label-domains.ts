import { remembered } from '../../base/remembered';
import { closestWord } from '../../base/words';

/** Domains whose labels Kubernetes, Cluster API and hardware vendors read. */
const DOMAINS = [
  'beta.kubernetes.io',
  'cluster.x-k8s.io',
  'failure-domain.beta.kubernetes.io',
  'kubelet.kubernetes.io',
  'kubernetes.io',
  'node-restriction.kubernetes.io',
  'node-role.kubernetes.io',
  'node.cluster.x-k8s.io',
  'node.kubernetes.io',
  'nvidia.com',
  'topology.kubernetes.io',
];
/** Last parts of domains, which are easy to forget. */
const ENDS = ['.io', '.com'];
/** Maximum number of differences in a typo. */
const MOST_DIFFERENCES = 2;
/** Minimum length of a domain in which so few differences count as a typo. */
const SHORTEST = 9;

/** Number of label keys that are cached, because nodes of a fleet share many. */
const KEPT = 4_096;

/** Returns the label that is likely meant if a key is close to a known domain; undefined otherwise. */
export const intendedLabel = remembered(KEPT, intended);

function intended(key: string): string | undefined {
  const slash = key.indexOf('/');
  const [domain, name] = slash < 0 ? ['', key] : [key.slice(0, slash), key.slice(slash + 1)];
  const joined = `${domain}.${name}`;
  const meant = DOMAINS.find((known) => joined === known || joined.startsWith(`${known}/`));
  if (slash >= 0 && meant !== undefined) return `${meant}${joined.slice(meant.length) || '/…'}`;
  const whole = DOMAINS.find((known) => ENDS.some((end) => `${domain}${end}` === known));
  if (whole !== undefined) return `${whole}/${name}`;
  if (slash < 0 && DOMAINS.includes(key)) return `${key}/…`;
  if (domain.length < SHORTEST || DOMAINS.some((known) => isWithin(domain, known)))
    return undefined;
  const close = closestWord(domain, DOMAINS, MOST_DIFFERENCES);
  return close === undefined ? undefined : `${close}/${name}`;
}

function isWithin(domain: string, known: string): boolean {
  return domain === known || domain.endsWith(`.${known}`);
}
