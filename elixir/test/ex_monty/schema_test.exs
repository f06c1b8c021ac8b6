defmodule ExMonty.SchemaTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Schema

  test "quotes, escapes, hexadecimal numbers and trailing comments of a row are read" do
    assert ExMonty.Schema.parse!(~S'EXT(big_int, 0x1F, "a \"quoted\", text") // why', "t.def") ==
             [{"EXT", ["big_int", 0x1F, ~S(a "quoted", text)], "why"}]
  end
end
