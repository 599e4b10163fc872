import { accountRegistration } from '../../../schema/factory/registration-messages.ts';
import { describeRoutes, type ResponseDescription } from '../../http/openapi/describe.ts';

const registered: ResponseDescription = {
  description: 'The registration as it is stored.',
  content: { 'application/json': { schema: { type: 'object' } } },
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/internal/v1/accounts/:id/registration',
    operationId: 'readRegistration',
    tag: 'Service',
    summary: 'Read the registration of an account',
    access: 'platform',
    responses: { 200: registered },
  },
  {
    method: 'put',
    path: '/internal/v1/accounts/:id/registration',
    operationId: 'registerAccount',
    tag: 'Service',
    summary: 'Register an account',
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
    responses: { 204: { description: 'The account is no longer reachable.' } },
  },
]);
