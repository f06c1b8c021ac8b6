defmodule ExMonty.Call do
  @moduledoc false
  # One request, from the lease of a worker to the decoded answer. Encoding and decoding happen here, in the caller.

  alias ExMonty.{Error, Limits, Options, Pool, Protocol, Tenants, Worker}
  alias ExMonty.Pool.Lease

  # Beyond its execution time, what a run may take until the worker counts as no longer obeying.
  @grace 5_000

  @type reply :: {atom(), map()}
  @type failure :: {:error, Error.t() | String.t()}

  defmodule Collected do
    @moduledoc false
    # What has come so far: text of output frames, how many answers, and the first of them, which is the one that counts.
    defstruct [:lease, :name, :id, :stream, :ref, stdout: [], first: nil, come: 0, left: 1]
  end

  @doc """
  Sends a request to a free worker and waits for its answer.

  Options: `:duration` (ms that the run may execute, for the deadline of last resort), `:also` (requests that follow on
  the same worker, as functions of the first one's id; their answers are not wanted).
  """
  @spec request(atom(), [iodata()], Options.t(), keyword()) :: {:ok, reply()} | failure()
  def request(name, fields, %Options{} = options, opts \\ []) do
    with_worker(options, fn lease, left -> on_lease(lease, name, fields, options, [left: left] ++ opts) end)
  end

  @doc """
  Takes a worker for `fun`, which gets it and the ms that are left until the timeout. When the worker turns out to have
  been dead before it was asked for anything, another is taken.
  """
  @spec with_worker(Options.t(), (Lease.t(), timeout() -> result)) :: result | failure() when result: term()
  def with_worker(options, fun), do: with_worker(options, fun, now(options.timeout))

  defp with_worker(options, fun, started) do
    with {:ok, lease} <- checkout(options, left(options.timeout, started)) do
      case fun.(lease, left(options.timeout, started)) do
        {:error, %Error{details: %{undelivered: true}}} -> with_worker(options, fun, started)
        result -> result
      end
    end
  end

  defp checkout(options, left) do
    with :ok <- Tenants.check(options.tenant) do
      case Pool.checkout(options.pool || Pool.default(), left) do
        # The caller's own time was shorter than what the pool lets it wait.
        {:error, %Error{reason: :overloaded, details: %{waited: ^left}}} ->
          {:error, Error.new(:timeout, %{timeout: options.timeout})}

        other ->
          other
      end
    end
  end

  @doc "The same on a worker that is held already. Options as for request/4, and `:hold`, `:left` (ms until the timeout)."
  @spec on_lease(Lease.t(), atom(), [iodata()], Options.t(), keyword()) :: {:ok, reply()} | failure()
  def on_lease(lease, name, fields, options, opts) do
    id = Lease.next_id(lease)
    also = opts[:also] || []
    frame = Protocol.frame(name, id, fields)

    if IO.iodata_length(frame) - 4 > lease.max_frame do
      unless opts[:hold], do: Pool.give_back(options.pool || Pool.default(), lease)
      {:error, Error.new(:too_big, %{bytes: IO.iodata_length(frame), allowed: lease.max_frame})}
    else
      frames = [frame | Enum.map(also, & &1.(id, Lease.next_id(lease)))]
      collected = %Collected{lease: lease, name: name, id: id, stream: options.stream, left: 1 + length(also)}
      timeout = deadline(options.timeout, opts[:left], opts[:duration] || :infinity)

      lease
      |> Worker.exchange(
        frames,
        [answers: collected.left, timeout: timeout, hold: opts[:hold] || false],
        with_ref(collected),
        &collect/2
      )
      |> finish()
      |> Tenants.note(options.tenant)
    end
  end

  defp with_ref(%Collected{stream: nil} = collected), do: collected
  defp with_ref(%Collected{stream: {pid, ref}} = collected), do: %{collected | stream: pid, ref: ref}
  defp with_ref(collected), do: %{collected | ref: make_ref()}

  # The timeout of the caller, or what the worker's own limits allow for, whichever ends first.
  defp deadline(:infinity, _left, :infinity), do: :infinity
  defp deadline(:infinity, _left, duration), do: {:unresponsive, duration + @grace}
  defp deadline(timeout, left, duration) when left <= duration + @grace or duration == :infinity, do: {timeout, left}
  defp deadline(_timeout, _left, duration), do: {:unresponsive, duration + @grace}

  defp now(:infinity), do: 0
  defp now(_timeout), do: System.monotonic_time(:millisecond)

  defp left(:infinity, _started), do: :infinity
  defp left(timeout, started), do: max(timeout - (System.monotonic_time(:millisecond) - started), 0)

  # -- answers ----------------------------------------------------------------------------------------------------

  defp collect({:error, error}, _collected), do: {:halt, {:error, error}}

  defp collect({:ok, body}, collected) do
    case Protocol.decode(body) do
      {:ok, {:output, id, fields}} when id == collected.id -> {:cont, stream(fields, body, collected)}
      {:ok, message} -> answer(message, collected)
      {:error, {:value, text}} -> answer({:error, collected.id, refused_value(text)}, collected)
      {:error, {:protocol, text}} -> broken(collected, text)
    end
  end

  defp refused_value(text), do: %{code: "value", message: text, details: %{}}

  defp answer({name, id, fields}, %Collected{come: come, left: left} = collected) do
    if fits?(name, id, collected) do
      collected = %{collected | first: collected.first || {name, fields}, come: come + 1, left: left - 1}
      if left == 1, do: {:halt, {:ok, collected}}, else: {:cont, collected}
    else
      broken(collected, "#{name} for #{id}, in answer to #{collected.name} #{collected.id}")
    end
  end

  # The requests that follow the first one have the numbers after its own, and any answer will do for them.
  defp fits?(:error, 0, _collected), do: true

  defp fits?(name, id, %Collected{come: 0} = collected),
    do: id == collected.id and Protocol.answers?(collected.name, name)

  defp fits?(_name, id, collected), do: id == collected.id + collected.come

  defp broken(%Collected{lease: lease}, text) do
    error = Error.new(:protocol, %{cause: text})
    Worker.kill(lease.worker, error)
    {:halt, {:error, error}}
  end

  defp stream(%{stream: channel, text: text}, body, collected) do
    channel = if channel == "stderr", do: :stderr, else: :stdout
    tell(collected.stream, collected.ref, channel, text)
    Worker.notify(collected.lease, Protocol.frame(:credit, collected.id, [credit(body)]))
    if channel == :stdout, do: %{collected | stdout: [collected.stdout | text]}, else: collected
  end

  defp credit(body), do: ExMonty.Msgpack.Packer.integer(byte_size(body) + 4)

  defp tell(nil, _ref, _channel, _text), do: :ok
  defp tell(pid, ref, channel, text) when is_pid(pid), do: send(pid, {:ex_monty, ref, channel, text})
  defp tell(fun, _ref, channel, text), do: fun.(channel, text)

  defp finish({:error, error}), do: {:error, error}

  defp finish({:ok, collected}) do
    case collected.first do
      {:error, %{code: code, message: message, details: details}} ->
        {:error, refusal(Protocol.error_code(code), message, details)}

      {name, %{output: output} = fields} when collected.stdout != [] ->
        {:ok, {name, %{fields | output: IO.iodata_to_binary([collected.stdout | output])}}}

      {name, fields} ->
        {:ok, {name, fields}}
    end
  end

  # What concerns the caller's own data is told in words; the rest is a typed error.
  defp refusal(code, message, _details) when code in [:input, :limit, :option, :outcome, :value], do: message
  defp refusal(:snapshot_invalid, message, _details), do: Error.new({:snapshot, :invalid}, %{worker: message})
  defp refusal(:snapshot_version, message, _details), do: Error.new({:snapshot, :version}, %{worker: message})
  defp refusal(:snapshot_limits, message, _details), do: Error.new({:snapshot, :limits}, %{worker: message})
  defp refusal(:wrong_kind, message, _details), do: Error.new({:snapshot, :invalid}, %{worker: message})
  defp refusal(:too_big, message, _details), do: Error.new(:too_big, %{worker: message})
  defp refusal(:unsupported, message, _details), do: Error.new(:unsupported, %{worker: message})

  defp refusal(:unknown_program, message, _details),
    do: Error.new(:protocol, %{code: :unknown_program, worker: message})

  defp refusal(code, message, details), do: Error.new(:protocol, %{code: code, worker: message, details: details})

  @doc """
  Sends a request about a program: with its key alone while that may do, with its source when it must be.

  `fields` gets the packed program.
  """
  @spec with_program(ExMonty.Runner.t(), (iodata() -> {:ok, reply()} | failure())) :: {:ok, reply()} | failure()
  def with_program(runner, send_request), do: attempt(ExMonty.Runner.attempts(runner), send_request)

  defp attempt([program], send_request), do: send_request.(program)

  defp attempt([program | more], send_request) do
    case send_request.(program) do
      {:error, %Error{details: %{code: :unknown_program}}} -> attempt(more, send_request)
      other -> other
    end
  end

  @doc "How long a run with these options may execute, in ms."
  @spec duration(Options.t()) :: pos_integer() | :infinity
  def duration(options), do: Limits.duration_ms(options.limits)
end
