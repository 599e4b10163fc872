import { standing } from '../../../schema/factory/standing.ts';
import { describeRoutes, type ResponseDescription } from '../../http/openapi/describe.ts';

const stored: ResponseDescription = {
  description: 'The standing as it is stored.',
  content: { 'application/json': { schema: standing } },
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/internal/v1/standing',
    operationId: 'getStanding',
    tag: 'Service',
    summary: 'What the account knows of itself',
    access: 'platform',
    responses: { 200: stored },
    problems: [{ code: 'standing-missing', status: 404 }],
  },
  {
    method: 'put',
    path: '/internal/v1/standing',
    operationId: 'putStanding',
    tag: 'Service',
    summary: 'Tell the account its standing',
    access: 'platform',
    body: { content: { 'application/json': { schema: standing } } },
    responses: { 200: stored },
  },
]);
