// Asking again while something goes on.
import { useEffect, useState } from 'preact/hooks';

const IDLE_MS = 15_000;

/**
 * Calls `look` again and again, each time when the last has ended, and not while the page is hidden. `look` gets an AbortSignal and gives
 * the number of milliseconds until the next time; null ends it. A failure waits longer and is told to `fail`. Gives a function that stops it.
 */
export function poll(look, fail = () => {}) {
  const stop = new AbortController();
  let timer;
  let waiting = false;
  async function turn() {
    waiting = false;
    if (document.hidden) {
      waiting = true;
      return;
    }
    let pause;
    try {
      pause = await look(stop.signal);
    } catch (failure) {
      if (stop.signal.aborted) return;
      fail(failure);
      pause = IDLE_MS;
    }
    if (pause !== null && !stop.signal.aborted) timer = setTimeout(turn, pause);
  }
  const wake = () => {
    if (!document.hidden && waiting) turn();
  };
  document.addEventListener('visibilitychange', wake);
  turn();
  return () => {
    stop.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}

/**
 * What `load` gives, in a component: { data, failure, loading }. It is loaded when `key` changes, and again after the pause that
 * `again(data)` says in milliseconds; by default never. The data of before stays until there is new.
 */
export function useLive(key, load, again = () => null) {
  const [state, setState] = useState({ loading: true });
  useEffect(() => {
    setState((before) => ({ data: before.data, loading: true }));
    return poll(
      async (signal) => {
        const data = await load(signal);
        if (!signal.aborted) setState({ data, loading: false });
        return again(data);
      },
      (failure) => setState((before) => ({ data: before.data, failure, loading: false })),
    );
  }, [key]);
  return state;
}

/** Says something to those who listen to the page. */
export function announce(text) {
  document.getElementById('announcement').textContent = text;
}
