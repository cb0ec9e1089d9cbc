import { reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { useToken, whenTokenRefused } from '../api/http.js';

const KEY = 'sanse.token';

/** Who is signed in (`GET /me`), or null; `notice` is the text key that tells why one was signed out. */
export const session = reactive({ me: null, notice: null });

/** Whether the roles of the signed-in caller may use an operation of the API, by operationId. */
export function may(operation) {
  return session.me?.operations.includes(operation) ?? false;
}

/** Signs in with a pasted token. Fails with a Problem; then nothing is kept. */
export async function signIn(pasted) {
  const token = pasted.trim().replace(/^Bearer\s+/i, '');
  session.notice = null;
  useToken(token);
  session.me = await api.me();
  // The tab's own storage: gone with the tab, never sent by itself, not shared with other tabs.
  sessionStorage.setItem(KEY, token);
}

/** Takes up the tab's session after a reload of the page; without one, or when it has ended, the sign-in page remains. */
export async function resumeSession() {
  const token = sessionStorage.getItem(KEY);
  if (token !== null) {
    // Out of reach is not refused: then the token is kept for the next reload.
    await signIn(token).catch((problem) =>
      problem.status === 401 ? signOut('signIn.expired') : (session.notice = 'problem.unreachable'),
    );
  }
}

/** @param {string|null} notice key of the text that tells why */
export function signOut(notice = null) {
  sessionStorage.removeItem(KEY);
  useToken(null);
  session.me = null;
  session.notice = notice;
}

whenTokenRefused(() => {
  if (session.me !== null) {
    signOut('signIn.expired');
  }
});
