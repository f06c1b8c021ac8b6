defmodule ExMonty.Value.Decoder do
  @moduledoc false
  # The protocol's values to Elixir terms: what MessagePack's unpacker calls for extension objects and marked arrays.
  # Every clause checks the shape that ext_types.def gives; whatever is left is refused.

  alias ExMonty.{Dataclass, Msgpack, StackFrame, Value}

  # Atoms for builtin types exist beforehand; other classes are text.
  @builtin_types Map.new(
                   ~w(int float bool str bytes bytearray memoryview complex list tuple dict set frozenset range slice
                      object type property classmethod staticmethod super enumerate filter map zip reversed NoneType
                      ellipsis NotImplementedType function)a,
                   &{Atom.to_string(&1), &1}
                 )

  for kind <- ~w(bigint ellipsis not_implemented tuple set frozenset exception function type repr cycle path dataclass
                 named_tuple date time datetime timedelta timezone file_handle module)a do
    Module.put_attribute(__MODULE__, :"#{kind}_code", Value.code(kind))
  end

  defguardp is_text(term) when is_binary(term)
  defguardp is_optional_text(term) when is_binary(term) or is_nil(term)

  @spec ext(integer(), binary()) :: term() | no_return()
  def ext(@ellipsis_code, <<0>>), do: :ellipsis
  def ext(@not_implemented_code, <<0>>), do: :not_implemented
  def ext(code, <<0>>) when code > 0 and code != @bigint_code, do: :marker

  def ext(@bigint_code, <<sign, first, rest::binary>>) when sign in [0, 1] and first != 0 do
    magnitude = :binary.decode_unsigned(<<first, rest::binary>>)
    if sign == 1, do: -magnitude, else: magnitude
  end

  def ext(@bigint_code, _payload), do: refuse("a bigint is malformed")
  def ext(code, _payload), do: refuse("no extension object has the code #{code}")

  @spec marked(integer(), [term()]) :: term() | no_return()
  def marked(@tuple_code, items), do: List.to_tuple(items)
  def marked(@set_code, items), do: set(items)
  def marked(@frozenset_code, items), do: set(items)

  def marked(@exception_code, fields) do
    case exception(fields) do
      {:ok, exception} -> exception
      :error -> refuse("an exception is malformed")
    end
  end

  def marked(@function_code, [name, doc]) when is_text(name) and is_optional_text(doc), do: {:function, name, doc}
  def marked(@type_code, [name, true]) when is_text(name), do: Map.get(@builtin_types, name, {:type, name})
  def marked(@type_code, [name, false]) when is_text(name), do: {:type, name}
  def marked(@repr_code, [text]) when is_text(text), do: {:repr, text}
  def marked(@cycle_code, [text]) when is_text(text), do: {:cycle, text}
  def marked(@path_code, [text]) when is_text(text), do: {:path, text}

  def marked(@dataclass_code, [name, type_id, frozen, names, fields])
      when is_text(name) and is_boolean(frozen) and is_list(names) and is_map(fields) do
    %Dataclass{name: name, type_id: type_id, frozen: frozen, field_names: names, fields: fields}
  end

  def marked(@named_tuple_code, [name, fields]) when is_text(name) and is_list(fields), do: {:named_tuple, name, fields}

  def marked(@date_code, [year, month, day]) when year in 1..9999 and month in 1..12 and day in 1..31 do
    {:date, %{year: year, month: month, day: day}}
  end

  def marked(@time_code, [hour, minute, second, microsecond | zone]) do
    {:time, clock(%{}, hour, minute, second, microsecond, zone)}
  end

  def marked(@datetime_code, [year, month, day, hour, minute, second, microsecond | zone])
      when year in 1..9999 and month in 1..12 and day in 1..31 do
    {:datetime, clock(%{year: year, month: month, day: day}, hour, minute, second, microsecond, zone)}
  end

  def marked(@timedelta_code, [days, seconds, microseconds])
      when is_integer(days) and is_integer(seconds) and is_integer(microseconds) do
    {:timedelta, %{days: days, seconds: seconds, microseconds: microseconds}}
  end

  def marked(@timezone_code, [offset, name]) when is_integer(offset) and is_optional_text(name) do
    {:timezone, %{offset_seconds: offset, name: name}}
  end

  def marked(@file_handle_code, [path, mode, position]) when is_text(path) and is_text(mode) and is_integer(position) do
    {:file_handle, %{path: path, mode: mode, position: position}}
  end

  def marked(@module_code, [name, attributes]) when is_text(name) and is_map(attributes),
    do: {:module, name, attributes}

  for kind <- ~w(function type repr cycle path dataclass named_tuple date time datetime timedelta timezone file_handle
                 module)a do
    def marked(unquote(Value.code(kind)), _fields), do: refuse("a #{unquote(kind)} is malformed")
  end

  def marked(code, _fields), do: refuse("no kind of value has the code #{code}")

  defp set(items) do
    set = MapSet.new(items)

    if MapSet.size(set) == length(items) do
      set
    else
      Msgpack.refuse({:duplicate_key, hd(items -- Enum.uniq(items))})
    end
  end

  # `fold` is added only when it says something, so that the map has the documented keys otherwise.
  defp clock(date, hour, minute, second, microsecond, [offset, name, fold])
       when hour in 0..23 and minute in 0..59 and second in 0..59 and microsecond in 0..999_999 and
              (is_integer(offset) or is_nil(offset)) and is_optional_text(name) and fold in [0, 1] do
    time =
      Map.merge(date, %{
        hour: hour,
        minute: minute,
        second: second,
        microsecond: microsecond,
        offset_seconds: offset,
        tz_name: name
      })

    if fold == 1, do: Map.put(time, :fold, 1), else: time
  end

  defp clock(_date, _hour, _minute, _second, _microsecond, _zone), do: refuse("a time is malformed")

  defp exception([type, class, message, args, trace, cause, context, suppress, notes, group, code, formatted]) do
    with true <- is_text(type) and is_text(class) and is_text(message) and is_text(formatted),
         true <- is_list(args) and is_list(trace) and is_list(notes) and is_boolean(suppress),
         true <- Enum.all?(notes, &is_text/1) and optional_exception?(cause) and optional_exception?(context),
         true <- is_nil(group) or (is_list(group) and Enum.all?(group, &is_struct(&1, ExMonty.Exception))),
         {:ok, type} <- ExMonty.Exception.type(type),
         {:ok, traceback} <- frames(trace, []) do
      {:ok,
       %ExMonty.Exception{
         type: type,
         class: class,
         message: message,
         args: args,
         traceback: traceback,
         cause: cause,
         context: context,
         suppress_context: suppress,
         notes: notes,
         exceptions: group,
         code: code,
         formatted: formatted
       }}
    else
      _wrong -> :error
    end
  end

  defp exception(_fields), do: :error

  defp optional_exception?(term), do: is_nil(term) or is_struct(term, ExMonty.Exception)

  defp frames([], frames), do: {:ok, Enum.reverse(frames)}

  defp frames([[file, line, column, end_line, end_column, name, source] | rest], frames)
       when is_text(file) and is_integer(line) and is_integer(column) and is_integer(end_line) and
              is_integer(end_column) and is_optional_text(name) and is_optional_text(source) do
    frame = %StackFrame{
      filename: file,
      line: line,
      column: column,
      end_line: end_line,
      end_column: end_column,
      name: name,
      source_line: source
    }

    frames(rest, [frame | frames])
  end

  defp frames(_malformed, _frames), do: :error

  defp refuse(text), do: Msgpack.refuse({:refused, text})
end
