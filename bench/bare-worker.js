// The least a Worker can do for the same answer: one query, no rights, no audit, no conventions.
export default {
  async fetch(request, env) {
    if (request.method === 'POST') {
      const body = await request.text();
      const id = crypto.randomUUID();
      await env.DB.prepare('INSERT INTO bare_rows (id, body) VALUES (?, ?)').bind(id, body).run();
      return Response.json({ id }, { status: 201 });
    }
    const id = new URL(request.url).pathname.split('/').at(-1);
    const row = await env.DB.prepare('SELECT id, body FROM bare_rows WHERE id = ?').bind(id).first();
    return row === null ? new Response(null, { status: 404 }) : new Response(row.body);
  },
};
