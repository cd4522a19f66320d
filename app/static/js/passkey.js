// Passkeys: shows itself only where the browser can do it; every page is whole without.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Posts to the house; a no comes back as an Error with its sentence. */
async function post(path, body = {}) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.sentence ?? said.message ?? '');
  return said;
}

const frame = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
});

async function signIn(place) {
  const options = await post('/sign-in/passkey/start');
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [] },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
  const response = {
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : undefined,
  };
  const { to } = await post(`/sign-in/passkey?next=${encodeURIComponent(place.dataset.next)}`, {
    response: frame(credential, response),
  });
  location.assign(to);
}

async function register() {
  const options = await post('/me/passkeys/start');
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
  const { clientDataJSON, attestationObject } = credential.response;
  const response = {
    clientDataJSON: text(clientDataJSON),
    attestationObject: text(attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  };
  await post('/me/passkeys', { response: frame(credential, response) });
  location.assign('/me#passkeys');
  location.reload();
}

const ways = { 'sign-in': signIn, register };

for (const place of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential || !window.isSecureContext) continue;
  const trouble = place.querySelector('[data-trouble]');
  place.hidden = false;
  place.querySelector('button').addEventListener('click', async (press) => {
    const button = press.currentTarget;
    button.disabled = true;
    trouble.textContent = '';
    try {
      await ways[place.dataset.passkey](place);
    } catch (problem) {
      // A device says "not allowed" when its owner changed their mind: our own sentence is kinder.
      trouble.textContent = problem instanceof DOMException || !problem.message ? trouble.dataset.trouble : problem.message;
    }
    button.disabled = false;
  });
}
