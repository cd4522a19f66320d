import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import type { Answer } from '#platform/refusal.ts';

/** Wrong codes for one address in a day, after which it is closed to codes. */
const WRONG_A_DAY = 20;
const CODES_AN_HOUR = 5;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a code opens, and how long after it the person may choose who they are. */
export const CODE_LASTS = 10 * MINUTE;
export const TRIES = 5;
/** A session ends so long after it was last seen. */
export const SESSION_LASTS = 60 * DAY;
/** A session that is seen again moves its end at most this often. */
export const SEEN_EVERY = HOUR;

export interface Target {
  readonly channel: 'email' | 'phone';
  /** Lower-case email, or E.164. */
  readonly value: string;
}

const Email = z.email().max(254);

/** Where a number without a country code is tried, by the language of the reader; Serbia in the end. */
const COUNTRIES: Readonly<Record<string, readonly CountryCode[]>> = { mk: ['MK', 'RS'], sq: ['XK', 'AL', 'MK', 'RS'] };

/** Reads "email or phone" as people write it; undefined when it is neither. */
export function readTarget(text: string, locale: string): Target | undefined {
  const typed = text.trim();
  if (typed.includes('@')) {
    const email = Email.safeParse(typed.toLowerCase());
    return email.success ? { channel: 'email', value: email.data } : undefined;
  }
  for (const country of COUNTRIES[locale] ?? ['RS']) {
    const phone = parsePhoneNumberFromString(typed, country);
    if (phone?.isPossible() && phone.isValid()) return { channel: 'phone', value: phone.number };
  }
  return undefined;
}

/** A code that was sent to one address within the last day. */
export interface RecentCode {
  readonly sentAt: Date;
  readonly tries: number;
  readonly provenAt: Date | null;
}

/**
 * Whether one more code may go to this address: at most five an hour, and none after twenty wrong tries in a day.
 * The no says in how many minutes it opens again.
 */
export function mayAskCode(recent: readonly RecentCode[], now: Date): Answer {
  const wrong = recent.reduce((sum, code) => sum + code.tries - (code.provenAt ? 1 : 0), 0);
  const oldest = (codes: readonly RecentCode[]) => Math.min(...codes.map(({ sentAt }) => sentAt.getTime()));
  const minutesUntil = (at: number) => Math.max(1, Math.ceil((at - now.getTime()) / MINUTE));
  if (wrong >= WRONG_A_DAY)
    return {
      no: 'people.locked',
      facts: { hours: Math.ceil(minutesUntil(oldest(recent.filter((code) => code.tries > 0)) + DAY) / 60) },
    };
  const lastHour = recent.filter(({ sentAt }) => sentAt.getTime() > now.getTime() - HOUR);
  if (lastHour.length >= CODES_AN_HOUR)
    return { no: 'people.many-codes', facts: { minutes: minutesUntil(oldest(lastHour) + HOUR) } };
  return 'yes';
}

/** The address with most of it hidden: enough to recognise one's own, nothing for a stranger. */
export function hideMost({ channel, value }: Target): string {
  if (channel === 'phone') return `${value.slice(0, 4)} ••• ${value.slice(-2)}`;
  const [name, domain] = value.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/KaiOS/, 'KaiOS'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Opera|OPR\//, 'Opera'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** "Firefox · Android": by which a person recognises a device; the user agent itself is not kept. */
export function deviceWords(userAgent: string | null): string {
  const first = (list: typeof SYSTEMS) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(' · ');
}

/** `BCHK MPTX 2345`: as it stands on the card. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
