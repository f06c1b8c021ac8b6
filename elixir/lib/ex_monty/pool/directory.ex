defmodule ExMonty.Pool.Directory do
  @moduledoc false
  # Which pools there are: one ETS row a pool, so that a caller finds everything it needs for a checkout in one look-up
  # and without asking a process.

  use GenServer

  @table __MODULE__

  @type entry :: %{
          server: pid(),
          slots: :ets.table(),
          claims: :ets.table(),
          waiting: :atomics.atomics_ref(),
          size: pos_integer()
        }

  @spec start_link(term()) :: GenServer.on_start()
  def start_link(_arg), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)

  @doc "Enters the calling process as a pool, under its name too if it has one."
  @spec enter(atom() | nil, entry()) :: :ok
  def enter(name, entry), do: GenServer.call(__MODULE__, {:enter, name, entry})

  @doc "Takes a pool that has ended out at once."
  @spec leave(pid()) :: :ok
  def leave(server), do: GenServer.call(__MODULE__, {:leave, server})

  @spec fetch(atom() | pid()) :: {:ok, entry()} | :error
  def fetch(pool) do
    case :ets.lookup(@table, pool) do
      [{_pool, entry}] -> {:ok, entry}
      [] -> :error
    end
  end

  @impl true
  def init(nil) do
    :ets.new(@table, [:named_table, :protected, read_concurrency: true])
    {:ok, %{}}
  end

  @impl true
  def handle_call({:enter, name, entry}, _from, names) do
    keys = [entry.server | List.wrap(name)]
    Enum.each(keys, &:ets.insert(@table, {&1, entry}))
    {:reply, :ok, Map.put(names, Process.monitor(entry.server), {keys, entry.server})}
  end

  def handle_call({:leave, server}, _from, names) do
    for {_monitor, {keys, ^server}} <- names, do: delete(keys, server)
    {:reply, :ok, names}
  end

  @impl true
  def handle_info({:DOWN, monitor, :process, _pid, _reason}, names) do
    {{keys, server}, names} = Map.pop!(names, monitor)
    delete(keys, server)
    {:noreply, names}
  end

  # A name may belong to a newer pool already.
  defp delete(keys, server) do
    for key <- keys, {:ok, %{server: ^server}} <- [fetch(key)], do: :ets.delete(@table, key)
  end
end
