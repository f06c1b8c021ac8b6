defmodule ExMonty.Pool do
  @moduledoc """
  A number of workers, each an OS process that runs one program at a time.

      iex> {:ok, pool} = ExMonty.Pool.start_link(size: 1)
      iex> ExMonty.eval("6 * 7", pool: pool)
      {:ok, 42, ""}

  Usually it stands in a supervision tree:

      children = [{ExMonty.Pool, name: MyApp.Python, size: 4}]

  and is used as `ExMonty.eval(code, pool: MyApp.Python)`. Calls without `:pool` use a pool that starts on first use and
  that `config :ex_monty, default_pool: [size: 8]` describes.

  ## Options

    * `:name` - an atom to call the pool by
    * `:size` - how many workers (default: the number of schedulers)
    * `:isolation` - `:reuse` (default) gives a worker to one caller after the other; `:fresh` ends the OS process after
      each call, while its replacement starts in the background
    * `:max_runs` - with `:reuse`, after how many calls a worker is replaced (default 1000)
    * `:max_queue` - how many callers may wait for a worker (default 1000); further ones get `:overloaded`
    * `:queue_timeout` - how long a caller waits, in ms (default 5000), before it gets `:overloaded`
    * `:executable` - path of the exmonty binary (default: `priv/exmonty`)

  ## What dies when

  A worker's OS process dies with its worker, and the workers with their pool. When a caller dies or its `:timeout`
  passes in the middle of a run, that run's process is killed; nobody else notices. A process that dies costs its caller
  one `{:error, %ExMonty.Error{}}`, and the pool starts another. Nothing is retried silently.
  """

  # Taking a free worker asks no process. `slots` has a row {slot, lease} for every worker that is up, `claims` a row
  # {slot, owner} for every slot that is taken: whoever inserts that row first has the worker, and the worker itself
  # deletes it with its last answer. Only when all slots are taken does the caller turn to the server and wait. Deleting
  # a claim and looking for waiters, on one side, and counting oneself as waiting and trying to claim, on the other, are
  # done in that order, so that no free worker and no waiter can miss each other.

  use GenServer

  alias ExMonty.{Error, Worker}
  alias ExMonty.Pool.{Directory, Lease, State}

  @defaults %{
    name: nil,
    size: nil,
    isolation: :reuse,
    max_runs: 1_000,
    max_queue: 1_000,
    queue_timeout: 5_000,
    executable: nil
  }
  @default_pool ExMonty.DefaultPool

  # How often claims of dead processes are looked for, and how soon a worker that did not start is tried again.
  @sweep 1_000
  @retry_min 100
  @retry_max 10_000

  @typedoc "A pool: its name or its pid."
  @type pool :: atom() | pid()

  @doc """
  A child specification; `:name` is its id.

      iex> ExMonty.Pool.child_spec(name: MyApp.Python, size: 4).id
      MyApp.Python
  """
  @spec child_spec(keyword()) :: Supervisor.child_spec()
  def child_spec(opts) do
    %{
      id: Keyword.get(opts, :name, __MODULE__),
      start: {__MODULE__, :start_link, [opts]},
      type: :worker,
      shutdown: 5_000
    }
  end

  @doc """
  Starts a pool; the options stand above.

      iex> ExMonty.Pool.start_link(size: 0)
      ** (ArgumentError) pool option :size must be a positive integer, got: 0
  """
  @spec start_link(keyword()) :: GenServer.on_start()
  def start_link(opts) do
    config = Enum.reduce(opts, @defaults, &option!/2)
    config = %{config | size: config.size || System.schedulers_online()}
    GenServer.start_link(__MODULE__, config, if(config.name, do: [name: config.name], else: []))
  end

  defp option!({key, value}, config) when is_map_key(@defaults, key) do
    if valid?(key, value),
      do: Map.put(config, key, value),
      else: raise(ArgumentError, "pool option #{inspect(key)} must be #{expected(key)}, got: #{inspect(value)}")
  end

  defp option!({key, _value}, _config) do
    known = @defaults |> Map.keys() |> Enum.map_join(", ", &inspect/1)
    raise ArgumentError, "unknown pool option #{inspect(key)}; the options are #{known}"
  end

  defp valid?(:name, value), do: is_atom(value)
  defp valid?(:isolation, value), do: value in [:reuse, :fresh]
  defp valid?(:executable, value), do: is_binary(value)
  defp valid?(:max_runs, :infinity), do: true
  defp valid?(:queue_timeout, :infinity), do: true
  defp valid?(:max_queue, value), do: is_integer(value) and value >= 0
  defp valid?(_count, value), do: is_integer(value) and value > 0

  defp expected(:name), do: "an atom"
  defp expected(:isolation), do: ":reuse or :fresh"
  defp expected(:executable), do: "a path"
  defp expected(:max_queue), do: "a non-negative integer"
  defp expected(key) when key in [:max_runs, :queue_timeout], do: "a positive integer or :infinity"
  defp expected(_count), do: "a positive integer"

  @doc """
  What the pool's workers do at this moment.

      iex> {:ok, pool} = ExMonty.Pool.start_link(size: 2)
      iex> ExMonty.eval("1", pool: pool)
      iex> ExMonty.Pool.status(pool).size
      2
  """
  @spec status(pool()) :: %{
          size: pos_integer(),
          idle: non_neg_integer(),
          busy: non_neg_integer(),
          starting: non_neg_integer(),
          queued: non_neg_integer()
        }
  def status(pool), do: GenServer.call(entry!(pool).server, :status)

  @doc """
  Ends a pool: no call is accepted any more, and after `timeout` ms at most the workers are killed.

      iex> {:ok, pool} = ExMonty.Pool.start_link(size: 1)
      iex> ExMonty.Pool.stop(pool)
      :ok
  """
  @spec stop(pool(), timeout()) :: :ok
  def stop(pool, timeout \\ 5_000) do
    server = entry!(pool).server
    GenServer.call(server, {:drain, timeout}, :infinity)
    GenServer.stop(server)
    Directory.leave(server)
  end

  @doc false
  @spec default() :: pool()
  def default do
    case Directory.fetch(@default_pool) do
      {:ok, _entry} ->
        @default_pool

      :error ->
        opts = Application.get_env(:ex_monty, :default_pool, [])
        child = child_spec([name: @default_pool] ++ opts)

        case DynamicSupervisor.start_child(ExMonty.Pools, child) do
          {:ok, _pid} -> @default_pool
          {:error, {:already_started, _pid}} -> @default_pool
          {:error, reason} -> raise "the default pool cannot be started: #{inspect(reason)}"
        end
    end
  end

  @doc false
  # Takes a worker; waits for one for `timeout` ms at most.
  @spec checkout(pool(), timeout()) :: {:ok, Lease.t()} | {:error, Error.t()}
  def checkout(pool, timeout) do
    checkout_from(entry!(pool), timeout)
  end

  defp checkout_from(entry, timeout) do
    with true <- :atomics.get(entry.waiting, 1) == 0,
         {:ok, lease} <- claim(entry, self(), first_slot(entry.size), entry.size) do
      {:ok, lease}
    else
      _all_taken -> wait(entry, timeout)
    end
  rescue
    # The tables went with the pool, between finding it and asking it.
    _gone in ArgumentError -> {:error, ended()}
  end

  defp ended, do: Error.new(:start_failed, %{cause: "the pool has just ended"})

  defp entry!(pool) do
    case Directory.fetch(pool) do
      {:ok, entry} -> entry
      :error -> raise ArgumentError, "no ExMonty.Pool is running as #{inspect(pool)}"
    end
  end

  # Callers on different schedulers begin their search at different slots.
  defp first_slot(size), do: rem(:erlang.system_info(:scheduler_id), size)

  defp claim(_entry, _owner, _slot, 0), do: :taken

  defp claim(entry, owner, slot, left) do
    with true <- :ets.insert_new(entry.claims, {slot, owner}),
         [{^slot, lease}] <- :ets.lookup(entry.slots, slot) do
      {:ok, lease}
    else
      _taken -> claim(entry, owner, rem(slot + 1, entry.size), left - 1)
    end
  end

  defp wait(entry, timeout) do
    GenServer.call(entry.server, {:checkout, timeout}, :infinity)
  catch
    :exit, _reason -> {:error, ended()}
  end

  @doc false
  # Gives back a worker that was not asked for anything.
  @spec give_back(pool(), Lease.t()) :: :ok
  def give_back(pool, lease) do
    with {:ok, entry} <- Directory.fetch(pool), do: release(entry, lease.slot, {:orphaned, {lease.slot, self()}})
    :ok
  end

  # Called by the worker when it is free again.
  defp release(entry, slot, :idle), do: release(entry, fn -> :ets.delete(entry.claims, slot) end)
  defp release(entry, _slot, {:orphaned, claim}), do: release(entry, fn -> :ets.delete_object(entry.claims, claim) end)

  defp release(entry, delete) do
    delete.()
    if :atomics.get(entry.waiting, 1) > 0, do: send(entry.server, :free_worker)
    :ok
  rescue
    # The pool has ended, and its tables with it.
    ArgumentError -> :ok
  end

  # -- server -----------------------------------------------------------------------------------------------------

  @impl true
  def init(config) do
    Process.flag(:trap_exit, true)

    entry = %{
      server: self(),
      slots: :ets.new(__MODULE__.Slots, [:protected, read_concurrency: true]),
      claims: :ets.new(__MODULE__.Claims, [:public, write_concurrency: true]),
      waiting: :atomics.new(1, signed: true),
      size: config.size
    }

    slots = 0..(config.size - 1)
    Enum.each(slots, &:ets.insert(entry.claims, {&1, :starting}))
    state = Enum.reduce(slots, %State{config: config, entry: entry}, &start_worker(&2, &1))
    Directory.enter(config.name, entry)
    Process.send_after(self(), :sweep, @sweep)
    {:ok, state}
  end

  defp start_worker(%State{config: config, entry: entry} = state, slot) do
    opts = [
      owner: self(),
      max_requests: if(config.isolation == :fresh, do: 1, else: config.max_runs),
      release: &release(entry, slot, &1)
    ]

    {:ok, pid} = Worker.start_link(if(config.executable, do: [executable: config.executable], else: []) ++ opts)
    %{state | workers: Map.put(state.workers, pid, slot)}
  end

  @impl true
  def handle_call({:checkout, timeout}, {pid, _tag} = from, state) do
    cond do
      not State.hope?(state) ->
        {:reply, {:error, state.error}, state}

      State.full?(state) ->
        {:reply, {:error, Error.new(:overloaded, %{queued: :queue.len(state.queue)})}, state}

      true ->
        timeout = min(timeout, state.config.queue_timeout)
        timer = if timeout != :infinity, do: :erlang.start_timer(timeout, self(), :queue)
        waiter = %{from: from, monitor: Process.monitor(pid), timer: timer, timeout: timeout}
        {:noreply, state |> State.enqueue(waiter) |> serve_waiters()}
    end
  end

  def handle_call(:status, _from, state) do
    taken = :ets.tab2list(state.entry.claims)
    busy = Enum.count(taken, fn {_slot, owner} -> is_pid(owner) end)

    status = %{
      size: state.config.size,
      idle: state.config.size - length(taken),
      busy: busy,
      starting: length(taken) - busy,
      queued: :queue.len(state.queue)
    }

    {:reply, status, state}
  end

  # Every slot is claimed for nobody, one by one as it becomes free.
  def handle_call({:drain, timeout}, _from, state) do
    deadline = if timeout == :infinity, do: :infinity, else: System.monotonic_time(:millisecond) + timeout
    drain(state.entry, deadline)
    {:reply, :ok, state}
  end

  defp drain(entry, deadline) do
    Enum.each(0..(entry.size - 1), &:ets.insert_new(entry.claims, {&1, :stopping}))
    busy? = Enum.any?(:ets.tab2list(entry.claims), fn {_slot, owner} -> is_pid(owner) and Process.alive?(owner) end)

    # Atoms are greater than numbers: no time is past the deadline :infinity.
    if busy? and System.monotonic_time(:millisecond) < deadline do
      Process.sleep(5)
      drain(entry, deadline)
    end
  end

  @impl true
  def handle_info({:worker_ready, pid, port, ids, %{max_frame: max_frame}}, state) do
    slot = Map.fetch!(state.workers, pid)
    lease = %Lease{slot: slot, worker: pid, port: port, ids: ids, max_frame: max_frame}
    :ets.insert(state.entry.slots, {slot, lease})
    :ets.delete(state.entry.claims, slot)
    state = %{state | ready: MapSet.put(state.ready, pid), failures: 0, error: nil}
    {:noreply, serve_waiters(state)}
  end

  def handle_info({:worker_failed, _pid, error}, state) do
    state = %{state | failures: state.failures + 1, error: error}
    {:noreply, if(State.hope?(state), do: state, else: disappoint_waiters(state))}
  end

  def handle_info({:EXIT, pid, _reason}, state) when is_map_key(state.workers, pid) do
    {slot, workers} = Map.pop!(state.workers, pid)
    :ets.delete(state.entry.slots, slot)
    :ets.insert(state.entry.claims, {slot, :starting})
    was_ready? = MapSet.member?(state.ready, pid)
    state = %{state | workers: workers, ready: MapSet.delete(state.ready, pid)}

    if was_ready? do
      {:noreply, start_worker(state, slot)}
    else
      Process.send_after(self(), {:start, slot}, retry_after(state.failures))
      {:noreply, state}
    end
  end

  def handle_info({:EXIT, _parent, reason}, state), do: {:stop, reason, state}
  def handle_info({:start, slot}, state), do: {:noreply, start_worker(state, slot)}
  def handle_info(:free_worker, state), do: {:noreply, serve_waiters(state)}

  def handle_info({:timeout, timer, :queue}, state) do
    case State.drop(state, timer) do
      {:ok, waiter, state} ->
        Process.demonitor(waiter.monitor, [:flush])
        GenServer.reply(waiter.from, {:error, Error.new(:overloaded, %{waited: waiter.timeout})})
        {:noreply, state}

      :error ->
        {:noreply, state}
    end
  end

  def handle_info({:DOWN, monitor, :process, _pid, _reason}, state) do
    case State.drop(state, monitor) do
      {:ok, waiter, state} ->
        if waiter.timer, do: :erlang.cancel_timer(waiter.timer)
        {:noreply, state}

      :error ->
        {:noreply, state}
    end
  end

  # A process that is killed between claiming a worker and talking to it leaves its claim behind.
  def handle_info(:sweep, state) do
    for {slot, owner} = claim <- :ets.tab2list(state.entry.claims),
        is_pid(owner) and node(owner) == node() and not Process.alive?(owner),
        [{^slot, lease}] <- [:ets.lookup(state.entry.slots, slot)] do
      send(lease.worker, {:orphaned, claim})
    end

    Process.send_after(self(), :sweep, @sweep)
    {:noreply, state}
  end

  def handle_info(_late, state), do: {:noreply, state}

  defp retry_after(failures), do: min(@retry_min * 2 ** min(failures, 10), @retry_max)

  defp serve_waiters(state) do
    with {:value, %{from: {pid, _tag}}} <- :queue.peek(state.queue),
         {:ok, lease} <- claim(state.entry, pid, 0, state.entry.size) do
      {:ok, waiter, state} = State.dequeue(state)
      settle(waiter, {:ok, lease})
      serve_waiters(state)
    else
      _nobody_or_nothing -> state
    end
  end

  defp disappoint_waiters(state) do
    case State.dequeue(state) do
      {:ok, waiter, state} ->
        settle(waiter, {:error, state.error})
        disappoint_waiters(state)

      :empty ->
        state
    end
  end

  defp settle(waiter, reply) do
    Process.demonitor(waiter.monitor, [:flush])
    if waiter.timer, do: :erlang.cancel_timer(waiter.timer)
    GenServer.reply(waiter.from, reply)
  end
end
