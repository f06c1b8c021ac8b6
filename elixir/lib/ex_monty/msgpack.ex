defmodule ExMonty.Msgpack do
  @moduledoc """
  MessagePack, bounded: nesting and sizes are checked before work is done, and no atom is ever made from data.

      iex> ExMonty.Msgpack.pack!([1, "two", nil]) |> ExMonty.Msgpack.unpack()
      {:ok, [1, "two", nil]}

  | MessagePack | Elixir | notes |
  |---|---|---|
  | nil, boolean | `nil`, `true`, `false` | |
  | int, uint | integer | -2⁶³ … 2⁶⁴-1 |
  | float | float, `:infinity`, `:neg_infinity`, `:nan` | the BEAM has no inf and no nan |
  | str | UTF-8 binary | checked |
  | bin | `{:bytes, binary}` | |
  | array | list | |
  | map | map | two entries with the same key are an error |
  | ext | `{:ext, code, payload}` | or what the `:ext` function makes of it |
  | marked array | what the `:marked` function makes of it | only with that option |

  A *marked array* begins with an extension object of one zero byte, whose code says what the items behind it are. It is
  how the protocol writes tuples, sets, dates and whatever else MessagePack lacks.

  The wire is the worker's, and the worker runs somebody else's program: whatever does not fit is an error, never a
  raise. `unpack/2` accepts exactly one value and no bytes after it.
  """

  alias ExMonty.Msgpack.{Packer, Unpacker}

  @typedoc "Why packing or unpacking was refused; `format_error/1` says it in words."
  @type reason ::
          :truncated
          | :trailing_bytes
          | :too_deep
          | :stray_marker
          | :invalid_utf8
          | {:reserved_byte, byte()}
          | {:duplicate_key, term()}
          | {:unpackable, term()}
          | {:refused, String.t()}

  @typedoc "Turns the payload of an extension object, or the items of a marked array, into a term."
  @type decoder(data) :: (code :: integer(), data -> term())

  @default_depth 1_024

  @doc """
  Packs a term.

  ## Options

    * `:max_depth` - how deep lists and maps may nest (default #{@default_depth})

  ## Examples

      iex> {:ok, packed} = ExMonty.Msgpack.pack(%{"a" => {:bytes, <<1, 2>>}})
      iex> IO.iodata_to_binary(packed)
      <<0x81, 0xA1, ?a, 0xC4, 2, 1, 2>>

      iex> ExMonty.Msgpack.pack(make_ref()) |> elem(0)
      :error
  """
  @spec pack(term(), keyword()) :: {:ok, iodata()} | {:error, reason()}
  def pack(term, opts \\ []) do
    {:ok, Packer.pack(term, Keyword.get(opts, :max_depth, @default_depth))}
  catch
    :throw, {__MODULE__, reason} -> {:error, reason}
  end

  @doc """
  Packs a term into a binary, or raises ArgumentError.

      iex> ExMonty.Msgpack.pack!([true, -1, 300])
      <<0x93, 0xC3, 0xFF, 0xCD, 1, 44>>

      iex> ExMonty.Msgpack.pack!(:atom)
      ** (ArgumentError) cannot pack :atom
  """
  @spec pack!(term(), keyword()) :: binary()
  def pack!(term, opts \\ []) do
    case pack(term, opts) do
      {:ok, packed} -> IO.iodata_to_binary(packed)
      {:error, reason} -> raise ArgumentError, format_error(reason)
    end
  end

  @doc """
  Unpacks exactly one value.

  ## Options

    * `:max_depth` - how deep arrays and maps may nest (default #{@default_depth})
    * `:ext` - `(code, payload -> term)` for extension objects; it refuses one with `refuse/1`
    * `:marked` - `(code, items -> term)` for marked arrays; without it a marker is an ordinary extension object
    * `:ordered` - codes of marked arrays in which a map is given as a list of pairs, in order (default `[]`)

  ## Examples

      iex> ExMonty.Msgpack.unpack(<<0x92, 1, 0xC0>>)
      {:ok, [1, nil]}

      iex> ExMonty.Msgpack.unpack(<<0xDD, 0xFFFFFFFF::32>>)
      {:error, :truncated}

      iex> ExMonty.Msgpack.unpack(<<0x91, 0x91, 0x90>>, max_depth: 2)
      {:error, :too_deep}

      iex> ExMonty.Msgpack.unpack(<<0xD4, 7, 1>>, ext: fn 7, <<flag>> -> {:flag, flag} end)
      {:ok, {:flag, 1}}

      iex> ExMonty.Msgpack.unpack(<<0x93, 0xD4, 4, 0, 1, 2>>, marked: fn 4, items -> List.to_tuple(items) end)
      {:ok, {1, 2}}
  """
  @spec unpack(binary(), keyword()) :: {:ok, term()} | {:error, reason()}
  def unpack(binary, opts \\ []) when is_binary(binary) do
    unpack_with(binary, Keyword.get(opts, :max_depth, @default_depth), Unpacker.shapes(opts))
  end

  @doc false
  # The same with options that were made ready before.
  @spec unpack_with(binary(), non_neg_integer(), Unpacker.t()) :: {:ok, term()} | {:error, reason()}
  def unpack_with(binary, max_depth, shapes) do
    {:ok, Unpacker.unpack(binary, max_depth, shapes)}
  catch
    :throw, {__MODULE__, reason} -> {:error, reason}
  end

  @doc """
  Ends the `pack` or `unpack` that is going on with `{:error, reason}`; only for use in an `:ext` or `:marked` function.

      iex> ExMonty.Msgpack.unpack(<<0xD4, 7, 1>>, ext: fn 7, _ -> ExMonty.Msgpack.refuse({:refused, "no"}) end)
      {:error, {:refused, "no"}}
  """
  @spec refuse(reason()) :: no_return()
  def refuse(reason), do: throw({__MODULE__, reason})

  @doc """
  A reason in words.

      iex> ExMonty.Msgpack.format_error({:reserved_byte, 0xC1})
      "byte 0xC1 stands for nothing in MessagePack"
  """
  @spec format_error(reason()) :: String.t()
  def format_error(:truncated), do: "the data ends in the middle of a value"
  def format_error(:stray_marker), do: "a marker stands where no array begins"
  def format_error(:trailing_bytes), do: "there are bytes after the value"
  def format_error(:too_deep), do: "the data is nested too deeply"
  def format_error(:invalid_utf8), do: "a string is not valid UTF-8"

  def format_error({:reserved_byte, byte}),
    do: "byte 0x#{Integer.to_string(byte, 16)} stands for nothing in MessagePack"

  def format_error({:duplicate_key, key}), do: "two entries of a map have the key #{inspect(key, limit: 5)}"
  def format_error({:unpackable, term}), do: "cannot pack #{inspect(term, limit: 5)}"
  def format_error({:refused, text}), do: text
end
