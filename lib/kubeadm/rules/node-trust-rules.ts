import { leaveOut, write } from '../../base/fix';
import type { Place, Refuse, Rule } from '../../base/rule';
import { checkSecretKey } from '../../secrets/rules/secret-key-finding';
import { MOST_TEXT } from '../model/bootstrap';
import { bootstrapPlace } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const REGISTRY = /^(_default|[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?)$/;
const SERVER = /^https?:\/\/[^/\s"\\@?#]+(\/[^/\s"\\?#]+)*$/;
const CA_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const CERTIFICATES =
  /^(\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/;
/** Aliases of Docker's registry under which containerd does not look for its mirrors. */
const DOCKER =
  /^((https?:\/\/)?(index|registry-1|registry)\.)?docker\.io(\/.*)?$|^https?:\/\/docker\.io/;
const HOSTS = 'containerd/containerd@main:docs/hosts.md';

/** Rules on registry mirrors. */
export const MIRROR_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'mirror-registry',
    reason: 'containerd looks up mirrors by the name of the registry in image references.',
    source: HOSTS,
    check(subject, refuse) {
      const names = subject.machine.bootstrap.registryMirrors.map(({ registry }) => registry);
      names.forEach((name, index) => {
        const isNew = names.indexOf(name) === index;
        const isAlias = name !== 'docker.io' && DOCKER.test(name);
        if (REGISTRY.test(name) && isNew && !isAlias) return;
        const better = isAlias
          ? 'docker.io'
          : name.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
        refuse(bootstrapPlace(subject, 'registryMirrors', `[${index}].registry`), {
          given: name,
          allowed: isNew
            ? 'a host as in image names, such as "docker.io", or "_default"'
            : 'a registry that no other mirror has',
          fix: !isNew
            ? 'merge the endpoints of the two'
            : REGISTRY.test(better)
              ? write(better)
              : 'write the part of the image names before the first slash',
        });
      });
    },
  },
  {
    id: 'mirror-endpoint',
    reason: 'containerd appends /v2 to the path of the URL unless overridePath is set.',
    source: HOSTS,
    check(subject, refuse) {
      subject.machine.bootstrap.registryMirrors.forEach(({ endpoints }, index) => {
        const at = (rest: string) =>
          bootstrapPlace(subject, 'registryMirrors', `[${index}].${rest}`);
        if (endpoints.length === 0) {
          refuse(at('endpoints'), {
            given: [],
            allowed: 'at least one server',
            fix: 'add a server, or leave the mirror out',
          });
        }
        const urls = endpoints.map(({ url }) => url);
        urls.forEach((_, nth) => {
          checkUrl(at(`endpoints[${nth}].url`), urls, nth, refuse);
        });
        endpoints.forEach(({ url, overridePath }, nth) => {
          if (overridePath === true || !/^https?:\/\/[^/]+\/(.*\/)?v2(\/|$)/.test(url)) return;
          refuse(at(`endpoints[${nth}].overridePath`), {
            given: overridePath ?? false,
            allowed: 'true for a URL with /v2 in its path',
            fix: write(true),
          });
        });
      });
    },
  },
  {
    id: 'mirror-credentials',
    reason: 'Credentials are sent with every request, and anyone can read them without encryption.',
    source: HOSTS,
    check(subject, refuse) {
      subject.machine.bootstrap.registryMirrors.forEach(({ endpoints }, index) => {
        endpoints.forEach(({ url, credentials }, nth) => {
          if (credentials === undefined) return;
          const place = bootstrapPlace(
            subject,
            'registryMirrors',
            `[${index}].endpoints[${nth}].credentials`,
          );
          checkSecretKey(place, credentials, refuse);
          if (!url.startsWith('http://')) return;
          refuse(place, {
            given: credentials,
            allowed: 'credentials only for https',
            fix: `write "${url.replace('http:', 'https:')}" as the URL, or leave them out`,
          });
        });
      });
    },
  },
];

/** Rules on the CAs of machines and registry mirrors. */
export const TRUSTED_CA_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'trusted-ca-name',
    reason:
      'The name becomes a file name, and a second file of the same name overwrites the first.',
    source: 'debian/ca-certificates@master:sbin/update-ca-certificates',
    check(subject, refuse) {
      const names = subject.machine.bootstrap.trustedCAs.map((ca) =>
        ca.kind === 'cloud' ? 'cloud' : ca.name,
      );
      names.forEach((name, index) => {
        const isNew = names.indexOf(name) === index;
        if (CA_NAME.test(name) && isNew) return;
        const better = name
          .toLowerCase()
          .replace(/\.(crt|pem|cer)$/, '')
          .replace(/[^a-z0-9]+/g, '-');
        refuse(bootstrapPlace(subject, 'trustedCAs', `[${index}].name`), {
          given: name,
          allowed: isNew
            ? 'lower-case letters, digits and dashes, without a file extension'
            : 'a name that no other CA has; TrustedCA.ofCloud() has the name "cloud"',
          fix: isNew && CA_NAME.test(better) ? write(better) : 'write another name',
        });
      });
    },
  },
  {
    id: 'trusted-ca-content',
    reason: 'Machines need only certificates to trust a CA, and must not receive its private key.',
    source: 'debian/ca-certificates@master:sbin/update-ca-certificates',
    check(subject, refuse) {
      const { trustedCAs, registryMirrors } = subject.machine.bootstrap;
      trustedCAs.forEach((ca, index) => {
        if (ca.kind === 'cloud') return;
        const place = bootstrapPlace(subject, 'trustedCAs', `[${index}].content`);
        if (typeof ca.content === 'string') checkPem(place, ca.content, refuse);
        else checkSecretKey(place, ca.content, refuse);
      });
      registryMirrors.forEach(({ endpoints }, index) => {
        endpoints.forEach(({ ca }, nth) => {
          const place = bootstrapPlace(
            subject,
            'registryMirrors',
            `[${index}].endpoints[${nth}].ca`,
          );
          if (typeof ca === 'string') checkPem(place, ca, refuse);
          else if (ca !== undefined) checkSecretKey(place, ca, refuse);
        });
      });
    },
  },
  {
    id: 'trusted-ca-cloud',
    reason: 'TrustedCA.ofCloud() has no certificates if the cloud does not set caCertificate.',
    source: 'debian/ca-certificates@master:sbin/update-ca-certificates',
    check(subject, refuse) {
      const { cloud } = subject.cluster;
      const index = subject.machine.bootstrap.trustedCAs.findIndex(({ kind }) => kind === 'cloud');
      if (index < 0) return;
      const place = bootstrapPlace(subject, 'trustedCAs', `[${index}]`);
      if (cloud.caCertificate !== undefined) checkPem(place, cloud.caCertificate, refuse);
      else {
        refuse(place, {
          given: 'TrustedCA.ofCloud()',
          allowed: `a CA only if caCertificate of ${cloud.path} is set`,
          fix: `set caCertificate of ${cloud.path}, or leave TrustedCA.ofCloud() out`,
        });
      }
    },
  },
];

