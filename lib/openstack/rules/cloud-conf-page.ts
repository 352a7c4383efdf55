import { CLOUD_CONF_KEYS, type KeyUse } from './cloud-conf-keys';

const INTRODUCTION = `# cloud.conf

The OpenStack cloud controller and the Cinder driver read a \`cloud.conf\`. Most of it follows from the program. This page
says for each key where its value comes from. \`cloudConf\` of an addon sets any of them:

\`\`\`ts
cluster.addAddon(
  Addon.openStackCloudControllerManager({
    cloudConf: {
      Networking: { 'internal-network-name': ['nodes', 'storage'] },
      LoadBalancer: { 'create-monitor': true },
    },
  }),
);
\`\`\`

- **derived**: it follows from other props.
- **option**: a prop of the addon says it.
- **yours**: only you can know it, so set it in \`cloudConf\` where the default does not suit you.

This page is made from \`lib/openstack/rules/cloud-conf-keys.ts\`: \`UPDATE_DOCS=1 npx mocha test/lib/openstack/rules/cloud-conf-page.test.ts\`.
`;

/** Writes the page about the keys of `cloud.conf`. */
export function renderCloudConfPage(): string {
  const sections = Object.entries(CLOUD_CONF_KEYS).map(([name, keys]) => {
    const rows = Object.entries(keys).map(([key, use]) => `| \`${key}\` | ${useText(use)} |`);
    return `## ${name}\n\n| Key | Where its value comes from |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function useText(use: KeyUse): string {
  if ('derived' in use) return `derived: ${use.derived}`;
  return 'option' in use ? `option: ${use.option}` : `yours: ${use.yours}`;
}
