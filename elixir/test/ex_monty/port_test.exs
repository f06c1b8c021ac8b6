defmodule ExMonty.PortTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Port

  alias ExMonty.Port

  test "the worker gets its two arguments, no environment and no folder" do
    {{:spawn_executable, ~c"/x/exmonty"}, options} = Port.open_arguments("/x/exmonty", ["PATH", "SECRET"])
    assert options[:args] == ["port", "--owned"]
    assert options[:env] == [{~c"PATH", false}, {~c"SECRET", false}]
    assert options[:cd] == ~c"/"
    assert :stream in options and :exit_status in options and :binary in options
  end

  test "frames are found wherever the bytes are cut" do
    stream = for size <- [1, 5, 300, 2], into: <<>>, do: <<size::32>> <> String.duplicate(<<size>>, size)

    for step <- [1, 2, 3, 7, 100, 1000] do
      {bodies, buffer} =
        stream
        |> chunks(step)
        |> Enum.reduce({[], Port.buffer(300)}, fn chunk, {bodies, buffer} ->
          {:ok, more, buffer} = Port.push(buffer, chunk)
          {bodies ++ more, buffer}
        end)

      assert Enum.map(bodies, &byte_size/1) == [1, 5, 300, 2]
      assert buffer.have == 0
    end
  end

  test "a length of zero, or above the cap, is refused before anything is kept" do
    assert Port.push(Port.buffer(100), <<0::32>>) == {:error, {:frame_length, 0}}
    assert Port.push(Port.buffer(100), <<0xFFFFFFFF::32, 1, 2, 3>>) == {:error, {:frame_length, 0xFFFFFFFF}}
    {:ok, [], buffer} = Port.push(Port.buffer(100), <<0xFF>>)
    assert Port.push(buffer, <<0xFF, 0xFF, 0xFF>>) == {:error, {:frame_length, 0xFFFFFFFF}}
  end

  defp chunks(<<>>, _step), do: []
  defp chunks(data, step) when byte_size(data) <= step, do: [data]

  defp chunks(data, step),
    do: [binary_part(data, 0, step) | chunks(binary_part(data, step, byte_size(data) - step), step)]
end
