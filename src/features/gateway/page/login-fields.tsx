import { createUniqueId, Show } from 'solid-js';
import type { Login, LoginField } from './login';

/** User name and password. They have no name and no history, and the form is there for password managers only. */
export function LoginFields(props: { login: Login }) {
  return (
    <div class="gateway-fields">
      <Field login={props.login} field="userName" label="User name" />
      <form autocomplete="off" onSubmit={(event) => event.preventDefault()}>
        <Field login={props.login} field="password" label="Password" />
      </form>
    </div>
  );
}

function Field(props: { login: Login; field: LoginField; label: string }) {
  const note = createUniqueId();
  const missing = () => props.login.missing().includes(props.field);
  return (
    <label class="gateway-field">
      {props.label}
      <input
        ref={(element) => props.login.set(props.field, element)}
        class="field"
        type={props.field === 'password' ? 'password' : 'text'}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={missing()}
        aria-describedby={missing() ? note : undefined}
        onInput={() => props.login.unmark()}
      />
      <Show when={missing()}>
        <span id={note} class="gateway-missing">
          {props.field === 'password' ? 'Enter the password.' : 'Enter the user name.'}
        </span>
      </Show>
    </label>
  );
}
