/** Forms of texts that refer to a secret or are placeholders for one. */
const REFERENCES: readonly RegExp[] = [
  // Variables and commands of shells; templates of Go, Jinja, Helm, Grafana, Windows and gettext.
  /^\$\(.*\)$/s,
  /^`[^`]*`$/,
  /^\$\{[^}]*\}$/,
  /^\$[A-Za-z_][\w.:]*$/,
  /^\$\d$|^\$[@*#]$/,
  /^\$__\w+\{[^}]*\}$/,
  /^(?:\{\{(?!-?\s*["`])(?:(?!\}\}).)*\}\}\s*)+$/s,
  /^%[A-Za-z_]\w*%$|^%\(\w+\)s$|^%[bdqsvx](?:\\n)?$|^@@?[\w-]+@@?$|^__[A-Z]\w*__$/,
  // Values that another tool fills in or has encrypted.
  /^ENC\[[A-Z0-9_]+,/,
  /^(?:ref\+|vault:|op:\/\/|env:|file:|sops:|secret:|secretref:|bao:|awssm:|gcpsm:|azurekeyvault:)/i,
  // YAML tags for values that are encrypted or stored elsewhere.
  /^!(?:vault|vault-encrypted|encrypted|secret|env|env_var|include|reference|Ref|GetAtt|Sub|ImportValue|FindInMap|Join|Select|If)(?:\s|$)/,
  /^\$ANSIBLE_VAULT;/,
  /^arn:aws[\w-]*:(?:secretsmanager|ssm):/,
  /^projects\/[^/]+\/secrets\//,
  // Placeholders.
  /^<[^<>]*>$/,
  /^[*!]{1,3}$/,
  /^\[[^\]]*\]$/,
  /^[*•x.…_-]{3,}$/i,
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)?[\w-]*|redacted|masked|hidden|todo|tbd|fixme|n\/a|none|null|nil|undefined|empty|unset|true|false|yes|no|on|off|string|boolean|integer|number|object|array|required|optional|enabled|disabled)$/i,
  /^your[-_ ][\w -]*$/i,
  // Function calls and members in code.
  /^[A-Za-z_][\w.]*\(.*\)?;?$/s,
  // File paths.
  /^@?(?:~|\.{1,2})?\/[\w.@%+-]+(?:\/[\w.@%+-]+)+\/?$/,
  /^@?(?:~|\.{1,2})\/[\w.@%+-]+\/?$/,
  /^@?\/[\w.-]+\.[a-z]{2,5}$/,
  /^[A-Za-z]:\\[\w.\\ -]+$/,
  // Services in /etc/nsswitch.conf.
  /^(?:(?:files|compat|systemd|sss|ldap|winbind|nis|nisplus|db|altfiles|extrausers|cache|\[[!\w=]+\])(?:\s+|$))+$/,
];

/** Words that occur in a sentence about a secret but hardly ever in a secret. */
const PROSE =
  /\s(?:a|an|and|as|by|for|from|in|is|it|may|must|not|of|on|or|that|the|this|to|use[ds]?|which|with|will|your)\s|^(?:a|an|ask|enter|if|no|please|refer|see|the|your)\s/i;

/** Parts of a text that are filled in later, such as the variable in `user:${PASSWORD}`. */
const FILLED =
  /__TEMPLATE__|\$\([^)]*\)|\$\{[^}]*\}|\{\{(?!-?\s*["`])[^}]*\}\}|\$__\w+\{[^}]*\}|\$[A-Za-z_]\w*/g;

/** Tells whether a text is a reference to a secret or a placeholder, not a secret itself. */
export function isReference(text: string): boolean {
  const plain = unquoted(text.trim());
  if (plain === '' || REFERENCES.some((pattern) => pattern.test(plain))) return true;
  return plain.includes(' ') && !plain.includes('\n') && PROSE.test(plain);
}

/** Tells whether any part of a text is filled in later. */
export function hasFilledIn(text: string): boolean {
  return text.replace(FILLED, '') !== text;
}

/** Tells whether a text contains nothing secret besides the parts that are filled in later. */
export function isFilledIn(text: string): boolean {
  const rest = text.replace(FILLED, '');
  return rest !== text && !/[A-Za-z0-9]{8,}/.test(rest);
}

/** Removes the quotes around a text. */
export function unquoted(text: string): string {
  return /^\\?(["'])(.*?)\\?\1[;,]?$/s.exec(text)?.[2] ?? text;
}

/** Tells whether the value of a field with an ambiguous name is a name rather than a secret. */
export function isNameLike(text: string): boolean {
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text)) return true;
  if (/^[A-Za-z]{1,24}$/.test(text) && !/[a-z][A-Z]{2}|[A-Z][a-z]?[A-Z][a-z]?[A-Z]/.test(text)) {
    return true;
  }
  if (!/^[a-z0-9]([-_./a-z0-9]*[a-z0-9])?$/.test(text)) return false;
  return text.length < 24 || (/[-_./]/.test(text) && !/[a-z0-9]{24}/.test(text));
}

/** Tells whether a value only repeats its name, as in `{ password: password }` in code. */
export function isItself(name: string, value: unknown): boolean {
  return typeof value === 'string' && bare(name) === bare(value);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '');
}

/** Tells whether a word of code is a variable or a member, such as `config.token`. */
export function isMember(text: string): boolean {
  return (
    /^[a-z_]\w*(?:\.[A-Za-z_]\w*|\[["']?\w+["']?\]?)+$/i.test(text) &&
    /(?:pass|pwd|secret|token|key)\w*["'\]]*$/i.test(text)
  );
}
