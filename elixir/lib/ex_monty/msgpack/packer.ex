defmodule ExMonty.Msgpack.Packer do
  @moduledoc false
  # Terms to MessagePack. The functions below pack/2 write one item or one header each, for callers (ExMonty.Value)
  # that walk their own terms.

  alias ExMonty.Msgpack

  @spec pack(term(), non_neg_integer()) :: iodata()
  def pack(nil, _depth), do: <<0xC0>>
  def pack(false, _depth), do: <<0xC2>>
  def pack(true, _depth), do: <<0xC3>>
  def pack(term, _depth) when is_integer(term), do: integer(term)
  def pack(term, _depth) when is_binary(term), do: string(term)
  def pack(term, _depth) when is_float(term), do: <<0xCB, term::float-64>>
  def pack(:infinity, _depth), do: <<0xCB, 0x7FF0000000000000::64>>
  def pack(:neg_infinity, _depth), do: <<0xCB, 0xFFF0000000000000::64>>
  def pack(:nan, _depth), do: <<0xCB, 0x7FF8000000000000::64>>
  def pack({:bytes, data}, _depth) when is_binary(data), do: bytes(data)
  def pack({:ext, code, payload}, _depth) when code in -128..127, do: ext(code, payload)
  def pack({:packed, iodata}, _depth), do: iodata

  def pack(term, depth) when is_list(term) or is_map(term) do
    if depth == 0, do: Msgpack.refuse(:too_deep)
    container(term, depth - 1)
  end

  def pack(term, _depth), do: Msgpack.refuse({:unpackable, term})

  defp container(list, depth) when is_list(list), do: [array(length(list)) | Enum.map(list, &pack(&1, depth))]

  defp container(map, depth) do
    [map(map_size(map)) | Enum.map(map, fn {key, value} -> [pack(key, depth) | pack(value, depth)] end)]
  end

  @spec integer(integer()) :: binary()
  def integer(value) when value in 0..0x7F, do: <<value>>
  def integer(value) when value in -32..-1, do: <<value>>
  def integer(value) when value in 0..0xFF, do: <<0xCC, value>>
  def integer(value) when value in 0..0xFFFF, do: <<0xCD, value::16>>
  def integer(value) when value in 0..0xFFFFFFFF, do: <<0xCE, value::32>>
  def integer(value) when value in 0..0xFFFFFFFFFFFFFFFF, do: <<0xCF, value::64>>
  def integer(value) when value in -0x80..-1, do: <<0xD0, value>>
  def integer(value) when value in -0x8000..-1, do: <<0xD1, value::16>>
  def integer(value) when value in -0x80000000..-1, do: <<0xD2, value::32>>
  def integer(value) when value in -0x8000000000000000..-1, do: <<0xD3, value::64>>
  def integer(value), do: Msgpack.refuse({:unpackable, value})

  @spec string(binary()) :: iodata()
  def string(text) when byte_size(text) < 32, do: <<0b101::3, byte_size(text)::5, text::binary>>
  def string(text) when byte_size(text) < 0x100, do: [<<0xD9, byte_size(text)>>, text]
  def string(text) when byte_size(text) < 0x10000, do: [<<0xDA, byte_size(text)::16>>, text]
  def string(text), do: [<<0xDB, byte_size(text)::32>>, text]

  @spec bytes(binary()) :: iodata()
  def bytes(data) when byte_size(data) < 0x100, do: [<<0xC4, byte_size(data)>>, data]
  def bytes(data) when byte_size(data) < 0x10000, do: [<<0xC5, byte_size(data)::16>>, data]
  def bytes(data), do: [<<0xC6, byte_size(data)::32>>, data]

  @spec array(non_neg_integer()) :: binary()
  def array(count) when count < 16, do: <<0b1001::4, count::4>>
  def array(count) when count < 0x10000, do: <<0xDC, count::16>>
  def array(count), do: <<0xDD, count::32>>

  @spec map(non_neg_integer()) :: binary()
  def map(count) when count < 16, do: <<0b1000::4, count::4>>
  def map(count) when count < 0x10000, do: <<0xDE, count::16>>
  def map(count), do: <<0xDF, count::32>>

  # The payload becomes a binary, so that nested extensions cost a copy a level and not a walk of everything below.
  @spec ext(integer(), iodata()) :: iodata()
  def ext(code, payload) do
    data = IO.iodata_to_binary(payload)

    case byte_size(data) do
      1 -> [<<0xD4, code>>, data]
      2 -> [<<0xD5, code>>, data]
      4 -> [<<0xD6, code>>, data]
      8 -> [<<0xD7, code>>, data]
      16 -> [<<0xD8, code>>, data]
      size when size < 0x100 -> [<<0xC7, size, code>>, data]
      size when size < 0x10000 -> [<<0xC8, size::16, code>>, data]
      size -> [<<0xC9, size::32, code>>, data]
    end
  end
end
