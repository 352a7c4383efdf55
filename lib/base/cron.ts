const FIELDS: readonly { readonly least: number; readonly most: number; readonly names: string }[] =
  [
    { least: 0, most: 59, names: '' },
    { least: 0, most: 23, names: '' },
    { least: 1, most: 31, names: '' },
    { least: 1, most: 12, names: 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec' },
    { least: 0, most: 6, names: 'sun|mon|tue|wed|thu|fri|sat' },
  ];
const MACRO = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** Tells whether a text is a schedule that Kubernetes accepts for a CronJob. */
export function isSchedule(text: string): boolean {
  if (typeof text !== 'string') return false;
  if (MACRO.test(text)) return true;
  const fields = text.trim().split(/\s+/);
  return fields.length === FIELDS.length && fields.every(isField);
}

function isField(text: string, index: number): boolean {
  const { least = 0, most = 0, names = '' } = FIELDS[index] ?? {};
  const value = (word: string) => {
    if (names !== '' && new RegExp(`^(${names})$`, 'i').test(word)) return true;
    return /^\d{1,2}$/.test(word) && Number(word) >= least && Number(word) <= most;
  };
  return text.split(',').every((item) => {
    const [range = '', step, ...more] = item.split('/');
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return false;
    if (range === '*') return true;
    const ends = range.split('-');
    if (ends.length > 2 || !ends.every(value)) return false;
    return (
      ends.length < 2 ||
      !ends.every((end) => /^\d+$/.test(end)) ||
      Number(ends[0]) <= Number(ends[1])
    );
  });
}
