import { accountRegistration } from '../../../schema/factory/registration-messages.ts';
import { describeRoutes, type ResponseDescription } from '../../http/openapi/describe.ts';

const registered: ResponseDescription = {
  description: 'What the registry has of the account.',
  content: { 'application/json': { schema: { type: 'object' } } },
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/internal/v1/accounts/:id/registration',
    operationId: 'readRegistration',
    tag: 'Service',
    summary: 'Read where an account is',
    access: 'platform',
    responses: { 200: registered },
  },
  {
    method: 'put',
    path: '/internal/v1/accounts/:id/registration',
    operationId: 'registerAccount',
    tag: 'Service',
    summary: 'Say where an account is',
    access: 'platform',
    body: { content: { 'application/json': { schema: accountRegistration } } },
    responses: { 200: registered },
  },
  {
    method: 'delete',
    path: '/internal/v1/accounts/:id/registration',
    operationId: 'endRegistration',
    tag: 'Service',
    summary: 'Make an account unreachable',
    access: 'platform',
    responses: { 204: { description: 'It cannot be reached any more.' } },
  },
]);
