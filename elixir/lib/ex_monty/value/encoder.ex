defmodule ExMonty.Value.Encoder do
  @moduledoc false
  # Elixir terms to the protocol's values. `depth` is the nesting that is left. Whatever cannot cross throws a
  # Msgpack refusal that says so in words.

  alias ExMonty.Msgpack
  alias ExMonty.Msgpack.{Packer, Text}
  alias ExMonty.Value

  @tags [:bytes, :path, :date, :datetime, :timedelta, :timezone, :named_tuple, :file_handle, :function]
  @shapes %{
    bytes: "{:bytes, binary}",
    path: "{:path, text}",
    date: "{:date, %{year: _, month: _, day: _}}",
    datetime: "{:datetime, %{year: _, month: _, day: _, hour: _, minute: _, second: _, microsecond: _, …}}",
    timedelta: "{:timedelta, %{days: _, seconds: _, microseconds: _}}",
    timezone: "{:timezone, %{offset_seconds: _, name: _}}",
    named_tuple: "{:named_tuple, type_name, [{field_name, value}]}",
    file_handle: "{:file_handle, %{path: _, mode: _, position: _}}",
    function: "{:function, name}"
  }

  defguardp is_name(name) when is_binary(name) or (is_atom(name) and name not in [nil, true, false])

  @spec value(term(), non_neg_integer()) :: iodata() | no_return()
  def value(nil, _depth), do: <<0xC0>>
  def value(false, _depth), do: <<0xC2>>
  def value(true, _depth), do: <<0xC3>>
  def value(term, _depth) when is_integer(term), do: integer(term)
  def value(term, _depth) when is_float(term), do: <<0xCB, term::float-64>>

  def value(term, _depth) when is_binary(term) do
    if Text.valid?(term), do: Packer.string(term), else: Packer.bytes(term)
  end

  def value(:infinity, depth), do: Packer.pack(:infinity, depth)
  def value(:neg_infinity, depth), do: Packer.pack(:neg_infinity, depth)
  def value(:nan, depth), do: Packer.pack(:nan, depth)
  def value(:ellipsis, _depth), do: marker(:ellipsis)
  def value(:not_implemented, _depth), do: marker(:not_implemented)
  def value(term, _depth) when is_atom(term), do: Packer.string(Atom.to_string(term))
  def value(term, depth) when is_list(term), do: list(term, deeper(depth))
  def value(%{__struct__: module} = term, depth), do: struct(module, term, depth)
  def value(term, depth) when is_map(term), do: dict(Map.to_list(term), deeper(depth))
  def value(term, depth) when is_tuple(term) and tuple_size(term) > 0, do: tuple(elem(term, 0), term, depth)
  def value({}, depth), do: marked(:tuple, [], deeper(depth))
  def value(term, _depth), do: refuse("a #{kind(term)} cannot cross into Python: #{brief(term)}")

  defp deeper(0), do: Msgpack.refuse({:refused, "the value is nested more than 1000 levels deep"})
  defp deeper(depth), do: depth - 1

  @spec integer(integer()) :: iodata()
  def integer(number) when number in -0x8000000000000000..0xFFFFFFFFFFFFFFFF, do: Packer.integer(number)
  def integer(number) when number < 0, do: bigint(1, :binary.encode_unsigned(-number))
  def integer(number), do: bigint(0, :binary.encode_unsigned(number))

  defp bigint(sign, magnitude), do: Packer.ext(Value.code(:bigint), [sign, magnitude])

  defp marker(kind), do: <<0xD4, Value.code(kind), 0>>

  # A marked array whose items are values of their own.
  defp marked(kind, items, depth) do
    [Packer.array(length(items) + 1), marker(kind) | Enum.map(items, &value(&1, depth))]
  end

  # A marked array whose fields are packed already.
  defp packed(kind, fields), do: [Packer.array(length(fields) + 1), marker(kind) | fields]

  defp list(items, depth) do
    case proper_length(items, 0) do
      {:ok, count} -> [Packer.array(count) | Enum.map(items, &value(&1, depth))]
      :error -> refuse("an improper list cannot cross into Python: #{brief(items)}")
    end
  end

  defp proper_length([], count), do: {:ok, count}
  defp proper_length([_item | rest], count), do: proper_length(rest, count + 1)
  defp proper_length(_tail, _count), do: :error

  # -- dicts and sets ---------------------------------------------------------------------------------------------

  defp dict(pairs, depth) do
    check_keys(Enum.map(pairs, &elem(&1, 0)), "dict key", "the keys", "the same key in Python")
    [Packer.map(length(pairs)) | Enum.map(pairs, fn {key, item} -> [hashable(key, depth) | value(item, depth)] end)]
  end

  defp set(kind, set, depth) do
    items = MapSet.to_list(set)
    check_keys(items, "element of a set", "the elements", "equal in Python")
    [Packer.array(length(items) + 1), marker(kind) | Enum.map(items, &hashable(&1, depth))]
  end

  defp hashable(%MapSet{} = set, depth), do: set(:frozenset, set, deeper(depth))

  defp hashable(key, depth) when is_tuple(key) and tuple_size(key) > 0 and elem(key, 0) not in @tags do
    items = Tuple.to_list(key)
    inner = deeper(depth)
    [Packer.array(length(items) + 1), marker(:tuple) | Enum.map(items, &hashable(&1, inner))]
  end

  defp hashable(key, depth), do: value(key, depth)

  # Keys of one simple type cannot be equal in Python when they differ here; anything else is looked at closely.
  defp check_keys(keys, role, subject, relation) do
    unless Enum.all?(keys, &is_binary/1) or Enum.all?(keys, &is_integer/1) do
      Enum.each(keys, &check_hashable(&1, role))

      Enum.reduce(keys, %{}, fn key, seen ->
        canonical = canonical(key)

        case seen do
          %{^canonical => earlier} -> refuse("#{subject} #{brief(earlier)} and #{brief(key)} are #{relation}")
          _new -> Map.put(seen, canonical, key)
        end
      end)
    end
  end

  defp check_hashable(key, role) when is_list(key), do: refuse("a list cannot be a #{role}: #{brief(key)}")
  defp check_hashable(%MapSet{}, _role), do: :ok
  defp check_hashable(%module{}, _role) when module in [Date, Time, DateTime, NaiveDateTime], do: :ok
  defp check_hashable(%ExMonty.Exception{}, _role), do: :ok
  defp check_hashable(%ExMonty.Dataclass{frozen: true}, _role), do: :ok
  defp check_hashable(key, role) when is_map(key), do: refuse("a map cannot be a #{role}: #{brief(key)}")

  defp check_hashable(key, role) when is_tuple(key) do
    unless tuple_size(key) > 0 and elem(key, 0) in @tags do
      key |> Tuple.to_list() |> Enum.each(&check_hashable(&1, role))
    end
  end

  defp check_hashable(_key, _role), do: :ok

  # Two keys have the same canonical form when Python takes them for equal.
  defp canonical(true), do: 1
  defp canonical(false), do: 0
  defp canonical(key) when is_float(key), do: if(trunc(key) == key, do: trunc(key), else: key)
  defp canonical(key) when key in [nil, :infinity, :neg_infinity, :nan, :ellipsis, :not_implemented], do: {:atom, key}
  defp canonical(key) when is_atom(key), do: Atom.to_string(key)
  defp canonical(key) when is_binary(key), do: if(Text.valid?(key), do: key, else: {:bytes, key})
  defp canonical({tag, _content} = key) when tag in @tags, do: key

  defp canonical(key) when is_tuple(key),
    do: {:tuple, key |> Tuple.to_list() |> Enum.map(&canonical/1)}

  defp canonical(%MapSet{} = set), do: {:set, MapSet.new(set, &canonical/1)}
  defp canonical(key), do: key

  # -- structs ----------------------------------------------------------------------------------------------------

  defp struct(MapSet, set, depth), do: set(:set, set, deeper(depth))
  defp struct(Date, date, _depth), do: date(date)
  defp struct(Time, time, _depth), do: time(Map.merge(Map.from_struct(time), %{microsecond: elem(time.microsecond, 0)}))

  defp struct(NaiveDateTime, time, _depth) do
    datetime(Map.merge(Map.from_struct(time), %{microsecond: elem(time.microsecond, 0)}))
  end

  defp struct(DateTime, time, _depth) do
    datetime(
      Map.merge(Map.from_struct(time), %{
        microsecond: elem(time.microsecond, 0),
        offset_seconds: time.utc_offset + time.std_offset,
        tz_name: time.zone_abbr
      })
    )
  end

  defp struct(ExMonty.Exception, exception, depth), do: exception(exception, deeper(depth))

  defp struct(ExMonty.Dataclass, dataclass, depth) do
    depth = deeper(depth)
    fields = Map.new(dataclass.fields, fn {name, value} -> {name!(name, "a field name"), value} end)
    names = Enum.map(dataclass.field_names || Enum.sort(Map.keys(fields)), &name!(&1, "a field name"))

    if Enum.sort(names) != Enum.sort(Map.keys(fields)) do
      refuse("field_names of a dataclass must name its fields: #{brief(names)} and #{brief(Map.keys(fields))}")
    end

    packed(:dataclass, [
      Packer.string(name!(dataclass.name, "the name of a dataclass")),
      value(dataclass.type_id, depth),
      value(dataclass.frozen == true, depth),
      texts(names),
      [Packer.map(length(names)) | Enum.map(names, &[Packer.string(&1) | value(Map.fetch!(fields, &1), depth)])]
    ])
  end

  defp struct(module, struct, depth) do
    dict([{:__struct__, module} | Map.to_list(Map.from_struct(struct))], deeper(depth))
  end

  defp exception(exception, depth) do
    type =
      case ExMonty.Exception.type(exception.type) do
        {:ok, type} -> type
        :error -> refuse("#{brief(exception.type)} is no exception type; ExMonty.Exception.types/0 lists them")
      end

    message = name!(exception.message || "", "the message of an exception")
    args = if exception.args in [nil, []] and message != "", do: [message], else: exception.args || []

    packed(:exception, [
      Packer.string(Atom.to_string(type)),
      Packer.string(exception.class || ExMonty.Exception.class_name(type)),
      Packer.string(message),
      value(args, depth),
      [Packer.array(length(exception.traceback)) | Enum.map(exception.traceback, &frame/1)],
      optional_exception(exception.cause, depth),
      optional_exception(exception.context, depth),
      value(exception.suppress_context == true, depth),
      texts(exception.notes),
      exceptions(exception.exceptions, depth),
      value(exception.code, depth),
      Packer.string(exception.formatted)
    ])
  end

  defp frame(%ExMonty.StackFrame{} = frame) do
    [
      Packer.array(7),
      Packer.string(frame.filename),
      Enum.map([frame.line, frame.column, frame.end_line, frame.end_column], &Packer.integer/1),
      Packer.pack(frame.name, 0),
      Packer.pack(frame.source_line, 0)
    ]
  end

  defp optional_exception(nil, _depth), do: <<0xC0>>
  defp optional_exception(%ExMonty.Exception{} = exception, depth), do: exception(exception, deeper(depth))
  defp optional_exception(other, _depth), do: refuse("not an exception: #{brief(other)}")

  defp exceptions(nil, _depth), do: <<0xC0>>
  defp exceptions(list, depth), do: [Packer.array(length(list)) | Enum.map(list, &optional_exception(&1, depth))]

  defp texts(texts), do: [Packer.array(length(texts)) | Enum.map(texts, &Packer.string/1)]

  # -- tagged tuples ----------------------------------------------------------------------------------------------

  defp tuple(:bytes, {:bytes, data}, _depth) when is_binary(data), do: Packer.bytes(data)

  defp tuple(:path, {:path, path}, _depth) when is_binary(path),
    do: packed(:path, [text!(path, "a path")])

  defp tuple(:date, {:date, %{year: _, month: _, day: _} = date}, _depth), do: date(date)

  defp tuple(:datetime, {:datetime, %{year: _, month: _, day: _, hour: _, minute: _} = time}, _depth) do
    datetime(time)
  end

  defp tuple(:time, {:time, %{hour: _, minute: _} = time}, _depth), do: time(time)

  defp tuple(:timedelta, {:timedelta, %{days: days} = delta}, _depth) do
    packed(:timedelta, numbers([days, Map.get(delta, :seconds, 0), Map.get(delta, :microseconds, 0)], :timedelta))
  end

  defp tuple(:timezone, {:timezone, %{offset_seconds: offset} = zone}, _depth) do
    packed(:timezone, numbers([offset], :timezone) ++ [optional_text(Map.get(zone, :name), "a timezone name")])
  end

  defp tuple(:named_tuple, {:named_tuple, name, fields}, depth) when is_name(name) and is_list(fields) do
    depth = deeper(depth)

    pairs =
      Enum.map(fields, fn
        {field, item} when is_name(field) -> [Packer.string(name!(field, "a field name")) | value(item, depth)]
        other -> refuse("a field of a :named_tuple must be {name, value}, got: #{brief(other)}")
      end)

    packed(:named_tuple, [Packer.string(name!(name, "a type name")), [Packer.map(length(pairs)) | pairs]])
  end

  defp tuple(:file_handle, {:file_handle, %{path: path, mode: mode} = file}, _depth)
       when is_binary(path) and is_binary(mode) do
    position = numbers([Map.get(file, :position, 0)], :file_handle)
    packed(:file_handle, [text!(path, "a path"), text!(mode, "a file mode") | position])
  end

  defp tuple(:function, {:function, name}, depth), do: tuple(:function, {:function, name, nil}, depth)

  defp tuple(:function, {:function, name, doc}, _depth) when is_name(name) do
    packed(:function, [Packer.string(name!(name, "a function name")), optional_text(doc, "a docstring")])
  end

  defp tuple(:__bigint__, {:__bigint__, sign, magnitude}, _depth) when sign in [0, 1] and is_binary(magnitude) do
    number = :binary.decode_unsigned(magnitude)
    integer(if sign == 1, do: -number, else: number)
  end

  defp tuple(tag, term, _depth) when tag in @tags do
    refuse("#{brief(term)} does not have the shape of a #{inspect(tag)}: #{@shapes[tag]}")
  end

  defp tuple(_first, term, depth), do: marked(:tuple, Tuple.to_list(term), deeper(depth))

  defp date(%{year: year, month: month, day: day}), do: packed(:date, numbers([year, month, day], :date))

  defp time(time) do
    packed(
      :time,
      numbers([time.hour, time.minute, Map.get(time, :second, 0), Map.get(time, :microsecond, 0)], :time) ++ zone(time)
    )
  end

  defp datetime(time) do
    %{year: year, month: month, day: day, hour: hour, minute: minute} = time
    clock = [hour, minute, Map.get(time, :second, 0), Map.get(time, :microsecond, 0)]
    packed(:datetime, numbers([year, month, day | clock], :datetime) ++ zone(time))
  end

  defp zone(time) do
    offset = Map.get(time, :offset_seconds)
    unless offset == nil or is_integer(offset), do: refuse("offset_seconds must be an integer or nil")
    [value(offset, 0), optional_text(Map.get(time, :tz_name), "a tz_name"), Packer.integer(Map.get(time, :fold, 0))]
  end

  defp numbers(numbers, tag) do
    Enum.map(numbers, fn
      number when is_integer(number) -> integer(number)
      other -> refuse("the fields of a #{inspect(tag)} must be integers, got: #{brief(other)}")
    end)
  end

  defp optional_text(nil, _role), do: <<0xC0>>
  defp optional_text(text, role), do: text!(text, role)

  defp text!(text, role), do: Packer.string(name!(text, role))

  defp name!(name, role) when is_name(name) do
    text = if is_atom(name), do: Atom.to_string(name), else: name
    if Text.valid?(text), do: text, else: refuse("#{role} must be valid UTF-8, got: #{brief(name)}")
  end

  defp name!(other, role), do: refuse("#{role} must be a text, got: #{brief(other)}")

  defp kind(term) when is_pid(term), do: "pid"
  defp kind(term) when is_reference(term), do: "reference"
  defp kind(term) when is_port(term), do: "port"
  defp kind(term) when is_function(term), do: "function"
  defp kind(term) when is_bitstring(term), do: "bitstring"

  # A message names what was wrong, it does not repeat a large value.
  defp brief(term), do: inspect(term, limit: 5, printable_limit: 50)

  defp refuse(text), do: Msgpack.refuse({:refused, text})
end
