defmodule ExMonty.Worker do
  @moduledoc false
  # One OS process. Neither outlives the other: the process ends when this server does, because its input hangs up
  # (ExMonty.Reaper sees to it if it does not obey), and this server ends when the process exits.
  #
  # The server serves one client at a time and knows frames, not messages: whoever holds a lease of the worker writes
  # its request into the port itself and tells the server that the answers are its own (exchange/3). So a request costs
  # one hop between BEAM processes more than a bare port does. The server watches its client while it serves: when the
  # client dies or its deadline passes, the OS process is killed, since that is the only way to stop a run.

  use GenServer, restart: :temporary

  alias ExMonty.{Error, Protocol, Reaper}
  alias ExMonty.Pool.Lease
  alias ExMonty.Worker.State

  @start_timeout 5_000
  # A request that was written by its client is announced at about the same time; never this much later.
  @announcement_timeout 1_000

  @type answer :: {:ok, binary()} | {:error, Error.t()}

  @doc """
  Starts a worker. It says `{:worker_ready, self(), port, ids, ready}` to `:owner` when the handshake is done.

  Options: `:owner` (pid), `:executable`, `:max_requests`, `:release` (called with `:idle` when it is free
  again, with `{:orphaned, claim}` when it turns out to have been free all the time).
  """
  @spec start_link(keyword()) :: GenServer.on_start()
  def start_link(opts), do: GenServer.start_link(__MODULE__, opts)

  @doc """
  Writes a request and hands every answer to `fun`, until it returns `{:halt, result}`.

  `fun` gets `{:ok, body}` for a frame and `{:error, error}` when there will be no further one. With `hold: true` the
  lease stays with the caller after the last answer; `release/1` gives it back.
  """
  @spec exchange(Lease.t(), iodata(), keyword(), acc, (answer(), acc -> {:cont, acc} | {:halt, acc})) :: acc
        when acc: term()
  def exchange(%Lease{worker: worker, port: port}, frames, opts, acc, fun) do
    ref = :erlang.monitor(:process, worker, alias: :demonitor)
    send(worker, {:serve, self(), ref, opts[:answers] || 1, opts[:timeout] || :infinity, opts[:hold] || false})

    try do
      if deliver(port, frames), do: answers(ref, acc, fun), else: undelivered(ref, acc, fun)
    catch
      # A callback of the caller raised: the run that it watched cannot go on, and no answer may reach the mailbox.
      kind, reason ->
        kill(worker, Error.new(:cancelled))
        Process.demonitor(ref, [:flush])
        :erlang.raise(kind, reason, __STACKTRACE__)
    end
  end

  defp deliver(port, frames) do
    Port.command(port, frames)
  rescue
    ArgumentError -> false
  end

  # The worker had died, and the pool had not noticed yet: nobody has seen the request, so that it can be made again.
  defp undelivered(ref, acc, fun) do
    Process.demonitor(ref, [:flush])
    {:halt, acc} = fun.({:error, Error.new(:worker_exit, %{undelivered: true})}, acc)
    acc
  end

  defp answers(ref, acc, fun) do
    answer =
      receive do
        {^ref, answer} -> answer
        {:DOWN, ^ref, :process, _pid, _reason} -> {:error, Error.new(:worker_exit)}
      end

    case fun.(answer, acc) do
      {:cont, acc} ->
        answers(ref, acc, fun)

      {:halt, acc} ->
        Process.demonitor(ref, [:flush])
        acc
    end
  end

  @doc "Writes a notice, which has no answer."
  @spec notify(Lease.t(), iodata()) :: :ok
  def notify(%Lease{port: port}, frame) do
    deliver(port, frame)
    :ok
  end

  @doc "Gives back a lease that was held."
  @spec release(Lease.t()) :: :ok
  def release(%Lease{worker: worker}) do
    send(worker, {:release, self()})
    :ok
  end

  @doc "Kills the OS process, whatever it does; its client gets the error."
  @spec kill(pid(), Error.t()) :: :ok
  def kill(worker, error) do
    send(worker, {:kill, error})
    :ok
  end

  # -- server -----------------------------------------------------------------------------------------------------

  @impl true
  def init(opts) do
    {:ok, State.new(opts), {:continue, :open}}
  end

  @impl true
  def handle_continue(:open, state) do
    with {:ok, port} <- ExMonty.Port.open(state.executable),
         state = %{state | port: port},
         :ok <- watch_os_process(port),
         {:ok, ready, state} <- handshake(state) do
      send(state.owner, {:worker_ready, self(), port, state.ids, ready})
      {:noreply, state}
    else
      {:error, %Error{} = error} ->
        send(state.owner, {:worker_failed, self(), error})
        {:stop, {:shutdown, :start_failed}, state}
    end
  end

  defp watch_os_process(port) do
    case Port.info(port, :os_pid) do
      {:os_pid, os_pid} -> Reaper.watch(self(), os_pid)
      nil -> :ok
    end
  end

  defp handshake(state) do
    hello = Protocol.frame(:hello, :atomics.add_get(state.ids, 1, 1), [<<Protocol.version()>>, packed_max_frame()])

    deliver(state.port, hello)
    await_ready(state, System.monotonic_time(:millisecond) + @start_timeout)
  end

  defp packed_max_frame, do: ExMonty.Msgpack.Packer.integer(Protocol.max_frame())

  defp await_ready(%State{port: port} = state, deadline) do
    receive do
      {^port, {:data, data}} ->
        case ExMonty.Port.push(state.buffer, data) do
          {:ok, [], buffer} -> await_ready(%{state | buffer: buffer}, deadline)
          {:ok, [body], buffer} -> check_ready(Protocol.decode(body), %{state | buffer: buffer})
          _strange -> failed(state, "it did not greet as the protocol says")
        end

      {^port, {:exit_status, status}} ->
        failed(state, "it ended with status #{status}")
    after
      max(deadline - System.monotonic_time(:millisecond), 0) ->
        failed(state, "it said nothing for #{@start_timeout} ms")
    end
  end

  defp check_ready({:ok, {:ready, 1, %{version: version} = ready}}, state) do
    if version == Protocol.version(),
      do: {:ok, ready, state},
      else: failed(state, "it speaks version #{version} of the protocol")
  end

  defp check_ready({:ok, {:error, _id, %{message: message}}}, state), do: failed(state, message)
  defp check_ready(_other, state), do: failed(state, "it did not greet as the protocol says")

  defp failed(state, cause) do
    {:error, Error.new(:start_failed, %{executable: state.executable, cause: cause})}
  end

  @impl true
  def handle_info({port, {:data, data}}, %State{port: port} = state) do
    case ExMonty.Port.push(state.buffer, data) do
      {:ok, bodies, buffer} -> hand_over(bodies, %{state | buffer: buffer})
      {:error, {:frame_length, length}} -> stop(state, Error.new(:protocol, %{frame_length: length}))
    end
  end

  def handle_info({:serve, _pid, _ref, _answers, _timeout, _hold} = announcement, state) do
    case State.serve(state, announcement) do
      {:ok, state} -> {:noreply, state}
      :busy -> refuse(announcement, state)
    end
  end

  def handle_info({:release, pid}, %State{client: %{pid: pid, answers: 0}} = state), do: idle(state)

  # The pool found that `pid` died with a lease. If it ever asked for something, its monitor does the rest.
  def handle_info({:orphaned, claim}, %State{client: nil} = state) do
    state.release.({:orphaned, claim})
    {:noreply, state}
  end

  # The client gave up in the middle of an answer (an exception in a callback of its own).
  def handle_info({:release, pid}, %State{client: %{pid: pid}} = state), do: stop(state, Error.new(:cancelled))

  def handle_info({:timeout, timer, :deadline}, %State{client: %{timer: timer} = client} = state) do
    stop(state, Error.new(:timeout, State.timeout_details(client)))
  end

  def handle_info({:DOWN, monitor, :process, _pid, _reason}, %State{client: %{monitor: monitor}} = state) do
    stop(%{state | client: nil}, Error.new(:owner_down))
  end

  def handle_info({port, {:exit_status, status}}, %State{port: port} = state) do
    stop(%{state | port: nil}, ExMonty.Port.exit_error(status))
  end

  def handle_info({:kill, error}, state), do: stop(state, error)
  def handle_info(_late, state), do: {:noreply, state}

  # Frames belong to the client; without one they were faster than its announcement.
  defp hand_over([], state), do: {:noreply, state}

  defp hand_over(bodies, %State{client: nil} = state) do
    receive do
      {:serve, _pid, _ref, _answers, _timeout, _hold} = announcement ->
        {:ok, state} = State.serve(state, announcement)
        hand_over(bodies, state)
    after
      @announcement_timeout -> stop(state, Error.new(:protocol, %{cause: "it spoke without being asked"}))
    end
  end

  defp hand_over([_body | _rest], %State{client: %{answers: 0}} = state) do
    stop(state, Error.new(:protocol, %{cause: "it answered more than it was asked"}))
  end

  defp hand_over([body | rest], %State{client: client} = state) do
    if Protocol.last_answer?(body), do: last_answer(body, rest, client, state), else: forward(body, rest, client, state)
  end

  defp forward(body, rest, client, state) do
    send(client.ref, {client.ref, {:ok, body}})
    hand_over(rest, state)
  end

  defp last_answer(body, rest, %{answers: answers} = client, state) when answers > 1 or client.hold or rest != [] do
    State.cancel_timer(client, answers)
    forward(body, rest, client, %{state | client: %{client | answers: answers - 1}})
  end

  # The worker is free again before its client hears of it, so that the client's next call finds it.
  defp last_answer(body, [], client, state) do
    State.cancel_timer(client, 1)

    case idle(state) do
      {:noreply, state} ->
        send(client.ref, {client.ref, {:ok, body}})
        {:noreply, state}

      stopping ->
        send(client.ref, {client.ref, {:ok, body}})
        stopping
    end
  end

  defp idle(%State{client: client} = state) do
    Process.demonitor(client.monitor, [:flush])
    state = %{state | client: nil, requests: state.requests + 1}

    if state.requests >= state.max_requests do
      {:stop, {:shutdown, :recycled}, state}
    else
      state.release.(:idle)
      {:noreply, state}
    end
  end

  defp refuse({:serve, _pid, ref, _answers, _timeout, _hold}, state) do
    error = Error.new(:protocol, %{cause: "two clients used one worker"})
    send(ref, {ref, {:error, error}})
    stop(state, error)
  end

  # The port is closed before the client hears of it: what it is told has happened.
  defp stop(state, error) do
    close(state.port)
    if state.client, do: send(state.client.ref, {state.client.ref, {:error, error}})
    {:stop, {:shutdown, error.reason}, %{state | port: nil, client: nil}}
  end

  defp close(nil), do: :ok

  defp close(port) do
    Port.close(port)
    :ok
  rescue
    ArgumentError -> :ok
  end

  # For crash reports and :sys.get_status: neither frames nor messages, which hold a guest's data.
  @doc false
  @spec format_status(map()) :: map()
  def format_status(status) do
    Map.new(status, fn
      {:state, state} -> {:state, State.public(state)}
      {:message, _message} -> {:message, :hidden}
      {:log, _log} -> {:log, []}
      {:reason, reason} -> {:reason, reason}
      other -> other
    end)
  end
end
