import type { Asking, TestApi } from './api.ts';

/** What a browser does with cookies: it keeps those that are set, sends them to our pages, and forgets those that are taken back. */
export const openBrowser = ({ ask }: Pick<TestApi, 'ask'>, base = 'http://localhost') => {
  const cookies = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  return {
    cookies,
    ask: async (path: string, { headers = {}, ...asking }: Asking = {}): Promise<Response> => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await ask(`${base}${path}`, { ...asking, headers: { origin: base, ...(cookie === '' ? {} : { cookie }), ...headers } });
      keep(response);
      return response;
    },
  };
};

/** The body of an answer that must have a status. */
export const bodyOf = async (response: Response, status = 200): Promise<Record<string, unknown>> => {
  const text = await response.text();
  if (response.status !== status) throw new Error(`Expected ${status}, got ${response.status}: ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};

/** The stable code of a refusal. */
export const codeOf = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { code: string }).code}`;
