// The least a Worker can do for the same answer: one query, no rights, no audit, no conventions.
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/queries/')) {
      const statement = env.DB.prepare(env.QUERIES[pathname.slice('/queries/'.length)]);
      const parameter = searchParams.get('parameter');
      const { results } = await (parameter === null ? statement : statement.bind(parameter)).all();
      return Response.json(results);
    }
    if (request.method === 'POST') {
      const body = await request.text();
      const id = crypto.randomUUID();
      await env.DB.prepare('INSERT INTO bare_rows (id, body) VALUES (?, ?)').bind(id, body).run();
      return Response.json({ id }, { status: 201 });
    }
    const id = pathname.split('/').at(-1);
    const row = await env.DB.prepare('SELECT id, body FROM bare_rows WHERE id = ?').bind(id).first();
    return row === null ? new Response(null, { status: 404 }) : new Response(row.body);
  },
};
