import type { House } from '#platform/house.ts';
import type { Language } from '#platform/language/language.ts';
import type { Sent } from '#platform/outgoing/outgoing.ts';

/** Someone who can get mail: a confirmed address, a language, a way out. */
export interface Reader {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly wayOut: string;
}

/** A letter's subject and lines, without greeting and foot. */
export interface MailBody {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Sends one mail with the greeting, the foot and the one-click way out. Never inside a transaction. */
export function sendMail(house: House, reader: Reader, body: MailBody): Promise<Sent> {
  const { language } = reader;
  const out = `${house.settings.origin}/out/${reader.personId}/${reader.wayOut}`;
  const text = [
    language.say('messages.mail.greeting', { name: reader.name }),
    '',
    ...body.lines,
    '',
    language.say('messages.mail.foot', { out }),
    '',
  ].join('\n');
  return house.outgoing.send({
    channel: 'email',
    to: reader.email,
    subject: body.subject,
    text,
    headers: { 'List-Unsubscribe': `<${out}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
}