function checkUrl(place: Place, urls: readonly string[], nth: number, refuse: Refuse): void {
  const { [nth]: url = '' } = urls;
  const isNew = urls.indexOf(url) === nth;
  if (SERVER.test(url) && URL.canParse(url) && isNew) return;
  const hasUser = /^https?:\/\/[^/]*@/.test(url);
  const better = `${url.includes('://') ? '' : 'https://'}${url.trim().replace(/\/+$/, '')}`;
  refuse(place, {
    given: hasUser ? 'a URL with credentials' : url,
    allowed:
      'an HTTP or HTTPS URL with host and path, without a trailing slash and without duplicates',
    fix: hasUser
      ? 'put the credentials into a Secret, and set credentials'
      : isNew && SERVER.test(better) && URL.canParse(better)
        ? write(better)
        : urls.length > 1
          ? leaveOut({ prop: place.prop.slice(0, -'.url'.length) })
          : 'write the URL of the server',
  });
}

function checkPem(place: Place, text: string, refuse: Refuse): void {
  if (CERTIFICATES.test(text) && text.length <= MOST_TEXT) return;
  const isKey = text.includes('PRIVATE KEY');
  const tooLong = CERTIFICATES.test(text);
  refuse(tooLong ? { ...place, prop: `${place.prop}.length` } : place, {
    given: isKey ? 'a private key' : tooLong ? text.length : text.slice(0, 40),
    allowed: tooLong ? `at most ${MOST_TEXT} characters` : 'only certificates in PEM',
    fix: tooLong
      ? 'put them into a Secret, and write its name and key'
      : 'write the part that begins with -----BEGIN CERTIFICATE-----',
  });
}
