import assert from 'node:assert/strict';
import { ruleSets } from '../../../../lib/assembly/rule-sets';
import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import { ARGUMENT_OWNERS } from '../../../../lib/kubeadm/rules/feature-arguments';
import { FILE_OWNERS, featureText } from '../../../../lib/kubeadm/rules/feature-file-rules';
import { FULL_FEATURES } from '../../../support/features';
import { clusterModel, controlPlaneModel } from '../../../support/models';
import { assertFitsSchemas, at, renderedObject } from '../../../support/rendering';
import { issuesOf } from '../../assembly/rule-case';

const CONFIG = ['spec', 'kubeadmConfigSpec'] as const;
const COMPONENTS = {
  apiServerExtraArgs: ['clusterConfiguration', 'apiServer', 'extraArgs'],
  controllerManagerExtraArgs: ['clusterConfiguration', 'controllerManager', 'extraArgs'],
  schedulerExtraArgs: ['clusterConfiguration', 'scheduler', 'extraArgs'],
  kubeletExtraArgs: ['joinConfiguration', 'nodeRegistration', 'kubeletExtraArgs'],
} as const;

describe('features of a control plane', () => {
  for (const [prop, cases] of Object.entries(FULL_FEATURES)) {
    cases.forEach((features, index) => {
      describe(`${prop} ${index + 1}`, () => {
        it('breaks no rule, and no schema', () => {
          const model = withFeatures(features);

          assert.deepEqual(issuesOf(model, ruleSets()), []);
          assertFitsSchemas(model);
        });

        it('owns the arguments that it sets', () => {
          for (const component of ['apiServerExtraArgs', ...OTHERS] as const) {
            const added = newNames(features, COMPONENTS[component]);

            assert.deepEqual(
              added.filter((name) => !ownedNames(features, component).includes(name)),
              [],
            );
          }
        });

        it('owns the files that it writes', () => {
          const paths = newNames(features, ['files'], 'path');

          assert.deepEqual(
            paths.filter((path) => !ownedPaths(features).some((own) => path.startsWith(own))),
            [],
          );
        });

        it('knows what makes a text shorter that it puts together', () => {
          const texts = newFiles(features).filter((file) => at(file, ['content']) !== undefined);

          assert.deepEqual(
            texts.filter((file) => featureText(String(at(file, ['path']))) === undefined),
            [],
          );
        });
      });
    });
  }

  it('go together', () => {
    const all = Object.assign({}, ...Object.values(FULL_FEATURES).map((cases) => cases[0]));

    assert.deepEqual(issuesOf(withFeatures(all), ruleSets()), []);
    assertFitsSchemas(withFeatures(all));
  });
});

const OTHERS = ['controllerManagerExtraArgs', 'schedulerExtraArgs', 'kubeletExtraArgs'] as const;

function withFeatures(features: Partial<ControlPlaneFeatures>) {
  return clusterModel({ controlPlane: controlPlaneModel(features) });
}

function newFiles(features: Partial<ControlPlaneFeatures>): readonly unknown[] {
  const files = at(renderedObject(withFeatures(features), 'controlPlane'), [...CONFIG, 'files']);
  return Array.isArray(files) ? files : [];
}

function newNames(
  features: Partial<ControlPlaneFeatures>,
  place: readonly string[],
  key = 'name',
): readonly string[] {
  const names = (some: Partial<ControlPlaneFeatures>) => {
    const list = at(renderedObject(withFeatures(some), 'controlPlane'), [...CONFIG, ...place]);
    return Array.isArray(list) ? list.map((item) => String(at(item, [key]))) : [];
  };
  const usual = names({});
  return names(features).filter((name) => !usual.includes(name));
}

function ownedNames(
  features: Partial<ControlPlaneFeatures>,
  component: keyof typeof COMPONENTS,
): readonly string[] {
  return ARGUMENT_OWNERS.filter((owner) => owner.isSet(controlPlaneModel(features))).flatMap(
    ({ owned }) => owned[component] ?? [],
  );
}

function ownedPaths(features: Partial<ControlPlaneFeatures>): readonly string[] {
  return FILE_OWNERS.filter((owner) => owner.isSet(controlPlaneModel(features))).flatMap(
    ({ paths }) => paths,
  );
}
