/** Text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Command that edits a file. */
export function sedInPlace(file: string, edits: readonly string[]): string {
  return `sed -i ${edits.map((edit) => `-e ${quoted(edit)}`).join(' ')} ${file}`;
}

/** Edit of a variable of a container whose value is a word in quotes on the line after its name. */
export function variableEdit(name: string, value: string): string {
  return `/name: ${name}$/{n;s/"[A-Za-z]*"/"${value}"/;}`;
}
