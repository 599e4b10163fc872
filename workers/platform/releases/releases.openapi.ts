import { releaseMessage } from '../../../schema/factory/release-message.ts';
import { releases } from '../../../schema/platform/tables/releases.ts';
import {
  describeRoutes,
  type ParameterDescription,
  pageOf,
  type ResponseDescription,
  rowOf,
} from '../../http/openapi/describe.ts';
import { exampleRow } from '../../http/openapi/example-row.ts';

const releaseName: ParameterDescription = {
  name: 'name',
  in: 'path',
  description: 'Name of the release, as accounts show it in `release`.',
  schema: { type: 'string', minLength: 1 },
  example: '0123456789abcdef',
};

const release: ResponseDescription = {
  description: 'The release.',
  headers: ['etag'],
  content: { 'application/json': { schema: rowOf('releases'), example: exampleRow(releases) } },
};

export const routes = describeRoutes([
  {
    method: 'get',
    path: '/v1/releases',
    operationId: 'listReleases',
    tag: 'Releases',
    summary: 'List releases',
    access: 'operator',
    list: { table: releases },
    responses: {
      200: { description: 'One page.', content: { 'application/json': { schema: pageOf('releases') } } },
    },
  },
  {
    method: 'get',
    path: '/v1/releases/:name',
    operationId: 'getRelease',
    tag: 'Releases',
    summary: 'Read a release',
    access: 'operator',
    parameters: [releaseName],
    ifNoneMatch: true,
    responses: { 200: release },
    problems: ['row_not_found'],
  },
  {
    method: 'put',
    path: '/internal/v1/releases/:name',
    operationId: 'reportRelease',
    tag: 'Service',
    summary: 'Report a release that was made',
    access: 'platform',
    body: { content: { 'application/json': { schema: releaseMessage } } },
    responses: { 200: release, 201: release },
  },
]);
