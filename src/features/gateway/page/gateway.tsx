import { createEffect, createResource, For, on, onMount, Show } from 'solid-js';
import { valueOr } from '../../../model/outcome';
import { useApp, useEngine } from '../../../ui/context';
import type { GatewayCalls } from '../calls';
import type { GatewayPlatform } from '../types';
import { Answers } from './answers';
import { Calls } from './calls';
import { Connection } from './connection';
import { useGateway } from './context';
import { FetchProgress } from './fetch-progress';
import { Filter } from './filter';
import { createLogin } from './login';
import { createQueryForm } from './query-form';
import { UnfinishedFetches } from './unfinished-fetches';
import './gateway.css';

/** Fetches the inventory from the Qualys Gateway. Nothing is sent before one of its buttons is pressed. */
export function Gateway() {
  const app = useApp();
  const { session } = app;
  const gateway = useGateway();
  const engine = useEngine<GatewayCalls>();
  const [platforms] = createResource(async () => valueOr(await engine.gatewayPlatforms(), []));
  let progress!: HTMLDivElement;
  onMount(() => void gateway.refresh());
  // The button is far below where the fetch is shown.
  createEffect(() => gateway.step() === 'fetch' && progress.scrollIntoView({ block: 'center' }));
  return (
    <section class="page gateway" aria-labelledby="gateway-title">
      <h1 id="gateway-title" class="page-title">
        Fetch from the Gateway
      </h1>
      <p class="lead">
        The Qualys Gateway accepts no calls from web pages of other sites, so calls go through a CORS proxy of
        yours. User name, password and token stay in this page’s memory and are stored nowhere. Files are read
        on this page too, as on the <a href="./index.html">main page, which cannot connect to anything</a>.
      </p>
      <div ref={progress}>
        <FetchProgress gateway={gateway} />
      </div>
      <Show when={platforms()}>{(known) => <Form platforms={known()} busy={session.job() !== null} />}</Show>
      <Show when={gateway.calls().length > 0}>
        <Calls calls={gateway.calls()} />
      </Show>
    </section>
  );
}

function Form(props: { platforms: readonly GatewayPlatform[]; busy: boolean }) {
  const gateway = useGateway();
  const { session } = useApp();
  const filterRefused = () => session.troubles().some(({ code }) => code === 'gateway-filter');
  const form = createQueryForm(props.platforms, gateway.clearAnswers);
  const login = createLogin();
  // Once a login succeeded the fields are emptied.
  createEffect(on(gateway.logins, () => login.empty(), { defer: true }));
  createEffect(() => {
    if (session.troubles()[0]?.code === 'gateway-no-credentials') login.askForMissing();
    else login.unmark();
  });
  return (
    <>
      <Connection
        form={form}
        platforms={props.platforms}
        holds={gateway.holds()}
        onForget={gateway.forget}
        login={login}
      />
      <Filter
        form={form}
        refused={filterRefused()}
        busy={props.busy}
        onWithout={() => void gateway.fetch(form.query(), login.typed())}
      />
      <div class="gateway-buttons">
        <button
          type="button"
          class="button"
          disabled={props.busy}
          onClick={() => void gateway.test(form.query())}
        >
          Test the proxy
        </button>
        <button
          type="button"
          class="button"
          disabled={props.busy}
          onClick={() => void gateway.count(form.query(), login.typed())}
        >
          Count assets
        </button>
        <button
          type="button"
          class="button button-primary"
          disabled={props.busy}
          onClick={() => void gateway.fetch(form.query(), login.typed())}
        >
          Fetch assets
        </button>
      </div>
      <Answers verdict={gateway.verdict()} estimate={gateway.estimate()} />
      <For each={gateway.unfinished().length > 0 ? [true] : []}>
        {() => (
          <UnfinishedFetches
            fetches={gateway.unfinished()}
            busy={props.busy}
            onContinue={(id) => void gateway.continueFetch(id, login.typed())}
            onOpen={(id) => void gateway.openFetched(id)}
            onDiscard={(id) => void gateway.discard(id)}
          />
        )}
      </For>
    </>
  );
}
