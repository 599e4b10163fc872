import { type AccountClient, createAccountClient, ifMatch } from './client.ts';
import { ApiProblem, ok } from './problem.ts';

/** Brings two clients and a passport in, and says who is there. */
export async function example(baseUrl: string, token: () => Promise<string>): Promise<readonly string[]> {
  const account = createAccountClient({ baseUrl, token });

  // A refusal is the `error` of a result, as typed as its `data`.
  const { data, error } = await account.POST('/v1/clients', { body: { lastName: 'Holloway', shoeSize: 43 } });
  console.log(data?.id ?? error?.errors); // [{ pointer: '#/shoeSize', detail: 'is not a known field' }]

  // `ok()` gives the data alone, and throws an `ApiProblem` instead.
  const client = await ok(account.POST('/v1/clients', { body: { lastName: 'Holloway', status: 'active' } }));
  const path = { id: client.id };
  await ok(
    account.PATCH('/v1/clients/{id}', {
      params: { path, header: ifMatch(client) },
      body: { firstName: 'Margaret' },
    }),
  );
  try {
    const header = ifMatch(client); // Somebody has changed the row since: we have.
    await ok(account.PATCH('/v1/clients/{id}', { params: { path, header }, body: { firstName: 'Maud' } }));
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'version-mismatch') throw problem;
  }

  // Many rows come and go as streams, and files of any size in parts.
  const rows = [{ lastName: 'Beech', status: 'active' }];
  for await (const line of account.importRows('clients', rows)) {
    if ('summary' in line) console.log(line.summary.created); // 1
  }
  await upload(account, client.id);

  // Pages are fetched as they are needed.
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
