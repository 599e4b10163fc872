import { type AccountClient, createAccountClient, ifMatch } from './client.ts';
import { ApiProblem, ok } from './problem.ts';

/** Imports two clients, uploads a passport, and returns the names of all clients. */
export async function example(baseUrl: string, token: () => Promise<string>): Promise<readonly string[]> {
  const account = createAccountClient({ baseUrl, token });

  // Methods return a refusal as `error`, typed like `data`.
  const { data, error } = await account.POST('/v1/clients', { body: { lastName: 'Holloway', shoeSize: 43 } });
  console.log(data?.id ?? error?.errors); // [{ pointer: '#/shoeSize', detail: 'is not a known field' }]

  // `ok()` returns only the data, and throws an `ApiProblem` for a refusal.
  const client = await ok(account.POST('/v1/clients', { body: { lastName: 'Holloway', status: 'active' } }));
  const path = { id: client.id };
  await ok(
    account.PATCH('/v1/clients/{id}', {
      params: { path, header: ifMatch(client) },
      body: { firstName: 'Margaret' },
    }),
  );
  try {
    const header = ifMatch(client); // Fails if the row was changed since: we have just changed it.
    await ok(account.PATCH('/v1/clients/{id}', { params: { path, header }, body: { firstName: 'Maud' } }));
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'version-mismatch') throw problem;
  }

  // Many rows are imported and exported as streams, and large files are uploaded in parts.
  const rows = [{ lastName: 'Beech', status: 'active' }];
  for await (const line of account.importRows('clients', rows)) {
    if ('summary' in line) console.log(line.summary.created); // 1
  }
  await upload(account, client.id);

  // Pages are fetched on demand.
  const names: string[] = [];
  const active = account.every('/v1/clients', {
    params: { query: { 'status[in]': ['active'], sort: 'lastName' } },
  });
  for await (const { firstName, lastName } of active) {
    names.push([firstName, lastName].filter(Boolean).join(' '));
  }
  return names; // ['Beech', 'Margaret Holloway']
}

async function upload(account: AccountClient, clientId: string): Promise<void> {
  const body = { clientId, category: 'identity', title: 'Passport', fileName: 'passport.pdf' } as const;
  const document = await ok(account.POST('/v1/documents', { body }));
  await account.uploadDocument(document.id, new Blob(['%PDF-1.7'], { type: 'application/pdf' }));
  const params = { path: { id: document.id } };
  const bytes = await ok(account.GET('/v1/documents/{id}/content', { params, parseAs: 'stream' }));
  for await (const chunk of bytes ?? []) console.log(chunk.byteLength); // 8
}
