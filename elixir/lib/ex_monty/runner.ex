defmodule ExMonty.Runner do
  @moduledoc """
  A compiled program: what `ExMonty.compile/2` returns.

      iex> {:ok, runner} = ExMonty.compile("x * 2", inputs: ["x"])
      iex> inspect(runner)
      "#ExMonty.Runner<main.py, 5 bytes, inputs: [\\"x\\"]>"

  It is a term like any other: it can be sent to another process or node, kept, and run any number of times at the same
  time. Workers keep compiled programs by content, so that running one again does not compile it again.
  """

  alias ExMonty.{Options, Protocol, Value}
  alias ExMonty.Msgpack.Text

  @enforce_keys [:source, :script_name, :inputs, :key]
  defstruct [:source, :script_name, :inputs, :key]

  @typedoc "Opaque; `source` is the program's text, `inputs` the names that it declares."
  @type t :: %__MODULE__{source: binary(), script_name: String.t(), inputs: [String.t()], key: binary()}

  # Above this size the key alone is sent first, and the source only if the worker does not have the program.
  @send_key_alone 4_096

  @doc false
  @spec new(binary(), Options.t()) :: {:ok, t()} | {:error, String.t()}
  def new(source, %Options{} = options) do
    with {:ok, names} <- declared(options.inputs), do: {:ok, build(source, options.script_name, names)}
  end

  @doc false
  @spec build(binary(), String.t(), [String.t()]) :: t()
  def build(source, script_name, names) do
    # Lengths keep the parts apart, so that no two programs have the same text to hash.
    parts = Enum.map([source, script_name | names], &[<<byte_size(&1)::64>>, &1])
    %__MODULE__{source: source, script_name: script_name, inputs: names, key: :crypto.hash(:sha256, parts)}
  end

  @doc false
  @spec packed(t()) :: iodata()
  def packed(%__MODULE__{} = runner) do
    Protocol.program(runner.key, runner.source, runner.script_name, runner.inputs)
  end

  @doc false
  # What to send, in order, until the worker knows the program.
  @spec attempts(t()) :: [iodata(), ...]
  def attempts(%__MODULE__{source: source, key: key} = runner) when byte_size(source) > @send_key_alone do
    [ExMonty.Msgpack.Packer.bytes(key), packed(runner)]
  end

  def attempts(runner), do: [packed(runner)]

  defp declared(nil), do: {:ok, []}

  defp declared(inputs) do
    with {:ok, names} <- names(inputs) do
      case names -- Enum.uniq(names) do
        [] -> {:ok, names}
        repeated -> {:error, "duplicate inputs: #{list(repeated)}"}
      end
    end
  end

  defp names(inputs) do
    Enum.reduce_while(inputs, {:ok, []}, fn input, {:ok, names} ->
      case name(input) do
        {:ok, name} -> {:cont, {:ok, [name | names]}}
        {:error, text} -> {:halt, {:error, text}}
      end
    end)
    |> case do
      {:ok, names} -> {:ok, Enum.reverse(names)}
      error -> error
    end
  end

  defp name(""), do: {:error, "inputs must not contain empty strings"}
  defp name(name) when is_atom(name) and name not in [nil, true, false], do: name(Atom.to_string(name))

  defp name(name) when is_binary(name) do
    if Text.valid?(name), do: {:ok, name}, else: {:error, "input names must be valid UTF-8, got: #{inspect(name)}"}
  end

  defp name(other), do: {:error, "input names must be atoms or strings, got: #{inspect(other, limit: 5)}"}

  @doc false
  # The `inputs` field of a run, when they fit the declaration.
  @spec pack_inputs(t(), map() | keyword() | nil) :: {:ok, iodata()} | {:error, String.t()}
  def pack_inputs(%__MODULE__{inputs: []}, inputs) when inputs in [nil, %{}, []], do: {:ok, <<0x80>>}

  def pack_inputs(runner, inputs) when is_map(inputs) or is_list(inputs) or is_nil(inputs) do
    with {:ok, given} <- named_inputs(inputs || %{}),
         :ok <- check_count(runner.inputs, map_size(given)),
         :ok <- check_names(runner.inputs, given),
         do: pack(runner.inputs, given, [])
  end

  def pack_inputs(_runner, other) do
    raise ArgumentError, "inputs must be a map or a keyword list, got: #{inspect(other, limit: 5)}"
  end

  @doc false
  # Inputs with names as text, each given once.
  @spec named_inputs(map() | keyword()) :: {:ok, %{String.t() => term()}} | {:error, String.t()}
  def named_inputs(inputs) do
    Enum.reduce_while(inputs, {:ok, %{}}, fn
      {name, value}, {:ok, given} ->
        case name(name) do
          {:ok, name} when is_map_key(given, name) -> {:halt, {:error, "duplicate input provided: #{name}"}}
          {:ok, name} -> {:cont, {:ok, Map.put(given, name, value)}}
          {:error, text} -> {:halt, {:error, text}}
        end

      other, _given ->
        raise ArgumentError, "inputs must be a map or a keyword list, got the element: #{inspect(other, limit: 5)}"
    end)
  end

  defp check_count([], given) when given > 0, do: {:error, "unexpected inputs: expected none, got #{given}"}

  defp check_count(declared, given) do
    if given > length(declared),
      do: {:error, "too many inputs: expected #{length(declared)}, got #{given}"},
      else: :ok
  end

  defp check_names(declared, given) do
    unexpected = given |> Map.keys() |> Enum.sort() |> Enum.find(&(&1 not in declared))
    missing = Enum.reject(declared, &is_map_key(given, &1))

    cond do
      unexpected -> {:error, "unexpected input: #{unexpected}"}
      missing != [] -> {:error, "missing required inputs: #{list(missing)}"}
      true -> :ok
    end
  end

  defp pack([], _given, packed), do: {:ok, Protocol.pairs(Enum.reverse(packed))}

  defp pack([name | names], given, packed) do
    case Value.encode(Map.fetch!(given, name)) do
      {:ok, value} -> pack(names, given, [{name, value} | packed])
      {:error, text} -> {:error, "input #{name}: #{text}"}
    end
  end

  defp list(names), do: names |> Enum.uniq() |> Enum.sort() |> Enum.join(", ")

  defimpl Inspect do
    def inspect(runner, _opts) do
      "#ExMonty.Runner<#{runner.script_name}, #{byte_size(runner.source)} bytes, inputs: #{Kernel.inspect(runner.inputs)}>"
    end
  end
end
