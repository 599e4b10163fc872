import type { CloudflareApi } from '../api/cloudflare-api.ts';
import { isList, isObject, type PropertyValue } from '../engine/property-value.ts';
import { defineResource, type InputSpecs, type InputsOf } from '../engine/resource-type.ts';
import { scriptPath } from './workers-script-path.ts';

const inputs = {
  accountId: { type: 'string', description: 'Cloudflare account.', required: true, replaces: true },
  scriptName: { type: 'string', description: 'Name of the script.', required: true, replaces: true },
  schedules: { type: 'array', description: 'When it runs: `[{ cron: "* * * * *" }]`.', required: true },
} as const satisfies InputSpecs;

/**
 * The cron triggers of a script. As in Cloudflare's plugin, deleting them makes no call: they are deleted with the
 * script.
 */
export const workersCronTrigger = defineResource({
  token: 'cloudflare:index/workersCronTrigger:WorkersCronTrigger',
  description: 'The cron triggers of a Worker.',
  inputs,
  outputs: {},

  check(news) {
    const isWrong = news.schedules?.some((item) => !isObject(item) || typeof item.cron !== 'string');
    return isWrong ? [{ property: 'schedules', reason: 'each must be { cron: "…" }' }] : [];
  },

  async create(api, news) {
    await putSchedules(api, news);
    return { id: news.scriptName, outputs: {} };
  },

  async read(api, id, olds) {
    const [accountId, scriptName] = id.includes('/') ? id.split('/') : [olds.accountId, id];
    if (accountId === undefined || scriptName === undefined) return undefined;
    const answer = await api.find(`${scriptPath(accountId, scriptName)}/schedules`);
    if (answer === undefined) return undefined;
    const schedules = isList(answer.schedules) ? answer.schedules.map(toSchedule) : [];
    return { id: scriptName, inputs: { accountId, scriptName, schedules }, outputs: {} };
  },

  async update(api, _id, news) {
    await putSchedules(api, news);
    return {};
  },
});

async function putSchedules(api: CloudflareApi, news: InputsOf<typeof inputs>): Promise<void> {
  await api.call('PUT', `${scriptPath(news.accountId, news.scriptName)}/schedules`, {
    body: news.schedules.map(toSchedule),
  });
}

function toSchedule(schedule: PropertyValue): PropertyValue {
  return { cron: isObject(schedule) ? (schedule.cron ?? '') : '' };
}
