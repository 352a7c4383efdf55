import { cluster, type RuleCase } from '../rule-case';

const PATH = 'mothership';

/** Examples of rules on the registries from which a management cluster pulls. */
export const MANAGEMENT_IMAGE_CASES: readonly RuleCase[] = [
  {
    rule: 'management-image-registry',
    broken: pulling({ 'registry.k8s.io': 'https://registry.example.org/mirror/' }),
    sound: pulling({
      'registry.k8s.io': 'registry.example.org/mirror',
      'docker.io': 'localhost:5000',
      'localhost:5000': 'docker.io/ours',
    }),
    says: `mothership: imageRegistries["registry.k8s.io"] is "https://registry.example.org/mirror/"
  allowed: a registry with an optional path, such as "registry.example.org/mirror"
  fix: write "registry.example.org/mirror"`,
  },
  {
    rule: 'management-image-registry',
    broken: pulling({ 'quay.io': 'Mirror' }),
    says: `mothership: imageRegistries["quay.io"] is "Mirror"
  allowed: a registry with an optional path, such as "registry.example.org/mirror"
  fix: leave it out`,
  },
  {
    rule: 'management-image-registry',
    broken: pulling({ 'quay.io/calico': 'registry.example.org' }),
    says: `mothership: imageRegistries is "quay.io/calico"
  allowed: registries as they appear in image names, such as "registry.k8s.io" or "docker.io"
  fix: leave it out`,
  },
];

function pulling(imageRegistries: Readonly<Record<string, string>>) {
  return cluster({ management: { path: PATH, imageRegistries } });
}
