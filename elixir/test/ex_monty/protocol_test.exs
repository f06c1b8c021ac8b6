defmodule ExMonty.ProtocolTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Protocol, import: false

  alias ExMonty.{Msgpack, Protocol, Value}
  alias ExMonty.Msgpack.Packer

  @frames Path.expand("../../../test/protocol/frames", __DIR__)

  defp bytes(name) do
    @frames
    |> Path.join(name)
    |> File.read!()
    |> String.split("\n")
    |> Enum.reject(&String.starts_with?(&1, "#"))
    |> Enum.join()
    |> String.replace(~r/\s/, "")
    |> Base.decode16!(case: :lower)
  end

  defp files(prefix), do: @frames |> File.ls!() |> Enum.filter(&String.starts_with?(&1, prefix)) |> Enum.sort()

  defp body(<<size::32, body::binary-size(size)>>), do: body

  test "there is a golden frame for every message" do
    for %{name: name} <- Protocol.messages(), do: assert("message_#{name}.hex" in files("message_"))
  end

  test "every golden answer is read, with the fields that protocol.def gives it" do
    for %{name: name, direction: direction, fields: fields} <- Protocol.messages(), direction in [:reply, :progress] do
      assert {:ok, {^name, _id, decoded}} = "message_#{name}.hex" |> bytes() |> body() |> Protocol.decode()
      assert Enum.sort(Map.keys(decoded)) == Enum.sort(Keyword.keys(fields))
    end
  end

  test "golden answers hold what their comments say" do
    assert {:ok, {:complete, 3, %{value: 42, output: "hello\n", usage: %{steps: 120, duration_us: 85}}}} =
             "message_complete.hex" |> bytes() |> body() |> Protocol.decode()

    assert {:ok, {:failed, 3, %{exception: %ExMonty.Exception{type: :zero_division_error, traceback: [frame]}}}} =
             "message_failed.hex" |> bytes() |> body() |> Protocol.decode()

    assert %ExMonty.StackFrame{line: 1, column: 1, end_column: 6, name: nil, source_line: "1 / 0"} = frame

    assert {:ok, {:function_call, 4, %{args: ["https://example.com"], kwargs: %{"timeout" => 5}, state: "EXMS"}}} =
             "message_function_call.hex" |> bytes() |> body() |> Protocol.decode()
  end

  # The golden requests, written again from the terms that their comments show.
  @program [<<1, 35, 69, 103, 137, 171, 205, 239>>, "x * 2", "main.py", ["x"]]

  defp request(:hello), do: [<<1>>, Packer.integer(Protocol.max_frame())]
  defp request(:compile), do: [apply(Protocol, :program, @program), Protocol.limits(%{max_duration_secs: 2.5})]
  defp request(:run), do: [<<2>>, Protocol.pairs([{"x", <<21>>}]), <<0x80>>, <<0x80>>]
  defp request(:dump), do: [<<4>>]
  defp request(:drop), do: [<<4>>]
  defp request(:ping), do: [Packer.bytes(<<0, 255>>)]
  defp request(:check), do: [apply(Protocol, :program, @program), <<0x80>>]
  defp request(:credit), do: [Packer.integer(65_536)]

  test "requests are written as the golden frames" do
    for name <- [:hello, :compile, :run, :dump, :drop, :ping, :check, :credit] do
      <<_size::32, _head, _tag, id, _rest::binary>> = golden = bytes("message_#{name}.hex")
      assert {name, IO.iodata_to_binary(Protocol.frame(name, id, request(name)))} == {name, golden}
    end
  end

  test "every golden value is read and written again" do
    # What Elixir tells apart less finely, or more: sets are written sorted, a map has no order, an atom is a text.
    one_way = ~w(value_frozenset value_bigint_fixext value_type value_repr value_cycle value_module value_float32
                 value_time value_none_marker)

    for file <- files("value_") do
      assert {:ok, term} = Value.decode(bytes(file)), "#{file} is not read"

      unless Path.rootname(file) in one_way do
        assert {:ok, packed} = Value.encode(term), "#{file} is not written"
        assert {:ok, again} = Value.decode(IO.iodata_to_binary(packed))
        assert {file, again} == {file, term}
      end
    end
  end

  test "no bad frame is taken for an answer, and none raises" do
    for file <- files("bad_") do
      case bytes(file) do
        <<size::32, body::binary-size(size)>> -> assert {:error, {_kind, _text}} = Protocol.decode(body)
        truncated -> assert {:error, _reason} = Protocol.decode(truncated)
      end
    end
  end

  test "A6: an answer to a pause that is none is described" do
    assert {:error, "invalid result: 5;" <> _rest} = Protocol.outcome(5)
    assert Protocol.outcome({:error, "NoSuchError", "x"}) == {:error, ~s(unknown exception type: "NoSuchError")}
    assert {:error, "a pid cannot cross" <> _rest} = Protocol.outcome({:ok, self()})
    assert {:error, "the message of an error must be valid UTF-8"} = Protocol.outcome({:error, :value_error, <<255>>})
  end

  test "A6: exception types are written as atoms, whatever way they were given" do
    for type <- [:os_error, "os_error", "OSError", :o_s_error, "IOError"] do
      assert {:ok, packed} = Protocol.outcome({:error, type, "m"})
      assert {:ok, ["error", "os_error", "m"]} = packed |> IO.iodata_to_binary() |> Msgpack.unpack()
    end
  end

  test "a field of the wrong type is an error that names the message" do
    # complete, whose output is a number
    body = <<0x98, 48, 3, 42, 7, 0xA0, 0x95, 0, 0, 0, 0, 0, 0xC0, 0xC0>>
    assert Protocol.decode(body) == {:error, {:protocol, "a field of complete is not of type text"}}
    assert {:error, {:protocol, "no answer has the tag 99" <> _rest}} = Protocol.decode(<<0x92, 99, 1>>)
    assert {:error, {:protocol, _text}} = Protocol.decode(<<0x90>>)
  end

  test "a thousand levels fit into a message" do
    deep = String.duplicate(<<0x91>>, 999) <> <<0x90>>
    body = <<0x98, 48, 3>> <> deep <> <<0xA0, 0xA0, 0x95, 0, 0, 0, 0, 0, 0xC0, 0xC0>>
    assert {:ok, {:complete, 3, _fields}} = Protocol.decode(body)
  end
end
