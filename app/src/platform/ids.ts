import { randomBytes, randomUUID } from 'node:crypto';

let latest = 0;
let counter = 0;

/**
 * A UUID version 7 for `now`: sorts by time, and within one process by the order of making, for everything that is not
 * secret (RFC 9562, a counter in the twelve bits after the version).
 */
export function newTimeId(now: Date): string {
  const bytes = randomBytes(16);
  const moment = now.getTime();
  counter = moment === latest ? counter + 1 : bytes.readUInt16BE(6) & 0x07f;
  latest = moment;
  // More than the bits hold in one millisecond only happens under a clock that stands still.
  bytes.writeUIntBE(moment + (counter >> 12), 0, 6);
  bytes.writeUInt16BE(0x7000 | (counter & 0x0fff), 6);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A UUID version 4: says nothing of time or order, for everything that is secret. */
export const newSecretId = (): string => randomUUID();

/** `length` random bytes as URL-safe text, for tokens that a person carries. */
export const newToken = (length = 24): string => randomBytes(length).toString('base64url');

/** `digits` random decimal digits, each equally likely. */
export function newDigits(digits: number): string {
  let text = '';
  while (text.length < digits)
    for (const byte of randomBytes(digits)) if (byte < 250 && text.length < digits) text += byte % 10;
  return text;
}

/** The id that stands for "no community" and "no person" where a key column may not be empty. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
