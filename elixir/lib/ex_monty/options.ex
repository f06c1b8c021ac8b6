defmodule ExMonty.Options do
  @moduledoc false
  # Every option of every function of ExMonty, one clause each. What comes out is checked and has its defaults; an
  # unknown option raises, since it is a mistake in the program, and so does a value of the wrong type. Limits may come
  # from users: a bad one is an error that is returned.

  alias ExMonty.{Limits, Protocol}
  alias ExMonty.Msgpack.Text

  defstruct inputs: nil,
            limits: %{},
            limits_given: false,
            script_name: "main.py",
            pool: nil,
            timeout: :infinity,
            stream: nil,
            clock: "system",
            clock_given: false,
            seed: nil,
            stderr: :merge,
            usage: false,
            tenant: nil,
            key: nil,
            context: nil,
            unsigned: false

  @type t :: %__MODULE__{
          inputs: map() | keyword() | nil,
          limits: %{atom() => number() | nil},
          limits_given: boolean(),
          script_name: String.t(),
          pool: ExMonty.Pool.pool() | nil,
          timeout: timeout(),
          stream: nil | pid() | {pid(), reference()} | (:stdout | :stderr, String.t() -> term()),
          clock: String.t() | integer(),
          clock_given: boolean(),
          seed: non_neg_integer() | nil,
          stderr: :merge | :separate | :discard,
          usage: boolean(),
          tenant: term(),
          key: [binary()] | nil,
          context: term(),
          unsigned: boolean()
        }

  @calling [:pool, :timeout]
  @running [:limits, :stream, :clock, :seed, :stderr, :usage, :tenant] ++ @calling
  @known %{
    eval: [:inputs, :script_name] ++ @running,
    compile: [:inputs, :script_name, :limits] ++ @calling,
    run: @running,
    sandbox: [:inputs, :script_name] ++ @running ++ ExMonty.Sandbox.Host.options(),
    start: [:park | @running],
    resume: [:park | @running -- [:seed]],
    dump: [:key, :context, :unsigned],
    load: [:key, :context, :unsigned, :limits] ++ @calling,
    check: [:script_name, :inputs, :limits] ++ @calling
  }

  @doc "The options that a function has."
  @spec known(atom()) :: [atom(), ...]
  def known(function), do: Map.fetch!(@known, function)

  @doc """
  Checks the options of a function.

      iex> {:ok, options} = ExMonty.Options.parse(:eval, timeout: 100, limits: [max_steps: 5])
      iex> {options.timeout, options.limits}
      {100, %{max_steps: 5}}

      iex> ExMonty.Options.parse(:dump, timeout: 100)
      ** (ArgumentError) unknown option :timeout; the options of dump are :key, :context, :unsigned
  """
  @spec parse(atom(), keyword()) :: {:ok, t()} | {:error, String.t()}
  def parse(_function, []), do: {:ok, %__MODULE__{}}

  def parse(function, options) when is_list(options) do
    known = known(function)

    Enum.reduce_while(options, {:ok, %__MODULE__{}}, fn
      {key, value}, {:ok, parsed} ->
        unless key in known, do: unknown!(function, key, known)

        case option(key, value, parsed) do
          %__MODULE__{} = parsed -> {:cont, {:ok, parsed}}
          {:error, text} -> {:halt, {:error, text}}
        end

      other, _parsed ->
        raise ArgumentError, "options must be a keyword list, got the element: #{inspect(other)}"
    end)
  end

  def parse(_function, options) do
    raise ArgumentError, "options must be a keyword list, got: #{inspect(options, limit: 5)}"
  end

  defp unknown!(function, key, known) do
    raise ArgumentError,
          "unknown option #{inspect(key)}; the options of #{function} are #{Enum.map_join(known, ", ", &inspect/1)}"
  end

  defp option(:inputs, inputs, parsed) when is_map(inputs) or is_list(inputs) or is_nil(inputs) do
    %{parsed | inputs: inputs}
  end

  defp option(:limits, limits, parsed) do
    with {:ok, limits} <- Limits.check(limits), do: %{parsed | limits: limits, limits_given: true}
  end

  defp option(:script_name, name, parsed) when is_binary(name) do
    if Text.valid?(name), do: %{parsed | script_name: name}, else: wrong!(:script_name, "valid UTF-8", name)
  end

  defp option(:pool, pool, parsed) when is_pid(pool) or is_atom(pool), do: %{parsed | pool: pool}
  defp option(:timeout, timeout, parsed) when is_integer(timeout) and timeout >= 0, do: %{parsed | timeout: timeout}
  defp option(:timeout, :infinity, parsed), do: parsed
  defp option(:stream, nil, parsed), do: parsed
  defp option(:stream, pid, parsed) when is_pid(pid), do: %{parsed | stream: pid}
  defp option(:stream, {pid, ref}, parsed) when is_pid(pid) and is_reference(ref), do: %{parsed | stream: {pid, ref}}
  defp option(:stream, fun, parsed) when is_function(fun, 2), do: %{parsed | stream: fun}
  defp option(:clock, :system, parsed), do: %{parsed | clock: "system", clock_given: true}
  defp option(:clock, :none, parsed), do: %{parsed | clock: "none", clock_given: true}

  defp option(:clock, {:fixed, %DateTime{} = time}, parsed) do
    %{parsed | clock: DateTime.to_unix(time, :nanosecond), clock_given: true}
  end

  defp option(:seed, nil, parsed), do: parsed

  # The protocol has 64 bits for it; other integers are as good a seed when they are folded into that.
  defp option(:seed, seed, parsed) when is_integer(seed), do: %{parsed | seed: Integer.mod(seed, 0x10000000000000000)}
  defp option(:stderr, way, parsed) when way in [:merge, :separate, :discard], do: %{parsed | stderr: way}
  defp option(:usage, flag, parsed) when is_boolean(flag), do: %{parsed | usage: flag}
  # Snapshots carry their bytes whatever their size, which is what `:always` asks for and any number allows.
  defp option(:park, size, parsed) when size == :always or (is_integer(size) and size >= 0), do: parsed
  defp option(:park, value, _parsed), do: wrong!(:park, ":always or a number of bytes", value)
  defp option(:tenant, tenant, parsed), do: %{parsed | tenant: tenant}
  defp option(:context, context, parsed), do: %{parsed | context: context}
  defp option(:unsigned, flag, parsed) when is_boolean(flag), do: %{parsed | unsigned: flag}
  defp option(:key, key, parsed) when is_binary(key) and key != "", do: %{parsed | key: [key]}

  defp option(:key, [_ | _] = keys, parsed) do
    if Enum.all?(keys, &(is_binary(&1) and &1 != "")), do: %{parsed | key: keys}, else: wrong!(:key)
  end

  defp option(:key, _secret, _parsed), do: wrong!(:key)
  defp option(:inputs, value, _parsed), do: wrong!(:inputs, "a map or a list of names or pairs", value)
  defp option(:pool, value, _parsed), do: wrong!(:pool, "the name or the pid of a pool", value)
  defp option(:timeout, value, _parsed), do: wrong!(:timeout, "a number of milliseconds or :infinity", value)
  defp option(:stream, value, _parsed), do: wrong!(:stream, "a pid, {pid, reference} or a function of two", value)
  defp option(:clock, value, _parsed), do: wrong!(:clock, ":system, :none or {:fixed, %DateTime{}}", value)
  defp option(:seed, value, _parsed), do: wrong!(:seed, "an integer", value)
  defp option(:stderr, value, _parsed), do: wrong!(:stderr, ":merge, :separate or :discard", value)
  defp option(key, value, _parsed) when key in [:usage, :unsigned], do: wrong!(key, "true or false", value)
  defp option(key, value, _parsed), do: wrong!(key, "a text", value)

  defp wrong!(key, expected, value) do
    raise ArgumentError, "option #{inspect(key)} must be #{expected}, got: #{inspect(value, limit: 5)}"
  end

  # A key is never printed.
  defp wrong!(:key), do: raise(ArgumentError, "option :key must be a binary or a list of binaries, none of them empty")

  @doc "The `options` field of a message that starts a run."
  @spec wire(t(), map()) :: iodata()
  def wire(parsed, more \\ %{})

  def wire(%__MODULE__{seed: nil, stream: nil, stderr: :merge, clock: "system"}, more) when map_size(more) == 0 do
    unquote(IO.iodata_to_binary(Protocol.options(%{clock: "system"})))
  end

  def wire(parsed, more) do
    %{clock: parsed.clock, seed: parsed.seed, stream: parsed.stream && window(), stderr: stderr(parsed.stderr)}
    |> Map.reject(fn {_key, value} -> is_nil(value) end)
    |> Map.merge(more)
    |> Protocol.options()
  end

  defp stderr(:merge), do: nil
  defp stderr(way), do: Atom.to_string(way)

  @doc "How many bytes of output frames a streaming run may be ahead of its reader."
  @spec window() :: pos_integer()
  def window, do: 256 * 1024
end
