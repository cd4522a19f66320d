import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const b64 = (data: Buffer | string): string => Buffer.from(data).toString('base64url');

type Cbor = string | number | Buffer | ReadonlyMap<string | number, Cbor>;

/** As much of CBOR as an authenticator needs (RFC 8949). */
function cbor(value: Cbor): Buffer {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.from([(major << 5) | length]);
    return length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

/** A device that makes one passkey and signs with it, for tests: ES256, user present and verified. */
export function newAuthenticator(origin: string) {
  const rpIdHash = sha256(new URL(origin).hostname);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let userHandle = '';
  let counter = 0;
  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (flags: number): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count]);
  };
  const frame = { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} };
  return {
    make(options: { challenge: string; user: { id: string } }) {
      userHandle = options.user.id;
      const coordinate = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x)],
        [-3, coordinate(y)],
      ]);
      const attested = Buffer.concat([authData(0x45), Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', attested],
      ]);
      const clientDataJSON = b64(clientData('webauthn.create', options.challenge));
      return {
        ...frame,
        response: { clientDataJSON, attestationObject: b64(cbor(attestation)), transports: ['internal'] },
      };
    },
    sign(options: { challenge: string }) {
      const data = authData(0x05);
      const client = clientData('webauthn.get', options.challenge);
      const signature = b64(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey));
      return {
        ...frame,
        response: { clientDataJSON: b64(client), authenticatorData: b64(data), signature, userHandle },
      };
    },
  };
}
