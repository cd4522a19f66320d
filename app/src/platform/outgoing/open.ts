import type { Letter, Outgoing, Sent } from './outgoing.ts';

/** The settings of the way out; what is absent is not set up, and `can` says so. */
export interface OutgoingSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl?: string;
  /** The sender: `Sofra <sofra@example.org>`. */
  readonly mailFrom?: string;
  /** An HTTP gateway: it gets a POST with the JSON `{to, text}` and answers 2xx, with `{id}` if it likes. */
  readonly smsGatewayUrl?: string;
  /** Sent to the gateway as `Authorization: Bearer …`. */
  readonly smsGatewayToken?: string;
}

/** Milliseconds after which somebody who waits for a code is told that it could not be sent. */
const PATIENCE = 10_000;

type Way = (letter: Letter) => Promise<string | undefined>;

/** Opens the way out: email by SMTP, SMS by one HTTP gateway. A letter that could not be sent is an answer, never a throw. */
export function openOutgoing(settings: OutgoingSettings, patience = PATIENCE): Outgoing {
  const mail = openMail(settings, patience);
  const ways: Record<Letter['channel'], Way | undefined> = { email: mail?.send, sms: openSms(settings, patience) };
  return {
    can: (channel) => ways[channel] !== undefined,
    send: async (letter): Promise<Sent> => {
      const way = ways[letter.channel];
      if (!way) return { sent: false, why: 'not set up' };
      try {
        return { sent: true, id: await way(letter) };
      } catch (error) {
        return { sent: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    close: async () => mail?.close(),
  };
}

function openMail(
  { smtpUrl, mailFrom }: OutgoingSettings,
  patience: number,
): { send: Way; close(): Promise<void> } | undefined {
  if (!smtpUrl || !mailFrom) return undefined;
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  // Loaded with the first letter: a house without mail can spare the memory.
  const open = async () =>
    (await import('nodemailer')).createTransport({ url: smtpUrl, ...timeouts }, { from: mailFrom });
  let transport: ReturnType<typeof open> | undefined;
  return {
    send: async ({ to, subject, text, headers }) => {
      transport ??= open();
      // As an object the address is never read as a list: one letter goes to one person.
      const info = await (await transport).sendMail({
        to: { name: '', address: to },
        subject,
        text,
        headers: { ...headers },
      });
      return info.messageId;
    },
    close: async () => (await transport)?.close(),
  };
}

function openSms({ smsGatewayUrl, smsGatewayToken }: OutgoingSettings, patience: number): Way | undefined {
  if (!smsGatewayUrl) return undefined;
  return async ({ to, text }) => {
    const response = await fetch(smsGatewayUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(smsGatewayToken ? { authorization: `Bearer ${smsGatewayToken}` } : {}),
      },
      body: JSON.stringify({ to, text }),
      // A redirect would carry the token and the text to somewhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    return idIn(await response.text());
  };
}

function idIn(answer: string): string | undefined {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return id === undefined || id === null ? undefined : String(id);
  } catch {
    return undefined;
  }
}
