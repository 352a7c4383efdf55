import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { ApiObject, Chart } from 'cdk8s';
import {
  type AcceptedCredential,
  Addon,
  ManifestSource,
  Providers,
  ValidationError,
} from '../../constructs/index';
import { type TestFleet, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

const REASON = 'the password of a public demo, which anybody may have';
const FAKE = 'Fake-0001-Fake!';
const MANIFEST = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: demo\ndata:\n  a: 'password: ${FAKE}'\n`;
const CREDENTIAL = {
  object: 'ConfigMap prod-demo',
  field: 'data["00-objects.yaml"]',
  reason: REASON,
};

/** Places in which a user may put a credential, and how it is accepted there. */
const PLACES: Readonly<
  Record<
    string,
    { readonly build: (test: TestFleet) => void; readonly accepted: AcceptedCredential }
  >
> = {
  'a prop': {
    build: ({ cluster }) =>
      void cluster('prod').addNodePool('workers', {
        flavor: 'small',
        replicas: 1,
        bootstrap: { preKubeadmCommands: [`curl -u fake:${FAKE} https://files.example`] },
      }),
    accepted: {
      object: 'KubeadmConfigTemplate prod-workers-*',
      field: 'spec.template.spec.preKubeadmCommands[0]',
      within: 'mothership/prod/workers',
      reason: REASON,
    },
  },
  'the manifest of an addon': { build: addDemo, accepted: CREDENTIAL },
  'values of a chart': {
    build: ({ cluster }) =>
      void cluster('prod').addAddon(
        Addon.helmChart('demo', {
          chart: 'demo',
          repository: 'https://charts.example',
          version: '1.0.0',
          values: { auth: { password: FAKE } },
        }),
      ),
    accepted: { object: 'HelmChartProxy prod-demo', field: 'spec.valuesTemplate', reason: REASON },
  },
  'an object in a cluster': {
    build: ({ cluster }) => void configMap(cluster('prod')),
    accepted: { object: 'ConfigMap own', field: 'data.password', reason: REASON },
  },
  'a chart of the user': {
    build: ({ fleet, cluster }) => {
      cluster('prod');
      configMap(new Chart(fleet, 'mine'));
    },
    accepted: { object: 'ConfigMap own', reason: REASON },
  },
};

describe('Fleet.acceptCredential', () => {
  for (const [place, { build, accepted }] of Object.entries(PLACES)) {
    it(`lets ${place} have what is meant, and nothing without it`, () =>
      inFolder((outdir) => {
        assert.deepEqual(rulesOf(outdir, build), ['object-credentials']);
        assert.deepEqual(rulesOf(outdir, build, [accepted]), []);
        assert.notDeepEqual(readdirSync(outdir), []);
      }));
  }

  for (const [what, change] of Object.entries({
    'another object': { object: 'ConfigMap prod-other' },
    'another field': { field: 'data["10-objects.yaml"]' },
    'another finding': { found: 'a private key' },
    'another part of the fleet': { within: 'mothership/pro' },
  })) {
    it(`leaves the mistake for ${what}`, () =>
      inFolder((outdir) => {
        const accepted = [{ ...CREDENTIAL, ...change }];

        assert.deepEqual(rulesOf(outdir, addDemo, accepted), ['object-credentials']);
      }));
  }

  it('takes what was found at its word', () =>
    inFolder((outdir) => {
      const found = 'a password (data.a.password of ConfigMap demo)';

      assert.deepEqual(rulesOf(outdir, addDemo, [{ ...CREDENTIAL, found }]), []);
    }));

  it('leaves other mistakes of the same object', () =>
    inFolder((outdir) => {
      const build = ({ cluster }: TestFleet): void => {
        const prod = cluster('prod');
        configMap(prod);
        configMap(prod, 'again');
      };
      const accepted = [{ object: 'ConfigMap own', reason: REASON }];

      assert.deepEqual(rulesOf(outdir, build, accepted), ['object-unique']);
    }));

  it('refuses one that nothing is found for', () =>
    inFolder((outdir) => {
      assert.equal(
        messageOf(outdir, ({ cluster }) => void cluster('prod'), [CREDENTIAL]),
        `Fleet: acceptCredential is {"object":"ConfigMap prod-demo","field":"data[\\"00-objects.yaml\\"]"}
  allowed: object and field of a credential in the manifests, as in its message
  fix: leave it out: there is no such credential anymore`,
      );
    }));

  for (const reason of ['', 'meant', 'it is fine', 'xxxxxxxxxxxxxxxxxxxxxxxx']) {
    it(`refuses ${JSON.stringify(reason)} as a reason`, () =>
      inFolder((outdir) => {
        assert.equal(
          messageOf(outdir, addDemo, [{ ...CREDENTIAL, reason }]),
          `Fleet: acceptCredential("ConfigMap prod-demo").reason is ${JSON.stringify(reason)}
  allowed: a sentence of at least 3 words and 20 characters
  fix: explain why anyone who can read the repository may have it`,
        );
      }));
  }

  it('says nothing of those that a part of the fleet cannot show', () =>
    inFolder((outdir) => {
      const test = testFleet({ outdir, only: ['stage'] });
      addDemo(test);
      test.cluster('stage');
      test.fleet.acceptCredential(CREDENTIAL);

      assert.doesNotThrow(() => test.fleet.synth());
    }));
});

function addDemo({ cluster }: TestFleet): void {
  cluster('prod').addAddon(Addon.manifest('demo', ManifestSource.text(MANIFEST)));
}

function configMap(scope: Chart, id = 'own'): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'own' },
    data: { password: FAKE },
  });
}

function issuesOf(
  outdir: string,
  build: (test: TestFleet) => void,
  accepted: readonly AcceptedCredential[],
): ValidationError | undefined {
  const providers = Providers.stable('1.13', { helmAddonProvider: true });
  const test = testFleet({ outdir, providers });
  build(test);
  for (const one of accepted) test.fleet.acceptCredential(one);
  try {
    test.fleet.synth();
    return undefined;
  } catch (error) {
    if (error instanceof ValidationError) return error;
    throw error;
  }
}

function rulesOf(
  outdir: string,
  build: (test: TestFleet) => void,
  accepted: readonly AcceptedCredential[] = [],
): readonly string[] {
  return issuesOf(outdir, build, accepted)?.issues.map(({ rule }) => rule) ?? [];
}

function messageOf(
  outdir: string,
  build: (test: TestFleet) => void,
  accepted: readonly AcceptedCredential[],
): string | undefined {
  return issuesOf(outdir, build, accepted)?.message;
}
