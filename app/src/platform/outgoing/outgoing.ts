/** One text to one address. The platform does not know why it is sent. */
export interface Letter {
  readonly channel: 'email' | 'sms';
  /** An email address, or a phone number in E.164. */
  readonly to: string;
  /** Email only. */
  readonly subject?: string;
  readonly text: string;
  /** Email only: header lines such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of a letter. */
export type Sent = { readonly sent: true; readonly id?: string } | { readonly sent: false; readonly why: string };

/** The way out of the house: SMTP, an SMS gateway, or nothing (then `can` says so and pages tell it in plain words). */
export interface Outgoing {
  can(channel: Letter['channel']): boolean;
  send(letter: Letter): Promise<Sent>;
  close(): Promise<void>;
}
