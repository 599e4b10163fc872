import { operationReport } from '../../../schema/factory/operation-messages.ts';
import { describeRoutes, type ResponseDescription } from '../../http/openapi/describe.ts';

const stored: ResponseDescription = {
  description: 'The stored operation, and its account as it is now.',
  content: { 'application/json': { schema: { type: 'object' } } },
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/internal/v1/operations/:id',
    operationId: 'readStoredOperation',
    tag: 'Service',
    summary: 'Read an operation and its account',
    access: 'platform',
    responses: { 200: stored },
  },
  {
    method: 'put',
    path: '/internal/v1/operations/:id',
    operationId: 'reportOperation',
    tag: 'Service',
    summary: 'Report the progress of an operation',
    access: 'platform',
    body: { content: { 'application/json': { schema: operationReport } } },
    responses: { 200: stored },
  },
]);
