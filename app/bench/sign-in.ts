/** Signs in as a person of the demo by the code on the page, as a browser would; returns the cookie header. */
export async function signIn(origin: string, address: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (path: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(origin + path, {
      redirect: 'manual',
      headers: { accept: 'text/html', origin, cookie: cookieOf(jar) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) jar.set(name, value);
    }
    return response;
  };
  await ask('/sign-in');
  await ask('/sign-in', { target: address, _key: crypto.randomUUID() });
  const page = await (await ask('/sign-in/code')).text();
  const code = /class="[^"]*\bcode\b[^"]*"[^>]*>([\d\s\u00a0]+|[\d&nbsp;]+)</.exec(page)?.[1]?.replace(/\D/g, '');
  await ask('/sign-in/code', { code: code ?? '', _key: crypto.randomUUID() });
  if (!jar.get('seat')) throw new Error(`nobody could sign in as ${address}`);
  return cookieOf(jar);
}

const cookieOf = (jar: ReadonlyMap<string, string>): string =>
  [...jar]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
