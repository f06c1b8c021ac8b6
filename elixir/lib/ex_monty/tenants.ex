defmodule ExMonty.Tenants do
  @moduledoc false
  # Programs of one tenant that keep killing workers are refused for a while, so that the others do not pay for them:
  #
  #     config :ex_monty, tenants: [crashes: 5, within: 60, blocked_for: 60]   # seconds; these are the defaults
  #
  # One row a tenant that has crashed something lately; whoever notices the crash writes it. Rows that have grown old
  # are taken away now and then.

  use GenServer

  alias ExMonty.Error

  @defaults [crashes: 5, within: 60, blocked_for: 60]
  @clean 60_000

  @spec start_link(term()) :: GenServer.on_start()
  def start_link(_arg), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)

  @doc "Whether a call of this tenant may go ahead."
  @spec check(term()) :: :ok | {:error, Error.t()}
  def check(nil), do: :ok

  def check(tenant) do
    now = now()

    case :ets.lookup(__MODULE__, tenant) do
      [{_tenant, _crashes, until}] when until > now ->
        {:error, Error.new(:tenant_blocked, %{tenant: tenant, milliseconds: until - now})}

      _free ->
        :ok
    end
  end

  @doc "Takes down what the result of a call says about its tenant, and gives the result back."
  @spec note(result, term()) :: result when result: term()
  def note(result, nil), do: result

  def note({:error, %Error{reason: reason, details: details}} = result, tenant) do
    if reason in [:worker_crash, :worker_exit, :native_stack] or details[:unresponsive] do
      GenServer.call(__MODULE__, {:crash, tenant})
    end

    result
  end

  def note(result, _tenant), do: result

  @impl true
  def init(nil) do
    :ets.new(__MODULE__, [:named_table, :protected, read_concurrency: true])
    Process.send_after(self(), :clean, @clean)
    {:ok, nil}
  end

  @impl true
  def handle_call({:crash, tenant}, _from, state) do
    config = Keyword.merge(@defaults, Application.get_env(:ex_monty, :tenants, []))
    now = now()
    since = now - config[:within] * 1_000

    {earlier, until} =
      case :ets.lookup(__MODULE__, tenant) do
        [{_tenant, crashes, until}] -> {Enum.filter(crashes, &(&1 > since)), until}
        [] -> {[], now}
      end

    crashes = Enum.take([now | earlier], config[:crashes])
    until = if length(crashes) >= config[:crashes], do: now + config[:blocked_for] * 1_000, else: until
    :ets.insert(__MODULE__, {tenant, crashes, until})
    {:reply, :ok, state}
  end

  @impl true
  def handle_info(:clean, state) do
    config = Keyword.merge(@defaults, Application.get_env(:ex_monty, :tenants, []))
    now = now()

    for {tenant, [latest | _earlier], until} <- :ets.tab2list(__MODULE__),
        until <= now and latest < now - config[:within] * 1_000,
        do: :ets.delete(__MODULE__, tenant)

    Process.send_after(self(), :clean, @clean)
    {:noreply, state}
  end

  defp now, do: System.monotonic_time(:millisecond)
end
