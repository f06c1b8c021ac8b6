defmodule ExMonty.Protocol do
  @moduledoc false
  # Messages to bytes and back, as codec/protocol.def says. Pure. A message is the MessagePack array
  # [tag, id, field, …]; the clauses that check one are generated from its FIELD rows.

  alias ExMonty.{Msgpack, Schema, Value}
  alias ExMonty.Msgpack.{Packer, Text}

  @table "codec/protocol.def"
  @external_resource Schema.path(@table)
  @rows Schema.rows!(@table)

  @version (for {"PROTOCOL_VERSION", [number], _comment} <- @rows do
              number
            end)
           |> hd()

  @messages (for {"MESSAGE", [name, tag, direction, _meaning], _comment} <- @rows do
               fields =
                 for {"FIELD", [^name, field, type, _meaning], _comment} <- @rows do
                   {String.to_atom(field), String.to_atom(type)}
                 end

               %{name: String.to_atom(name), tag: tag, direction: String.to_atom(direction), fields: fields}
             end)

  @error_codes for {"ERROR", [code, _meaning], _comment} <- @rows, do: {code, String.to_atom(code)}
  @options for {"OPTION", [name, _type, _meaning], _comment} <- @rows, do: String.to_atom(name)

  @os_table "vm/schema/os_calls.def"
  @external_resource Schema.path(@os_table)
  @os_calls for {"OS_CALL", [name | _rest], _comment} <- Schema.rows!(@os_table), do: String.to_atom(name)

  # Values nest 1,000 deep; around them stand the message, its field and the parts of an exception.
  @max_depth 1_004

  # The longest frame body that either side accepts: 256 MiB of value and 64 KiB around it.
  @max_frame 256 * 1024 * 1024 + 64 * 1024

  @type message :: {name :: atom(), id :: non_neg_integer(), fields :: %{atom() => term()}}

  @spec version() :: pos_integer()
  def version, do: @version

  @spec max_frame() :: pos_integer()
  def max_frame, do: @max_frame

  @spec options() :: [atom()]
  def options, do: @options

  @spec os_calls() :: [atom(), ...]
  def os_calls, do: @os_calls

  @spec messages() :: [map(), ...]
  def messages, do: unquote(Macro.escape(@messages))

  @doc "A request as a frame: `fields` are packed already, one element a field."
  @spec frame(atom(), pos_integer(), [iodata()]) :: iodata()
  for %{name: name, tag: tag, direction: direction, fields: fields} <- @messages, direction in [:request, :notice] do
    def frame(unquote(name), id, fields) when length(fields) == unquote(length(fields)) do
      body = [unquote(<<0x90 + length(fields) + 2, tag>>), Packer.integer(id) | fields]
      [<<IO.iodata_length(body)::32>> | body]
    end
  end

  @doc "The `limits` field."
  @spec limits(%{atom() => number() | nil}) :: iodata()
  def limits(limits) when map_size(limits) == 0, do: <<0x80>>
  def limits(limits), do: text_map(limits)

  @doc "The `options` field; keys are names of OPTION rows."
  @spec options(%{atom() => term()}) :: iodata()
  def options(options) when map_size(options) == 0, do: <<0x80>>
  def options(options), do: text_map(options)

  defp text_map(map) do
    [Packer.map(map_size(map)) | Enum.map(map, fn {key, value} -> [text(key) | Packer.pack(value, 1)] end)]
  end

  defp text(key) when is_atom(key), do: key |> Atom.to_string() |> Packer.string()

  @doc "Named values that are packed already."
  @spec pairs([{String.t(), iodata()}]) :: iodata()
  def pairs([]), do: <<0x80>>

  def pairs(pairs),
    do: [Packer.map(length(pairs)) | Enum.map(pairs, fn {name, value} -> [Packer.string(name) | value] end)]

  @doc "A program with its source."
  @spec program(binary() | nil, binary(), String.t(), [String.t()]) :: iodata()
  def program(key, source, script_name, inputs) do
    [
      <<0x94>>,
      if(key, do: Packer.bytes(key), else: <<0xC0>>),
      if(Text.valid?(source), do: Packer.string(source), else: Packer.bytes(source)),
      Packer.string(script_name),
      [Packer.array(length(inputs)) | Enum.map(inputs, &Packer.string/1)]
    ]
  end

  @doc """
  The outcome of a pause, as resume takes it, or why it is none.

      iex> {:ok, packed} = ExMonty.Protocol.outcome({:ok, 5})
      iex> IO.iodata_to_binary(packed)
      <<0x92, 0xA2, "ok", 5>>
  """
  @spec outcome(term()) :: {:ok, iodata()} | {:error, String.t()}
  def outcome(result), do: outcome(result, [])

  @doc "The same with the id of the call in front, as resume_futures takes it."
  @spec outcome(term(), [non_neg_integer()]) :: {:ok, iodata()} | {:error, String.t()}
  def outcome({:ok, value}, prefix) do
    with {:ok, packed} <- Value.encode(value), do: outcome_array(prefix, "ok", [packed])
  end

  def outcome({:error, type, message}, prefix) when (is_atom(type) or is_binary(type)) and is_binary(message) do
    case ExMonty.Exception.type(type) do
      {:ok, type} ->
        if Text.valid?(message),
          do: outcome_array(prefix, "error", [text(type), Packer.string(message)]),
          else: {:error, "the message of an error must be valid UTF-8"}

      :error ->
        {:error, "unknown exception type: #{inspect(type)}"}
    end
  end

  def outcome(alone, prefix) when alone in [:pending, :undefined, :no_handler] do
    outcome_array(prefix, Atom.to_string(alone), [])
  end

  def outcome(other, _prefix) do
    {:error,
     "invalid result: #{inspect(other, limit: 5, printable_limit: 50)}; a result is {:ok, value}, " <>
       "{:error, type, message}, :pending, :undefined or :no_handler"}
  end

  defp outcome_array(prefix, name, fields) do
    head = Packer.array(length(prefix) + 1 + length(fields))
    {:ok, [head, Enum.map(prefix, &Packer.integer/1), Packer.string(name) | fields]}
  end

  @doc """
  The message in a frame's body, or what is wrong with it: with the frame, or with a value that has no form in Elixir.
  """
  @spec decode(binary()) :: {:ok, message()} | {:error, {:protocol | :value, String.t()}}
  def decode(body) do
    case Msgpack.unpack_with(body, @max_depth, Value.shapes()) do
      {:ok, [tag, id | fields]} when is_integer(tag) and is_integer(id) and id >= 0 -> message(tag, id, fields)
      {:ok, _other} -> {:error, {:protocol, "a message is an array that begins with its tag and an id"}}
      {:error, {:duplicate_key, _key} = reason} -> {:error, {:value, Msgpack.format_error(reason)}}
      {:error, reason} -> {:error, {:protocol, Msgpack.format_error(reason)}}
    end
  end

  for %{name: name, tag: tag, direction: direction, fields: fields} <- @messages, direction in [:reply, :progress] do
    variables = Enum.map(fields, fn {field, _type} -> Macro.var(field, __MODULE__) end)
    checks = Enum.map(fields, fn {field, type} -> {field, type, Macro.var(field, __MODULE__)} end)

    built =
      {:%{}, [],
       Enum.map(checks, fn {field, type, variable} ->
         {field, quote(do: field!(unquote(type), unquote(variable)))}
       end)}

    defp message(unquote(tag), id, unquote(variables)) do
      {:ok, {unquote(name), id, unquote(built)}}
    catch
      :throw, {__MODULE__, type} -> {:error, {:protocol, "a field of #{unquote(name)} is not of type #{type}"}}
    end
  end

  defp message(tag, _id, fields), do: {:error, {:protocol, "no answer has the tag #{tag} and #{length(fields)} fields"}}

  defp field!(:value, value), do: value
  defp field!(:text, text) when is_binary(text), do: text
  defp field!(:uint, number) when is_integer(number) and number >= 0, do: number
  defp field!(:flag, flag) when is_boolean(flag), do: flag
  defp field!(:bytes, {:bytes, data}), do: data
  defp field!(:values, values) when is_list(values), do: values
  defp field!(:maybe_uint, nil), do: nil
  defp field!(:maybe_uint, number), do: field!(:uint, number)
  defp field!(:maybe_bytes, nil), do: nil
  defp field!(:maybe_bytes, data), do: field!(:bytes, data)
  defp field!(:exception, %ExMonty.Exception{} = exception), do: exception

  defp field!(:uints, numbers) when is_list(numbers), do: Enum.map(numbers, &field!(:uint, &1))

  defp field!(:pairs, pairs) when is_map(pairs) and not is_struct(pairs) do
    if Enum.all?(pairs, fn {key, _value} -> is_binary(key) end), do: pairs, else: throw({__MODULE__, :pairs})
  end

  defp field!(:usage, [steps, memory, allocations, duration, pauses])
       when is_integer(steps) and is_integer(memory) and is_integer(allocations) and is_integer(duration) and
              is_integer(pauses) do
    %ExMonty.Usage{steps: steps, peak_memory: memory, allocations: allocations, duration_us: duration, pauses: pauses}
  end

  defp field!(:findings, findings) when is_list(findings) do
    Enum.map(findings, fn
      [kind, name, line, column]
      when is_binary(kind) and is_binary(name) and is_integer(line) and is_integer(column) ->
        {kind, name, line, column}

      _other ->
        throw({__MODULE__, :findings})
    end)
  end

  defp field!(type, _value), do: throw({__MODULE__, type})

  @doc "Whether a frame's body is the last answer to its request; only `output` is not."
  @spec last_answer?(binary()) :: boolean()
  def last_answer?(<<_array, unquote(Enum.find(@messages, &(&1.name == :output)).tag), _rest::binary>>), do: false
  def last_answer?(_body), do: true

  @ends [:complete, :failed]
  @progress for %{direction: :progress, name: name} <- @messages, name != :output, do: name

  @doc "Whether `answer` can be the last answer to `request`."
  @spec answers?(atom(), atom()) :: boolean()
  def answers?(_request, :error), do: true
  def answers?(:hello, answer), do: answer == :ready
  def answers?(:compile, answer), do: answer in [:compiled, :failed]
  def answers?(:run, answer), do: answer in @ends
  def answers?(:dump, answer), do: answer == :dumped
  def answers?(:load, answer), do: answer == :loaded
  def answers?(:drop, answer), do: answer == :dropped
  def answers?(:ping, answer), do: answer == :pong
  def answers?(:check, answer), do: answer in [:checked, :failed]
  def answers?(_start_or_resume, answer), do: answer in @progress

  @doc "The atom of an error code, `:unknown` for one that this version does not have."
  @spec error_code(String.t()) :: atom()
  for {code, atom} <- @error_codes, do: def(error_code(unquote(code)), do: unquote(atom))
  def error_code(_code), do: :unknown

  @doc "The atom of an OS call."
  @spec os_call(String.t()) :: {:ok, atom()} | :error
  for name <- @os_calls, do: def(os_call(unquote(Atom.to_string(name))), do: {:ok, unquote(name)})
  def os_call(_name), do: :error
end
