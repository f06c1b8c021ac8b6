defmodule ExMonty.Value do
  alias ExMonty.Schema

  @table "codec/ext_types.def"
  @external_resource Schema.path(@table)
  @rows Schema.rows!(@table)
  @codes for {"EXT", [kind, code, _fields, _shape], _comment} <- @rows, into: %{}, do: {String.to_atom(kind), code}
  @shapes for {macro, columns, _comment} <- @rows, macro in ["NATIVE", "EXT"], do: {hd(columns), List.last(columns)}

  @moduledoc """
  How Python values and Elixir terms become each other.

      iex> ExMonty.eval("{'n': 1, 't': (1, 2.5), 's': {3}, 'b': b'xy'}")
      {:ok, %{"n" => 1, "t" => {1, 2.5}, "s" => MapSet.new([3]), "b" => {:bytes, "xy"}}, ""}

  ## Out of Python

  | Python | Elixir |
  |---|---|
  #{Enum.map_join(@shapes, "\n", fn {kind, shape} -> "| #{String.replace(kind, "_", " ")} | `#{String.replace(shape, "|", "\\|")}` |" end)}

  Instances of classes that were defined in the program, ranges, iterators, functions and modules come as
  `{:repr, text}`, a structure that contains itself as `{:cycle, text}` where it closes. A map has no order; the order of
  a dict is lost with it. Where two keys would become one, the result is an error that names the key.

  ## Into Python

  The same, and:

  | Elixir | Python |
  |---|---|
  | other atoms | `str` |
  | a binary that is no UTF-8 | `bytes` |
  | `MapSet` | `set`, or `frozenset` where only that can stand (a key, an element of a set) |
  | `%Date{}`, `%Time{}`, `%NaiveDateTime{}`, `%DateTime{}` | the types of `datetime` |
  | `{:__bigint__, 0 \\| 1, big-endian bytes}` | `int` |
  | other structs | `dict` with the key `"__struct__"` |

  A tuple that begins with `:bytes`, `:path`, `:date`, `:datetime`, `:timedelta`, `:timezone`, `:named_tuple`,
  `:file_handle` or `:function` must be of that shape. Pids, references, ports, functions and bitstrings cannot cross.

  ## Bounds

  Nesting goes 1,000 levels deep in either direction. No atom is ever made from what a program returns.
  """

  alias ExMonty.Msgpack
  alias ExMonty.Value.{Decoder, Encoder, Json}

  @max_depth 1_000

  @doc false
  @spec code(atom()) :: integer()
  for {kind, code} <- @codes, do: def(code(unquote(kind)), do: unquote(code))

  @doc false
  @spec kinds() :: [String.t()]
  def kinds, do: unquote(Enum.map(@shapes, &elem(&1, 0)))

  @doc """
  Packs a term as the protocol writes it.

      iex> {:ok, packed} = ExMonty.Value.encode({1, "a"})
      iex> IO.iodata_to_binary(packed)
      <<0x93, 0xD4, 4, 0, 1, 0xA1, ?a>>

      iex> ExMonty.Value.encode(%{1 => :a, 1.0 => :b})
      {:error, "the keys 1 and 1.0 are the same key in Python"}

      iex> ExMonty.Value.encode({:date, "today"})
      {:error, "{:date, \\"today\\"} does not have the shape of a :date: {:date, %{year: _, month: _, day: _}}"}
  """
  @spec encode(term()) :: {:ok, iodata()} | {:error, String.t()}
  def encode(term) do
    {:ok, Encoder.value(term, @max_depth)}
  catch
    :throw, {Msgpack, reason} -> {:error, Msgpack.format_error(reason)}
  end

  @doc """
  Unpacks one value that the protocol wrote.

      iex> ExMonty.Value.decode(<<0x93, 0xD4, 4, 0, 1, 0xA1, ?a>>)
      {:ok, {1, "a"}}

      iex> ExMonty.Value.decode(<<0x91, 0xD4, 99, 0>>)
      {:error, "no kind of value has the code 99"}
  """
  @spec decode(binary()) :: {:ok, term()} | {:error, String.t()}
  def decode(binary) do
    case Msgpack.unpack_with(binary, @max_depth, shapes()) do
      {:ok, term} -> {:ok, term}
      {:error, reason} -> {:error, Msgpack.format_error(reason)}
    end
  end

  @doc false
  # What makes MessagePack's unpacker build these values; messages are unpacked with it too.
  @spec shapes() :: Msgpack.Unpacker.t()
  def shapes do
    %Msgpack.Unpacker{ext: &Decoder.ext/2, marked: &Decoder.marked/2, ordered: [unquote(@codes.named_tuple)]}
  end

  @doc """
  Turns any result into terms that a JSON library can encode.

  Bytes become text, or Base64 if they are no UTF-8; dates and times ISO 8601; sets sorted lists; tuples lists; keys
  text; `:nan` and the infinities `"NaN"`, `"Infinity"`, `"-Infinity"`; dataclasses and named tuples maps.

      iex> ExMonty.Value.to_json_safe(%{1 => {:nan, {:bytes, "x"}}, {1, 2} => MapSet.new([2, 1])})
      %{"1" => ["NaN", "x"], "{1, 2}" => [1, 2]}

      iex> ExMonty.Value.to_json_safe({:date, %{year: 2026, month: 5, day: 1}})
      "2026-05-01"
  """
  @spec to_json_safe(term()) :: nil | boolean() | number() | String.t() | list() | map()
  def to_json_safe(term), do: Json.value(term)
end
