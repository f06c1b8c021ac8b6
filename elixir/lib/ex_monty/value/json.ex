defmodule ExMonty.Value.Json do
  @moduledoc false
  # Any result as terms that a JSON library can encode: nil, booleans, numbers, text, lists, maps with text keys.

  alias ExMonty.Msgpack.Text

  @spec value(term()) :: term()
  def value(:nan), do: "NaN"
  def value(:infinity), do: "Infinity"
  def value(:neg_infinity), do: "-Infinity"
  def value(term) when is_nil(term) or is_boolean(term) or is_number(term), do: term
  def value(term) when is_atom(term), do: Atom.to_string(term)
  def value(term) when is_binary(term), do: text(term)
  def value(term) when is_list(term), do: Enum.map(term, &value/1)
  def value(%MapSet{} = set), do: set |> Enum.sort() |> Enum.map(&value/1)
  def value(%ExMonty.Dataclass{fields: fields}), do: value(fields)

  def value(%ExMonty.Exception{} = exception) do
    %{"type" => Atom.to_string(exception.type), "message" => value(exception.message)}
  end

  def value(%module{} = time) when module in [Date, Time, NaiveDateTime, DateTime], do: module.to_iso8601(time)
  def value(%_module{} = struct), do: struct |> Map.from_struct() |> value()
  def value(term) when is_map(term), do: Map.new(term, fn {key, item} -> {key(key), value(item)} end)
  def value({:bytes, data}) when is_binary(data), do: text(data)
  def value({:path, path}) when is_binary(path), do: text(path)
  def value({tag, text}) when tag in [:repr, :cycle, :type] and is_binary(text), do: text(text)
  def value({:function, name, _doc}) when is_binary(name), do: name

  def value({:named_tuple, _name, fields}) when is_list(fields),
    do: Map.new(fields, fn {k, v} -> {key(k), value(v)} end)

  def value({:file_handle, %{path: path}}), do: text(path)

  def value({:date, %{year: year, month: month, day: day}}) do
    "#{digits(year, 4)}-#{digits(month, 2)}-#{digits(day, 2)}"
  end

  def value({:time, %{hour: _} = time}), do: clock(time)
  def value({:datetime, %{year: _} = time}), do: value({:date, time}) <> "T" <> clock(time)

  def value({:timedelta, %{days: days, seconds: seconds, microseconds: microseconds}}) do
    (days * 86_400 + seconds) * 1.0 + microseconds / 1_000_000
  end

  def value({:timezone, %{offset_seconds: offset, name: name}}), do: name || "UTC" <> offset(offset)
  def value(term) when is_tuple(term), do: term |> Tuple.to_list() |> Enum.map(&value/1)
  def value(other), do: inspect(other)

  # Text keys stay, everything else is shown as Elixir writes it.
  defp key(key) when is_binary(key), do: text(key)
  defp key({tag, text}) when tag in [:path, :repr, :bytes] and is_binary(text), do: text(text)
  defp key({:date, _fields} = date), do: value(date)
  defp key({:datetime, _fields} = time), do: value(time)
  defp key(key) when is_atom(key) and not is_nil(key), do: Atom.to_string(key)
  defp key(key), do: inspect(key, limit: :infinity)

  defp text(data), do: if(Text.valid?(data), do: data, else: Base.encode64(data))

  defp clock(time) do
    fraction = if time.microsecond == 0, do: "", else: "." <> digits(time.microsecond, 6)
    offset = if time.offset_seconds, do: offset(time.offset_seconds), else: ""
    "#{digits(time.hour, 2)}:#{digits(time.minute, 2)}:#{digits(time.second, 2)}#{fraction}#{offset}"
  end

  defp offset(seconds) do
    sign = if seconds < 0, do: "-", else: "+"
    total = abs(seconds)
    rest = if rem(total, 60) == 0, do: "", else: ":" <> digits(rem(total, 60), 2)
    "#{sign}#{digits(div(total, 3600), 2)}:#{digits(div(rem(total, 3600), 60), 2)}#{rest}"
  end

  defp digits(number, width), do: number |> Integer.to_string() |> String.pad_leading(width, "0")
end
