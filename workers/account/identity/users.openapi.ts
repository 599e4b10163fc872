import { describeCollections } from '../../http/openapi/describe.ts';

export const collections = describeCollections([
  {
    collection: 'users',
    operations: {
      create: {
        description:
          'Invites a person. They become active with their first request, whose token must have this address as `email` and `email_verified` true. From then on they are recognised by their `sub`, no longer by the address. You cannot give rights that you do not have yourself (403). Refused (409) beyond the number of active and invited users in the firm’s plan.',
        problems: [{ code: 'plan-limit-reached', status: 409 }],
      },
      replace: {
        description:
          '`disabled` ends a person’s access at once, whatever token they have; `active` restores it. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.',
        problems: ['conflict', { code: 'plan-limit-reached', status: 409 }],
      },
      patch: {
        description:
          '`disabled` ends a person’s access at once, whatever token they have; `active` restores it. Refused (409) when no active administrator would remain or the firm’s plan allows no more users, and (403) when the user has or would get rights that you do not have.',
        problems: ['conflict', { code: 'plan-limit-reached', status: 409 }],
      },
      delete: {
        description:
          'Refused (409) for the last active administrator and for a user that other rows refer to; disable such a user instead.',
        problems: ['conflict'],
      },
    },
  },
  {
    collection: 'groups',
    operations: {
      create: {
        description:
          'Permissions are `<collection>:read`, `:write` or `:delete`, or a special one such as `account:admin`, which includes every other. An unknown one is refused (422) with a list of those that exist; `GET /v1/me` lists what you can give.',
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
