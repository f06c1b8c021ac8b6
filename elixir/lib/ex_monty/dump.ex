defmodule ExMonty.Dump do
  @moduledoc false
  # What leaves as a binary, and comes back. Layout, version 1:
  #
  #   "EXMD"  version (1 byte)  kind (1 byte)  signed (1 byte: 0 or 1)  mac (32 bytes)  payload (MessagePack)
  #
  # The mac is HMAC-SHA-256 with the host's key over everything else and over the hash of the context. Nothing of the
  # payload is looked at before it is right. Readers know every version since the first and refuse newer ones.

  alias ExMonty.{Error, FutureSnapshot, Msgpack, Options, Protocol, Runner, Snapshot, Usage}

  @magic "EXMD"
  @version 1
  @kinds %{runner: 1, snapshot: 2, future_snapshot: 3}
  @pauses %{
    "function_call" => :function_call,
    "method_call" => :method_call,
    "os_call" => :os_call,
    "name_lookup" => :name_lookup,
    "resolve_futures" => :resolve_futures
  }

  @type kind :: :runner | :snapshot | :future_snapshot

  @spec dump(kind(), Runner.t() | Snapshot.t() | FutureSnapshot.t(), Options.t()) :: {:ok, binary()}
  def dump(kind, term, options) do
    payload = Msgpack.pack!(payload(kind, term))
    signed = if options.unsigned, do: 0, else: 1
    head = <<@magic, @version, Map.fetch!(@kinds, kind), signed>>
    mac = if options.unsigned, do: <<0::256>>, else: mac(hd(keys(options)), head, options.context, payload)
    {:ok, IO.iodata_to_binary([head, mac, payload])}
  end

  @spec load(kind(), binary(), Options.t()) ::
          {:ok, Runner.t() | Snapshot.t() | FutureSnapshot.t()} | {:error, Error.t()}
  def load(kind, binary, options) do
    kind_number = Map.fetch!(@kinds, kind)

    with {:ok, number, payload} <- open(binary, options),
         true <- number == kind_number,
         {:ok, fields} <- Msgpack.unpack(payload),
         {:ok, term} <- restore(kind, fields, options) do
      {:ok, term}
    else
      {:error, {:snapshot, _reason} = reason} -> {:error, Error.new(reason)}
      _invalid -> {:error, Error.new({:snapshot, :invalid})}
    end
  end

  defp open(<<@magic, version, _rest::binary>>, _options) when version > @version, do: {:error, {:snapshot, :version}}

  defp open(<<@magic, @version, kind, signed, mac::binary-32, payload::binary>>, options) when signed in [0, 1] do
    head = <<@magic, @version, kind, signed>>
    trusted? = fn key -> :crypto.hash_equals(mac(key, head, options.context, payload), mac) end

    cond do
      signed == 0 and options.unsigned -> {:ok, kind, payload}
      signed == 1 and Enum.any?(keys(options), trusted?) -> {:ok, kind, payload}
      true -> {:error, {:snapshot, :bad_signature}}
    end
  end

  defp open(_other, _options), do: {:error, {:snapshot, :invalid}}

  defp mac(key, head, context, payload) do
    context_hash = :crypto.hash(:sha256, :erlang.term_to_binary(context, [:deterministic, minor_version: 2]))
    :crypto.macN(:hmac, :sha256, key, [head, context_hash, payload], 32)
  end

  # The newest first: it signs, all of them are tried.
  defp keys(%Options{key: [_ | _] = keys}), do: keys

  defp keys(_options) do
    case Application.get_env(:ex_monty, :snapshot_key) do
      key when is_binary(key) and key != "" -> [key]
      [_ | _] = keys -> keys
      nil -> [node_key()]
      _other -> raise ArgumentError, "config :ex_monty, snapshot_key: must be a binary or a list of binaries"
    end
  end

  @doc "The key of a node that was given none: random, and gone with the node."
  @spec make_node_key() :: :ok
  def make_node_key, do: :persistent_term.put({__MODULE__, :node_key}, :crypto.strong_rand_bytes(32))

  defp node_key, do: :persistent_term.get({__MODULE__, :node_key})

  # -- payloads ---------------------------------------------------------------------------------------------------

  defp payload(:runner, runner), do: [{:bytes, runner.source}, {:bytes, runner.script_name}, runner.inputs]

  defp payload(:snapshot, snapshot) do
    usage = snapshot.usage

    [
      {:bytes, snapshot.state},
      Atom.to_string(snapshot.kind),
      if(snapshot.duration == :infinity, do: nil, else: snapshot.duration),
      [snapshot.options.clock, Atom.to_string(snapshot.options.stderr)],
      [usage.steps, usage.peak_memory, usage.allocations, usage.duration_us, usage.pauses]
    ]
  end

  defp payload(:future_snapshot, futures) do
    [payload(:snapshot, futures.snapshot), futures.call_ids, futures.wake_in_ms]
  end

  defp restore(:runner, [{:bytes, source}, {:bytes, script_name}, inputs], _options) when is_list(inputs) do
    if Enum.all?(inputs, &is_binary/1), do: {:ok, Runner.build(source, script_name, inputs)}, else: :error
  end

  defp restore(:snapshot, [{:bytes, state}, kind, duration, [clock, stderr], usage], options)
       when is_map_key(@pauses, kind) and (is_nil(duration) or is_integer(duration)) do
    with {:ok, stderr} <- stderr(stderr), {:ok, usage} <- usage(usage), {:ok, clock} <- clock(clock) do
      cond do
        byte_size(state) > Protocol.max_frame() - 64 * 1024 ->
          {:error, {:snapshot, :too_big}}

        true ->
          {:ok,
           Snapshot.new(state, Map.fetch!(@pauses, kind),
             duration: duration || :infinity,
             options: %Options{clock: clock, stderr: stderr},
             usage: usage,
             limits: if(options.limits_given, do: options.limits)
           )}
      end
    end
  end

  defp restore(:future_snapshot, [snapshot, call_ids, wake], options)
       when is_list(call_ids) and (is_nil(wake) or is_integer(wake)) do
    with {:ok, snapshot} <- restore(:snapshot, snapshot, options),
         true <- Enum.all?(call_ids, &is_integer/1) do
      {:ok, %FutureSnapshot{snapshot: snapshot, call_ids: call_ids, wake_in_ms: wake}}
    end
  end

  defp restore(_kind, _fields, _options), do: :error

  defp stderr("merge"), do: {:ok, :merge}
  defp stderr("separate"), do: {:ok, :separate}
  defp stderr("discard"), do: {:ok, :discard}
  defp stderr(_other), do: :error

  defp clock(clock) when clock in ["system", "none"] or is_integer(clock), do: {:ok, clock}
  defp clock(_other), do: :error

  defp usage([steps, memory, allocations, duration, pauses])
       when is_integer(steps) and is_integer(memory) and is_integer(allocations) and is_integer(duration) and
              is_integer(pauses) do
    {:ok, %Usage{steps: steps, peak_memory: memory, allocations: allocations, duration_us: duration, pauses: pauses}}
  end

  defp usage(_other), do: :error
end
