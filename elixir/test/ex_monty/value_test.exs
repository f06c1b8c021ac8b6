defmodule ExMonty.ValueTest do
  use ExUnit.Case, async: true
  alias ExMonty.Value

  doctest ExMonty.Value, except: [:moduledoc]

  defp crossing(term) do
    with {:ok, packed} <- Value.encode(term), do: Value.decode(IO.iodata_to_binary(packed))
  end

  defp refusal(term) do
    assert {:error, text} = Value.encode(term)
    text
  end

  test "C16: what has a form in both worlds comes back as it went" do
    for term <- [
          nil,
          true,
          false,
          0,
          -(2 ** 63),
          2 ** 64 - 1,
          1.5,
          :infinity,
          :neg_infinity,
          :nan,
          :ellipsis,
          :not_implemented,
          "text",
          "",
          {:bytes, <<255, 0>>},
          [],
          [1, [2, [:ellipsis]]],
          {},
          {1, {2}},
          %{},
          %{"a" => 1, 2 => [3], {1, "x"} => nil, nil => true},
          MapSet.new([1, "a", {1, 2}]),
          MapSet.new(),
          {:path, "/tmp/x"},
          {:date, %{year: 2026, month: 5, day: 1}},
          {:datetime,
           %{
             year: 2026,
             month: 5,
             day: 1,
             hour: 12,
             minute: 0,
             second: 0,
             microsecond: 1,
             offset_seconds: nil,
             tz_name: nil
           }},
          {:timedelta, %{days: -1, seconds: 86_399, microseconds: 5}},
          {:timezone, %{offset_seconds: -3600, name: nil}},
          {:named_tuple, "Point", [{"y", 1}, {"x", 2}]},
          {:file_handle, %{path: "/x", mode: "rb", position: 3}},
          {:function, "fetch", "Fetches."},
          %ExMonty.Dataclass{name: "P", fields: %{"y" => 1, "x" => 2}, field_names: ["y", "x"], frozen: true}
        ] do
      assert crossing(term) == {:ok, term}
    end
  end

  test "C16: terms without a form of their own become the nearest Python value" do
    assert crossing(:hello) == {:ok, "hello"}
    assert crossing(<<255>>) == {:ok, {:bytes, <<255>>}}
    assert crossing({:function, :fetch}) == {:ok, {:function, "fetch", nil}}
    assert crossing(%{a: 1}) == {:ok, %{"a" => 1}}
    assert crossing(a: 1) == {:ok, [{"a", 1}]}
    assert crossing({:__bigint__, 1, <<1, 0>>}) == {:ok, -256}
    assert crossing({:repr, "x"}) == {:ok, {"repr", "x"}}
    assert crossing(~D[2026-05-01]) == {:ok, {:date, %{year: 2026, month: 5, day: 1}}}
    assert {:ok, {:datetime, %{hour: 14, offset_seconds: 0, tz_name: "UTC"}}} = crossing(~U[2026-05-01 14:00:00Z])
    assert {:ok, {:datetime, %{offset_seconds: nil, microsecond: 500_000}}} = crossing(~N[2026-05-01 14:00:00.5])
    assert {:ok, {:time, %{hour: 14, minute: 1}}} = crossing(~T[14:01:00])
    assert {:ok, %{"__struct__" => "Elixir.URI", "host" => "a.org"}} = crossing(URI.parse("http://a.org"))
    assert crossing(MapSet.new([MapSet.new([1])])) == {:ok, MapSet.new([MapSet.new([1])])}
  end

  test "C16: an exception crosses with everything that it has" do
    cause = %ExMonty.Exception{type: :key_error, class: "KeyError", message: "'k'", args: ["k"]}

    exception = %ExMonty.Exception{
      type: :value_error,
      class: "Mine",
      message: "no",
      args: ["no"],
      cause: cause,
      notes: ["note"],
      traceback: [%ExMonty.StackFrame{line: 3, name: "f", source_line: "raise Mine"}]
    }

    assert crossing(exception) == {:ok, exception}

    assert {:ok, %ExMonty.Exception{class: "OSError", args: ["gone"]}} =
             crossing(%ExMonty.Exception{type: :o_s_error, message: "gone"})
  end

  test "C16: pids, references, ports, functions and bitstrings are named in the error" do
    assert refusal(self()) =~ "a pid cannot cross into Python"
    assert refusal([make_ref()]) =~ "a reference cannot cross"
    assert refusal(%{"f" => fn -> 1 end}) =~ "a function cannot cross"
    assert refusal(<<1::3>>) =~ "a bitstring cannot cross"
    assert refusal([1 | 2]) =~ "an improper list cannot cross"
  end

  test "C17: a tag must have its shape, and tags win over keyword lists" do
    assert crossing(path: "/x") == {:ok, [{:path, "/x"}]}
    assert refusal({:bytes, 5}) =~ "does not have the shape of a :bytes"
    assert refusal({:path}) =~ ":path"
    assert refusal({:date, %{year: 2026}}) =~ ":date"
    assert refusal({:date, %{year: "2026", month: 1, day: 1}}) =~ "fields of a :date must be integers"
    assert refusal({:named_tuple, "P", [1]}) =~ "a field of a :named_tuple must be {name, value}"
    assert refusal({:function, 5}) =~ ":function"
    assert refusal({:timezone, nil}) =~ ":timezone"
  end

  test "C18: keys that Python takes for one are an error that names them" do
    assert refusal(%{1 => "a", true => "b"}) =~ "are the same key in Python"
    assert refusal(%{:a => 1, "a" => 2}) =~ ~s(the keys :a and "a" are the same key in Python)
    assert refusal(%{{1, 0} => 1, {1.0, false} => 2}) =~ "are the same key"
    assert refusal(MapSet.new([0, false])) =~ "are equal in Python"
    assert {:ok, _packed} = Value.encode(%{1 => "a", "1" => "b", 1.5 => "c", nil => "d"})
  end

  test "C18: keys that Python cannot hash are an error that names them" do
    assert refusal(%{[1] => 2}) =~ "a list cannot be a dict key: [1]"
    assert refusal(%{{1, [2]} => 2}) =~ "a list cannot be a dict key: [2]"
    assert refusal(MapSet.new([%{}])) =~ "a map cannot be a element of a set"
  end

  test "C18: results whose keys would be one in a map are an error that names the key" do
    repr = <<0x92, 0xD4, 10, 0, 0xA3, "<o>">>

    assert Value.decode(<<0x82>> <> repr <> <<1>> <> repr <> <<2>>) ==
             {:error, ~s(two entries of a map have the key {:repr, "<o>"})}

    assert {:error, text} = Value.decode(<<0x93, 0xD4, 5, 0>> <> repr <> repr)
    assert text =~ ~s({:repr, "<o>"})
  end

  test "C20: a thousand levels cross, one more does not" do
    deep = fn levels -> Enum.reduce(2..levels, [], fn _level, inner -> [inner] end) end
    assert crossing(deep.(1_000)) == {:ok, deep.(1_000)}
    assert refusal(deep.(1_001)) =~ "nested more than 1000 levels"
    assert {:error, text} = Value.decode(String.duplicate(<<0x91>>, 1_000) <> <<0x90>>)
    assert text =~ "nested too deeply"

    tuples = Enum.reduce(1..999, {}, fn _level, inner -> {inner} end)
    assert crossing(tuples) == {:ok, tuples}
    assert refusal({tuples}) =~ "nested more than 1000 levels"
  end

  test "C20: integers of any size cross" do
    for number <- [2 ** 64, -(2 ** 63) - 1, 3 ** 10_000, -(7 ** 5_000)], do: assert(crossing(number) == {:ok, number})
  end

  test "C21: names that come from a program stay text" do
    name = "never_seen_#{System.unique_integer([:positive])}"
    assert crossing({:function, name}) == {:ok, {:function, name, nil}}
    assert Value.decode(<<0x93, 0xD4, 9, 0, 0xA8, "Whatever", 0xC2>>) == {:ok, {:type, "Whatever"}}
    assert Value.decode(<<0x93, 0xD4, 9, 0, 0xA3, "int", 0xC3>>) == {:ok, :int}
  end

  test "C21: to_json_safe turns every kind of result into JSON's terms" do
    assert Value.to_json_safe(%{
             "b" => {:bytes, <<255>>},
             "t" => {1, :infinity},
             "s" => MapSet.new(["b", "a"]),
             "p" => {:path, "/x"},
             "n" => {:named_tuple, "P", [{"x", 1}]},
             "d" => %ExMonty.Dataclass{name: "P", fields: %{"x" => {1}}},
             "e" => %ExMonty.Exception{type: :key_error, message: "'k'"},
             nil => {:repr, "<o>"}
           }) == %{
             "b" => "/w==",
             "t" => [1, "Infinity"],
             "s" => ["a", "b"],
             "p" => "/x",
             "n" => %{"x" => 1},
             "d" => %{"x" => [1]},
             "e" => %{"type" => "key_error", "message" => "'k'"},
             "nil" => "<o>"
           }

    time = %{hour: 1, minute: 2, second: 3, microsecond: 4, offset_seconds: -5400, tz_name: nil}

    assert Value.to_json_safe({:datetime, Map.merge(time, %{year: 1, month: 2, day: 3})}) ==
             "0001-02-03T01:02:03.000004-01:30"

    assert Value.to_json_safe({:timedelta, %{days: 1, seconds: 1, microseconds: 500_000}}) == 86_401.5
  end

  test "the moduledoc lists every kind of ext_types.def" do
    {:docs_v1, _, _, _, %{"en" => doc}, _, _} = Code.fetch_docs(Value)
    for kind <- Value.kinds(), do: assert(doc =~ "| #{String.replace(kind, "_", " ")} |")
  end
end
