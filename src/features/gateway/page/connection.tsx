import { For, Show } from 'solid-js';
import type { GatewayPlatform } from '../types';
import type { Login } from './login';
import { LoginFields } from './login-fields';
import type { QueryForm } from './query-form';

/** Where to connect and as whom. */
export function Connection(props: {
  form: QueryForm;
  platforms: readonly GatewayPlatform[];
  holds: boolean;
  onForget: () => void;
  login: Login;
}) {
  return (
    <fieldset class="gateway-set">
      <legend>Where</legend>
      <div class="gateway-fields">
        <label class="gateway-field">
          Platform
          <select
            class="select"
            value={props.form.platform()}
            onChange={(event) => props.form.set('platform', event.currentTarget.value)}
          >
            <For each={props.platforms}>
              {({ code, region, host }) => (
                <option value={code}>
                  {code} · {region} · {host}
                </option>
              )}
            </For>
            <option value="own">Own host</option>
          </select>
        </label>
        <Show when={props.form.platform() === 'own'}>
          <label class="gateway-field">
            Gateway host
            <input
              class="field"
              type="text"
              autocomplete="off"
              spellcheck={false}
              placeholder="gateway.qualys.example.com"
              value={props.form.ownHost()}
              onInput={(event) => props.form.set('ownHost', event.currentTarget.value)}
            />
          </label>
        </Show>
        <label class="gateway-field gateway-proxy">
          CORS proxy
          <input
            class="field"
            type="text"
            inputmode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://proxy.example.com/qualys"
            value={props.form.proxy()}
            onInput={(event) => props.form.set('proxy', event.currentTarget.value)}
          />
        </label>
      </div>
      <LoginFields login={props.login} />
      <Show when={props.holds}>
        <p class="gateway-held">
          User name and password of the last login are held in this page’s memory until all assets are fetched
          or the page is closed.{' '}
          <button type="button" class="button button-small" onClick={() => props.onForget()}>
            Forget them
          </button>
        </p>
      </Show>
      <p class="gateway-where">
        Will connect to <b>{place(props.form.proxy())}</b>, and through it to{' '}
        <b>{props.form.host() === '' ? 'the host you enter' : props.form.host()}</b>. The proxy sees
        everything that passes through it, the password included. Nothing is sent before you press a button.
      </p>
    </fieldset>
  );
}

/** Scheme, host and port of the proxy, as far as it is an address. */
function place(proxy: string): string {
  try {
    return new URL(proxy.replaceAll('{url}', 'x')).origin;
  } catch {
    return 'the proxy you enter';
  }
}
