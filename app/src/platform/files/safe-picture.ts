import { z } from 'zod';

/** A picture made safe: drawn anew without metadata (no place, no camera), small enough for a slow line. */
export interface SafePicture {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  readonly mediaType: 'image/webp';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture in an action's input; only `makeSafePicture` makes one. */
export const SafePicture = z.custom<SafePicture>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'hash' in value &&
    (value as SafePicture).bytes instanceof Uint8Array,
);
