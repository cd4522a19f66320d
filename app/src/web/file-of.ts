/** The file under a name of a posted form, as an action takes it; nothing when none was chosen. */
export async function fileOf(data: FormData, name: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const file = data.get(name);
  if (!(file instanceof File)) return { fileName: '', bytes: new Uint8Array() };
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
