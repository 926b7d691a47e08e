/** What is being built or was built, by key: a `Map`, or a `WeakMap` where the keys may be forgotten. */
interface Store<Key, Value> {
  get(key: Key): Promise<Value> | undefined;
  set(key: Key, value: Promise<Value>): unknown;
  delete(key: Key): boolean;
}

/** Things that are built once for each key and shared, even by callers that come while the first is building. */
export class BuiltOnce<Key, Value> {
  constructor(private readonly store: Store<Key, Value>) {}

  /**
   * The value, built by `build` if nobody has built it. When the caller that was building it is cancelled, the
   * next one that waits builds it anew: someone else's cancelling is not mine.
   */
  async get(key: Key, build: () => Promise<Value>): Promise<Value> {
    const running = this.store.get(key);
    if (running) {
      try {
        return await running;
      } catch {
        return this.get(key, build);
      }
    }
    const own = build();
    this.store.set(key, own);
    own.catch(() => this.store.delete(key));
    return own;
  }
}
