defmodule ExMonty.Msgpack.Unpacker do
  @moduledoc false
  # MessagePack to terms. An explicit stack of open containers, so that the depth of the data is a number that is
  # compared and not a depth of calls; a header that claims more items than bytes are left is refused before anything
  # is built. `left` is the nesting that may still be opened, `sh` (shapes) what to make of extensions.
  #
  # A part of a binary keeps the whole alive. Texts and bytes are therefore copied out of a large message, unless they
  # are most of it: a caller who keeps one name must not keep the megabytes that it came with.

  alias ExMonty.Msgpack
  alias ExMonty.Msgpack.Text

  @small_message 4_096

  defstruct [:ext, :marked, ordered: [], copy_below: 0]

  @type t :: %__MODULE__{
          ext: Msgpack.decoder(binary()),
          marked: Msgpack.decoder([term()]) | nil,
          ordered: [integer()],
          copy_below: non_neg_integer()
        }

  @spec shapes(keyword()) :: t()
  def shapes(opts) do
    marked = Keyword.get(opts, :marked)
    ordinary = fn code, payload -> if marked && payload == <<0>>, do: :marker, else: {:ext, code, payload} end
    %__MODULE__{ext: Keyword.get(opts, :ext, ordinary), marked: marked, ordered: Keyword.get(opts, :ordered, [])}
  end

  @spec unpack(binary(), non_neg_integer(), t()) :: term() | no_return()
  def unpack(binary, left, %__MODULE__{} = shapes) when byte_size(binary) <= @small_message do
    item(binary, [], left, shapes)
  end

  def unpack(binary, left, shapes), do: item(binary, [], left, %{shapes | copy_below: div(byte_size(binary), 2)})

  defp item(<<byte, r::binary>>, stack, left, sh) when byte < 0x80, do: done(r, byte, stack, left, sh)
  defp item(<<byte, r::binary>>, stack, left, sh) when byte < 0x90, do: map(r, byte - 0x80, stack, left, sh)
  defp item(<<byte, r::binary>>, stack, left, sh) when byte < 0xA0, do: array(r, byte - 0x90, stack, left, sh)
  defp item(<<byte, r::binary>>, stack, left, sh) when byte < 0xC0, do: text(r, byte - 0xA0, stack, left, sh)
  defp item(<<byte, r::binary>>, stack, left, sh) when byte >= 0xE0, do: done(r, byte - 256, stack, left, sh)
  defp item(<<0xC0, r::binary>>, stack, left, sh), do: done(r, nil, stack, left, sh)
  defp item(<<0xC2, r::binary>>, stack, left, sh), do: done(r, false, stack, left, sh)
  defp item(<<0xC3, r::binary>>, stack, left, sh), do: done(r, true, stack, left, sh)
  defp item(<<0xC4, size, r::binary>>, stack, left, sh), do: bytes(r, size, stack, left, sh)
  defp item(<<0xC5, size::16, r::binary>>, stack, left, sh), do: bytes(r, size, stack, left, sh)
  defp item(<<0xC6, size::32, r::binary>>, stack, left, sh), do: bytes(r, size, stack, left, sh)
  defp item(<<0xC7, size, code::signed, r::binary>>, stack, left, sh), do: ext(r, size, code, stack, left, sh)
  defp item(<<0xC8, size::16, code::signed, r::binary>>, stack, left, sh), do: ext(r, size, code, stack, left, sh)
  defp item(<<0xC9, size::32, code::signed, r::binary>>, stack, left, sh), do: ext(r, size, code, stack, left, sh)

  defp item(<<0xCA, bits::32, r::binary>>, stack, left, sh) do
    case <<bits::32>> do
      <<value::float-32>> -> done(r, value, stack, left, sh)
      <<0::1, 0xFF, 0::23>> -> done(r, :infinity, stack, left, sh)
      <<1::1, 0xFF, 0::23>> -> done(r, :neg_infinity, stack, left, sh)
      _nan -> done(r, :nan, stack, left, sh)
    end
  end

  defp item(<<0xCB, value::float-64, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xCB, 0x7FF0000000000000::64, r::binary>>, stack, left, sh), do: done(r, :infinity, stack, left, sh)
  defp item(<<0xCB, 0xFFF0000000000000::64, r::binary>>, stack, left, sh), do: done(r, :neg_infinity, stack, left, sh)
  defp item(<<0xCB, _nan::64, r::binary>>, stack, left, sh), do: done(r, :nan, stack, left, sh)
  defp item(<<0xCC, value, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xCD, value::16, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xCE, value::32, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xCF, value::64, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xD0, value::signed, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xD1, value::16-signed, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xD2, value::32-signed, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xD3, value::64-signed, r::binary>>, stack, left, sh), do: done(r, value, stack, left, sh)
  defp item(<<0xD4, code::signed, r::binary>>, stack, left, sh), do: ext(r, 1, code, stack, left, sh)
  defp item(<<0xD5, code::signed, r::binary>>, stack, left, sh), do: ext(r, 2, code, stack, left, sh)
  defp item(<<0xD6, code::signed, r::binary>>, stack, left, sh), do: ext(r, 4, code, stack, left, sh)
  defp item(<<0xD7, code::signed, r::binary>>, stack, left, sh), do: ext(r, 8, code, stack, left, sh)
  defp item(<<0xD8, code::signed, r::binary>>, stack, left, sh), do: ext(r, 16, code, stack, left, sh)
  defp item(<<0xD9, size, r::binary>>, stack, left, sh), do: text(r, size, stack, left, sh)
  defp item(<<0xDA, size::16, r::binary>>, stack, left, sh), do: text(r, size, stack, left, sh)
  defp item(<<0xDB, size::32, r::binary>>, stack, left, sh), do: text(r, size, stack, left, sh)
  defp item(<<0xDC, count::16, r::binary>>, stack, left, sh), do: array(r, count, stack, left, sh)
  defp item(<<0xDD, count::32, r::binary>>, stack, left, sh), do: array(r, count, stack, left, sh)
  defp item(<<0xDE, count::16, r::binary>>, stack, left, sh), do: map(r, count, stack, left, sh)
  defp item(<<0xDF, count::32, r::binary>>, stack, left, sh), do: map(r, count, stack, left, sh)
  defp item(<<0xC1, _rest::binary>>, _stack, _left, _sh), do: Msgpack.refuse({:reserved_byte, 0xC1})
  defp item(_short, _stack, _left, _sh), do: Msgpack.refuse(:truncated)

  defp text(data, size, stack, left, sh) do
    case data do
      <<text::binary-size(size), rest::binary>> ->
        if Text.valid?(text),
          do: done(rest, own(text, size, sh), stack, left, sh),
          else: Msgpack.refuse(:invalid_utf8)

      _short ->
        Msgpack.refuse(:truncated)
    end
  end

  defp bytes(data, size, stack, left, sh) do
    case data do
      <<bytes::binary-size(size), rest::binary>> -> done(rest, {:bytes, own(bytes, size, sh)}, stack, left, sh)
      _short -> Msgpack.refuse(:truncated)
    end
  end

  defp own(part, size, sh), do: if(size < sh.copy_below, do: :binary.copy(part), else: part)

  defp ext(data, size, code, stack, left, sh) do
    case data do
      <<payload::binary-size(size), rest::binary>> ->
        case sh.ext.(code, payload) do
          :marker -> mark(rest, code, stack, left, sh)
          value -> done(rest, value, stack, left, sh)
        end

      _short ->
        Msgpack.refuse(:truncated)
    end
  end

  # The array that has just been opened turns out to be a marked one.
  defp mark(rest, code, [{:array, 1, []} | stack], left, sh), do: done(rest, sh.marked.(code, []), stack, left + 1, sh)

  defp mark(rest, code, [{:array, count, []} | stack], left, sh) do
    item(rest, [{:marked, code, count - 1, []} | stack], left, sh)
  end

  defp mark(_rest, _code, _stack, _left, _sh), do: Msgpack.refuse(:stray_marker)

  defp array(_rest, _count, _stack, 0, _sh), do: Msgpack.refuse(:too_deep)
  defp array(rest, 0, stack, left, sh), do: done(rest, [], stack, left, sh)
  defp array(rest, count, _stack, _left, _sh) when count > byte_size(rest), do: Msgpack.refuse(:truncated)
  defp array(rest, count, stack, left, sh), do: item(rest, [{:array, count, []} | stack], left - 1, sh)

  defp map(_rest, _count, _stack, 0, _sh), do: Msgpack.refuse(:too_deep)
  defp map(rest, 0, stack, left, sh), do: done(rest, build_map([], stack, sh), stack, left, sh)
  defp map(rest, count, _stack, _left, _sh) when 2 * count > byte_size(rest), do: Msgpack.refuse(:truncated)
  defp map(rest, count, stack, left, sh), do: item(rest, [{:key, count, []} | stack], left - 1, sh)

  # One value is complete: it goes into the innermost open container, which may be complete with it.
  defp done(rest, value, [{:array, 1, items} | stack], left, sh) do
    done(rest, :lists.reverse(items, [value]), stack, left + 1, sh)
  end

  defp done(rest, value, [{:array, count, items} | stack], left, sh) do
    item(rest, [{:array, count - 1, [value | items]} | stack], left, sh)
  end

  defp done(rest, value, [{:marked, code, 1, items} | stack], left, sh) do
    done(rest, sh.marked.(code, :lists.reverse(items, [value])), stack, left + 1, sh)
  end

  defp done(rest, value, [{:marked, code, count, items} | stack], left, sh) do
    item(rest, [{:marked, code, count - 1, [value | items]} | stack], left, sh)
  end

  defp done(rest, key, [{:key, count, pairs} | stack], left, sh) do
    item(rest, [{:value, count, key, pairs} | stack], left, sh)
  end

  defp done(rest, value, [{:value, 1, key, pairs} | stack], left, sh) do
    done(rest, build_map([{key, value} | pairs], stack, sh), stack, left + 1, sh)
  end

  defp done(rest, value, [{:value, count, key, pairs} | stack], left, sh) do
    item(rest, [{:key, count - 1, [{key, value} | pairs]} | stack], left, sh)
  end

  defp done(<<>>, value, [], _left, _sh), do: value
  defp done(_rest, _value, [], _left, _sh), do: Msgpack.refuse(:trailing_bytes)

  # Two equal keys are refused, because one of the values would be lost silently.
  defp build_map(pairs, stack, sh) do
    map = Map.new(pairs)

    cond do
      map_size(map) != length(pairs) -> Msgpack.refuse({:duplicate_key, repeated(pairs)})
      ordered?(stack, sh) -> :lists.reverse(pairs)
      true -> map
    end
  end

  defp ordered?([{:marked, code, _count, _items} | _stack], sh), do: code in sh.ordered
  defp ordered?(_stack, _sh), do: false

  defp repeated(pairs) do
    keys = Enum.map(pairs, &elem(&1, 0))
    hd(keys -- Enum.uniq(keys))
  end
end
