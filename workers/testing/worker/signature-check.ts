import { signText } from '../../../schema/factory/message-signature.ts';
import { problemResponse } from '../../http/problems/problem-response.ts';
import { checkSignature } from '../../webhooks/webhook-signature.ts';

const SECRETS = ['whsec_bmV3IHNlY3JldCBvZiB0aGUgdGVzdA==', 'whsec_b2xkIHNlY3JldCBvZiB0aGUgdGVzdA=='];

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker's handlers from its default export.
export default {
  async fetch(request: Request): Promise<Response> {
    const body = await request.text();
    if (new URL(request.url).pathname === '/sign')
      return Response.json(await signText(SECRETS, 'msg-1', body, Date.now()));
    const refused = await checkSignature(request.headers, body, SECRETS, Date.now());
    return refused === undefined ? new Response('accepted') : problemResponse(refused.error, '/');
  },
};
