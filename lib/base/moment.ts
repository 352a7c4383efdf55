import type { Finding } from './errors';
import { call, leaveOut, write } from './fix';
import { isWholeNumber, MOST_COUNT, nextWhole } from './words';

const MOMENT =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/;

/** Returns the finding for a time that is not in RFC 3339 format. */
export function rolloutMomentFinding(text: string): Finding | undefined {
  if (isMoment(text)) return undefined;
  const better = corrected(text);
  return {
    given: text,
    allowed: 'a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"',
    fix: better === undefined ? 'write date, time and time zone' : write(better),
  };
}

/** Returns the finding for a duration that is not in whole seconds. */
export function durationFinding(seconds: number | undefined): Finding | undefined {
  if (seconds === undefined || isWholeNumber(seconds, 0)) return undefined;
  const next = nextWhole(seconds, 1);
  const most = seconds > MOST_COUNT ? `, at most ${MOST_COUNT}` : '';
  return {
    given: `${seconds} seconds`,
    allowed: `a duration of whole seconds${most}`,
    fix: next === undefined ? leaveOut() : write(call('Duration.seconds', next)),
  };
}

function corrected(text: string): string | undefined {
  const local = LOCAL.exec(text);
  const better = DATE.test(text)
    ? `${text}T00:00:00Z`
    : local && `${local[1]}T${local[2]}${local[3] ?? ':00'}Z`;
  return better && isMoment(better) ? better : undefined;
}

function isMoment(text: string): boolean {
  const match = MOMENT.exec(text);
  if (match === null) return false;
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return hour < 24 && minute < 60 && second < 60;
}
