import { remembered } from '../../base/remembered';
import { closestWord } from '../../base/words';

/** Domains whose labels Kubernetes, Cluster API and the makers of hardware read. */
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
/** Last parts of domains, which are easily forgotten. */
const ENDS = ['.io', '.com'];
/** Differences of a slip of the pen. */
const MOST_DIFFERENCES = 2;
/** Characters of the shortest domain in which so few differences are a slip. */
const SHORTEST = 9;

/** Keys of labels that are remembered, as nodes of a fleet have many in common. */
const KEPT = 4_096;

/** Label that was meant where one is a near miss of a known domain; undefined where it is none. */
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
