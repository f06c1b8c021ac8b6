defmodule ExMonty.MsgpackTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Msgpack

  alias ExMonty.Msgpack

  defp round_trip(term), do: term |> Msgpack.pack!() |> Msgpack.unpack()

  # Values at the edges of every format, and the first byte that each must be written with.
  defp formats do
    [
      integer: [
        {0, 0x00},
        {127, 0x7F},
        {128, 0xCC},
        {256, 0xCD},
        {65_536, 0xCE},
        {4_294_967_296, 0xCF},
        {18_446_744_073_709_551_615, 0xCF},
        {-1, 0xFF},
        {-32, 0xE0},
        {-33, 0xD0},
        {-129, 0xD1},
        {-32_769, 0xD2},
        {-2_147_483_649, 0xD3},
        {-9_223_372_036_854_775_808, 0xD3}
      ],
      float: [{1.5, 0xCB}, {:infinity, 0xCB}, {:neg_infinity, 0xCB}, {:nan, 0xCB}],
      str: [
        {"", 0xA0},
        {"ü", 0xA2},
        {String.duplicate("a", 32), 0xD9},
        {String.duplicate("a", 256), 0xDA},
        {String.duplicate("ü", 32_768), 0xDB}
      ],
      bin: [
        {{:bytes, ""}, 0xC4},
        {{:bytes, String.duplicate("a", 256)}, 0xC5},
        {{:bytes, String.duplicate("a", 65_536)}, 0xC6}
      ],
      array: [{[], 0x90}, {Enum.to_list(1..16), 0xDC}, {Enum.to_list(1..65_536), 0xDD}],
      map: [{%{}, 0x80}, {Map.new(1..16, &{&1, nil}), 0xDE}, {Map.new(1..65_536, &{&1, nil}), 0xDF}],
      ext: [
        {{:ext, 5, "a"}, 0xD4},
        {{:ext, 5, "ab"}, 0xD5},
        {{:ext, -5, "abcd"}, 0xD6},
        {{:ext, 5, "abcdefgh"}, 0xD7},
        {{:ext, 5, "abcdefghabcdefgh"}, 0xD8},
        {{:ext, 5, "abc"}, 0xC7},
        {{:ext, 5, String.duplicate("a", 256)}, 0xC8},
        {{:ext, 5, String.duplicate("a", 65_536)}, 0xC9}
      ]
    ]
  end

  for format <- [:integer, :float, :str, :bin, :array, :map, :ext] do
    test "#{format}: every width is written in its shortest form and read again" do
      for {term, first} <- formats()[unquote(format)] do
        assert <<^first, _rest::binary>> = Msgpack.pack!(term)
        assert round_trip(term) == {:ok, term}
      end
    end
  end

  test "a marker is refused anywhere but at the beginning of an array" do
    marked = fn 4, items -> List.to_tuple(items) end
    assert Msgpack.unpack(<<0x91, 0xD4, 4, 0>>, marked: marked) == {:ok, {}}
    assert Msgpack.unpack(<<0x92, 1, 0xD4, 4, 0>>, marked: marked) == {:error, :stray_marker}
    assert Msgpack.unpack(<<0xD4, 4, 0>>, marked: marked) == {:error, :stray_marker}
    assert Msgpack.unpack(<<0x81, 0xD4, 4, 0, 1>>, marked: marked) == {:error, :stray_marker}
  end

  test "maps in an ordered marked array are lists of pairs" do
    packed = <<0x92, 0xD4, 4, 0, 0x82, 2, 1, 1, 2>>
    marked = fn 4, [fields] -> fields end
    assert Msgpack.unpack(packed, marked: marked, ordered: [4]) == {:ok, [{2, 1}, {1, 2}]}
    assert Msgpack.unpack(packed, marked: marked) == {:ok, %{1 => 2, 2 => 1}}
  end

  test "a 32-bit float is read, its infinities and nan too" do
    assert Msgpack.unpack(<<0xCA, 1.5::float-32>>) == {:ok, 1.5}
    assert Msgpack.unpack(<<0xCA, 0x7F800000::32>>) == {:ok, :infinity}
    assert Msgpack.unpack(<<0xCA, 0xFF800000::32>>) == {:ok, :neg_infinity}
    assert Msgpack.unpack(<<0xCA, 0x7FC00000::32>>) == {:ok, :nan}
  end

  test "every proper prefix of a value is truncated, and a byte behind it is refused" do
    packed = Msgpack.pack!(%{"a" => [1, 300, 1.5, {:bytes, "xy"}, {:ext, 1, "abc"}], "ü" => nil})

    for size <- 0..(byte_size(packed) - 1) do
      assert Msgpack.unpack(binary_part(packed, 0, size)) == {:error, :truncated}
    end

    assert Msgpack.unpack(packed <> <<0>>) == {:error, :trailing_bytes}
  end

  test "a header that claims four billion items costs nothing" do
    for header <- [0xDB, 0xC6, 0xC9, 0xDD, 0xDF] do
      assert Msgpack.unpack(<<header, 0xFFFFFFFF::32, 0, 0>>) == {:error, :truncated}
    end
  end

  test "depth is bounded both ways" do
    deep = Enum.reduce(1..2_000, [], fn _level, inner -> [inner] end)
    assert Msgpack.pack(deep) == {:error, :too_deep}
    assert Msgpack.unpack(String.duplicate(<<0x91>>, 2_000) <> <<0x90>>) == {:error, :too_deep}
    assert {:ok, _term} = Msgpack.unpack(String.duplicate(<<0x91>>, 2_000) <> <<0x90>>, max_depth: 2_001)
  end

  test "invalid UTF-8, repeated keys and the reserved byte are refused" do
    assert Msgpack.unpack(<<0xA1, 0xFF>>) == {:error, :invalid_utf8}
    assert Msgpack.unpack(<<0xAA, "abcdefgh", 0xC3, 0x28>>) == {:error, :invalid_utf8}
    assert Msgpack.unpack(<<0x82, 1, 2, 1, 3>>) == {:error, {:duplicate_key, 1}}
    assert Msgpack.unpack(<<0xC1>>) == {:error, {:reserved_byte, 0xC1}}
  end

  test "a small part of a large message does not keep the whole alive" do
    packed = Msgpack.pack!(["name", {:bytes, "data"}, String.duplicate("x", 100_000)])
    {:ok, [name, {:bytes, data}, large]} = Msgpack.unpack(packed)
    assert :binary.referenced_byte_size(name) == 4
    assert :binary.referenced_byte_size(data) == 4
    assert :binary.referenced_byte_size(large) == byte_size(packed)
  end
end

defmodule ExMonty.Msgpack.TextTest do
  use ExUnit.Case, async: true

  alias ExMonty.Msgpack.Text

  test "it agrees with the standard library, wherever the odd byte stands" do
    for size <- [0, 1, 3, 4, 7, 13, 14, 15, 30, 1_100],
        odd <- ["", "ü", "€", "😀", <<0xFF>>, <<0xC3>>, <<0xED, 0xA0, 0x80>>, <<0xC0, 0x80>>] do
      for at <- Enum.uniq([0, div(size, 2), size]) do
        text = String.duplicate("x", at) <> odd <> String.duplicate("y", size - at)
        assert {text, Text.valid?(text)} == {text, String.valid?(text)}
      end
    end
  end
end
