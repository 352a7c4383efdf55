/** What Jinja takes for the beginning of something of its own, but for variables that cloud-init fills in. */
const JINJA = /\{#|\{%|\{\{(?!\s*[A-Za-z_][\w.[\]'"()]*\s*(\|[^}]*)?\}\})/;
const SHOWN = 20;

/** Beginning of what a template of Jinja would not leave as it is; undefined where there is nothing of the kind. */
export function jinjaIn(text: string): string | undefined {
  if (!text.includes('{')) return undefined;
  const found = JINJA.exec(text);
  return found === null ? undefined : text.slice(found.index, found.index + SHOWN);
}
