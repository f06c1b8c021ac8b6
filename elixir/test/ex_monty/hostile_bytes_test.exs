defmodule ExMonty.HostileBytesTest do
  # Alone, because it counts atoms of the whole node.
  use ExUnit.Case, async: false

  alias ExMonty.{Msgpack, Value}

  defp rounds(count) do
    :rand.seed(:exsss, {1, 2, 3})

    for _round <- 1..count do
      bytes = :rand.bytes(:rand.uniform(40))
      assert {tag, _term} = Msgpack.unpack(bytes)
      assert tag in [:ok, :error]
      # A marker in front of the bytes leads into the kinds of value.
      assert {tag, _term} = Value.decode(<<0x93, 0xD4, :rand.uniform(24), 0>> <> bytes)
      assert tag in [:ok, :error]
    end
  end

  test "C21: random bytes give a term or a reason, and no atom" do
    rounds(1_000)
    before = :erlang.system_info(:atom_count)
    rounds(20_000)
    assert :erlang.system_info(:atom_count) == before
  end

  test "C21: a name never seen before becomes no atom" do
    Value.decode(<<0x93, 0xD4, 9, 0, 0xA8, "Whatever", 0xC2>>)
    before = :erlang.system_info(:atom_count)
    name = "never_seen_#{System.unique_integer([:positive])}"
    {:ok, packed} = Value.encode(%{"name" => {:function, name}})
    assert {:ok, %{"name" => {:function, ^name, nil}}} = Value.decode(IO.iodata_to_binary(packed))
    assert {:error, _text} = Value.encode({:date, name})
    assert :error = ExMonty.Exception.type(name)
    assert :erlang.system_info(:atom_count) == before
  end
end
