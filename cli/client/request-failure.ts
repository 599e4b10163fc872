import * as v from 'valibot';

const ProblemSchema = v.object({
  title: v.string(),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
});

/** A request that did not do what was asked, in words for the person at the command line. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** Nobody listens there: the factory is not up, or is just restarting. */
export function unreachable(url: string, error: unknown): RequestFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const { origin } = new URL(url);
  return new RequestFailure(`${origin} does not answer (${reason}): is it running? Start it with: npm start`);
}

/** Turns an answer that is no success into words: those of the problem document, with every field it names. */
export async function toRequestFailure(response: Response): Promise<RequestFailure> {
  const text = await response.text().catch(() => '');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ProblemSchema), text);
  const message = parsed.success
    ? describe(parsed.output)
    : `${new URL(response.url).pathname} did not answer well`;
  return new RequestFailure(`${message} (HTTP ${response.status})`, response.status);
}

function describe({ title, detail, errors = [] }: v.InferOutput<typeof ProblemSchema>): string {
  const fields = errors
    .map((error) => `${error.pointer} ${error.detail}`)
    // The detail of most problems is their first fault already.
    .filter((field) => !detail?.startsWith(field));
  return [detail === undefined ? title : `${title}. ${detail}`, ...fields].join('\n  ');
}
