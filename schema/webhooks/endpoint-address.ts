import * as v from 'valibot';
import { atMost } from '../model/fields.ts';

/** Loopback hosts, the only ones that may be addressed without encryption. */
export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Address that messages are sent to. Which hosts it may name depends on the deployment; see `target-rules.ts`. */
export function endpointAddress() {
  return v.pipe(
    v.string(),
    atMost(500),
    v.check((value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return false;
      return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
    }, 'must be an https:// address without a name, password or fragment'),
  );
}
