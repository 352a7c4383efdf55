import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { formatIssue } from '../../../lib/errors';
import { RULE_SETS } from '../../../lib/rules/rule-sets';
import { issuesOf, type RuleCase } from './rule-case';
const dir = __dirname + '/cases';
for (const f of readdirSync(dir)) {
  if (f === 'index.ts') continue;
  const mod = require(`${dir}/${f}`);
  const cases = Object.values(mod)[0] as RuleCase[];
  let text = readFileSync(`${dir}/${f}`, 'utf8');
  const parts = text.split(/says:\s*(?:''|`(?:[^`\\]|\\.)*`)/);
  if (parts.length !== cases.length + 1) { console.error('COUNT', f, parts.length, cases.length); continue; }
  let out = parts[0]!;
  cases.forEach((c, i) => {
    const issues = issuesOf(c.broken, RULE_SETS);
    if (!issues.some((x) => x.rule === c.rule)) console.error('NOT FOUND', f, c.rule, issues.map(formatIssue));
    const others = issues.filter((x) => x.rule !== c.rule).map((x) => x.rule);
    if (others.length) console.error('OTHERS', f, c.rule, others);
    if (c.sound !== undefined) { const bad = issuesOf(c.sound, RULE_SETS); if (bad.length) console.error('SOUND', f, c.rule, bad.map(formatIssue)); }
    const t = issues.map(formatIssue).join('\n');
    console.log(`# ${c.rule}\n${t}`);
    out += 'says: `' + t.replace(/[\\`]/g, '\\$&').replace(/\$\{/g, '\\${') + '`' + parts[i + 1]!;
  });
  writeFileSync(`${dir}/${f}`, out);
}
