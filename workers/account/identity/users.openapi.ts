import { describeCollections } from '../../http/openapi/describe.ts';

export const collections = describeCollections([
  {
    collection: 'users',
    operations: {
      create: {
        description:
          'Invites a person. They come in at their first request with a token whose `email` is this address and whose `email_verified` is true; from then on their `sub` counts and no longer the address. You cannot give rights that you do not have yourself (403). Refused (409) beyond the users of the firm’s plan, active and invited ones together.',
        problems: [{ code: 'plan-limit-reached', status: 409 }],
      },
      replace: {
        description:
          '`disabled` shuts a person out at once, whatever token they hold; `active` lets them in again. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.',
        problems: ['conflict', { code: 'plan-limit-reached', status: 409 }],
      },
      patch: {
        description:
          '`disabled` shuts a person out at once, whatever token they hold; `active` lets them in again. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.',
        problems: ['conflict', { code: 'plan-limit-reached', status: 409 }],
      },
      delete: {
        description:
          'Refused (409) for the last active administrator and for a user whom rows still name; disable such a user instead.',
        problems: ['conflict'],
      },
    },
  },
  {
    collection: 'groups',
    operations: {
      create: {
        description:
          'Permissions are `<collection>:read`, `:write` or `:delete`, or a special one such as `account:admin`, which holds every other. One that does not exist is refused (422) with those that do; `GET /v1/me` lists what you can give.',
      },
      replace: {
        description: 'The group Administrators keeps `account:admin` (409).',
        problems: ['conflict'],
      },
      patch: {
        description: 'The group Administrators keeps `account:admin` (409).',
        problems: ['conflict'],
      },
      delete: {
        description: 'Refused (409) for the group Administrators and while users are in the group.',
        problems: ['conflict'],
      },
    },
  },
]);
